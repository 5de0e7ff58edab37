"""Where an employee applied, and what came of it."""

from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.web import vereist
from trajects.kader.forms.verwijder import Verwijderformulier
from trajects.kader.views.inplaats import Sectie, klaar, toon_in_plaats, zoek_werknemer
from trajects.models import Sollicitatie
from trajects.rechten import mag_plan_bewerken
from trajects.werk.forms.sollicitatie import Sollicitatieformulier
from trajects.werk.sollicitaties import (
    verwijder_sollicitatie,
    voeg_sollicitatie_toe,
    wijzig_sollicitatie,
)
from werknemers.models import Werknemer

_METHODES: Final = ["GET", "HEAD", "POST"]


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "sollicitaties": list(werknemer.sollicitaties.select_related("werkgever")),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


SECTIE: Final = Sectie("sollicitaties", "Sollicitaties", "trajects:werk", _lees, "werk")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    form = Sollicitatieformulier(request.POST or None, record=None, gebruiker=request.user)
    sollicitatie = form.probeer(
        lambda: voeg_sollicitatie_toe(werknemer=werknemer, door=request.user, **form.gegevens())
    )
    if sollicitatie is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel="Een nieuwe sollicitatie")
    return klaar(request, werknemer, SECTIE, "De sollicitatie is bewaard.")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    sollicitatie = _zoek(request, pk)
    werknemer = zoek_werknemer(request, sollicitatie.werknemer_id)
    form = Sollicitatieformulier(request.POST or None, record=sollicitatie, gebruiker=request.user)
    bewaard = form.probeer(
        lambda: wijzig_sollicitatie(
            sollicitatie, door=request.user, gezien=form.gezien_op, **form.gegevens()
        )
    )
    if bewaard is None:
        titel = f"De sollicitatie voor {sollicitatie.vacature}"
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=titel)
    return klaar(request, werknemer, SECTIE, "De sollicitatie is bewaard.")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def verwijder(request: Verzoek, pk: int) -> HttpResponse:
    """For what was written down by mistake."""
    sollicitatie = _zoek(request, pk)
    werknemer = zoek_werknemer(request, sollicitatie.werknemer_id)
    form = Verwijderformulier(request.POST or None, record=sollicitatie)
    weg = form.probeer(
        lambda: verwijder_sollicitatie(sollicitatie, door=request.user, gezien=form.gezien_op)
    )
    if weg is None:
        titel = f"Verwijder je de sollicitatie voor {sollicitatie.vacature}?"
        uitleg = "Doe dit alleen als ze hier per vergissing staat."
        return toon_in_plaats(
            request, werknemer, SECTIE, form, titel=titel, knop="Verwijder", uitleg=uitleg
        )
    return klaar(request, werknemer, SECTIE, "De sollicitatie is verwijderd.")


def _zoek(request: Verzoek, pk: int) -> Sollicitatie:
    zichtbaar = Sollicitatie.objects.zichtbaar_voor(request.user).select_related("werkgever")
    return get_object_or_404(zichtbaar, pk=pk)
