"""Every scenario, and one with what it assumes, what it comes to and what it asks to prepare."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from financiering.domein.instroomvraag import in_dienst_nu, te_veel
from financiering.domein.laden import Gegevens, laad_gegevens
from financiering.domein.prognoses import bereken
from financiering.domein.scenario_in_woorden import Inhoud, inhoud_van
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
from gedeeld.tijd import vandaag
from gedeeld.web import PER_PAGINA, kies_pagina, vereist


@dataclass(frozen=True, slots=True)
class Scenariorij:
    """A scenario in the list, with what it comes to."""

    toekomst: Toekomst
    url: str
    saldo: Decimal
    jobs: Decimal
    tekort_vanaf: str


@require_safe
@vereist(mag_financiering_zien)
def lijst(request: Verzoek) -> HttpResponse:
    vak = tijdvak()
    gegevens = laad_gegevens(organisatie_van(request), vak)
    toekomsten = alle_toekomsten(request)
    vergelijking = Scenariovergelijking([bereken(gegevens, t, vak, vandaag()) for t in toekomsten])
    tekorten = vergelijking.eerste_tekorten
    rijen = [
        Scenariorij(toekomst, adres_van(toekomst), saldo, blad.vte_in_jobs(-1), str(tekort or ""))
        for toekomst, saldo, blad, tekort in zip(
            toekomsten, vergelijking.totaal.saldi, vergelijking.bladen, tekorten, strict=True
        )
    ]
    vast = len(altijd())
    context = {"vast": rijen[:vast], "eigen": rijen[vast:], **_omtrek(request, vergelijking)}
    return render(request, "financiering/scenarios/lijst.html", context)


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
    bladen = Paginator(inhoud.werknemers, PER_PAGINA)
    return {
        "inhoud": inhoud,
        "anders": bladen.get_page(request.GET.get("wie")),
        "opmerkingen": _opmerkingen(inhoud, gegevens),
    }


def _opmerkingen(inhoud: Inhoud, gegevens: Gegevens) -> list[str]:
    """Of inflow that each year is larger than the service."""
    zinnen = []
    for deel in inhoud.instroom:
        nu = in_dienst_nu(gegevens, deel.dienst.naam, vandaag())
        if deel.elk_jaar and (zin := te_veel(deel.aantal, nu)):
            zinnen.append(f"{deel.dienst.naam}: {deel.aantal} starters per jaar. {zin}")
    return zinnen


def _omtrek(request: Verzoek, vergelijking: Scenariovergelijking) -> dict[str, Any]:
    kwartalen = vergelijking.kwartalen
    return {
        "punten": punten("scenarios"),
        "mag_bewerken": mag_financiering_bewerken(request.user),
        "vergelijking": vergelijking,
        "eerste": kwartalen[0],
        "laatste": kwartalen[-1],
    }
