"""The plan of one employee on one page, section by section."""

from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.web import vereist, wil_fragment
from trajects.begeleiding.views import team
from trajects.kader.views.inplaats import Sectie, toon_paginasecties, toon_sectie, zoek_werknemer
from trajects.logboek.views import gesprekken
from trajects.openheid.views.contract import CONTRACT
from trajects.paginas.views.overgang import OVERGANG
from trajects.paginas.views.werk import WERK
from trajects.plan.views import doelen, randvoorwaarden
from trajects.profiel.views import competenties
from trajects.rechten import mag_plan_zien
from trajects.traject.views import jobdoelwit, traject
from trajects.vorming.views import deelnames

PLAN: Final = (
    traject.SECTIE,
    jobdoelwit.SECTIE,
    doelen.SECTIE,
    deelnames.SECTIE,
    randvoorwaarden.SECTIE,
    competenties.SECTIE,
    gesprekken.SECTIE,
)
# Every section of every page of an employee; a form that is cancelled asks for its own again.
SECTIES: Final[dict[str, Sectie]] = {
    sectie.naam: sectie for sectie in (*PLAN, *WERK, *OVERGANG, *CONTRACT, team.SECTIE)
}


@require_safe
@vereist(mag_plan_zien)
def plan_pagina(request: Verzoek, pk: int) -> HttpResponse:
    return toon_paginasecties(request, pk, "plan", "Plan", PLAN, met_tijdlijn=True)


@require_safe
@vereist(mag_plan_zien)
def sectie(request: Verzoek, pk: int, naam: str) -> HttpResponse:
    """One section as it is now, for a form in place that is cancelled."""
    werknemer = zoek_werknemer(request, pk)
    if naam not in SECTIES:
        raise Http404
    gekozen = SECTIES[naam]
    if not wil_fragment(request):
        return redirect(gekozen.adres(werknemer))
    return toon_sectie(request, werknemer, gekozen)
