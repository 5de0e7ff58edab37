"""Transition plans for a whole organisation, by two processes, beside WeasyPrint alone."""

from collections.abc import Iterator
from typing import Final

from tests.meting.bank import in_bank
from tests.meting.mensen import gewone
from tests.meting.plannenmakers import PROCESSEN, alle, html, kaal, makers, van_ons
from tests.meting.rij import Banken, Regel, Rij, keer, minstens_keer
from werknemers.models import Werknemer

_BEURTEN, _KORT = 3, 1
_PLANNEN: Final = 24  # in each turn
DEEL, GEHEUGEN = 0.9, 1.1


def _meet(banken: Banken) -> Iterator[Regel]:
    beurten = _KORT if banken.kort else _BEURTEN
    with in_bank(banken.groot):
        mensen = Werknemer.objects.filter(organisatie=gewone().organisatie).order_by("pk")
        sleutels = list(mensen.values_list("pk", flat=True)[:_PLANNEN])
    tempo: tuple[list[float], list[float]] = ([], [])
    with makers(banken.groot.eigen_url) as pool:
        paginas = list(pool.map(html, sleutels))
        alle(pool, kaal, paginas[: 2 * PROCESSEN])  # to warm up
        begin = _geheugen(list(pool.map(van_ons, sleutels)))
        for beurt in range(beurten):
            if beurt % 2:
                tempo[0].append(alle(pool, van_ons, sleutels))
            tempo[1].append(alle(pool, kaal, paginas))
            if not beurt % 2:
                tempo[0].append(alle(pool, van_ons, sleutels))
        einde = _geheugen(list(pool.map(van_ons, sleutels)))
    yield Regel("plannen, twee processen", *tempo, minstens_keer(DEEL), "/s")
    wat = f"geheugen na {(beurten + 2) * _PLANNEN} plannen, naast na {_PLANNEN}"
    yield Regel(wat, [einde], [begin], keer(GEHEUGEN), "MB")


def _geheugen(gemaakt: list[tuple[int, int]]) -> float:
    """What both processes hold after their last plan, in MB."""
    return sum(dict(gemaakt).values()) / 1e6


RIJEN = (Rij("plannen", "plannen in bulk naast WeasyPrint alleen", _meet),)
