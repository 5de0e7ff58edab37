"""The board: a column for each phase that runs, the employees in it as cards."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from trajects.kader.caseload import CaseloadQuerySet, met_einde
from trajects.kader.horizon import Einde
from trajects.keuzes import LOPENDE_FASEN, Fase
from trajects.traject.aandacht import aandacht_van, met_aandacht
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Kaart:
    """One employee: a row of `caseload`, the end of support in words, and what is missing.

    `einde` is None in aftercare of who left: nothing to hurry for.
    """

    werknemer: Werknemer
    einde: Einde | None
    ontbreekt: list[str]


@dataclass(frozen=True, slots=True)
class Bordkolom:
    fase: Fase
    kaarten: list[Kaart]


@dataclass(frozen=True, slots=True)
class Bord:
    """`zonder_traject`: how many are in service on the day and have no running trajectory."""

    kolommen: list[Bordkolom]
    zonder_traject: int

    @property
    def aantal(self) -> int:
        return sum(len(kolom.kaarten) for kolom in self.kolommen)


def stel_bord_samen(mensen: CaseloadQuerySet, op: date) -> Bord:
    """Of a caseload on the day, also those who left and are followed; in two queries."""
    rijen = met_aandacht(mensen.in_fase(*LOPENDE_FASEN), op)
    per_fase: dict[str, list[Kaart]] = defaultdict(list)
    for rij, einde in met_einde(rijen, op):
        fase = rij.fase  # type: ignore[attr-defined]
        is_weg = fase == Fase.NAZORG and not rij.diensten  # type: ignore[attr-defined]
        kaart = Kaart(rij, None if is_weg else einde, aandacht_van(rij).in_fase(fase))
        per_fase[fase].append(kaart)
    return Bord(
        kolommen=[Bordkolom(fase, per_fase[fase]) for fase in LOPENDE_FASEN],
        zonder_traject=mensen.in_dienst_op(op).in_fase(of_zonder_traject=True).count(),
    )
