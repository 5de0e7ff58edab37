"""The work placements of an employee: planned, running, past."""

from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import vereist
from trajects.kader.forms.verwijder import Verwijderformulier
from trajects.kader.views.inplaats import Sectie, klaar, toon_in_plaats, zoek_werknemer
from trajects.models import Stage
from trajects.rechten import mag_plan_bewerken
from trajects.werk.forms.stage import Stageformulier
from trajects.werk.stages import stages_van, verwijder_stage, voeg_stage_toe, wijzig_stage
from werknemers.models import Werknemer

_METHODES: Final = ["GET", "HEAD", "POST"]


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "stages": stages_van(werknemer, vandaag()),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


SECTIE: Final = Sectie("stages", "Stages", "trajects:werk", _lees, "werk")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    form = Stageformulier(request.POST or None, record=None, gebruiker=request.user)
    stage = form.probeer(
        lambda: voeg_stage_toe(werknemer=werknemer, door=request.user, **form.gegevens())
    )
    if stage is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel="Een nieuwe stage")
    return klaar(request, werknemer, SECTIE, f"De stage bij {stage.werkgever} is bewaard.")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    stage = _zoek(request, pk)
    werknemer = zoek_werknemer(request, stage.werknemer_id)
    form = Stageformulier(request.POST or None, record=stage, gebruiker=request.user)
    bewaard = form.probeer(
        lambda: wijzig_stage(stage, door=request.user, gezien=form.gezien_op, **form.gegevens())
    )
    if bewaard is None:
        titel = f"De stage bij {stage.werkgever}"
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=titel)
    return klaar(request, werknemer, SECTIE, f"De stage bij {bewaard.werkgever} is bewaard.")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def verwijder(request: Verzoek, pk: int) -> HttpResponse:
    """For what was written down by mistake."""
    stage = _zoek(request, pk)
    werknemer = zoek_werknemer(request, stage.werknemer_id)
    form = Verwijderformulier(request.POST or None, record=stage)
    weg = form.probeer(lambda: verwijder_stage(stage, door=request.user, gezien=form.gezien_op))
    if weg is None:
        titel = f"Verwijder je de stage bij {stage.werkgever}?"
        uitleg = "Doe dit alleen als ze er nooit kwam. Een stage die voorbij is, blijft staan."
        return toon_in_plaats(
            request, werknemer, SECTIE, form, titel=titel, knop="Verwijder", uitleg=uitleg
        )
    return klaar(request, werknemer, SECTIE, f"De stage bij {stage.werkgever} is verwijderd.")


def _zoek(request: Verzoek, pk: int) -> Stage:
    zichtbaar = Stage.objects.zichtbaar_voor(request.user).select_related("werkgever")
    return get_object_or_404(zichtbaar, pk=pk)
