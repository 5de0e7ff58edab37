"""The board: a column for each phase that runs, the first employees in it as cards."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from trajects.kader.caseload import CaseloadQuerySet, met_einde
from trajects.kader.horizon import Einde
from trajects.keuzes import LOPENDE_FASEN, Fase
from trajects.traject.aandacht import aandacht_van, met_aandacht
from werknemers.models import Werknemer

# So many cards stand in a column at first, and so many when more are asked for. Who wants to see
# even more reads the list: a board of a whole organisation takes megabytes.
EERSTE: Final = 15
LANGER: Final = (30, 60)
_PLAATS: Final = {fase.value: plaats for plaats, fase in enumerate(LOPENDE_FASEN)}


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
    """`aantal` is how many stand in this phase, of whom `kaarten` are the first."""

    fase: Fase
    aantal: int
    kaarten: list[Kaart]

    @property
    def rest(self) -> int:
        return self.aantal - len(self.kaarten)


@dataclass(frozen=True, slots=True)
class Bord:
    """`zonder_traject`: how many are in service on the day and have no running trajectory."""

    kolommen: list[Bordkolom]
    zonder_traject: int

    @property
    def aantal(self) -> int:
        return sum(kolom.aantal for kolom in self.kolommen)


def stel_bord_samen(
    mensen: CaseloadQuerySet, op: date, lengtes: Mapping[str, int], ook: int | None = None
) -> Bord:
    """Of a caseload on the day, also those who left and are followed; in three queries.

    `lengtes` says of a phase how many cards its column shows, instead of `EERSTE`; the card of the
    trajectory `ook` shows wherever it stands.
    """
    plaatsen: dict[str, list[tuple[int, int]]] = defaultdict(list)
    lopend = mensen.in_fase(*LOPENDE_FASEN)
    # Any: the type plugin knows the fields of a model, not these annotations.
    rijen: Any = lopend
    for fase, werknemer, traject in rijen.values_list("fase", "pk", "traject_id"):
        plaatsen[fase].append((werknemer, traject))
    getoond = {
        werknemer: fase
        for fase, plekken in plaatsen.items()
        for plek, (werknemer, traject) in enumerate(plekken)
        if plek < lengtes.get(fase, EERSTE) or traject == ook
    }
    kaarten = _kaarten(lopend.filter(pk__in=getoond), op, getoond)
    return Bord(
        kolommen=[Bordkolom(fase, len(plaatsen[fase]), kaarten[fase]) for fase in LOPENDE_FASEN],
        zonder_traject=mensen.in_dienst_op(op).in_fase(of_zonder_traject=True).count(),
    )


def _kaarten(
    rijen: CaseloadQuerySet, op: date, fasen: Mapping[int, str]
) -> Mapping[str, list[Kaart]]:
    """The cards by phase: the one that was counted, whatever somebody does meanwhile."""
    per_fase: dict[str, list[Kaart]] = defaultdict(list)
    for rij, einde in met_einde(met_aandacht(rijen, op), op):
        fase = fasen[rij.pk]
        per_fase[fase].append(_kaart(rij, einde, fase))
    return per_fase


def _kaart(rij: Any, einde: Einde, fase: str) -> Kaart:
    is_weg = fase == Fase.NAZORG and not rij.diensten
    return Kaart(rij, None if is_weg else einde, aandacht_van(rij).in_fase(fase))


def alle_kaarten(mensen: CaseloadQuerySet, op: date) -> list[Kaart]:
    """Those of every column, whole, in the order of the columns; one query."""
    rijen = met_einde(met_aandacht(mensen.in_fase(*LOPENDE_FASEN), op), op)
    met_fase: list[tuple[Any, Einde]] = list(rijen)
    kaarten = [_kaart(rij, einde, rij.fase) for rij, einde in met_fase]
    return sorted(kaarten, key=lambda kaart: _PLAATS[kaart.werknemer.fase])  # type: ignore[attr-defined]
