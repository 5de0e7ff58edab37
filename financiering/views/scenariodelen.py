"""Inflow and changed amounts of a scenario."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from financiering.domein.scenariodelen import (
    verwijder_deel,
    voeg_blad_toe,
    voeg_instroom_toe,
    wijzig_blad,
    wijzig_instroom,
)
from financiering.forms.scenariodelen import Bladformulier, Instroomformulier
from financiering.models import Scenario, Scenarioblad, Scenarioinstroom
from financiering.rechten import mag_financiering_bewerken
from financiering.views.scenariokeuze import zoek_scenario
from gebruikers.verzoek import Verzoek
from gedeeld.formulieren import Formulier
from gedeeld.web import toon_formulier, vereist


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def instroom_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    scenario = zoek_scenario(request, pk)
    form = Instroomformulier(request.POST or None, door=request.user, record=None)
    return _antwoord(
        request,
        form,
        lambda: voeg_instroom_toe(scenario=scenario, door=request.user, **form.gegevens()),
        {"scenario": scenario, "titel": "Instroom toevoegen"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def instroom(request: Verzoek, pk: int) -> HttpResponse:
    deel = _zoek_instroom(request, pk)
    form = Instroomformulier(request.POST or None, door=request.user, record=deel)
    return _antwoord(
        request,
        form,
        lambda: wijzig_instroom(deel, door=request.user, gezien=form.gezien_op, **form.gegevens()),
        {
            "scenario": deel.scenario,
            "titel": "Instroom wijzigen",
            "weg": reverse("financiering:scenarioinstroom_weg", args=[pk]),
            "wegknop": "Haal deze instroom weg",
        },
    )


@require_POST
@vereist(mag_financiering_bewerken)
def instroom_weg(request: Verzoek, pk: int) -> HttpResponse:
    return _weg(request, _zoek_instroom(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def blad_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    scenario = zoek_scenario(request, pk)
    form = Bladformulier(request.POST or None, door=request.user, record=None)
    return _antwoord(
        request,
        form,
        lambda: voeg_blad_toe(scenario=scenario, door=request.user, **form.gegevens()),
        {"scenario": scenario, "titel": "Een bedrag veranderen"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def blad(request: Verzoek, pk: int) -> HttpResponse:
    deel = _zoek_blad(request, pk)
    form = Bladformulier(request.POST or None, door=request.user, record=deel)
    return _antwoord(
        request,
        form,
        lambda: wijzig_blad(deel, door=request.user, gezien=form.gezien_op, **form.gegevens()),
        {
            "scenario": deel.scenario,
            "titel": "Gewijzigd bedrag",
            "weg": reverse("financiering:scenarioblad_weg", args=[pk]),
            "wegknop": "Haal deze wijziging weg",
        },
    )


@require_POST
@vereist(mag_financiering_bewerken)
def blad_weg(request: Verzoek, pk: int) -> HttpResponse:
    return _weg(request, _zoek_blad(request, pk))


def _zoek_instroom(request: Verzoek, pk: int) -> Scenarioinstroom:
    zichtbaar = Scenarioinstroom.objects.zichtbaar_voor(request.user)
    return get_object_or_404(zichtbaar.select_related("scenario", "dienst"), pk=pk)


def _zoek_blad(request: Verzoek, pk: int) -> Scenarioblad:
    zichtbaar = Scenarioblad.objects.zichtbaar_voor(request.user)
    return get_object_or_404(zichtbaar.select_related("scenario", "dienst"), pk=pk)


def _antwoord(
    request: Verzoek, form: Formulier, schrijf: Callable[[], Any], context: dict[str, Any]
) -> HttpResponse:
    """The form, or back to the scenario when it is saved."""
    scenario: Scenario = context["scenario"]
    if form.probeer(schrijf) is None:
        return toon_formulier(request, "financiering/scenarios/deel.html", form, context)
    messages.success(request, f"Dat is bewaard in “{scenario}”.")
    return redirect("financiering:scenario", pk=scenario.pk)


def _weg(request: Verzoek, deel: Scenarioinstroom | Scenarioblad) -> HttpResponse:
    try:
        verwijder_deel(deel, door=request.user)
    except ValidationError as weigering:
        messages.error(request, " ".join(weigering.messages))
    else:
        messages.success(request, f"“{deel}” staat niet meer in “{deel.scenario}”.")
    return redirect("financiering:scenario", pk=deel.scenario_id)
