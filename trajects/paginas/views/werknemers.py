"""The list of employees, the same as a spreadsheet, and what can be put on paper of each."""

from typing import Any

from django.core.paginator import Page
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gebruikers.views.uitvoer import gevraagde_uitvoer
from gedeeld.tijd import vandaag
from gedeeld.web import XLSX, download, kies_pagina, toon, vereist, wil_fragment
from trajects.kader.caseload import SORTERINGEN, met_einde
from trajects.kader.views.tabbladen import tabbladen
from trajects.paginas.exports import schrijf_werknemers
from trajects.paginas.filters.werknemers import WerknemerFilter
from trajects.paginas.iedereen import Iedereen
from trajects.rechten import (
    mag_documenten_zien,
    mag_logboek_zien,
    mag_plan_zien,
    mag_plannen_bundelen,
)
from werknemers.rechten import (
    mag_importeren,
    mag_werknemers_bewerken,
    mag_werknemers_zien,
    ziet_alle_werknemers,
)


@require_safe
@vereist(mag_werknemers_zien)
def lijst(request: Verzoek) -> HttpResponse:
    keuze = WerknemerFilter(request)
    pagina = _bladzijde(request, keuze)
    context = {
        "filter": keuze,
        "punten": tabbladen(request.user, "werknemers"),
        "pagina": pagina,
        "rijen": met_einde(pagina, keuze.dag),
        "peildatum": None if keuze.dag == vandaag() else keuze.dag,
        "sorteren": {naam: _sorteerlink(keuze, naam) for naam in SORTERINGEN},
        "mag_bewerken": mag_werknemers_bewerken(request.user),
        "mag_importeren": mag_importeren(request.user),
        "mag_plan": mag_plan_zien(request.user),
        "ziet_alle": ziet_alle_werknemers(request.user),
    }
    adres = keuze.adres("trajects:werknemers", pagina.number)
    return toon(
        request, "trajects/paginas/werknemers/pagina.html", context, deel="lijst", adres=adres
    )


def _bladzijde(request: Verzoek, keuze: WerknemerFilter) -> Page[Any]:
    if not keuze.kiest_niets:
        return kies_pagina(request, keuze.mensen)
    vooraan = not request.GET.get("pagina")
    return kies_pagina(request, Iedereen(request.user, keuze, vooraan=vooraan))


@require_safe
@vereist(mag_werknemers_zien)
def lijst_xlsx(request: Verzoek) -> HttpResponse:
    keuze = WerknemerFilter(request)
    if not keuze.form.is_valid():
        return redirect(f"{reverse('trajects:werknemers')}?{request.GET.urlencode()}")
    inhoud = schrijf_werknemers(
        keuze.mensen,
        keuze.dag,
        met_plan=mag_plan_zien(request.user),
        organisatie=str(request.user.organisatie),
        gemaakt_op=vandaag(),
        keuzes=[*(["in dienst"] if keuze.ook_wie_weg_is else []), *keuze.in_woorden()],
    )
    return download(inhoud, XLSX, f"werknemers-{keuze.dag:%Y-%m-%d}.xlsx")


def _sorteerlink(keuze: WerknemerFilter, naam: str) -> dict[str, str]:
    """Where a click on the head of a column leads, and how it is sorted now (for aria-sort)."""
    richting = {naam: "ascending", f"-{naam}": "descending"}.get(keuze.sortering, "")
    volgende = f"-{naam}" if richting == "ascending" else naam
    return {"vraag": keuze.vraag(sorteer=volgende), "richting": richting}


class Documentkeuze(WerknemerFilter):
    """By name or number, by service, and also those who left: their papers may still be needed."""

    alleen = frozenset({"zoek", "dienst", "in_dienst"})


@require_safe
@vereist(mag_documenten_zien)
def documenten(request: Verzoek) -> HttpResponse:
    keuze = Documentkeuze(request)
    pagina = kies_pagina(request, keuze.mensen.gesorteerd("naam"))
    context = {
        "filter": keuze,
        "pagina": pagina,
        "ziet_alle": ziet_alle_werknemers(request.user),
        "met_teksten": mag_logboek_zien(request.user),
        "mag_bundelen": mag_plannen_bundelen(request.user),
        "vraag": keuze.vraag(),
        "gevraagd": None if wil_fragment(request) else gevraagde_uitvoer(request),
    }
    adres = context["hier"] = keuze.adres("trajects:documenten", pagina.number)
    return toon(request, "trajects/paginas/documenten.html", context, deel="lijst", adres=adres)
