"""Up to three lines over the same categories, above and below zero, with room for a band."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby, pairwise
from typing import Final

from django.utils.safestring import SafeString

from gedeeld.grafiek import svg
from gedeeld.grafiek.gegevens import Categorie
from gedeeld.grafiek.schaal import stappen_rond_nul
from gedeeld.grafiek.svg import LETTER

Punt = tuple[float, float]
_BREED: Final = 900.0
_SMAL: Final = 360.0
_HOOG: Final = 280.0
_BANDKLEUR: Final = "#C9DFE2"
_MIDDEN: Final = "#5A8F97"
_ROND: Final = 3.5
_RAAK: Final = 9.0


@dataclass(frozen=True, slots=True)
class _Stijl:
    """Lines stay apart without colour: by their dashes and by their marks."""

    kleur: str
    streep: str
    merk: str


_STIJLEN: Final = (
    _Stijl(svg.PETROL, "", "rond"),
    _Stijl(svg.INKT, "7 4", "vierkant"),
    _Stijl(svg.ZACHT, "2 4", "ruit"),
)


@dataclass(frozen=True, slots=True)
class Waardelijn:
    """`adressen`: where each value leads to. `erbij`: what is said beside it. Both may be left
    out."""

    naam: str
    waarden: tuple[Decimal, ...]
    adressen: tuple[str, ...] = ()
    erbij: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waardeband:
    """The room between two lines, and the line in it that it is drawn around."""

    naam: str
    laag: tuple[Decimal, ...]
    hoog: tuple[Decimal, ...]
    midden: Waardelijn


@dataclass(frozen=True)
class Lijnen:
    """`schrijf` turns a value into the words of the drawing, `kort` into those of the axis."""

    titel: str
    categorieen: tuple[Categorie, ...]
    lijnen: tuple[Waardelijn, ...]
    band: Waardeband | None = None
    schrijf: Callable[[Decimal], str] = str
    kort: Callable[[Decimal], str] = str

    def __post_init__(self) -> None:
        """Raise ValueError for too many lines, or one of another length."""
        if len(self.lijnen) > len(_STIJLEN):
            raise ValueError(f"Hoogstens {len(_STIJLEN)} lijnen blijven leesbaar.")
        band = self.band
        banden = (band.laag, band.hoog, band.midden.waarden) if band else ()
        reeksen: list[tuple[object, ...]] = [*(lijn.waarden for lijn in self.lijnen), *banden]
        reeksen += [deel for lijn in self.lijnen for deel in (lijn.adressen, lijn.erbij) if deel]
        if any(len(waarden) != len(self.categorieen) for waarden in reeksen):
            raise ValueError("Elke lijn heeft één waarde per categorie.")

    @property
    def rol(self) -> str:
        adressen = (adres for lijn in self.lijnen for adres in lijn.adressen)
        namen = (categorie.adres for categorie in self.categorieen)
        return "group" if any(adressen) or any(namen) else "img"

    @cached_property
    def stappen(self) -> list[Decimal]:
        """Round values for the axis; zero is always one of them."""
        banden = (*self.band.laag, *self.band.hoog) if self.band else ()
        return stappen_rond_nul([*(w for lijn in self.lijnen for w in lijn.waarden), *banden])


@dataclass(frozen=True, slots=True)
class _Vlak:
    """The plot of one drawing."""

    links: float
    rechts: float
    boven: float
    aantal: int
    laagste: float
    hoogste: float

    @property
    def onder(self) -> float:
        return self.boven + _HOOG

    @property
    def ruimte(self) -> float:
        return (self.rechts - self.links) / self.aantal

    def x(self, plaats: float) -> float:
        return self.links + self.ruimte * (plaats + 0.5)

    def y(self, waarde: Decimal) -> float:
        deel = (float(waarde) - self.laagste) / (self.hoogste - self.laagste)
        return self.onder - _HOOG * deel

    def punten(self, waarden: tuple[Decimal, ...]) -> list[Punt]:
        return [(self.x(plaats), self.y(waarde)) for plaats, waarde in enumerate(waarden)]


def lijngrafiek(lijnen: Lijnen, sleutel: str) -> SafeString:
    """Both widths, for a page; empty when there is nothing to draw.

    `sleutel` keeps the ids of several drawings on one page apart."""
    if not lijnen.categorieen or not lijnen.lijnen:
        return SafeString("")
    return svg.figuur(
        _teken(lijnen, f"{sleutel}-breed", _BREED), _teken(lijnen, f"{sleutel}-smal", _SMAL)
    )


def _teken(lijnen: Lijnen, sleutel: str, breedte: float) -> SafeString:
    uitleg, hoogte = _legende(lijnen, breedte)
    stappen = lijnen.stappen
    links = max(svg.tekst_breedte(lijnen.kort(stap)) for stap in stappen) + 12
    aantal = len(lijnen.categorieen)
    grenzen = (float(stappen[0]), float(stappen[-1]))
    vlak = _Vlak(links, breedte, hoogte + LETTER, aantal, *grenzen)
    delen = [uitleg, *_band(lijnen, vlak), *_raster(lijnen, vlak), *_categorieen(lijnen, vlak)]
    for nummer, lijn in enumerate(lijnen.lijnen):
        delen += _lijn(lijnen, lijn, _STIJLEN[nummer], vlak)
    maten = (breedte, vlak.onder + LETTER * 3.2)
    woorden = _omschrijving(lijnen)
    return svg.tekening(sleutel, maten, lijnen.titel, woorden, "".join(delen), rol=lijnen.rol)


def _raster(lijnen: Lijnen, vlak: _Vlak) -> Iterator[str]:
    """A line across at each round value; the one at zero is the darkest."""
    for stap in lijnen.stappen:
        y = vlak.y(stap)
        yield svg.lijn((vlak.links, y), (vlak.rechts, y), svg.LIJN if stap else svg.INKT)
        yield svg.tekst(vlak.links - 8, y + 4.5, lijnen.kort(stap), kleur=svg.ZACHT, anker="end")


def _categorieen(lijnen: Lijnen, vlak: _Vlak) -> Iterator[str]:
    """The name of each category where there is room, and of each group once, under its middle."""
    for plaats, categorie in enumerate(lijnen.categorieen):
        if svg.tekst_breedte(categorie.naam) + 4 <= vlak.ruimte:
            y = vlak.onder + LETTER * 1.4
            naam = svg.tekst(vlak.x(plaats), y, categorie.naam, kleur=svg.ZACHT, anker="middle")
            yield svg.naamkoppeling(naam, categorie.adres, str(categorie))
    y, begin = vlak.onder + LETTER * 2.8, 0
    for naam, leden in groupby(lijnen.categorieen, key=lambda categorie: categorie.groep):
        einde = begin + len(list(leden))
        rand = vlak.links + vlak.ruimte * begin
        yield svg.lijn((rand, vlak.onder), (rand, y), svg.LIJN)
        if svg.tekst_breedte(naam) <= vlak.ruimte * (einde - begin):
            yield svg.tekst(vlak.x((begin + einde - 1) / 2), y, naam, anker="middle")
        begin = einde


def _band(lijnen: Lijnen, vlak: _Vlak) -> Iterator[str]:
    if lijnen.band is None:
        return
    rand = vlak.punten(lijnen.band.hoog) + vlak.punten(lijnen.band.laag)[::-1]
    punten = " ".join(f"{x:.1f},{y:.1f}" for x, y in rand)
    yield svg.element("polygon", {"points": punten, "fill": _BANDKLEUR})
    midden = lijnen.band.midden
    for begin, einde in pairwise(vlak.punten(midden.waarden)):
        yield svg.lijn(begin, einde, _MIDDEN, 2)


def _lijn(lijnen: Lijnen, lijn: Waardelijn, stijl: _Stijl, vlak: _Vlak) -> Iterator[str]:
    punten = vlak.punten(lijn.waarden)
    for begin, einde in pairwise(punten):
        yield svg.lijn(begin, einde, stijl.kleur, 2, stijl.streep)
    for plaats, punt in enumerate(punten):
        titel = f"{lijnen.categorieen[plaats]}, {lijn.naam}: {lijnen.schrijf(lijn.waarden[plaats])}"
        if lijn.erbij:
            titel = f"{titel}, {lijn.erbij[plaats]}"
        adres = lijn.adressen[plaats] if lijn.adressen else ""
        merk = _merk(punt, stijl)
        yield svg.koppeling(_ruim(punt) + merk if adres else merk, adres, titel)


def _ruim(punt: Punt) -> str:
    """What a finger hits around a mark."""
    x, y = punt
    return svg.element("circle", {"cx": x, "cy": y, "r": _RAAK, "fill": "transparent"})


def _merk(punt: Punt, stijl: _Stijl) -> str:
    x, y = punt
    if stijl.merk == "rond":
        return svg.element("circle", {"cx": x, "cy": y, "r": _ROND, "fill": stijl.kleur})
    verf: dict[str, svg.Waarde] = {"fill": svg.WIT, "stroke": stijl.kleur, "stroke-width": 1.6}
    if stijl.merk == "ruit":
        hoeken = ((x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y))
        verf["points"] = " ".join(f"{px:.1f},{py:.1f}" for px, py in hoeken)
        return svg.element("polygon", verf)
    hoek: dict[str, svg.Waarde] = {"x": x - 3.5, "y": y - 3.5, "width": 7, "height": 7}
    return svg.element("rect", hoek | verf)


def _legende(lijnen: Lijnen, breedte: float) -> tuple[str, float]:
    """A piece of each line, and of the band, with its name; and the height that took."""
    stukken = [
        (lijn.naam, _voorbeeld(_STIJLEN[nummer])) for nummer, lijn in enumerate(lijnen.lijnen)
    ]
    if lijnen.band is not None:
        maten: dict[str, svg.Waarde] = {"x": 0, "y": -7, "width": 30, "height": 14}
        stukken.append((lijnen.band.naam, svg.element("rect", maten | {"fill": _BANDKLEUR})))
        stukken.append((lijnen.band.midden.naam, svg.lijn((0, 0), (30, 0), _MIDDEN, 2)))
    delen, x, y = [], 0.0, 0.0
    for naam, stuk in stukken:
        nodig = 38 + svg.tekst_breedte(naam) + 18
        if x and x + nodig > breedte:
            x, y = 0.0, y + LETTER * 1.7
        plek = f"translate({x:.1f} {y + LETTER * 0.65:.1f})"
        delen.append(svg.element("g", {"transform": plek}, stuk))
        delen.append(svg.tekst(x + 38, y + LETTER, naam))
        x += nodig
    return "".join(delen), y + LETTER * 1.7


def _voorbeeld(stijl: _Stijl) -> str:
    return svg.lijn((0, 0), (30, 0), stijl.kleur, 2, stijl.streep) + _merk((15, 0), stijl)


def _omschrijving(lijnen: Lijnen) -> str:
    """Every line in a sentence: where it begins, where it ends, and its lowest value."""
    zinnen = []
    for lijn in (*lijnen.lijnen, *([lijnen.band.midden] if lijnen.band else [])):
        laagste = min(lijn.waarden)
        waar = lijnen.categorieen[lijn.waarden.index(laagste)]
        van, tot = lijnen.categorieen[0], lijnen.categorieen[-1]
        zinnen.append(
            f"{lijn.naam}: {lijnen.schrijf(lijn.waarden[0])} in {van}, "
            f"{lijnen.schrijf(lijn.waarden[-1])} in {tot}; "
            f"het laagst is {lijnen.schrijf(laagste)} in {waar}."
        )
    return " ".join(zinnen)
