"""Habits of a column, carried out on its cells: what stands there, written as we read it.

A habit is kept and typed as words: "procenten", "uren op 38", "maand eerst".
"""

import re
import unicodedata
from collections.abc import MutableMapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from gedeeld.tijd import vandaag
from werknemers.domein.invoer.cel import Cel, Opmaakgetal
from werknemers.domein.invoer.datum import DAG_EERST, MAANDNUMMER, VOLUIT, WEEKDAG
from werknemers.domein.invoer.kolommen import DATUMS, Kolom
from werknemers.domein.invoer.tekst import schoon

PROCENTEN: Final = "procenten"
UREN: Final = "uren op"
DAG: Final = "dag eerst"
MAAND: Final = "maand eerst"
KORT: Final = ", jaar in twee cijfers"
DAG_KORT: Final = f"{DAG}{KORT}"
MAAND_KORT: Final = f"{MAAND}{KORT}"
FAMILIENAAM_EERST: Final = "familienaam eerst"
VOORNAAM_EERST: Final = "voornaam eerst"
# Nothing is done: what cannot be read, is refused row by row.
ZOALS_HET_ER_STAAT: Final = "zoals het er staat"

WEEK: Final = Decimal(38)
_LANGSTE_WEEK: Final = Decimal(60)
# Of what is no birth date, two figures from here on are of the century before.
_VORIGE_EEUW: Final = 70
_GETAL: Final = re.compile(r"(-?\d+(?:[.,]\d+)?) ?(?:u|uur|uren|h)?\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Datumtekst:
    """A date as it is typed: two numbers and a year, or a day, the name of a month and a year."""

    eerste: int
    tweede: int
    jaar: str
    in_cijfers: bool

    @property
    def kort(self) -> bool:
        return len(self.jaar) == 2


def uren_op(week: Decimal) -> str:
    """The habit of hours, of which `week` make a full-time week."""
    return f"{UREN} {f'{week.normalize():f}'.replace('.', ',')}"


def weekuren(gewoonte: str) -> Decimal | None:
    """The full-time week in "uren op 38"; None for another habit, or for no such week."""
    if not gewoonte.startswith(UREN):
        return None
    try:
        week = Decimal(gewoonte.removeprefix(UREN).strip().replace(",", "."))
    except InvalidOperation:
        return None
    return week if week.is_finite() and 0 < week <= _LANGSTE_WEEK else None


def soort_van(gewoonte: str) -> str:
    """The kind of a habit: that of hours whatever the week."""
    return UREN if weekuren(gewoonte) is not None else gewoonte


def kaal_getal(cel: Cel) -> Decimal | None:
    """A number without a sign that says of what: 80, "30,4 u"; None for 80% and 4/5."""
    if isinstance(cel, bool | Opmaakgetal):
        return None
    if isinstance(cel, int | float):
        getal = Decimal(repr(cel))
        return getal if getal.is_finite() else None
    vorm = _GETAL.fullmatch(schoon(cel)) if isinstance(cel, str) else None
    return Decimal(vorm[1].replace(",", ".")) if vorm else None


def lees_datumtekst(cel: Cel) -> Datumtekst | None:
    """The parts of a date that is text; None for a real date and for all else."""
    return _ontleed(cel) if isinstance(cel, str) else None


@lru_cache(maxsize=10_000)
def _ontleed(cel: str) -> Datumtekst | None:
    tekst = WEEKDAG.sub("", unicodedata.normalize("NFKC", schoon(cel)))
    if vorm := DAG_EERST.fullmatch(tekst):
        return Datumtekst(int(vorm[1]), int(vorm[3]), vorm[4], in_cijfers=True)
    vorm = VOLUIT.fullmatch(tekst.lower())
    if vorm is None or vorm[2] not in MAANDNUMMER:
        return None
    jaar = vorm[3].removeprefix("'")
    return Datumtekst(int(vorm[1]), MAANDNUMMER[vorm[2]], jaar, in_cijfers=False)


def pas_gewoonte_toe(cellen: MutableMapping[Kolom, Cel], kolom: Kolom, gewoonte: str) -> None:
    """Write the cell of this column as we read it, by the habit of the whole column."""
    cel = cellen.get(kolom)
    if cel is None or gewoonte in ("", ZOALS_HET_ER_STAAT):
        return
    if kolom is Kolom.BREUK:
        cellen[kolom] = _breuk(cel, gewoonte)
    elif kolom in DATUMS:
        cellen[kolom] = _datum(cel, kolom, gewoonte)
    elif kolom is Kolom.FAMILIENAAM and isinstance(cel, str):
        familienaam, voornaam = splits_naam(schoon(cel), gewoonte)
        cellen[Kolom.FAMILIENAAM] = familienaam
        if voornaam:
            cellen[Kolom.VOORNAAM] = voornaam


def _breuk(cel: Cel, gewoonte: str) -> Cel:
    getal = kaal_getal(cel)
    if getal is None:
        return cel
    tekst = _komma(getal)
    if gewoonte == PROCENTEN:
        return f"{tekst}%"
    week = weekuren(gewoonte)
    return cel if week is None else f"{tekst}/{_komma(week)}"


def _komma(getal: Decimal) -> str:
    return f"{getal.normalize():f}".replace(".", ",")


def _datum(cel: Cel, kolom: Kolom, gewoonte: str) -> Cel:
    datum = lees_datumtekst(cel)
    if datum is None or (datum.kort and not gewoonte.endswith(KORT)):
        return cel
    dag, maand = datum.eerste, datum.tweede
    if datum.in_cijfers and gewoonte.startswith(MAAND):
        dag, maand = maand, dag
    return f"{dag:02d}/{maand:02d}/{_jaar(datum, kolom)}"


def _jaar(datum: Datumtekst, kolom: Kolom) -> str:
    if not datum.kort:
        return datum.jaar
    grens = vandaag().year % 100 + 1 if kolom is Kolom.GEBOORTEDATUM else _VORIGE_EEUW
    return f"{'20' if int(datum.jaar) < grens else '19'}{datum.jaar}"


def splits_naam(naam: str, gewoonte: str) -> tuple[str, str]:
    """Family name and first name: what a comma parts, else one word at the side of the first
    name."""
    if "," in naam:
        familienaam, _, voornaam = naam.partition(",")
        return familienaam.strip() or voornaam.strip(), voornaam.strip() if familienaam else ""
    woorden = naam.split(" ")
    if len(woorden) == 1:
        return naam, ""
    if gewoonte == VOORNAAM_EERST:
        return " ".join(woorden[1:]), woorden[0]
    return " ".join(woorden[:-1]), woorden[-1]
