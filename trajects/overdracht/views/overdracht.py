"""The warm hand-over: to whom, what was agreed, what may be shared and what was."""

from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.web import vereist
from trajects.kader.forms.verwijder import Verwijderformulier
from trajects.kader.views.inplaats import Sectie, doe_meteen, klaar, toon_in_plaats, zoek_werknemer
from trajects.keuzes import Checkpunt
from trajects.models import Overdracht
from trajects.overdracht.forms.overdracht import Overdrachtformulier
from trajects.overdracht.overdrachten import (
    lees_overdrachten,
    verwijder_overdracht,
    voeg_overdracht_toe,
    wijzig_overdracht,
    zet_checkpunt,
)
from trajects.rechten import mag_documenten_zien, mag_plan_bewerken
from werknemers.models import Werknemer

_METHODES: Final = ["GET", "HEAD", "POST"]


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "overdrachten": lees_overdrachten(werknemer),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
        "mag_documenten": mag_documenten_zien(gebruiker),
    }


SECTIE: Final = Sectie("overdracht", "Overdracht", "trajects:overgang", _lees, "overdracht")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    form = Overdrachtformulier(request.POST or None, record=None, gebruiker=request.user)
    overdracht = form.probeer(
        lambda: voeg_overdracht_toe(
            werknemer=werknemer,
            werkgever=form.werkgever_gekozen or "",
            door=request.user,
            **form.gegevens(),
        )
    )
    if overdracht is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel="Een nieuwe overdracht")
    return klaar(request, werknemer, SECTIE, f"De overdracht naar {overdracht.werkgever} staat er.")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    overdracht = zoek_overdracht(request, pk)
    werknemer = zoek_werknemer(request, overdracht.werknemer_id)
    form = Overdrachtformulier(request.POST or None, record=overdracht, gebruiker=request.user)
    bewaard = form.probeer(
        lambda: wijzig_overdracht(
            overdracht,
            door=request.user,
            gezien=form.gezien_op,
            werkgever=form.werkgever_gekozen,
            **form.gegevens(),
        )
    )
    if bewaard is None:
        titel = f"De overdracht naar {overdracht.werkgever}"
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=titel)
    return klaar(request, werknemer, SECTIE, "De overdracht is bewaard.")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def verwijder(request: Verzoek, pk: int) -> HttpResponse:
    """For what was written down by mistake."""
    overdracht = zoek_overdracht(request, pk)
    werknemer = zoek_werknemer(request, overdracht.werknemer_id)
    form = Verwijderformulier(request.POST or None, record=overdracht)
    weg = form.probeer(
        lambda: verwijder_overdracht(overdracht, door=request.user, gezien=form.gezien_op)
    )
    if weg is None:
        titel = f"Verwijder je de overdracht naar {overdracht.werkgever}?"
        uitleg = "Doe dit alleen bij een vergissing."
        return toon_in_plaats(
            request, werknemer, SECTIE, form, titel=titel, knop="Verwijder", uitleg=uitleg
        )
    return klaar(request, werknemer, SECTIE, "De overdracht is verwijderd.")


@require_POST
@vereist(mag_plan_bewerken)
def checkpunt(request: Verzoek, pk: int, punt: str) -> HttpResponse:
    """Tick one point of the checklist (`gedaan=1`), or untick it."""
    if punt not in Checkpunt.values:
        raise Http404
    overdracht = zoek_overdracht(request, pk)
    werknemer = zoek_werknemer(request, overdracht.werknemer_id)
    gekozen, gedaan = Checkpunt(punt), bool(request.POST.get("gedaan"))
    melding = f"{gekozen.label}: {'gedaan' if gedaan else 'nog te doen'}."
    return doe_meteen(
        request,
        werknemer,
        SECTIE,
        lambda: zet_checkpunt(overdracht, door=request.user, punt=gekozen, gedaan=gedaan),
        melding,
    )


def zoek_overdracht(request: Verzoek, pk: int) -> Overdracht:
    zichtbaar = Overdracht.objects.zichtbaar_voor(request.user)
    return get_object_or_404(zichtbaar.select_related("werkgever"), pk=pk)
