"""What the trail keeps of the values that everybody or an organisation counts with: they say
nothing about people.

Of what was written beside them it keeps only that it changed.
"""

from typing import Any, Final

from gedeeld.schrijver import Schrijver
from regels.models import Bron, Regelparameter, Regeltabel, Startpakket, Wetsvraag

_ERBIJ: Final = ("plaats", "citaat", "toelichting")


def _schijven(pakket: Startpakket) -> dict[str, Any]:
    return {"schijven": pakket.treden}


PARAMETERS: Final = Schrijver(
    Regelparameter,
    organisatie="organisatie_id",
    spoor=(
        "code",
        "organisatie",
        "waarde",
        "geldig",
        "bron",
        "bronvermelding",
        "zekerheid",
        "nagekeken_op",
    ),
    verzwegen=("tegenspraak", *_ERBIJ),
)
TABELLEN: Final = Schrijver(
    Regeltabel,
    spoor=("code", "geldig", "rijen", "bron", "zekerheid", "nagekeken_op"),
    verzwegen=("tegenspraak", *_ERBIJ),
)
STARTPAKKETTEN: Final = Schrijver(
    Startpakket,
    spoor=("soort", "variant", "geldig", "standaard", "bron", "nagekeken_op", "schijven"),
    verzwegen=_ERBIJ,
    bij_verwijderen=_schijven,
)
BRONNEN: Final = Schrijver(Bron, spoor=("code", "titel", "adres", "datum", "zekerheid"))
WETSVRAGEN: Final = Schrijver(
    Wetsvraag,
    organisatie="organisatie_id",
    spoor=("organisatie", "vraag", "gesteld_op"),
    verzwegen=("antwoord", "door"),
)
