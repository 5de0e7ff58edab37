"""Other days for a review, because something about the support opens or changes near it. Pure.

The rule, and why two months: docs/regels.md#periodic-review.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from gedeeld.periode import Periode, dag_erna, plus_maanden
from gedeeld.weergeven import datum_voluit
from gedeeld.werkdagen import werkdag_tot
from trajects.kader.evaluatiedag import Evaluatiedag
from trajects.kader.werknemerbeeld import Werknemerbeeld
from werknemers.domein.adviesdagen.strook import Strook

MAANDEN_ERROND: Final = 2


@dataclass(frozen=True, slots=True)
class Evaluatievoorstel:
    """The last working day up to what happens, and what that is."""

    dag: date
    reden: str


def stel_dagen_voor(
    beeld: Werknemerbeeld, stroken: Iterable[Strook], evaluatie: Evaluatiedag
) -> list[Evaluatievoorstel]:
    """Within two months around the day on which the review is due, or around today when it is
    late. None for a day that is over, or that it is due on anyway."""
    if evaluatie.dag is None:
        return []
    rond = max(evaluatie.dag, beeld.op)
    nabij = Periode(
        plus_maanden(rond, -MAANDEN_ERROND), dag_erna(plus_maanden(rond, MAANDEN_ERROND))
    )
    redenen: dict[date, list[str]] = defaultdict(list)
    for dag, wat in sorted({*_van_stroken(stroken), *_van_premies(beeld)}):
        voorstel = werkdag_tot(dag)
        if (
            dag in nabij
            and voorstel >= beeld.op
            and voorstel not in (evaluatie.dag, evaluatie.sinds)
        ):
            redenen[voorstel].append(wat)
    return [Evaluatievoorstel(dag, " ".join(waarom)) for dag, waarom in sorted(redenen.items())]


def _van_stroken(stroken: Iterable[Strook]) -> Iterator[tuple[date, str]]:
    """What VDAB lets ask from a day on, and when the support plan has to change."""
    for strook in stroken:
        for dag in strook.komend:
            if dag.opent:
                yield dag.dag, f"{dag.wat}: {datum_voluit(dag.dag)}."


def _van_premies(beeld: Werknemerbeeld) -> Iterator[tuple[date, str]]:
    """The quarters in which the wage premium becomes another."""
    for _, verloop in beeld.adviezen:
        for schijf in verloop.schijven[1:]:
            dag = schijf.periode.van
            yield dag, f"De loonpremie wordt {schijf.percentage} % op {datum_voluit(dag)}."
