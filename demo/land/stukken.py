"""Files beside notes, and what counsellors have begun to type; few of both."""

from functools import cache
from typing import Final

from demo.land.boek import Boek
from demo.land.kopie import Landtabel
from demo.land.logboek import NOTITIES
from demo.land.mensen import WERKNEMERS
from demo.land.organisaties import Team
from demo.land.toeval import Toeval
from gedeeld.versleuteling import versleutel_bytes
from trajects.models import Bijlage, Concept

BIJLAGEN: Final = Landtabel(Bijlage, "notitie bestandsnaam soort grootte inhoud door")
CONCEPTEN: Final = Landtabel(Concept, "gebruiker sleutel velden")

_AANTAL_BIJLAGEN: Final = 5
_PDF: Final = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@cache
def _versleuteld() -> bytes:
    """Once: encrypting is not what a country is made for."""
    return versleutel_bytes(_PDF)


def leg_stukken(boek: Boek, toeval: Toeval, team: Team) -> None:
    notities = boek.rijen[NOTITIES]
    for notitie in toeval.sample(notities, k=min(len(notities), _AANTAL_BIJLAGEN)):
        boek.schrijf(
            BIJLAGEN,
            notitie[0],
            "attest.pdf",
            "application/pdf",
            len(_PDF),
            _versleuteld(),
            team.coordinatoren[0],
        )
    for begeleider in team.begeleiders[::3]:
        werknemer = toeval.uit(boek.rijen[WERKNEMERS])[0]
        velden = {"tekst": ["Gebeld, nog te vervolledigen"]}
        boek.schrijf(CONCEPTEN, begeleider, f"notitie-{werknemer}", velden)
