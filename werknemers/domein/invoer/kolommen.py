"""The columns of the spreadsheet, by the title that users know them by."""

from enum import StrEnum
from typing import Final

from werknemers.domein.invoer.tekst import sleutel


class Kolom(StrEnum):
    PERSONEELSNUMMER = "Personeelsnummer"
    FAMILIENAAM = "Familienaam"
    VOORNAAM = "Voornaam"
    INSZ = "INSZ"
    GEBOORTEDATUM = "Geboortedatum"
    DIENST = "Dienst"
    BEGELEIDER = "Begeleider"
    FUNCTIE = "Functie"
    START_CONTRACT = "Start contract"
    EINDE_CONTRACT = "Einde contract"
    SOORT_CONTRACT = "Soort contract"
    BREUK = "Tewerkstellingsbreuk"
    MAANDLOON = "Bruto maandloon"
    SOORT_ADVIES = "Soort advies"
    BESLUITDATUM = "Besluitdatum"
    EINDE_ADVIES = "Einde advies"
    NIVEAU = "Begeleidingsniveau"
    EMAIL = "E-mail"
    GSM = "Gsm"
    VOERTAAL = "Voertaal"


# INSZ and birth date are not among them: a new employee may still wait for an INSZ, and the
# birth date follows from the INSZ when there is one.
VERPLICHT: Final = (
    Kolom.PERSONEELSNUMMER,
    Kolom.FAMILIENAAM,
    Kolom.VOORNAAM,
    Kolom.DIENST,
    Kolom.START_CONTRACT,
    Kolom.BREUK,
)

# The column that a download of refused rows adds; it comes back when the rows are mended.
REDEN: Final = "Reden van weigering"

_OP_SLEUTEL: Final = {sleutel(kolom.value): kolom for kolom in Kolom}


def kolom_van(titel: str) -> Kolom | None:
    """The column a header cell stands for; capitals, accents, spaces and signs do not matter."""
    return _OP_SLEUTEL.get(sleutel(titel))
