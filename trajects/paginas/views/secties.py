"""The pages of one employee that consist of sections, and each section by itself."""

from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.web import vereist, wil_fragment
from trajects.adviesdagen.views import STROOK
from trajects.begeleiding import views as begeleiding
from trajects.contracteinde import views as contracteinde
from trajects.evaluatiemoment import views as evaluatiemoment
from trajects.evaluatiepakket import views as evaluatie
from trajects.kader.views.inplaats import Sectie, toon_paginasecties, toon_sectie, zoek_werknemer
from trajects.logboek import views as logboek
from trajects.openheid import views as openheid
from trajects.overdracht import views as overdracht
from trajects.plan.views import doelen, randvoorwaarden
from trajects.plan_pdf import views as plan_pdf
from trajects.profiel import views as profiel
from trajects.rechten import mag_plan_zien
from trajects.traject import views as traject
from trajects.uitstroom import views as uitstroom
from trajects.vorming.views import deelnames
from trajects.werk import views as werk
from werknemers.models import Loonopgave
from werknemers.rechten import mag_lonen_zien, mag_werknemers_bewerken, mag_werknemers_zien

PLAN: Final = (
    traject.TRAJECT,
    traject.JOBDOELWIT,
    doelen.SECTIE,
    deelnames.SECTIE,
    randvoorwaarden.SECTIE,
    profiel.SECTIE,
    plan_pdf.SECTIE,
    logboek.SECTIE,
)
WERK: Final = (werk.STAGES, werk.SOLLICITATIES)
OVERGANG: Final = (overdracht.SECTIE, uitstroom.UITSTROOM, uitstroom.NAZORG)
CONTRACT: Final = (contracteinde.SECTIE, openheid.SECTIE)
# Every section of every page of an employee; a form that is cancelled asks for its own again.
SECTIES: Final[dict[str, Sectie]] = {
    sectie.naam: sectie
    for sectie in (
        *(*PLAN, *WERK, *OVERGANG, *CONTRACT),
        *(begeleiding.SECTIE, evaluatiemoment.SECTIE, *evaluatie.SECTIES),
    )
}


@require_safe
@vereist(mag_plan_zien)
def plan_pagina(request: Verzoek, pk: int) -> HttpResponse:
    return toon_paginasecties(request, pk, "plan", "Plan", PLAN, met_tijdlijn=True)


@require_safe
@vereist(mag_plan_zien)
def werk_pagina(request: Verzoek, pk: int) -> HttpResponse:
    """The first steps at another employer."""
    return toon_paginasecties(request, pk, "werk", "Stages en sollicitaties", WERK)


@require_safe
@vereist(mag_plan_zien)
def overgang_pagina(request: Verzoek, pk: int) -> HttpResponse:
    """The last stretch: the hand-over to a next employer, leaving, and the year after."""
    return toon_paginasecties(request, pk, "overgang", "Overdracht en nazorg", OVERGANG)


@require_safe
@vereist(mag_werknemers_zien)
def contract_pagina(request: Verzoek, pk: int) -> HttpResponse:
    """Advice and contracts, what they cost, and how openly they were talked about."""
    opgaven = Loonopgave.objects.zichtbaar_voor(request.user).filter(werknemer=pk)
    return toon_paginasecties(
        request,
        pk,
        "contract",
        "Advies en contract",
        CONTRACT if mag_plan_zien(request.user) else (),
        bovenaan=(STROOK,),
        template="trajects/paginas/contract.html",
        mag_bewerken=mag_werknemers_bewerken(request.user),
        mag_lonen=mag_lonen_zien(request.user),
        loonopgaven=opgaven.select_related("door"),
    )


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
