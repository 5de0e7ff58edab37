"""The list of employees as a spreadsheet: exactly those who are found, in the same order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gedeeld.rekenblad import Kolom as Bladkolom
from gedeeld.rekenblad import Werkmap
from trajects.kader.caseload import CaseloadQuerySet
from trajects.kader.horizon import horizon_van, laatste_dag_van
from trajects.keuzes import Fase


@dataclass(frozen=True, slots=True)
class Kolom:
    kop: str
    breedte: int
    waarde: Callable[[Any, date], str | date | None]


_KOLOMMEN: Final = (
    Kolom("Personeelsnummer", 18, lambda rij, op: rij.personeelsnummer),
    Kolom("Familienaam", 22, lambda rij, op: rij.familienaam),
    Kolom("Voornaam", 18, lambda rij, op: rij.voornaam),
    Kolom("Dienst", 24, lambda rij, op: ", ".join(rij.diensten)),
    Kolom("Begeleider", 22, lambda rij, op: rij.begeleider_naam),
    Kolom("Einde ondersteuning", 20, lambda rij, op: laatste_dag_van(rij.steun_tot)),
    Kolom("Wanneer", 20, lambda rij, op: horizon_van(rij.steun, rij.steun_tot, op).label),
)
_KOLOMMEN_PLAN: Final = (
    Kolom("Fase", 14, lambda rij, op: Fase(rij.fase).label if rij.fase else ""),
    Kolom("Jobdoelwit", 36, lambda rij, op: rij.jobdoelwit or ""),
    Kolom("Beoogde uitstroom", 18, lambda rij, op: rij.beoogde_uitstroom),
)


def schrijf_werknemers(mensen: CaseloadQuerySet, op: date, *, met_plan: bool) -> bytes:
    """The workbook with one row per employee; phase and goal only for who may see the plan."""
    kolommen = _KOLOMMEN + (_KOLOMMEN_PLAN if met_plan else ())
    koppen = [Bladkolom(kolom.kop, kolom.breedte) for kolom in kolommen]
    werkmap = Werkmap("Werknemers")
    rijen = _rijen(mensen, op, kolommen)
    werkmap.blad("Werknemers", koppen, rijen, vaste_kolommen=0, filters=True)
    return werkmap.inhoud()


def _rijen(
    mensen: CaseloadQuerySet, op: date, kolommen: tuple[Kolom, ...]
) -> Iterator[list[str | date | None]]:
    for rij in mensen.iterator(chunk_size=1000):
        yield [kolom.waarde(rij, op) for kolom in kolommen]
