"""Actions of the plan: add, change, done, dropped, taken up again."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.verzoek import Verzoek
from gebruikers.views.rekenblad import download_lijst, vraag_van
from gedeeld.adreskeuze import kies
from gedeeld.periode import dag_ervoor, plus_dagen
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, als_sleutel, kies_pagina, terug_naar, toon, vereist
from trajects.kader.views.inplaats import klaar, toon_in_plaats
from trajects.kader.views.onderdeel import Onderdeel
from trajects.keuzes import Standdoel
from trajects.models import Actie, Doel, Randvoorwaarde, Traject
from trajects.plan import acties
from trajects.plan.exports import kolommen
from trajects.plan.forms.actie import (
    Actieformulier,
    Actiesluiting,
    Gedaanformulier,
    Vervallenformulier,
)
from trajects.plan.openstaand import open_acties
from trajects.plan.views.doelen import SECTIE
from trajects.rechten import mag_plan_bewerken, mag_plan_zien
from werknemers.models import Werknemer

# name, what stands in the address
_LIJSTEN: Final = (
    ("Alle", "", ""),
    ("Te laat", "laat", "?welke=laat"),
    ("Binnen 7 dagen", "week", "?welke=week"),
)


def _haken(request: Verzoek, werknemer: Werknemer, actie: Actie | None) -> dict[str, Any]:
    """What an action can hang on: the open goals, the one it hangs on now, the preconditions.

    `?doel=` or `?randvoorwaarde=` says what a new one hangs on.
    """
    trajecten = Traject.objects.zichtbaar_voor(request.user).filter(werknemer=werknemer)
    kiesbaar = Q(stand=Standdoel.OPEN, traject__in=trajecten.lopend())
    if actie is not None:
        kiesbaar |= Q(pk=actie.doel_id)
    voorwaarden = Randvoorwaarde.objects.zichtbaar_voor(request.user)
    namen = () if actie else ("doel", "randvoorwaarde")
    return {
        "doelen": Doel.objects.zichtbaar_voor(request.user).filter(
            kiesbaar, traject__in=trajecten.order_by()
        ),
        "randvoorwaarden": voorwaarden.filter(werknemer=werknemer),
        "initial": {naam: als_sleutel(request.GET.get(naam, "")) for naam in namen},
    }


_ACTIE: Final = Onderdeel(
    SECTIE,
    lambda wie: Actie.objects.zichtbaar_voor(wie).select_related("doel__traject"),
    Actieformulier,
    mee=_haken,
)


@require_safe
@vereist(mag_plan_zien)
def lijst(request: Verzoek) -> HttpResponse:
    """The open actions of everybody whom the user sees: late, due within a week, all."""
    op, welke = vandaag(), _welke(request)
    acties_ = _gevraagde_acties(request, op)
    adres = reverse("trajects:acties")
    context = {
        "pagina": kies_pagina(request, acties_),
        "punten": [
            {"naam": naam, "url": f"{adres}{vraag}", "actief": sleutel == welke, "aantal": None}
            for naam, sleutel, vraag in _LIJSTEN
        ],
        "vandaag": op,
        "vraag": vraag_van(request),
        "mag_bewerken": mag_plan_bewerken(request.user),
        "terug": request.get_full_path(),
    }
    return toon(request, "trajects/plan/acties.html", context, deel="acties")


@require_safe
@vereist(mag_plan_zien)
def lijst_xlsx(request: Verzoek) -> HttpResponse:
    op, welke = vandaag(), _welke(request)
    keuzes = [("Welke", naam) for naam, sleutel, _ in _LIJSTEN if sleutel == welke]
    return download_lijst(
        request, "Open acties", kolommen(op), _gevraagde_acties(request, op), keuzes
    )


def _welke(request: Verzoek) -> str:
    aanbod = {sleutel: sleutel for _, sleutel, _ in _LIJSTEN}
    return kies(request, "welke", aanbod, "Je ziet alle open acties.")


def _gevraagde_acties(request: Verzoek, op: date) -> QuerySet[Actie]:
    tot = {"": None, "laat": dag_ervoor(op), "week": plus_dagen(op, 7)}
    return open_acties(request.user, tot=tot[_welke(request)])


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    titel, melding = "Een nieuwe actie", "Afgesproken: {0.wat}."
    return _ACTIE.nieuw(request, pk, acties.voeg_actie_toe, titel, melding)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    titel, melding = "Pas de actie aan", "De actie is bewaard."
    return _ACTIE.bewerk(request, pk, acties.wijzig_actie, titel, melding)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def gedaan(request: Verzoek, pk: int) -> HttpResponse:
    """One click says today; the form says when and what came of it."""
    return _sluit(request, pk, Gedaanformulier, acties.rond_af, "Gedaan")


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def vervallen(request: Verzoek, pk: int) -> HttpResponse:
    return _sluit(request, pk, Vervallenformulier, acties.laat_vallen, "Niet meer nodig")


@require_POST
@vereist(mag_plan_bewerken)
def heropen(request: Verzoek, pk: int) -> HttpResponse:
    return _ACTIE.doe(request, pk, acties.heropen, "Weer te doen: {0.wat}.")


def _sluit(
    request: Verzoek,
    pk: int,
    formulier: type[Actiesluiting],
    functie: Callable[..., Actie],
    woord: str,
) -> HttpResponse:
    """From a list of many employees the way leads back to that list."""
    actie, werknemer = _ACTIE.zoek(request, pk)
    terug = terug_naar(request)
    form = formulier(request.POST or None, record=actie)
    gesloten = form.probeer(lambda: functie(actie, door=request.user, **form.gegevens()))
    zin = f"{woord}: {actie.wat}"
    if gesloten is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=zin)
    if terug:
        messages.success(request, f"{zin}.")
        return redirect(terug)
    return klaar(request, werknemer, SECTIE, f"{zin}.")
