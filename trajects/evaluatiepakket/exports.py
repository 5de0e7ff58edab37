"""The evaluation pack on paper, and apart from it what is missing; ordered for download.

What is missing is for the organisation, and no part of what VDAB gets: so it is a paper of its own.
"""

from collections.abc import Iterator
from typing import Final

from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from gebruikers.models import Gebruiker
from gedeeld.bestandsnaam import bestandsnaam
from gedeeld.tijd import vandaag
from gedeeld.uitvoer.soorten import GemaaktBestand, Parameters, Uitvoersoort
from gedeeld.web import PDF
from trajects.evaluatiepakket.adressen import adres_op_papier
from trajects.evaluatiepakket.feiten import Vindplaats
from trajects.evaluatiepakket.pakket import Evaluatiepakket, stel_pakket_samen
from trajects.rechten import mag_documenten_zien
from werknemers.models import Werknemer
from werknemers.models.werknemer import WerknemerQuerySet

_STIJL: Final = ("css/pdf.css", "css/pdf-evaluatie.css")


def maak_pakket(pakket: Evaluatiepakket) -> bytes:
    """The tagged PDF; the same pack on the same day gives the same bytes."""
    # WeasyPrint takes more than a second to import; only who prints waits for it.
    from gedeeld.pdf import maak_pdf

    return maak_pdf(pakket_html(pakket), *_STIJL)


def pakket_html(pakket: Evaluatiepakket) -> str:
    """The page that becomes the PDF."""
    context = {
        "pakket": pakket,
        "delen": [
            (deel, [(feit, _adres(pakket, feit.plaats)) for feit in deel.feiten])
            for deel in pakket.delen
        ],
        "adressen": [(plaats, _adres(pakket, plaats)) for plaats in _plaatsen(pakket)],
    }
    return render_to_string("trajects/evaluatiepakket/papier.html", context)


def maak_leemtes(pakket: Evaluatiepakket) -> bytes:
    """The list of what is missing, with where to write it; bytes as of `maak_pakket`."""
    # As above.
    from gedeeld.pdf import maak_pdf

    leemtes = [(leemte, _adres(pakket, leemte.plaats)) for leemte in pakket.leemtes]
    context = {"pakket": pakket, "leemtes": leemtes}
    html = render_to_string("trajects/evaluatiepakket/leemtes_papier.html", context)
    return maak_pdf(html, *_STIJL)


def _adres(pakket: Evaluatiepakket, plaats: Vindplaats) -> str:
    return adres_op_papier(plaats, pakket.werknemer)


def _plaatsen(pakket: Evaluatiepakket) -> list[Vindplaats]:
    """Those that the paper names, each once."""
    genoemd = {feit.plaats for deel in pakket.delen for feit in deel.feiten}
    return [plaats for plaats in Vindplaats if plaats in genoemd or plaats == Vindplaats.VERZOEK]


def _zichtbaar(gebruiker: Gebruiker) -> WerknemerQuerySet:
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker)
    return zichtbaar.select_related("organisatie", "begeleider", "begeleidingsteam")


def _pakket(gebruiker: Gebruiker, parameters: Parameters) -> Evaluatiepakket:
    werknemer = get_object_or_404(_zichtbaar(gebruiker), pk=parameters["werknemer"])
    return stel_pakket_samen(werknemer, vandaag())


def _bestand(wat: str, pakket: Evaluatiepakket, inhoud: bytes) -> GemaaktBestand:
    return GemaaktBestand(
        bestandsnaam(wat, pakket.werknemer.personeelsnummer, pakket.op), PDF, inhoud
    )


def _evaluatie(gebruiker: Gebruiker, parameters: Parameters) -> Iterator[GemaaktBestand]:
    pakket = _pakket(gebruiker, parameters)
    yield _bestand("evaluatie", pakket, maak_pakket(pakket))


def _leemtes(gebruiker: Gebruiker, parameters: Parameters) -> Iterator[GemaaktBestand]:
    pakket = _pakket(gebruiker, parameters)
    yield _bestand("evaluatie-ontbreekt", pakket, maak_leemtes(pakket))


def _mag(gebruiker: Gebruiker, parameters: Parameters) -> bool:
    return _zichtbaar(gebruiker).filter(pk=parameters["werknemer"]).exists()


EVALUATIE: Final = Uitvoersoort("evaluatie", mag_documenten_zien, _evaluatie, _mag)
LEEMTES: Final = Uitvoersoort("evaluatieleemtes", mag_documenten_zien, _leemtes, _mag)
