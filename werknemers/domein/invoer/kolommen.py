"""The columns of the spreadsheet, by the title that users know them by."""

from collections.abc import Collection
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
    KWARTAAL = "Kwartaal"
    REFERTELOON = "Referteloon"
    BETAALDE_UREN = "Betaalde uren"


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

# Of a sheet that holds nothing but what the payroll office counted.
VERPLICHT_BIJ_LOON: Final = (Kolom.PERSONEELSNUMMER, Kolom.KWARTAAL, Kolom.REFERTELOON)
# What such a sheet may name beside: the name is compared, the rest is left alone.
BIJ_LOON: Final = frozenset(
    {*VERPLICHT_BIJ_LOON, Kolom.BETAALDE_UREN, Kolom.FAMILIENAAM, Kolom.VOORNAAM}
)

# Without any of these a row is about nobody.
WIE: Final = frozenset({Kolom.PERSONEELSNUMMER, Kolom.FAMILIENAAM, Kolom.VOORNAAM, Kolom.INSZ})
DATUMS: Final = frozenset(
    {
        Kolom.GEBOORTEDATUM,
        Kolom.START_CONTRACT,
        Kolom.EINDE_CONTRACT,
        Kolom.BESLUITDATUM,
        Kolom.EINDE_ADVIES,
    }
)

# The column that a download of refused rows adds; it comes back when the rows are mended.
REDEN: Final = "Reden van weigering"

# As payroll offices call them.
_ANDERS_GENOEMD: Final = {
    "Personeelsnr.": Kolom.PERSONEELSNUMMER,
    "Stamnummer": Kolom.PERSONEELSNUMMER,
    "Kw.": Kolom.KWARTAAL,
    "Trim.": Kolom.KWARTAAL,
    "Trimester": Kolom.KWARTAAL,
    "Loonkost": Kolom.REFERTELOON,
    "Loonkost kwartaal": Kolom.REFERTELOON,
    "Loonkost per kwartaal": Kolom.REFERTELOON,
    "Referteloon kwartaal": Kolom.REFERTELOON,
    "Referteloon per kwartaal": Kolom.REFERTELOON,
    "Bezoldigde uren": Kolom.BETAALDE_UREN,
    "Uren betaald": Kolom.BETAALDE_UREN,
}
_OP_SLEUTEL: Final = {sleutel(titel): kolom for titel, kolom in _ANDERS_GENOEMD.items()} | {
    sleutel(kolom.value): kolom for kolom in Kolom
}


def kolom_van(titel: str) -> Kolom | None:
    """The column a header cell stands for; capitals, accents, spaces and signs do not matter."""
    return _OP_SLEUTEL.get(sleutel(titel))


def is_loonblad(kolommen: Collection[Kolom]) -> bool:
    """Whether a sheet with these columns holds wage records and nothing of employees: none can come
    in without the first day of the contract."""
    return Kolom.REFERTELOON in kolommen and Kolom.START_CONTRACT not in kolommen
