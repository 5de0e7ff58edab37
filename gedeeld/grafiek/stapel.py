"""Stacked bars with the height they should have: what comes in against what it costs."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from django.utils.safestring import SafeString

from gedeeld.grafiek import svg
from gedeeld.grafiek.gegevens import Getal, Stapel
from gedeeld.grafiek.schaal import ronde_stappen
from gedeeld.grafiek.svg import LETTER
from gedeeld.grafiek.vulling import definities, legende, vlak

_BREED: Final = 960.0
_SMAL: Final = 360.0
_HOOG: Final = 300.0
_RIJ: Final = 26.0
_STAAF: Final = 17.0
_ROOD: Final = "#A4262C"


@dataclass(frozen=True, slots=True)
class _Vlak:
    """The plot of the upright drawing: its edges, the room per bar, and the value at the top."""

    links: float
    rechts: float
    boven: float
    ruimte: float
    top: float

    @property
    def onder(self) -> float:
        return self.boven + _HOOG

    def x(self, plaats: float) -> float:
        return self.links + self.ruimte * plaats

    def y(self, waarde: Getal) -> float:
        return self.onder - _HOOG * float(waarde) / self.top


def stapelgrafiek(stapel: Stapel, sleutel: str) -> SafeString:
    """Both widths, for a page; empty when there is nothing to draw."""
    if not stapel.staven.categorieen:
        return SafeString("")
    return svg.figuur(_staand(stapel, f"{sleutel}-breed"), _liggend(stapel, f"{sleutel}-smal"))


def _staand(stapel: Stapel, sleutel: str) -> SafeString:
    uitleg, y = _legende(stapel, sleutel, _BREED)
    stappen = ronde_stappen(stapel.hoogste)
    links = max(svg.tekst_breedte(stapel.kort(stap)) for stap in stappen) + 12
    aantal = len(stapel.staven.categorieen)
    boven = y + LETTER * 2.2
    gebied = _Vlak(links, _BREED, boven, (_BREED - links) / aantal, float(stappen[-1]))
    delen = [definities(sleutel, len(stapel.staven.reeksen)), uitleg]
    delen += [_stap(stapel, gebied, stap) for stap in stappen]
    delen += [_staaf(stapel, sleutel, nummer, gebied) for nummer in range(aantal)]
    delen += [_lijn(stapel, gebied), _groepen(stapel, gebied)]
    maten = (_BREED, gebied.onder + LETTER * 3.2)
    titel = stapel.staven.titel
    return svg.tekening(sleutel, maten, titel, _omschrijving(stapel), "".join(delen))


def _legende(stapel: Stapel, sleutel: str, breedte: float) -> tuple[str, float]:
    """The fills, then the line and the mark on a row of their own; and the height that took."""
    vullingen, y = legende(stapel.staven.namen, sleutel, breedte)
    streep = svg.lijn((0, y + 9), (22, y + 9), _ROOD, 3)
    delen = [vullingen, streep, svg.tekst(30, y + LETTER, stapel.lijn.naam)]
    if any(stapel.merken):
        y += LETTER * 1.7
        delen.append(svg.tekst(0, y + LETTER, f"▼ {stapel.merk_betekent}"))
    return "".join(delen), y + LETTER * 1.7


def _stap(stapel: Stapel, gebied: _Vlak, stap: Decimal) -> str:
    y = gebied.y(stap)
    streep = svg.lijn((gebied.links, y), (gebied.rechts, y), svg.LIJN if stap else svg.RAND)
    naam = stapel.kort(stap)
    return streep + svg.tekst(gebied.links - 8, y + 4.5, naam, kleur=svg.ZACHT, anker="end")


def _staaf(stapel: Stapel, sleutel: str, plaats: int, gebied: _Vlak) -> str:
    """One bar, its mark above it and its name under it."""
    staven, midden = stapel.staven, gebied.x(plaats + 0.5)
    breedte, onder = gebied.ruimte * 0.72, Decimal(0)
    categorie = staven.categorieen[plaats]
    delen = []
    for nummer, reeks in enumerate(staven.reeksen):
        waarde = reeks.waarden[plaats]
        if waarde:
            top, voet = gebied.y(onder + waarde), gebied.y(onder)
            vorm = vlak(sleutel, nummer, (midden - breedte / 2, top), (breedte, voet - top))
            woorden = f"{categorie}, {reeks.naam}: {staven.schrijf(waarde)}"
            delen.append(svg.met_titel(vorm, woorden))
            onder += waarde
    merk = stapel.merken[plaats]
    if merk is not None:
        teken = svg.tekst(midden, gebied.boven - 8, f"▼{merk[0]}", anker="middle")
        delen.append(svg.met_titel(teken, f"{categorie}: {merk[1]}"))
    y = gebied.onder + LETTER * 1.4
    delen.append(svg.tekst(midden, y, categorie.naam, kleur=svg.ZACHT, anker="middle"))
    return "".join(delen)


def _lijn(stapel: Stapel, gebied: _Vlak) -> str:
    """A step over the whole room of each bar, on a white edge so that it shows on any fill."""
    punten = [
        f"{gebied.x(plaats + kant):.1f},{gebied.y(waarde):.1f}"
        for plaats, waarde in enumerate(stapel.lijn.waarden)
        for kant in (0, 1)
    ]
    basis: dict[str, svg.Waarde] = {"points": " ".join(punten), "fill": "none"}
    rand = svg.element("polyline", basis | {"stroke": svg.WIT, "stroke-width": 6})
    return rand + svg.element("polyline", basis | {"stroke": _ROOD, "stroke-width": 3})


def _groepen(stapel: Stapel, gebied: _Vlak) -> str:
    """The name of each run of categories of one group, once, under its middle."""
    y, begin = gebied.onder + LETTER * 2.8, 0
    delen = []
    for naam, leden in groupby(stapel.staven.categorieen, key=lambda categorie: categorie.groep):
        einde = begin + len(list(leden))
        if begin:
            delen.append(svg.lijn((gebied.x(begin), gebied.onder), (gebied.x(begin), y), svg.LIJN))
        delen.append(svg.tekst(gebied.x((begin + einde) / 2), y, naam, anker="middle"))
        begin = einde
    return "".join(delen)


def _liggend(stapel: Stapel, sleutel: str) -> SafeString:
    """One row per category, for a narrow screen; the line is a stroke across each row."""
    staven = stapel.staven
    uitleg, boven = _legende(stapel, sleutel, _SMAL)
    boven += 8
    links = max(svg.tekst_breedte(str(categorie)) for categorie in staven.categorieen) + 34
    schaal = (_SMAL - links - 4) / float(stapel.hoogste or 1)
    onder = boven + _RIJ * len(staven.categorieen)
    delen = [definities(sleutel, len(staven.reeksen)), uitleg]
    delen += [
        _rij(stapel, sleutel, plaats, (links, boven + _RIJ * plaats), schaal)
        for plaats in range(len(staven.categorieen))
    ]
    inhoud = "".join(delen)
    return svg.tekening(sleutel, (_SMAL, onder), staven.titel, _omschrijving(stapel), inhoud)


def _rij(
    stapel: Stapel, sleutel: str, plaats: int, hoek: tuple[float, float], schaal: float
) -> str:
    links, y = hoek
    staven, x = stapel.staven, hoek[0]
    categorie, merk = staven.categorieen[plaats], stapel.merken[plaats]
    delen = [svg.tekst(0, y + 14, str(categorie), kleur=svg.ZACHT)]
    if merk is not None:
        teken = svg.tekst(links - 6, y + 14, f"▼{merk[0]}", anker="end")
        delen.append(svg.met_titel(teken, f"{categorie}: {merk[1]}"))
    for nummer, reeks in enumerate(staven.reeksen):
        waarde = reeks.waarden[plaats]
        if waarde:
            breedte = schaal * float(waarde)
            vorm = vlak(sleutel, nummer, (x, y), (breedte, _STAAF))
            woorden = f"{categorie}, {reeks.naam}: {staven.schrijf(waarde)}"
            delen.append(svg.met_titel(vorm, woorden))
            x += breedte
    grens = links + schaal * float(stapel.lijn.waarden[plaats])
    delen.append(svg.lijn((grens, y - 4), (grens, y + _STAAF + 4), svg.WIT, 6))
    delen.append(svg.lijn((grens, y - 4), (grens, y + _STAAF + 4), _ROOD, 3))
    return "".join(delen)


def _omschrijving(stapel: Stapel) -> str:
    """Sum and line of every category in sentences; the table beside the chart has the parts."""
    staven = stapel.staven
    zinnen = [
        f"{categorie}: {staven.schrijf(staven.totaal(plaats))}, "
        f"{stapel.lijn.naam} {staven.schrijf(stapel.lijn.waarden[plaats])}."
        for plaats, categorie in enumerate(staven.categorieen)
    ]
    return " ".join(zinnen)
