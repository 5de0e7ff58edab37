"""Files beside notes, what counsellors have begun to type, and their calendars; few of each."""

from datetime import date
from functools import cache
from typing import Final

from demo.land.boek import Boek
from demo.land.dagtijd import in_de_vroegte
from demo.land.kopie import Landtabel
from demo.land.logboek import NOTITIES
from demo.land.mensen import WERKNEMERS
from demo.land.organisaties import Team
from demo.land.toeval import Toeval
from gedeeld.versleuteling import versleutel_bytes
from trajects.keuzes import Titelkeuze
from trajects.models import Agendakoppeling, Bijlage, Concept

BIJLAGEN: Final = Landtabel(Bijlage, "notitie bestandsnaam soort grootte inhoud door")
AGENDAS: Final = Landtabel(Agendakoppeling, "gebruiker sleutelhash titels gemaakt_op")
CONCEPTEN: Final = Landtabel(Concept, "gebruiker sleutel velden")

_AANTAL_BIJLAGEN: Final = 5
_PDF: Final = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@cache
def _versleuteld() -> bytes:
    """Once: encrypting is not what a country is made for."""
    return versleutel_bytes(_PDF)


def leg_stukken(boek: Boek, toeval: Toeval, team: Team, op: date) -> None:
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
        # Of a key that nobody was given.
        geheim = f"{toeval.getrandbits(256):064x}"
        boek.schrijf(AGENDAS, begeleider, geheim, Titelkeuze.WAT.value, in_de_vroegte(op))
