"""Talents on the plan: add, take away, put back; inside the section of the competences."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from gebruikers.verzoek import Verzoek
from gedeeld.formulieren import Formulier
from gedeeld.web import vereist
from trajects.kader.views.inplaats import doe_meteen, klaar, toon_in_plaats, zoek_werknemer
from trajects.models import Talent
from trajects.profiel.forms.talent import Talentformulier
from trajects.profiel.talenten import haal_talent_weg, voeg_talenten_toe, zet_talent_terug
from trajects.profiel.views.competenties import SECTIE
from trajects.rechten import mag_plan_bewerken


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_plan_bewerken)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    form = Talentformulier(request.POST or None)
    talenten = form.probeer(
        lambda: voeg_talenten_toe(werknemer=werknemer, door=request.user, woorden=form.gesplitst())
    )
    if talenten is None:
        titel = f"Waar is {werknemer.voornaam} goed in?"
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=titel)
    woorden = ", ".join(talent.woorden for talent in talenten)
    return klaar(request, werknemer, SECTIE, f"Toegevoegd: {woorden}.")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_plan_bewerken)
def haal_weg(request: Verzoek, pk: int) -> HttpResponse:
    talent = _zoek(request, pk)
    werknemer = zoek_werknemer(request, talent.werknemer_id)
    if request.method == "POST":
        zin = f"“{talent}” is weggehaald. Je kunt het onder de talenten weer terugzetten."
        weg = partial(haal_talent_weg, talent, door=request.user)
        return doe_meteen(request, werknemer, SECTIE, weg, zin)
    return toon_in_plaats(
        request,
        werknemer,
        SECTIE,
        Formulier(),
        titel=f"“{talent}” weghalen?",
        knop="Haal weg",
        uitleg="Het staat dan niet meer op het plan. Je kunt het later terugzetten.",
    )


@require_POST
@vereist(mag_plan_bewerken)
def zet_terug(request: Verzoek, pk: int) -> HttpResponse:
    talent = _zoek(request, pk)
    werknemer = zoek_werknemer(request, talent.werknemer_id)
    terug = partial(zet_talent_terug, talent, door=request.user)
    return doe_meteen(request, werknemer, SECTIE, terug, f"“{talent}” staat weer op het plan.")


def _zoek(request: Verzoek, pk: int) -> Talent:
    return get_object_or_404(Talent.objects.zichtbaar_voor(request.user), pk=pk)
