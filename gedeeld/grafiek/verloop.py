"""Two lines over the same rounds, small enough to stand beside a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from django.utils.safestring import SafeString

from gedeeld.grafiek import svg
from gedeeld.grafiek.gegevens import Lijn, Verloop
from gedeeld.grafiek.svg import LETTER
from gedeeld.weergeven import datum_kort, datum_voluit

_BREED: Final = 260.0
_LINKS: Final = 22.0
_RECHTS: Final = 8.0
_BOVEN: Final = 10.0
_STAP: Final = 18.0
_ROND: Final = 4.0
_VIERKANT: Final = 12.0


@dataclass(frozen=True, slots=True)
class _Vlak:
    """The plot: where a round and a value stand."""

    verloop: Verloop

    def x(self, plaats: int) -> float:
        breedte = _BREED - _LINKS - _RECHTS - _VIERKANT
        return _LINKS + _VIERKANT / 2 + breedte * plaats / (len(self.verloop.dagen) - 1)

    def y(self, waarde: int) -> float:
        return _BOVEN + _STAP * (self.verloop.hoogste - waarde)


def verloop_svg(verloop: Verloop, sleutel: str) -> SafeString:
    """One drawing; empty when there are fewer than two rounds.

    The first line has round marks, the second one, dashed, has squares around them: they stay
    apart without colour, also where both have the same value. `sleutel` keeps the ids of several
    drawings on one page apart.
    """
    if len(verloop.dagen) < 2:
        return SafeString("")
    vlak = _Vlak(verloop)
    rond, vierkant = verloop.lijnen
    delen = [*_raster(vlak), *_verbinding(vierkant, vlak, svg.INKT, "5 4")]
    delen += [*_verbinding(rond, vlak, svg.PETROL, ""), *_vierkanten(vierkant, vlak)]
    delen += _rondjes(rond, vlak)
    hoogte = vlak.y(verloop.laagste) + LETTER * 1.9
    return svg.tekening(
        sleutel, (_BREED, hoogte), verloop.titel, _omschrijving(verloop), "".join(delen)
    )


def _raster(vlak: _Vlak) -> Iterator[str]:
    """A line for every value with its number, and the first and the last day."""
    verloop = vlak.verloop
    for waarde in range(verloop.laagste, verloop.hoogste + 1):
        y = vlak.y(waarde)
        yield svg.lijn((_LINKS, y), (_BREED - _RECHTS, y), svg.LIJN)
        yield svg.tekst(_LINKS - 8, y + 4.5, str(waarde), kleur=svg.ZACHT, anker="end")
    onder = vlak.y(verloop.laagste) + LETTER * 1.6
    yield svg.tekst(_LINKS, onder, datum_kort(verloop.dagen[0]), kleur=svg.ZACHT)
    einde = datum_kort(verloop.dagen[-1])
    yield svg.tekst(_BREED - _RECHTS, onder, einde, kleur=svg.ZACHT, anker="end")


def _verbinding(lijn: Lijn, vlak: _Vlak, kleur: str, streep: str) -> Iterator[str]:
    for stuk in lijn.stukken:
        for begin, einde in pairwise((vlak.x(plaats), vlak.y(waarde)) for plaats, waarde in stuk):
            yield svg.lijn(begin, einde, kleur, 2, streep)


def _rondjes(lijn: Lijn, vlak: _Vlak) -> Iterator[str]:
    for plaats, waarde in _punten(lijn):
        maten: dict[str, svg.Waarde] = {"cx": vlak.x(plaats), "cy": vlak.y(waarde), "r": _ROND}
        yield _met_titel(svg.element("circle", maten | {"fill": svg.PETROL}), lijn, vlak, plaats)


def _vierkanten(lijn: Lijn, vlak: _Vlak) -> Iterator[str]:
    for plaats, waarde in _punten(lijn):
        x, y = vlak.x(plaats) - _VIERKANT / 2, vlak.y(waarde) - _VIERKANT / 2
        maten: dict[str, svg.Waarde] = {"x": x, "y": y, "width": _VIERKANT, "height": _VIERKANT}
        verf: dict[str, svg.Waarde] = {"fill": svg.WIT, "stroke": svg.INKT, "stroke-width": 2}
        yield _met_titel(svg.element("rect", maten | verf), lijn, vlak, plaats)


def _punten(lijn: Lijn) -> Iterator[tuple[int, int]]:
    for stuk in lijn.stukken:
        yield from stuk


def _met_titel(vorm: str, lijn: Lijn, vlak: _Vlak, plaats: int) -> str:
    dag = datum_voluit(vlak.verloop.dagen[plaats])
    return svg.met_titel(vorm, f"{dag}, {lijn.naam}: {lijn.waarden[plaats]}")


def _omschrijving(verloop: Verloop) -> str:
    """Every round in a sentence; who said nothing is left out."""
    zinnen = []
    for plaats, dag in enumerate(verloop.dagen):
        delen = [
            f"{lijn.naam} {lijn.waarden[plaats]}"
            for lijn in verloop.lijnen
            if lijn.waarden[plaats] is not None
        ]
        zinnen.append(f"{datum_voluit(dag)}: {', '.join(delen) or 'geen score'}.")
    return " ".join(zinnen)
