"""Stacked bars with the height they should have: what comes in against what it costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.safestring import SafeString

from gedeeld.grafiek import svg
from gedeeld.grafiek.gegevens import Getal, Staafmerk, Stapel
from gedeeld.grafiek.kwartaalas import Kwartaalas
from gedeeld.grafiek.schaal import ronde_stappen
from gedeeld.grafiek.svg import LETTER
from gedeeld.grafiek.vulling import definities, legende, vlak

_BREED: Final = 960.0
_SMAL: Final = 360.0
_HOOG: Final = 300.0
_RIJ: Final = 26.0
_STAAF: Final = 17.0
_REGEL: Final = LETTER * 1.15


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
    stappen = ronde_stappen(stapel.hoogste)
    links = max(svg.tekst_breedte(stapel.kort(stap)) for stap in stappen) + 12
    namen = _namen_rechts(stapel, float(stappen[-1]))
    rechts = _BREED - max((svg.tekst_breedte(naam) + 8 for naam in namen.values()), default=0)
    aantal = len(stapel.staven.categorieen)
    ruimte = (rechts - links) / aantal
    zonder_naam = [deel for deel in stapel.staven.legende if deel[1] not in namen.values()]
    uitleg, y = _legende(stapel, zonder_naam, sleutel, _BREED)
    rijen = _merkrijen(stapel, ruimte)
    gebied = _Vlak(links, rechts, y + _REGEL * (rijen + 2), ruimte, float(stappen[-1]))
    as_ = Kwartaalas(links, ruimte, gebied.onder)
    delen = [definities(sleutel, stapel.staven.vullingen), uitleg]
    delen += [_stap(stapel, gebied, stap) for stap in stappen]
    for plaats in range(aantal):
        delen += [*_staaf(stapel, sleutel, plaats, gebied), _merk(stapel, plaats, gebied, rijen)]
    delen += [
        svg.tekst(rechts + 6, gebied.y(Decimal(midden)) + 4.5, naam)
        for midden, naam in namen.items()
    ]
    delen += [_lijn(stapel, gebied), *as_.namen(stapel.staven.categorieen)]
    maten = (_BREED, gebied.onder + LETTER * 3.2)
    return _tekening(stapel, sleutel, maten, "".join(delen))


def _namen_rechts(stapel: Stapel, top: float) -> dict[float, str]:
    """The names of the parts of the last bar that are high enough to stand beside it, by the value
    at their middle."""
    namen, onder = {}, 0.0
    for reeks in stapel.staven.reeksen:
        waarde = float(reeks.waarden[-1])
        if _HOOG * waarde / top >= LETTER * 1.2:
            namen[onder + waarde / 2] = reeks.naam
        onder += waarde
    return namen


def _legende(
    stapel: Stapel, namen: list[tuple[int, str]], sleutel: str, breedte: float
) -> tuple[str, float]:
    """The fills, then the line and the mark on rows of their own; and the height that took."""
    vullingen, y = legende(namen, sleutel, breedte)
    streep = svg.lijn((0, y + 9), (22, y + 9), svg.ROOD, 3)
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


def _staaf(stapel: Stapel, sleutel: str, plaats: int, gebied: _Vlak) -> Iterator[str]:
    """The parts of one bar, one on top of the other."""
    staven, links, breedte = stapel.staven, gebied.x(plaats + 0.14), gebied.ruimte * 0.72
    onder = Decimal(0)
    for vulling, reeks in zip(staven.vullingen, staven.reeksen, strict=True):
        waarde = reeks.waarden[plaats]
        if waarde:
            top, voet = gebied.y(onder + waarde), gebied.y(onder)
            vorm = vlak(sleutel, vulling, (links, top), (breedte, voet - top))
            yield _deel(stapel, plaats, vorm, f"{reeks.naam}: {staven.schrijf(waarde)}")
            onder += waarde


def _deel(stapel: Stapel, plaats: int, vorm: str, woorden: str) -> str:
    categorie = stapel.staven.categorieen[plaats]
    return svg.koppeling(vorm, categorie.adres, f"{categorie}, {woorden}")


def _merkrijen(stapel: Stapel, ruimte: float) -> int:
    """How many rows the marks need so that neighbours do not touch."""
    tekens = [merk.teken for merk in stapel.merken if merk]
    return Kwartaalas(0, ruimte, 0).om_de(tekens)


def _merk(stapel: Stapel, plaats: int, gebied: _Vlak, rijen: int) -> str:
    """A pointer above the bar, and the mark above it in one of the rows."""
    merk = stapel.merken[plaats]
    if merk is None:
        return ""
    midden, y = gebied.x(plaats + 0.5), gebied.boven - 8
    hoger = y - _REGEL * (1 + plaats % rijen)
    vorm = svg.tekst(midden, y, "▼", anker="middle")
    if merk.teken:
        vorm += svg.tekst(midden, hoger, merk.teken, anker="middle")
    return _als_koppeling(stapel, plaats, merk, vorm)


def _als_koppeling(stapel: Stapel, plaats: int, merk: Staafmerk, vorm: str) -> str:
    return svg.koppeling(vorm, merk.adres, f"{stapel.staven.categorieen[plaats]}: {merk.woorden}")


def _lijn(stapel: Stapel, gebied: _Vlak) -> str:
    """A step over the whole room of each bar, on a white edge so that it shows on any fill."""
    punten = [
        f"{gebied.x(plaats + kant):.1f},{gebied.y(waarde):.1f}"
        for plaats, waarde in enumerate(stapel.lijn.waarden)
        for kant in (0, 1)
    ]
    basis: dict[str, svg.Waarde] = {
        "points": " ".join(punten),
        "fill": "none",
        "pointer-events": "none",
    }
    rand = svg.element("polyline", basis | {"stroke": svg.WIT, "stroke-width": 6})
    return rand + svg.element("polyline", basis | {"stroke": svg.ROOD, "stroke-width": 3})


def _liggend(stapel: Stapel, sleutel: str) -> SafeString:
    """One row per category, for a narrow screen; the line is a stroke across each row."""
    staven = stapel.staven
    uitleg, boven = _legende(stapel, staven.legende, sleutel, _SMAL)
    boven += 8
    merken = max((svg.tekst_breedte(f"▼{merk.teken}") for merk in stapel.merken if merk), default=0)
    links = max(svg.tekst_breedte(str(categorie)) for categorie in staven.categorieen) + merken + 12
    schaal = (_SMAL - links - 4) / float(stapel.hoogste or 1)
    onder = boven + _RIJ * len(staven.categorieen)
    delen = [definities(sleutel, staven.vullingen), uitleg]
    for plaats in range(len(staven.categorieen)):
        delen += _rij(stapel, sleutel, plaats, (links, boven + _RIJ * plaats), schaal)
    return _tekening(stapel, sleutel, (_SMAL, onder), "".join(delen))


def _rij(
    stapel: Stapel, sleutel: str, plaats: int, hoek: tuple[float, float], schaal: float
) -> Iterator[str]:
    links, y = hoek
    staven, x = stapel.staven, hoek[0]
    categorie, merk = staven.categorieen[plaats], stapel.merken[plaats]
    naam = svg.tekst(0, y + 14, str(categorie), kleur=svg.ZACHT)
    yield svg.naamkoppeling(naam, categorie.adres, str(categorie))
    if merk is not None:
        teken = svg.tekst(links - 6, y + 14, f"▼{merk.teken}", anker="end")
        yield _als_koppeling(stapel, plaats, merk, teken)
    for vulling, reeks in zip(staven.vullingen, staven.reeksen, strict=True):
        waarde = reeks.waarden[plaats]
        if waarde:
            breedte = schaal * float(waarde)
            vorm = vlak(sleutel, vulling, (x, y), (breedte, _STAAF))
            yield _deel(stapel, plaats, vorm, f"{reeks.naam}: {staven.schrijf(waarde)}")
            x += breedte
    grens = links + schaal * float(stapel.lijn.waarden[plaats])
    yield svg.lijn((grens, y - 4), (grens, y + _STAAF + 4), svg.WIT, 6)
    yield svg.lijn((grens, y - 4), (grens, y + _STAAF + 4), svg.ROOD, 3)


def _tekening(stapel: Stapel, sleutel: str, maten: tuple[float, float], inhoud: str) -> SafeString:
    koppelt = any(categorie.adres for categorie in stapel.staven.categorieen)
    rol, titel = "group" if koppelt else "img", stapel.staven.titel
    return svg.tekening(sleutel, maten, titel, _omschrijving(stapel), inhoud, rol=rol)


def _omschrijving(stapel: Stapel) -> str:
    """Sum and line of every category in sentences; the table beside the chart has the parts."""
    staven = stapel.staven
    zinnen = [
        f"{categorie}: {staven.schrijf(staven.totaal(plaats))}, "
        f"{stapel.lijn.naam} {staven.schrijf(stapel.lijn.waarden[plaats])}."
        for plaats, categorie in enumerate(staven.categorieen)
    ]
    return " ".join(zinnen)
