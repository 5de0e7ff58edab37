"""Stacked bars: upright with room for it, lying down on a phone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from django.utils.safestring import SafeString

from gedeeld.grafiek import svg
from gedeeld.grafiek.gegevens import Getal, Reeks, Staven
from gedeeld.grafiek.kwartaalas import Kwartaalas
from gedeeld.grafiek.schaal import ronde_stappen
from gedeeld.grafiek.svg import LETTER
from gedeeld.grafiek.vulling import VULLINGEN, definities, legende, vlak


@dataclass(frozen=True, slots=True)
class Staafdeel:
    """The part of a bar that stands for one value, from `begin` to `einde` on the axis, in the
    fill `nummer`."""

    nummer: int
    naam: str
    waarde: Getal
    begin: float
    einde: float


@dataclass(frozen=True, slots=True)
class Assen:
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

    def y(self, waarde: float) -> float:
        return self.onder - _HOOG * waarde / self.top


_BREED: Final = 900.0
_SMAL: Final = 360.0
_PAPIER: Final = 680.0
_HOOG: Final = 240.0
_BREEDSTE_STAAF: Final = 46.0
_RIJ: Final = 30.0
_STAAF: Final = 22.0
_OVERIGE: Final = "overige"


def staafgrafiek(staven: Staven, sleutel: str) -> SafeString:
    """Both widths, for a page; empty when there is nothing to draw.

    `sleutel` keeps the ids of several drawings on one page apart."""
    breed = _staand(staven, f"{sleutel}-breed", _BREED)
    return svg.figuur(breed, _liggend(staven, f"{sleutel}-smal")) if breed else breed


def staafgrafiek_svg(staven: Staven, sleutel: str) -> SafeString:
    """One drawing, readable across an A4 page; empty when there is nothing to draw."""
    return _staand(staven, sleutel, _PAPIER)


def _staand(staven: Staven, sleutel: str, breedte: float) -> SafeString:
    if not staven.categorieen or not staven.reeksen:
        return SafeString("")
    staven = _samengevat(staven)
    uitleg, y = legende(staven.legende, sleutel, breedte)
    stappen = ronde_stappen(staven.hoogste)
    links = max(svg.tekst_breedte(_stap(staven, stap)) for stap in stappen) + 12
    ruimte = (breedte - links) / len(staven.categorieen)
    assen = Assen(links, breedte, y + LETTER * 1.6, ruimte, float(stappen[-1]))
    delen = [definities(sleutel, staven.vullingen), uitleg]
    delen += [_teken_stap(staven, assen, stap) for stap in stappen]
    delen += [_staande_staaf(staven, sleutel, nr, assen) for nr in range(len(staven.categorieen))]
    delen += Kwartaalas(links, ruimte, assen.onder).namen(staven.categorieen)
    maten = (breedte, assen.onder + LETTER * 3.2)
    return svg.tekening(sleutel, maten, staven.titel, _omschrijving(staven), "".join(delen))


def _samengevat(staven: Staven) -> Staven:
    """At most as many series as there are fills; what comes after is added up in one."""
    if len(staven.reeksen) <= len(VULLINGEN):
        return staven
    grens = len(VULLINGEN) - 1
    rest = zip(*(reeks.waarden for reeks in staven.reeksen[grens:]), strict=True)
    overige = Reeks(_OVERIGE, tuple(sum(waarden) for waarden in rest))
    return replace(staven, reeksen=(*staven.reeksen[:grens], overige))


def _delen(staven: Staven, plaats: int) -> Iterator[Staafdeel]:
    begin = 0.0
    for nummer, reeks in zip(staven.vullingen, staven.reeksen, strict=True):
        waarde = reeks.waarden[plaats]
        if waarde:
            yield Staafdeel(nummer, reeks.naam, waarde, begin, begin + float(waarde))
            begin += float(waarde)


def _stap(staven: Staven, stap: Decimal) -> str:
    return staven.schrijf(int(stap) if stap == int(stap) else stap)


def _teken_stap(staven: Staven, assen: Assen, stap: Decimal) -> str:
    """A line across at a round value; the one at zero is the axis."""
    y = assen.y(float(stap))
    streep = svg.lijn((assen.links, y), (assen.rechts, y), svg.LIJN if stap else svg.RAND)
    naam = _stap(staven, stap)
    return streep + svg.tekst(assen.links - 8, y + 4.5, naam, kleur=svg.ZACHT, anker="end")


def _staande_staaf(staven: Staven, sleutel: str, plaats: int, assen: Assen) -> str:
    """One bar with the value of each part that has room, the total on top, its name under it."""
    midden, breedte = assen.x(plaats + 0.5), min(assen.ruimte * 0.7, _BREEDSTE_STAAF)
    categorie, totaal = staven.categorieen[plaats], staven.totaal(plaats)
    resultaat = []
    for deel in _delen(staven, plaats):
        y, onder = assen.y(deel.einde), assen.y(deel.begin)
        vorm = vlak(sleutel, deel.nummer, (midden - breedte / 2, y), (breedte, onder - y))
        waarde = staven.schrijf(deel.waarde)
        if onder - y >= LETTER + 6 and svg.tekst_breedte(waarde) + 8 <= breedte:
            vorm += svg.bord(midden, (y + onder) / 2, waarde, grond=svg.WIT, kleur=svg.INKT)
        resultaat.append(svg.met_titel(vorm, f"{categorie}, {deel.naam}: {waarde}"))
    if totaal:
        y = assen.y(float(totaal)) - 6
        resultaat.append(svg.tekst(midden, y, staven.schrijf(totaal), anker="middle", vet=True))
    return "".join(resultaat)


def _liggend(staven: Staven, sleutel: str) -> SafeString:
    """One row per category, for a narrow screen."""
    staven = _samengevat(staven)
    uitleg, boven = legende(staven.legende, sleutel, _SMAL)
    boven += 8
    links = max(svg.tekst_breedte(str(categorie)) for categorie in staven.categorieen) + 8
    rechts = max(svg.tekst_breedte(staven.schrijf(totaal)) for totaal in staven.totalen) + 10
    schaal = (_SMAL - links - rechts) / float(staven.hoogste or 1)
    onder = boven + _RIJ * len(staven.categorieen)
    as_ = svg.lijn((links, boven - 4), (links, onder - 4), svg.RAND)
    delen = [definities(sleutel, staven.vullingen), uitleg, as_]
    for plaats in range(len(staven.categorieen)):
        hoek = (links, boven + _RIJ * plaats)
        delen.append(_liggende_staaf(staven, sleutel, plaats, hoek, schaal))
    inhoud = "".join(delen)
    return svg.tekening(sleutel, (_SMAL, onder), staven.titel, _omschrijving(staven), inhoud)


def _liggende_staaf(
    staven: Staven, sleutel: str, plaats: int, hoek: tuple[float, float], schaal: float
) -> str:
    """The name, one bar with the value of each part that has room, and the total after it."""
    links, y = hoek
    categorie, totaal = staven.categorieen[plaats], staven.totaal(plaats)
    resultaat = [svg.tekst(0, y + 16, str(categorie), kleur=svg.ZACHT)]
    for deel in _delen(staven, plaats):
        x, breedte = links + schaal * deel.begin, schaal * (deel.einde - deel.begin)
        vorm = vlak(sleutel, deel.nummer, (x, y), (breedte, _STAAF))
        waarde = staven.schrijf(deel.waarde)
        if svg.tekst_breedte(waarde) + 10 <= breedte:
            midden = (x + breedte / 2, y + _STAAF / 2)
            vorm += svg.bord(*midden, waarde, grond=svg.WIT, kleur=svg.INKT)
        resultaat.append(svg.met_titel(vorm, f"{categorie}, {deel.naam}: {waarde}"))
    einde = links + schaal * float(totaal) + 6
    resultaat.append(svg.tekst(einde, y + 16, staven.schrijf(totaal), vet=True))
    return "".join(resultaat)


def _omschrijving(staven: Staven) -> str:
    """All that the drawing shows, in sentences; empty categories are left out."""
    zinnen = []
    for plaats, categorie in enumerate(staven.categorieen):
        delen = [f"{deel.naam} {staven.schrijf(deel.waarde)}" for deel in _delen(staven, plaats)]
        if delen:
            totaal = staven.schrijf(staven.totaal(plaats))
            zinnen.append(f"{categorie}: {totaal} ({', '.join(delen)}).")
    return " ".join(zinnen) or "Alles is nul."
