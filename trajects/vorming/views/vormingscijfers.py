"""Figures on training, each with the list of what it counts; the same as a spreadsheet."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.filterwoorden import filters_in_woorden
from gedeeld.tijd import vandaag
from gedeeld.web import XLSX, download, kies_pagina, toon, vereist
from regels.domein.parameters import laad_parameters
from trajects.keuzes import Fondsgeld, Standdeelname
from trajects.rechten import mag_vorming_zien, mag_vormingsfonds_zien
from trajects.vorming.exports import schrijf_vormingen
from trajects.vorming.filters import MET_ATTEST, Cijferfilter, VormingFilter
from trajects.vorming.vormingscijfers import (
    Perwerknemer,
    Telling,
    gevolgd_per_werknemer,
    per_werknemer,
    tel_vormingen,
)
from trajects.vorming.vormingsfonds import wat_onbekend_is


@dataclass(frozen=True, slots=True)
class Vormingscel:
    """A figure and where the trainings behind it are listed."""

    kop: str
    aantal: int
    url: str
    telling: Telling


@require_safe
@vereist(mag_vorming_zien)
def overzicht(request: Verzoek) -> HttpResponse:
    zeef = Cijferfilter(request)
    op, ziet_geld = vandaag(), mag_vormingsfonds_zien(request.user)
    cijfers = tel_vormingen(zeef.gevonden, op)
    pagina = kies_pagina(request, gevolgd_per_werknemer(zeef.deelnames))
    geld = {telling.filters["geld"]: _cel(zeef, telling) for telling in cijfers.geld}
    regels = laad_parameters(op, request.user.organisatie_id) if ziet_geld else None
    context = {
        "zeef": zeef,
        "vraag": zeef.vraag(),
        "per_stand": [_cel(zeef, telling) for telling in cijfers.per_stand],
        "per_formule": [_cel(zeef, telling) for telling in cijfers.per_formule],
        "werknemers": [_per_werknemer(zeef, rij) for rij in per_werknemer(pagina)],
        "pagina": pagina,
        "ziet_geld": ziet_geld,
        "fonds_onbekend": wat_onbekend_is(regels) if regels else "",
        "geld_open": geld.pop(Fondsgeld.OPEN),
        "geld": list(geld.values()),
    }
    return toon(request, "trajects/vorming/overzicht.html", context, deel="cijfers")


@require_safe
@vereist(mag_vorming_zien)
def lijst_xlsx(request: Verzoek) -> HttpResponse:
    """What the list holds; filters that cannot be are shown there, not in a file."""
    zeef = VormingFilter(request)
    if not zeef.form.is_valid():
        return HttpResponseRedirect(f"{reverse('trajects:vormingen')}?{zeef.vraag()}")
    op = vandaag()
    inhoud = schrijf_vormingen(
        zeef.gevonden.met_deelnemers().order_by("-periode", "pk"),
        zeef.deelnames,
        op,
        met_geld=mag_vormingsfonds_zien(request.user),
        organisatie=str(request.user.organisatie),
        keuzes=filters_in_woorden(zeef.form),
    )
    return download(inhoud, XLSX, f"vormingen-{op:%Y-%m-%d}.xlsx")


def _lijst_url(zeef: VormingFilter, **filters: str) -> str:
    """The list with what is chosen now, and these filters."""
    return f"{reverse('trajects:vormingen')}?{zeef.vraag(**filters)}"


def _cel(zeef: VormingFilter, telling: Telling) -> Vormingscel:
    url = _lijst_url(zeef, **telling.filters)
    return Vormingscel(telling.naam, telling.aantal, url, telling)


def _per_werknemer(zeef: VormingFilter, rij: Perwerknemer) -> dict[str, Any]:
    """With the lists of what was followed, and of that what gave an attest."""

    def met(deelname: str) -> str:
        return _lijst_url(zeef, werknemer=str(rij.werknemer_id), deelname=deelname)

    return {"rij": rij, "gevolgd": met(Standdeelname.AANWEZIG), "attesten": met(MET_ATTEST)}
