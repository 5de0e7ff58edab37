"""The timeline of one employee: contract, advice, premium steps, talks, today and the way out."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.safestring import SafeString

from gedeeld.grafiek import svg
from gedeeld.grafiek.gegevens import Balk, Merk, Staafsoort, Strepen, Tijdlijn, Tijdlijnrij
from gedeeld.grafiek.schaal import Tijdschaal, jaren_rond
from gedeeld.grafiek.svg import LETTER
from gedeeld.periode import dag_ervoor
from gedeeld.weergeven import datum_voluit, meervoud


@dataclass(frozen=True, slots=True)
class Bouw:
    """Where things go, in units of the viewBox. With `links` 0 the names stand above their rows."""

    breedte: float
    links: float
    schaal: Tijdschaal
    boven: float


_BREED: Final = (900.0, 130.0)
_SMAL: Final = (360.0, 0.0)
_PAPIER: Final = (680.0, 100.0)
_RAND: Final = 8.0
_BALK: Final = 28.0
_TRAP: Final = 58.0
_LAAGSTE_TREDE: Final = 22.0
_TUSSEN: Final = 12.0
_DUNSTE_BALK: Final = 3.0
# A permanent contract may go back decades; so many years around today keep the rest readable.
_JAREN: Final = 8
_STIJL: Final = {
    Staafsoort.CONTRACT: ("#E3EFF0", svg.PETROL, svg.INKT),
    Staafsoort.EINDE: (svg.WIT, svg.INKT, svg.INKT),
    Staafsoort.ADVIES: (svg.PETROL, svg.PETROL, svg.WIT),
    Staafsoort.PREMIE: ("#C9DFE2", svg.PETROL, svg.INKT),
    Staafsoort.JOBDOELWIT: ("#F3EBDD", svg.RAND, svg.INKT),
    Staafsoort.VORMING: ("#EFEEEA", svg.RAND, svg.INKT),
    Staafsoort.STAGE: (svg.WIT, svg.PETROL, svg.INKT),
}


def tijdlijn(lijn: Tijdlijn, sleutel: str) -> SafeString:
    """Both widths, for a page; empty when there is nothing to draw.

    `sleutel` keeps the ids of several drawings on one page apart."""
    breed = _teken(lijn, f"{sleutel}-breed", _BREED)
    return svg.figuur(breed, _teken(lijn, f"{sleutel}-smal", _SMAL)) if breed else breed


def tijdlijn_svg(lijn: Tijdlijn, sleutel: str) -> SafeString:
    """One drawing, readable across an A4 page; empty when there is nothing to draw."""
    return _teken(lijn, sleutel, _PAPIER)


def _teken(lijn: Tijdlijn, sleutel: str, maten: tuple[float, float]) -> SafeString:
    if lijn.is_leeg:
        return SafeString("")
    breedte, links = maten
    van, tot = jaren_rond(_dagen(lijn), lijn.vandaag.year, _JAREN)
    schaal = Tijdschaal(van, tot, links + _RAND, breedte - _RAND)
    bouw = Bouw(breedte, links, schaal, LETTER * (3.4 if lijn.uitstroom else 1.9))
    delen, y = [], bouw.boven + _TUSSEN
    for rij in lijn.rijen:
        deel, y = _teken_rij(rij, bouw, y)
        delen.append(deel)
    for strepen in lijn.strepen:
        deel, y = _teken_strepen(strepen, bouw, y)
        delen.append(deel)
    inhoud = "".join([_teken_jaren(bouw, y), *delen, _teken_merken(lijn, bouw, y)])
    hoogte = y + LETTER * 1.9
    return svg.tekening(sleutel, (breedte, hoogte), lijn.titel, _omschrijving(lijn), inhoud)


def _dagen(lijn: Tijdlijn) -> list[date]:
    perioden = [balk.periode for rij in lijn.rijen for balk in rij.balken]
    dagen = [lijn.vandaag, *(p.van for p in perioden)]
    dagen += [merk.dag for strepen in lijn.strepen for merk in strepen.dagen]
    dagen += [p.laatste_dag for p in perioden if p.laatste_dag]
    return dagen + ([lijn.uitstroom.dag] if lijn.uitstroom else [])


def _banen(balken: tuple[Balk, ...]) -> list[list[Balk]]:
    """The bars of a row in as few lanes as keep them apart."""
    banen: list[list[Balk]] = []
    for balk in sorted(balken, key=lambda b: b.periode):
        vrij = (baan for baan in banen if not baan[-1].periode.overlapt(balk.periode))
        baan = next(vrij, None)
        if baan is None:
            banen.append([balk])
        else:
            baan.append(balk)
    return banen


def _teken_rij(rij: Tijdlijnrij, bouw: Bouw, y: float) -> tuple[str, float]:
    """The drawing of the row, and where the next one begins; an empty row takes no room."""
    if not rij.balken:
        return "", y
    hoogte = _TRAP if any(balk.hoogte < 1 for balk in rij.balken) else _BALK
    naam, y = _teken_naam(rij.naam, bouw, y, hoogte)
    delen = [naam]
    for baan in _banen(rij.balken):
        grenzen = [bouw.schaal.x(balk.periode.van) for balk in baan[1:]] + [bouw.schaal.x1]
        for balk, grens in zip(baan, grenzen, strict=True):
            vorm = _teken_balk(balk, bouw, y, hoogte) + _teken_tekst(balk, bouw, y + hoogte, grens)
            delen.append(svg.met_titel(vorm, f"{rij.naam}: {_in_woorden(balk)}"))
        y += hoogte + _TUSSEN / 3
    return "".join(delen), y + _TUSSEN * 2 / 3


def _teken_naam(naam: str, bouw: Bouw, y: float, hoogte: float) -> tuple[str, float]:
    """The name beside the row, or above it on a narrow drawing; and where the bars begin."""
    if bouw.links:
        return svg.tekst(0, y + hoogte - 9, naam), y
    return svg.tekst(_RAND, y + LETTER, naam, kleur=svg.ZACHT), y + LETTER * 1.45


def _teken_balk(balk: Balk, bouw: Bouw, y: float, hoogte: float) -> str:
    vulling, rand, _ = _STIJL[balk.soort]
    x, einde = bouw.schaal.x(balk.periode.van), bouw.schaal.x(balk.periode.tot)
    hoog = hoogte
    if hoogte == _TRAP:
        hoog = _LAAGSTE_TREDE + (_TRAP - _LAAGSTE_TREDE) * balk.hoogte
    breedte = max(einde - x, _DUNSTE_BALK)
    omtrek = _omtrek(x, breedte, y + hoogte, hoog, open_einde=balk.periode.tot is None)
    return svg.element("path", {"d": omtrek, "fill": vulling, "stroke": rand})


def _teken_tekst(balk: Balk, bouw: Bouw, onder: float, grens: float) -> str:
    """The words in the bar, or else after it, or else left to the title and the table."""
    x, einde = bouw.schaal.x(balk.periode.van), bouw.schaal.x(balk.periode.tot)
    nodig = svg.tekst_breedte(balk.tekst) + 8
    if nodig <= einde - x:
        return svg.tekst(x + 6, onder - 9, balk.tekst, kleur=_STIJL[balk.soort][2])
    if nodig <= grens - einde:
        return svg.tekst(max(einde, x + _DUNSTE_BALK) + 5, onder - 9, balk.tekst)
    return ""


def _omtrek(x: float, breedte: float, onder: float, hoog: float, open_einde: bool) -> str:
    """A rectangle, or with an open end one that points onward."""
    punt = 9.0 if open_einde and breedte > 20 else 0.0
    recht, half = breedte - punt, hoog / 2
    return (
        f"M{x:.1f} {onder - hoog:.1f}h{recht:.1f}l{punt:.1f} {half:.1f}"
        f"l{-punt:.1f} {half:.1f}h{-recht:.1f}z"
    )


def _teken_strepen(strepen: Strepen, bouw: Bouw, y: float) -> tuple[str, float]:
    """As `_teken_rij`; what falls on the same day stands together under one tick."""
    if not strepen.dagen:
        return "", y
    naam, y = _teken_naam(strepen.naam, bouw, y, _BALK)
    delen = [naam]
    for dag, woorden in _per_dag(strepen):
        x = bouw.schaal.x(dag)
        streep = svg.lijn((x, y + 5), (x, y + _BALK - 3), svg.INKT, 2.5)
        delen.append(svg.met_titel(streep, f"{woorden} op {datum_voluit(dag)}"))
    return "".join(delen), y + _BALK + _TUSSEN


def _per_dag(strepen: Strepen) -> list[tuple[date, str]]:
    """Each day once, with the names of all that is on it."""
    namen: dict[date, list[str]] = defaultdict(list)
    for merk in sorted(strepen.dagen, key=lambda merk: merk.dag):
        woorden = merk.naam or strepen.enkel
        if woorden not in namen[merk.dag]:
            namen[merk.dag].append(woorden)
    return [(dag, ", ".join(woorden)) for dag, woorden in namen.items()]


def _teken_jaren(bouw: Bouw, onder: float) -> str:
    """A line per New Year's Day, the year below the middle of its column."""
    schaal = bouw.schaal
    kolom = (schaal.x1 - schaal.x0) / len(schaal.jaren)
    kort = kolom < svg.tekst_breedte("2026") + 4
    delen = [
        svg.lijn((schaal.x1, bouw.boven), (schaal.x1, onder), svg.LIJN),
        svg.lijn((schaal.x0, onder), (schaal.x1, onder), svg.RAND),
    ]
    for jaar in schaal.jaren:
        x = schaal.x(date(jaar, 1, 1))
        naam = f"’{jaar % 100:02}" if kort else str(jaar)
        delen.append(svg.lijn((x, bouw.boven), (x, onder), svg.LIJN))
        midden = x + kolom / 2
        delen.append(svg.tekst(midden, onder + LETTER * 1.3, naam, kleur=svg.ZACHT, anker="middle"))
    return "".join(delen)


