"""The columns of the spreadsheet, by the title that users know them by."""

from collections.abc import Collection
from enum import StrEnum
from typing import Final


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


def is_loonblad(kolommen: Collection[Kolom]) -> bool:
    """Whether a sheet with these columns holds wage records and nothing of employees: none can come
    in without the first day of the contract."""
    return Kolom.REFERTELOON in kolommen and Kolom.START_CONTRACT not in kolommen


def ontbrekende(kolommen: Collection[Kolom], *, hele_naam: bool = False) -> tuple[Kolom, ...]:
    """What a sheet with these columns misses; `hele_naam`: one cell holds both names."""
    verplicht = VERPLICHT_BIJ_LOON if is_loonblad(kolommen) else VERPLICHT
    mist = [kolom for kolom in verplicht if kolom not in kolommen]
    if hele_naam and Kolom.FAMILIENAAM in kolommen:
        mist = [kolom for kolom in mist if kolom is not Kolom.VOORNAAM]
    return tuple(mist)
