"""The transition plan of one employee: ordered for download, and each time it was gone through."""

from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gebruikers.views.uitvoer import begin_uitvoer
from gedeeld.uitvoer.bestelling import Bestelling
from gedeeld.web import METHODES, terug_naar, vereist
from gedeeld.weergeven import datum_voluit
from trajects.kader.views.inplaats import Sectie
from trajects.kader.views.onderdeel import Onderdeel
from trajects.models import Planbespreking
from trajects.plan_pdf.exports import PLAN
from trajects.plan_pdf.forms import Planbesprekingformulier
from trajects.plan_pdf.planbesprekingen import (
    noteer_bespreking,
    verwijder_bespreking,
    wijzig_bespreking,
)
from trajects.rechten import mag_documenten_zien, mag_openheid_vastleggen, mag_plan_bewerken
from werknemers.models import Werknemer


@require_POST
@vereist(mag_documenten_zien)
def plan_pdf(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = get_object_or_404(Werknemer.objects.zichtbaar_voor(request.user), pk=pk)
    bestelling = Bestelling(
        PLAN,
        titel=f"Doorstroomplan van {werknemer.naam}",
        terug=terug_naar(request) or reverse("trajects:werknemer", args=[pk]),
        parameters={"werknemer": pk},
    )
    return begin_uitvoer(request, bestelling)


# --- gone through ----------------------------------------------------------------------------


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "besprekingen": list(werknemer.planbesprekingen.select_related("door")),
        "mag_vastleggen": mag_openheid_vastleggen(gebruiker),
        "mag_verwijderen": mag_plan_bewerken(gebruiker),
        "mag_documenten": mag_documenten_zien(gebruiker),
    }


def _over_wie(_: Verzoek, werknemer: Werknemer, __: Planbespreking | None) -> dict[str, Any]:
    return {"werknemer": werknemer}


SECTIE: Final = Sectie(
    "planbesprekingen", "Doorstroomplan besproken", "trajects:plan", _lees, "plan_pdf"
)
_BESPREKING: Final = Onderdeel(
    SECTIE, Planbespreking.objects.zichtbaar_voor, Planbesprekingformulier, mee=_over_wie
)


@require_http_methods(METHODES)
@vereist(mag_openheid_vastleggen)
def planbespreking_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    titel = "Het doorstroomplan besproken met {0.voornaam}"
    melding = "De bespreking van het plan is bewaard."
    return _BESPREKING.nieuw(request, pk, noteer_bespreking, titel, melding)


@require_http_methods(METHODES)
@vereist(mag_openheid_vastleggen)
def planbespreking_bewerk(request: Verzoek, pk: int) -> HttpResponse:
    return _BESPREKING.bewerk(
        request,
        pk,
        wijzig_bespreking,
        "Verbeter wat er staat over deze bespreking",
        "De bespreking van het plan is bewaard.",
        uitleg="Kwam er later een ander antwoord? Noteer dan een nieuwe bespreking: deze blijft.",
    )


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def planbespreking_verwijder(request: Verzoek, pk: int) -> HttpResponse:
    return _BESPREKING.verwijder(
        request,
        pk,
        verwijder_bespreking,
        "Deze bespreking verwijderen?",
        "De bespreking van het plan is weg.",
        knop="Verwijder deze bespreking",
        uitleg=lambda bespreking: (
            f"Je verwijdert de bespreking van {datum_voluit(bespreking.besproken_op)}. "
            "Doe dit alleen bij een vergissing: je kunt ze niet terughalen."
        ),
    )