def _teken_merken(lijn: Tijdlijn, bouw: Bouw, onder: float) -> str:
    """Today as a full line, the planned outflow as a broken one; the names lie over the lines."""
    merken = [(Merk(lijn.vandaag, "vandaag"), svg.INKT, "", LETTER)]
    if lijn.uitstroom:
        merken.append((lijn.uitstroom, svg.PETROL, "5 3", LETTER * 2.5))
    palen, borden = [], []
    for merk, kleur, streep, y in merken:
        x = bouw.schaal.x(merk.dag)
        palen.append(svg.lijn((x, y), (x, onder), kleur, 2, streep))
        half = svg.tekst_breedte(merk.naam) / 2 + 4
        midden = max(half, min(x, bouw.breedte - half))
        bord = svg.bord(midden, y, merk.naam, grond=kleur, kleur=svg.WIT)
        borden.append(svg.met_titel(bord, f"{merk.naam}: {datum_voluit(merk.dag)}"))
    return "".join(palen + borden)


def _in_woorden(balk: Balk) -> str:
    van = datum_voluit(balk.periode.van)
    if balk.periode.tot is None:
        return f"{balk.tekst} vanaf {van}, zonder einddatum"
    if balk.periode.dagen == 1:
        return f"{balk.tekst} op {van}"
    return f"{balk.tekst} van {van} t.e.m. {datum_voluit(dag_ervoor(balk.periode.tot))}"


def _omschrijving(lijn: Tijdlijn) -> str:
    """All that the drawing shows, in sentences."""
    zinnen = [f"{rij.naam}: {_in_woorden(balk)}." for rij in lijn.rijen for balk in rij.balken]
    for strepen in lijn.strepen:
        if dagen := _per_dag(strepen):
            enkel, meer = strepen.enkel.lower(), strepen.naam.lower()
            aantal = meervoud(len(set(strepen.dagen)), enkel, meer)
            zinnen.append(f"{aantal}, laatst op {datum_voluit(dagen[-1][0])}.")
    if lijn.uitstroom:
        zinnen.append(f"{lijn.uitstroom.naam}: {datum_voluit(lijn.uitstroom.dag)}.")
    return " ".join([*zinnen, f"Vandaag is het {datum_voluit(lijn.vandaag)}."])
