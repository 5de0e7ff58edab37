"""Goals with their actions on the plan: add and change a goal, start from a template."""

from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from doorstroom.gedeeld.tijd import vandaag
from doorstroom.gedeeld.web import vereist
from doorstroom.gedeeld.weergeven import meervoud
from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from trajects.domein.doelen import voeg_doel_toe, wijzig_doel
from trajects.domein.doelenbeeld import doelgroepen
from trajects.domein.sjablonen import ankers_van, pas_toe, past_bij, sjablonen_voor, stel_voor
from trajects.forms.doel import Doelformulier
from trajects.forms.sjabloonkeuze import Sjabloonkeuze
from trajects.models import Doel, Traject
from trajects.rechten import mag_plan_bewerken
from trajects.views.inplaats import Sectie, klaar, toon_in_plaats, zoek_werknemer
from werknemers.models import Werknemer

_METHODES: Final = ["GET", "HEAD", "POST"]


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    lopend = next((traject for traject in werknemer.trajecten.all() if traject.loopt), None)
    return {
        "groepen": doelgroepen(werknemer, lopend),
        "er_loopt_een_traject": lopend is not None,
        "vandaag": vandaag(),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


SECTIE: Final = Sectie("doelen", "Doelen en acties", "trajects:plan", _lees)


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    traject = _lopend(request, werknemer)
    form = Doelformulier(request.POST or None, record=None)
    doel = form.probeer(lambda: voeg_doel_toe(traject=traject, door=request.user, **form.velden()))
    if doel is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel="Een nieuw doel")
    return klaar(request, werknemer, SECTIE, "Het doel is bewaard. Welke acties horen erbij?")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    zichtbaar = Doel.objects.zichtbaar_voor(request.user).select_related("traject__werknemer")
    doel = get_object_or_404(zichtbaar, pk=pk)
    werknemer = zoek_werknemer(request, doel.traject.werknemer_id)
    form = Doelformulier(request.POST or None, record=doel)
    bewaard = form.probeer(
        lambda: wijzig_doel(doel, door=request.user, gezien=form.gezien_op, **form.velden())
    )
    if bewaard is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel="Pas het doel aan")
    return klaar(request, werknemer, SECTIE, "Het doel is bewaard.")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def sjabloon(request: Verzoek, pk: int) -> HttpResponse:
    """Choose a template, see what it comes to, put it into the plan."""
    werknemer = zoek_werknemer(request, pk)
    traject = _lopend(request, werknemer)
    ankers = ankers_van(werknemer, vandaag())
    sjablonen = past_bij(sjablonen_voor(werknemer.organisatie_id), ankers)
    form = Sjabloonkeuze(request.POST or None, sjablonen=sjablonen)
    aantal = None
    if "bekijk" not in request.POST:
        aantal = form.probeer(lambda: pas_toe(traject=traject, door=request.user, **form.keuze()))
    if aantal is not None:
        return klaar(request, werknemer, SECTIE, _toegepast(aantal))
    return toon_in_plaats(
        request,
        werknemer,
        SECTIE,
        form,
        titel="Begin met een plan",
        knop="Zet in het plan",
        erbij="trajects/inplaats_erbij/sjabloon.html",
        voorstellen=stel_voor(form.gekozen, traject, ankers) if form.gekozen else [],
        vandaag=vandaag(),
    )


def _toegepast(aantal: int) -> str:
    if not aantal:
        return "Alles uit dit plan staat er al. Er is niets dubbel toegevoegd."
    return f"{meervoud(aantal, 'actie staat', 'acties staan')} in het plan."


def _lopend(request: Verzoek, werknemer: Werknemer) -> Traject:
    """The running trajectory; 404 without one: there is nothing to hang a goal on."""
    traject = Traject.objects.zichtbaar_voor(request.user).lopend().filter(werknemer=werknemer)
    gevonden = traject.select_related("werknemer").first()
    if gevonden is None:
        raise Http404
    return gevonden
