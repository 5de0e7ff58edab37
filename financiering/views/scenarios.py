"""Every scenario, and one with what it assumes, what it comes to and what it asks to prepare."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from financiering.domein.laden import Gegevens, laad_gegevens
from financiering.domein.opmerkingen import meer_dan_de_dienst, te_herstellen
from financiering.domein.prognoses import bereken
from financiering.domein.rekenmodel.klaverblad import Klaverblad
from financiering.domein.saldozin import is_leeg
from financiering.domein.scenario_in_woorden import inhoud_van
from financiering.domein.scenarios import Toekomst, altijd
from financiering.domein.vergelijking import Scenariovergelijking
from financiering.domein.voorbereiding import STAPPEN, voorbereidingen
from financiering.keuzes import Scenariobasis
from financiering.rechten import mag_financiering_bewerken, mag_financiering_zien
from financiering.views.bewijsblok import bewijs_bij
from financiering.views.raam import punten
from financiering.views.scenariokeuze import (
    alle_toekomsten,
    organisatie_van,
    tijdvak,
)
from financiering.views.vraag import kies_toekomst
from gebruikers.verzoek import Verzoek
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from gedeeld.web import kies_pagina, vereist


@dataclass(frozen=True, slots=True)
class Scenariorij:
    """A scenario in the list, with what it comes to; `tekort` is in words."""

    toekomst: Toekomst
    url: str
    saldo: Decimal
    jobs: Decimal
    tekort: str


@require_safe
@vereist(mag_financiering_zien)
def lijst(request: Verzoek) -> HttpResponse:
    vak = tijdvak()
    gegevens = laad_gegevens(organisatie_van(request), vak)
    toekomsten = alle_toekomsten(request)
    vergelijking = Scenariovergelijking([bereken(gegevens, t, vak, vandaag()) for t in toekomsten])
    tekorten = vergelijking.eerste_tekorten
    rijen = [
        Scenariorij(
            toekomst, adres_van(toekomst), saldo, blad.vte_in_jobs(-1), _in_woorden(blad, tekort)
        )
        for toekomst, saldo, blad, tekort in zip(
            toekomsten, vergelijking.totaal.saldi, vergelijking.bladen, tekorten, strict=True
        )
    ]
    vast = len(altijd())
    context = {"vast": rijen[:vast], "eigen": rijen[vast:], **_omtrek(request, vergelijking)}
    return render(request, "financiering/scenarios/lijst.html", context)


def _in_woorden(blad: Klaverblad, tekort: Kwartaal | None) -> str:
    """That there is no shortage is no news when there is nothing to count."""
    if tekort is not None:
        return str(tekort)
    return "niets te tellen" if is_leeg(blad) else "geen"


@require_safe
@vereist(mag_financiering_zien)
def vast(request: Verzoek) -> HttpResponse:
    """One of the three; to go by the plan unless the address names another."""
    basis = request.GET.get("basis") or Scenariobasis.VOLGENS_PLAN
    if basis not in Scenariobasis.values:
        raise Http404
    return _pagina(request, kies_toekomst(request, basis))


@require_safe
@vereist(mag_financiering_zien)
def eigen(request: Verzoek, pk: int) -> HttpResponse:
    return _pagina(request, kies_toekomst(request, str(pk)))


def adres_van(toekomst: Toekomst) -> str:
    if toekomst.eigen is None:
        return reverse("financiering:scenario_vast", query={"basis": toekomst.code})
    return reverse("financiering:scenario", args=[toekomst.eigen.pk])


def _pagina(request: Verzoek, toekomst: Toekomst) -> HttpResponse:
    vak = tijdvak()
    gegevens = laad_gegevens(organisatie_van(request), vak)
    naast = altijd()[0]
    uitkomsten = [bereken(gegevens, t, vak, vandaag()) for t in (naast, toekomst)]
    vergelijking = Scenariovergelijking(uitkomsten)
    context = {
        "toekomst": toekomst,
        "naast": naast,
        "is_naast": toekomst.code == naast.code,
        "aannames": [a for a in uitkomsten[1].aannames if a.let_op],
        **bewijs_bij(request, uitkomsten[1], f"?scenario={toekomst.code}"),
        **_voorbereiding(request, gegevens, toekomst),
        **_wie_anders(request, gegevens, toekomst),
        **_omtrek(request, vergelijking),
    }
    return render(request, "financiering/scenarios/scenario.html", context)


def _voorbereiding(request: Verzoek, gegevens: Gegevens, toekomst: Toekomst) -> dict[str, Any]:
    """What the part of a page on preparation shows."""
    alle = voorbereidingen(gegevens, toekomst, vandaag())
    return {"voorbereidingen": kies_pagina(request, alle), "stappen": STAPPEN}


def _wie_anders(request: Verzoek, gegevens: Gegevens, toekomst: Toekomst) -> dict[str, Any]:
    """What a scenario of one's own says; `wie` in the address is the page of its employees."""
    inhoud = inhoud_van(toekomst, gegevens)
    return {
        "inhoud": inhoud,
        "anders": kies_pagina(request, inhoud.werknemers, naam="wie"),
        **_opmerkingen(toekomst, gegevens),
    }


def _opmerkingen(toekomst: Toekomst, gegevens: Gegevens) -> dict[str, Any]:
    """What to mend in a scenario of one's own, and of inflow that is larger than the service."""
    if toekomst.eigen is None:
        return {"te_herstellen": [], "opmerkingen": []}
    instroom = toekomst.eigen.scenarioinstroom_set.all()
    return {
        "te_herstellen": te_herstellen(toekomst.eigen, gegevens),
        "opmerkingen": list(meer_dan_de_dienst(instroom, gegevens, vandaag())),
    }


def _omtrek(request: Verzoek, vergelijking: Scenariovergelijking) -> dict[str, Any]:
    kwartalen = vergelijking.kwartalen
    return {
        "punten": punten("scenarios"),
        "mag_bewerken": mag_financiering_bewerken(request.user),
        "vergelijking": vergelijking,
        "eerste": kwartalen[0],
        "laatste": kwartalen[-1],
    }
