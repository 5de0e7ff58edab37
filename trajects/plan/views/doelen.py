"""Goals with their actions on the plan: add, change, reach or let go of a goal."""

from typing import Any, Final

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, vereist
from gedeeld.weergeven import meervoud
from trajects.kader.uitstroombeeld import is_vertrokken
from trajects.kader.views.inplaats import Sectie, zoek_werknemer
from trajects.kader.views.onderdeel import Onderdeel, verwerk
from trajects.models import Actie, Doel, Traject
from trajects.plan.doelen import heropen_doel, sluit_doel, voeg_doel_toe, wijzig_doel
from trajects.plan.doelenbeeld import doelgroepen
from trajects.plan.forms.doel import Doelformulier, Doelsluiting
from trajects.plan.passende_sjablonen import past_bij, sjablonen_voor
from trajects.plan.planvoorstel import ankers_van
from trajects.rechten import mag_plan_bewerken
from werknemers.models import Werknemer


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


_DOEL: Final = Onderdeel(
    SECTIE,
    lambda wie: Doel.objects.zichtbaar_voor(wie).select_related("traject__werknemer"),
    Doelformulier,
    eigenaar="traject.werknemer_id",
)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    traject = zoek_lopend(request, werknemer)
    form = Doelformulier(request.POST or None, record=None)
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: voeg_doel_toe(traject=traject, door=request.user, **form.gegevens()),
        titel="Een nieuw doel",
        melding="Het doel is bewaard. Welke acties horen erbij?",
    )


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    titel, melding = "Pas het doel aan", "Het doel is bewaard."
    return _DOEL.bewerk(request, pk, wijzig_doel, titel, melding)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def sluit(request: Verzoek, pk: int) -> HttpResponse:
    """Reached or let go; also to put right what was said about it then."""
    return _DOEL.bewerk(
        request,
        pk,
        sluit_doel,
        "Hoe liep het af: {0.titel}",
        lambda doel: f"Doel {doel.get_stand_display()}: {doel.titel}.",
        formulier=Doelsluiting,
        uitleg=lambda doel: _nog_te_doen(doel, request.user),
    )


@require_POST
@vereist(mag_plan_bewerken)
def heropen(request: Verzoek, pk: int) -> HttpResponse:
    return _DOEL.doe(request, pk, heropen_doel, "Jullie werken weer aan dit doel: {0.titel}.")


def _nog_te_doen(doel: Doel, gebruiker: Gebruiker) -> str:
    """What falls away with the goal; "" when nothing does."""
    aantal = Actie.objects.zichtbaar_voor(gebruiker).open().filter(doel=doel).count()
    if not aantal:
        return ""
    acties = meervoud(aantal, "actie nog te doen. Die vervalt", "acties nog te doen. Die vervallen")
    return f"Bij dit doel {'is' if aantal == 1 else 'zijn'} {acties} als jullie het afsluiten."


def zoek_lopend(request: Verzoek, werknemer: Werknemer) -> Traject:
    """The running trajectory; 404 without one: there is nothing to hang a goal on."""
    traject = Traject.objects.zichtbaar_voor(request.user).lopend().filter(werknemer=werknemer)
    gevonden = traject.select_related("werknemer").first()
    if gevonden is None:
        raise Http404
    return gevonden
