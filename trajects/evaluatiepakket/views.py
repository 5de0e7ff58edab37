"""The evaluation pack of one employee: what is missing, the parts, the request, and the PDF."""

from collections.abc import Iterable
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gebruikers.views.uitvoer import begin_uitvoer
from gedeeld.tijd import vandaag
from gedeeld.uitvoer.bestelling import Bestelling
from gedeeld.uitvoer.soorten import Uitvoersoort
from gedeeld.web import METHODES, vereist
from trajects.evaluatiepakket.adressen import pad_naar
from trajects.evaluatiepakket.exports import EVALUATIE, LEEMTES
from trajects.evaluatiepakket.feiten import Pakketdeel
from trajects.evaluatiepakket.forms import Planversieformulier, Verzoektekstformulier
from trajects.evaluatiepakket.pakket import stel_pakket_samen
from trajects.evaluatiepakket.planversies import (
    verwijder_planversie,
    voeg_planversie_toe,
    wijzig_planversie,
)
from trajects.evaluatiepakket.verzoek import schrijf_verzoektekst
from trajects.evaluatiepakket.verzoekbeeld import tekst_onder
from trajects.kader.views.inplaats import Sectie, toon_paginasecties, zoek_werknemer
from trajects.kader.views.onderdeel import Onderdeel, verwerk
from trajects.keuzes import Verzoekkop
from trajects.models import Planversie
from trajects.rechten import mag_documenten_zien, mag_plan_bewerken, mag_plan_zien
from werknemers.models import Werknemer


def _met_paden(delen: Iterable[Pakketdeel], werknemer: Werknemer) -> list[Any]:
    """Each part with its facts, and where each of these is kept."""
    return [
        (deel, [(feit, pad_naar(feit.plaats, werknemer)) for feit in deel.feiten]) for deel in delen
    ]


def _lees_verzoek(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    """The request needs the facts of all parts; the page takes the parts from here too."""
    pakket = stel_pakket_samen(werknemer, vandaag())
    return {
        "koppen": [(kop, _met_paden(delen, werknemer)) for kop, delen in pakket.verzoek],
        "delen": _met_paden(pakket.delen, werknemer),
        "leemtes": [(leemte, pad_naar(leemte.plaats, werknemer)) for leemte in pakket.leemtes],
        "mag_bewerken": mag_plan_bewerken(gebruiker),
        "mag_documenten": mag_documenten_zien(gebruiker),
    }


def _lees_planversies(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "versies": list(werknemer.planversies.all()),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


VERZOEK: Final = Sectie(
    "verzoek", "Gemotiveerd verzoek", "trajects:evaluatie", _lees_verzoek, "evaluatiepakket"
)
PLANVERSIES: Final = Sectie(
    "planversies",
    "Versies van het ondersteuningsplan",
    "trajects:evaluatie",
    _lees_planversies,
    "evaluatiepakket",
)
SECTIES: Final = (VERZOEK, PLANVERSIES)


@require_safe
@vereist(mag_plan_zien)
def pagina(request: Verzoek, pk: int) -> HttpResponse:
    """Above the request, which can be written, stand the parts that it is written from."""
    template = "trajects/evaluatiepakket/pagina.html"
    return toon_paginasecties(request, pk, "evaluatie", "Evaluatie", SECTIES, template=template)


@require_POST
@vereist(mag_documenten_zien)
def pakket_pdf(request: Verzoek, pk: int) -> HttpResponse:
    return _bestel(request, pk, EVALUATIE, "Evaluatie van {}")


@require_POST
@vereist(mag_documenten_zien)
def leemtes_pdf(request: Verzoek, pk: int) -> HttpResponse:
    return _bestel(request, pk, LEEMTES, "Wat ontbreekt voor de evaluatie van {}")


def _bestel(request: Verzoek, pk: int, soort: Uitvoersoort, titel: str) -> HttpResponse:
    werknemer = get_object_or_404(Werknemer.objects.zichtbaar_voor(request.user), pk=pk)
    bestelling = Bestelling(
        soort,
        titel=titel.format(werknemer.naam),
        terug=reverse("trajects:evaluatie", args=[pk]),
        parameters={"werknemer": pk},
    )
    return begin_uitvoer(request, bestelling)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def verzoek_bewerk(request: Verzoek, pk: int, kop: str) -> HttpResponse:
    """The text under one heading, with the facts that lie beside it."""
    werknemer = zoek_werknemer(request, pk)
    if kop not in Verzoekkop:
        raise Http404
    gekozen = Verzoekkop(kop)
    form = Verzoektekstformulier(request.POST or None, record=tekst_onder(werknemer, gekozen))
    pakket = stel_pakket_samen(werknemer, vandaag())
    return verwerk(
        request,
        werknemer,
        VERZOEK,
        form,
        lambda: schrijf_verzoektekst(
            werknemer=werknemer,
            kop=gekozen,
            door=request.user,
            gezien=form.gezien_op,
            **form.gegevens(),
        ),
        titel=gekozen.label,
        melding=f"“{gekozen.label}” is bewaard.",
        naast="trajects/evaluatiepakket/feiten_erbij.html",
        delen=_met_paden(pakket.delen_bij(gekozen), werknemer),
    )


# --- versions of the support plan ------------------------------------------------------------

_VERSIE: Final = Onderdeel(PLANVERSIES, Planversie.objects.zichtbaar_voor, Planversieformulier)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def planversie_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    titel = "Een versie van het ondersteuningsplan"
    melding = "De versie is bewaard."
    return _VERSIE.nieuw(request, pk, voeg_planversie_toe, titel, melding)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def planversie_bewerk(request: Verzoek, pk: int) -> HttpResponse:
    titel, melding = "Pas deze versie aan", "De versie is bewaard."
    return _VERSIE.bewerk(request, pk, wijzig_planversie, titel, melding)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def planversie_weg(request: Verzoek, pk: int) -> HttpResponse:
    titel = "Verwijder je de versie van {0.op:%d/%m/%Y}?"
    melding = "De versie is verwijderd."
    return _VERSIE.verwijder(request, pk, verwijder_planversie, titel, melding)
