"""Lays the variants of a start package side by side, so that a contradiction shows itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from regels.models import Startpakket


@dataclass(frozen=True, slots=True)
class Pakketrij:
    """Quarters `eerste` to `laatste`, with the percentage of each variant (None: none)."""

    eerste: int
    laatste: int
    percentages: tuple[int | None, ...]

    @property
    def verschilt(self) -> bool:
        return len(set(self.percentages)) > 1


@dataclass(frozen=True, slots=True)
class Pakketvergelijking:
    """The packages of one kind of advice, the one that counts first."""

    soort: str
    pakketten: tuple[Startpakket, ...]
    rijen: tuple[Pakketrij, ...]


def _percentage(pakket: Startpakket, kwartaal: int) -> int | None:
    for schijf in pakket.schijven.all():
        if schijf.eerste_kwartaal <= kwartaal <= schijf.laatste_kwartaal:
            return schijf.percentage
    return None


def _rijen(pakketten: Sequence[Startpakket]) -> tuple[Pakketrij, ...]:
    """Cut the term where any of the variants changes its percentage."""
    sneden = sorted(
        {
            grens
            for pakket in pakketten
            for schijf in pakket.schijven.all()
            for grens in (schijf.eerste_kwartaal, schijf.laatste_kwartaal + 1)
        }
    )
    return tuple(
        Pakketrij(van, tot - 1, tuple(_percentage(pakket, van) for pakket in pakketten))
        for van, tot in pairwise(sneden)
    )


def vergelijk(pakketten: Iterable[Startpakket]) -> list[Pakketvergelijking]:
    """One comparison for each kind; `pakketten` in the model's order, with their steps loaded."""
    groepen = groupby(pakketten, key=lambda pakket: pakket.get_soort_display())
    lijsten = [(soort, tuple(groep)) for soort, groep in groepen]
    return [Pakketvergelijking(soort, groep, _rijen(groep)) for soort, groep in lijsten]
