"""Make, change, copy and remove a scenario of one's own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from financiering.domein.scenario_in_woorden import gaat_mee
from financiering.domein.scenariobeheer import (
    kopieer_scenario,
    maak_scenario,
    verwijder_scenario,
    wijzig_scenario,
)
from financiering.forms.scenario import Kopieformulier, Scenarioformulier, Scenarioverwijdering
from financiering.keuzes import Scenariobasis
from financiering.models import Scenario
from financiering.rechten import mag_financiering_bewerken
from financiering.views.scenariokeuze import zoek_scenario
from gebruikers.verzoek import Verzoek
from gedeeld.web import toon_formulier, vereist


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def nieuw(request: Verzoek) -> HttpResponse:
    basis = request.GET.get("basis", "")
    begin = {"basis": basis} if basis in Scenariobasis.values else {}
    form = Scenarioformulier(request.POST or None, record=None, initial=begin)
    scenario = form.probeer(lambda: maak_scenario(door=request.user, **form.gegevens()))
    if scenario is None:
        return toon_formulier(request, "financiering/scenarios/nieuw.html", form)
    messages.success(request, f"“{scenario}” is gemaakt. Zeg nu wat er anders gaat.")
    return redirect("financiering:scenario", pk=scenario.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def wijzig(request: Verzoek, pk: int) -> HttpResponse:
    scenario = zoek_scenario(request, pk)
    form = Scenarioformulier(request.POST or None, record=scenario)
    bewaard = form.probeer(
        lambda: wijzig_scenario(
            scenario, door=request.user, gezien=form.gezien_op, **form.gegevens()
        )
    )
    if bewaard is None:
        context = {"scenario": scenario}
        return toon_formulier(request, "financiering/scenarios/wijzig.html", form, context)
    messages.success(request, f"“{bewaard}” is bewaard.")
    return redirect("financiering:scenario", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def kopieer(request: Verzoek, pk: int) -> HttpResponse:
    scenario = zoek_scenario(request, pk)
    form = Kopieformulier(request.POST or None, initial={"naam": _kopienaam(scenario)})
    kopie = form.probeer(
        lambda: kopieer_scenario(scenario, door=request.user, naam=form.cleaned_data["naam"])
    )
    if kopie is None:
        context = {"scenario": scenario}
        return toon_formulier(request, "financiering/scenarios/kopieer.html", form, context)
    messages.success(request, f"“{kopie}” is een kopie van “{scenario}”. Verander wat je wilt.")
    return redirect("financiering:scenario", pk=kopie.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def verwijder(request: Verzoek, pk: int) -> HttpResponse:
    scenario = zoek_scenario(request, pk)
    form = Scenarioverwijdering(request.POST or None, record=scenario)
    verwijderd = form.probeer(
        lambda: verwijder_scenario(scenario, door=request.user, gezien=form.gezien_op)
    )
    if verwijderd is None:
        context = {"scenario": scenario, "gaat_mee": gaat_mee(scenario)}
        return toon_formulier(request, "financiering/scenarios/verwijder.html", form, context)
    messages.success(request, f"Het scenario “{scenario}” is verwijderd.")
    return redirect("financiering:scenarios")


def _kopienaam(scenario: Scenario) -> str:
    einde = " (kopie)"
    hoogstens = Scenario._meta.get_field("naam").max_length or 0
    return scenario.naam[: hoogstens - len(einde)] + einde
