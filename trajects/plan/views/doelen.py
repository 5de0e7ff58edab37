"""Goals with their actions on the plan: add, change, reach or let go of a goal."""

from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import vereist
from gedeeld.weergeven import meervoud
from trajects.kader.uitstroombeeld import is_vertrokken
from trajects.kader.views.inplaats import Sectie, doe_meteen, klaar, toon_in_plaats, zoek_werknemer
from trajects.models import Actie, Doel, Traject
from trajects.plan.doelen import heropen_doel, sluit_doel, voeg_doel_toe, wijzig_doel
from trajects.plan.doelenbeeld import doelgroepen
from trajects.plan.forms.doel import Doelformulier, Doelsluiting
from trajects.plan.planvoorstel import ankers_van
from trajects.plan.sjablonen import past_bij, sjablonen_voor
from trajects.rechten import mag_plan_bewerken
from werknemers.models import Werknemer

_METHODES: Final = ["GET", "HEAD", "POST"]


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    lopend = next((traject for traject in werknemer.trajecten.all() if traject.loopt), None)
    groepen, mag_bewerken = doelgroepen(werknemer, lopend), mag_plan_bewerken(gebruiker)
    zonder_doel = lopend is not None and not any(groep.doel for groep in groepen)
    klaar = [groep for groep in groepen if groep.is_klaar]
    return {
        "groepen": [groep for groep in groepen if not groep.is_klaar],
        "klaar": klaar,
        "klaar_titel": meervoud(len(klaar), "doel dat klaar is", "doelen die klaar zijn"),
        "begin": _begin(werknemer) if zonder_doel and mag_bewerken else "",
        "er_loopt_een_traject": lopend is not None,
        "is_weg": lopend is None and is_vertrokken(werknemer.contracten.all(), vandaag()),
        "vandaag": vandaag(),
        "mag_bewerken": mag_bewerken,
    }


def _begin(werknemer: Werknemer) -> str:
    """What a plan without goals can begin with; "" when there is no template."""
    ankers = ankers_van(werknemer, vandaag())
    sjablonen = past_bij(sjablonen_voor(werknemer.organisatie_id), ankers)
    return f"Begin met “{sjablonen[0].naam}”" if sjablonen else ""


SECTIE: Final = Sectie("doelen", "Doelen en acties", "trajects:plan", _lees, "plan")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    traject = zoek_lopend(request, werknemer)
    form = Doelformulier(request.POST or None, record=None)
    doel = form.probeer(lambda: voeg_doel_toe(traject=traject, door=request.user, **form.velden()))
    if doel is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel="Een nieuw doel")
    return klaar(request, werknemer, SECTIE, "Het doel is bewaard. Welke acties horen erbij?")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    doel = _zoek(request, pk)
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
def sluit(request: Verzoek, pk: int) -> HttpResponse:
    """Reached or let go; also to put right what was said about it then."""
    doel = _zoek(request, pk)
    werknemer = zoek_werknemer(request, doel.traject.werknemer_id)
    open_ = Actie.objects.zichtbaar_voor(request.user).open().filter(doel=doel).count()
    form = Doelsluiting(request.POST or None, record=doel)
    gesloten = form.probeer(
        lambda: sluit_doel(doel, door=request.user, gezien=form.gezien_op, **form.slot())
    )
    if gesloten is None:
        uitleg = f"Bij dit doel {_nog_te_doen(open_)}." if open_ else ""
        titel = f"Hoe liep het af: {doel.titel}"
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=titel, uitleg=uitleg)
    return klaar(request, werknemer, SECTIE, f"Doel {gesloten.get_stand_display()}: {doel.titel}.")


@require_POST
@vereist(mag_plan_bewerken)
def heropen(request: Verzoek, pk: int) -> HttpResponse:
    doel = _zoek(request, pk)
    werknemer = zoek_werknemer(request, doel.traject.werknemer_id)
    return doe_meteen(
        request,
        werknemer,
        SECTIE,
        lambda: heropen_doel(doel, door=request.user),
        f"Jullie werken weer aan dit doel: {doel.titel}.",
    )


def _nog_te_doen(aantal: int) -> str:
    acties = meervoud(aantal, "actie nog te doen. Die vervalt", "acties nog te doen. Die vervallen")
    return f"{'is' if aantal == 1 else 'zijn'} {acties} als jullie het afsluiten"


def _zoek(request: Verzoek, pk: int) -> Doel:
    zichtbaar = Doel.objects.zichtbaar_voor(request.user).select_related("traject__werknemer")
    return get_object_or_404(zichtbaar, pk=pk)


def zoek_lopend(request: Verzoek, werknemer: Werknemer) -> Traject:
    """The running trajectory; 404 without one: there is nothing to hang a goal on."""
    traject = Traject.objects.zichtbaar_voor(request.user).lopend().filter(werknemer=werknemer)
    gevonden = traject.select_related("werknemer").first()
    if gevonden is None:
        raise Http404
    return gevonden
