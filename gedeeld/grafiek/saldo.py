"""One bar for each category, above or below zero: whether it holds, and where it no longer does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.safestring import SafeString

from gedeeld.grafiek import svg
from gedeeld.grafiek.gegevens import Categorie
from gedeeld.grafiek.kwartaalas import Kwartaalas
from gedeeld.grafiek.schaal import stappen_rond_nul
from gedeeld.grafiek.svg import LETTER

_BREED: Final = 960.0
_SMAL: Final = 360.0
_HOOG: Final = 220.0
_RIJ: Final = 26.0
_STAAF: Final = 17.0


@dataclass(frozen=True)
class Saldostaven:
    """`voet` has a short word for each bar, `voetnaam` says what they are. `keerpunt` is the bar
    from which on it goes wrong, with what is said of it; None when it never does."""

    titel: str
    categorieen: tuple[Categorie, ...]
    waarden: tuple[Decimal, ...]
    voet: tuple[str, ...]
    voetnaam: str
    keerpunt: tuple[int, str] | None = None
    schrijf: Callable[[Decimal], str] = str

    def __post_init__(self) -> None:
        """Raise ValueError when the values or the words have another length than the bars."""
        if not len(self.categorieen) == len(self.waarden) == len(self.voet):
            raise ValueError("Elke staaf heeft één waarde en één woord eronder.")

    @property
    def omschrijving(self) -> str:
        """Every bar in a sentence, after what is said of the first one below zero."""
        zinnen = [f"{self.keerpunt[1]}."] if self.keerpunt else []
        zinnen += [f"{self.woorden(plaats)}." for plaats in range(len(self.waarden))]
        return " ".join(zinnen)

    def woorden(self, plaats: int) -> str:
        return (
            f"{self.categorieen[plaats]}: {self.schrijf(self.waarden[plaats])}, "
            f"{self.voetnaam} {self.voet[plaats]}"
        )

    @property
    def rol(self) -> str:
        return "group" if any(categorie.adres for categorie in self.categorieen) else "img"


@dataclass(frozen=True, slots=True)
class _Schaal:
    """From values to places between `begin` and `einde`; upright these go from bottom to top."""

    laagste: float
    hoogste: float
    begin: float
    einde: float

    def plek(self, waarde: Decimal | int) -> float:
        deel = (float(waarde) - self.laagste) / (self.hoogste - self.laagste)
        return self.begin + (self.einde - self.begin) * deel


def saldografiek(staven: Saldostaven, sleutel: str) -> SafeString:
    """Both widths, for a page; empty when there is nothing to draw."""
    if not staven.categorieen:
        return SafeString("")
    return svg.figuur(_staand(staven, f"{sleutel}-breed"), _liggend(staven, f"{sleutel}-smal"))


def _staand(staven: Saldostaven, sleutel: str) -> SafeString:
    stappen = stappen_rond_nul(staven.waarden)
    breedste = [staven.schrijf(stap) for stap in stappen] + [staven.voetnaam]
    links = max(map(svg.tekst_breedte, breedste)) + 12
    ruimte, boven = (_BREED - links) / len(staven.waarden), LETTER * 2.4
    schaal = _Schaal(float(stappen[0]), float(stappen[-1]), boven + _HOOG, boven)
    as_ = Kwartaalas(links, ruimte, boven + _HOOG)
    delen = [*_raster(staven, stappen, schaal, links)]
    for plaats in range(len(staven.waarden)):
        hoek = (as_.x(plaats + 0.14), schaal.plek(max(staven.waarden[plaats], Decimal(0))))
        lengte = abs(schaal.plek(staven.waarden[plaats]) - schaal.plek(0))
        delen.append(_staaf(staven, plaats, hoek, (ruimte * 0.72, lengte)))
    delen += [svg.lijn((links, schaal.plek(0)), (_BREED, schaal.plek(0)), svg.INKT, 1.5)]
    delen += [*_keerpunt(staven, as_, boven)]
    delen += [*as_.namen(staven.categorieen), *as_.voet(staven.voet, staven.voetnaam)]
    maten = (_BREED, as_.onder + LETTER * 4.8)
    return svg.tekening(
        sleutel, maten, staven.titel, staven.omschrijving, "".join(delen), rol=staven.rol
    )


def _raster(
    staven: Saldostaven, stappen: list[Decimal], schaal: _Schaal, links: float
) -> Iterator[str]:
    for stap in stappen:
        y = schaal.plek(stap)
        yield svg.lijn((links, y), (_BREED, y), svg.LIJN)
        yield svg.tekst(links - 8, y + 4.5, staven.schrijf(stap), kleur=svg.ZACHT, anker="end")


def _staaf(
    staven: Saldostaven, plaats: int, hoek: tuple[float, float], maten: tuple[float, float]
) -> str:
    kleur = svg.ROOD if staven.waarden[plaats] < 0 else svg.PETROL
    plek: dict[str, svg.Waarde] = {"x": hoek[0], "y": hoek[1], "width": maten[0]}
    vorm = svg.element("rect", plek | {"height": maten[1], "fill": kleur})
    return svg.koppeling(vorm, staven.categorieen[plaats].adres, staven.woorden(plaats))


def _keerpunt(staven: Saldostaven, as_: Kwartaalas, boven: float) -> Iterator[str]:
    """A line before the bar, and its name on the side where there is room."""
    if staven.keerpunt is None:
        return
    plaats, naam = staven.keerpunt
    x = as_.x(plaats)
    yield svg.lijn((x, boven - LETTER * 0.6), (x, as_.onder), svg.ROOD, 1.5, "5 3")
    past = x + svg.tekst_breedte(naam) <= _BREED
    anker = "start" if past else "end"
    yield svg.tekst(x, boven - LETTER, naam, kleur=svg.ROOD, anker=anker, vet=True)


def _liggend(staven: Saldostaven, sleutel: str) -> SafeString:
    """One row per category, for a narrow screen, with the word at its end."""
    links = max(svg.tekst_breedte(str(categorie)) for categorie in staven.categorieen) + 10
    rechts = _SMAL - max(map(svg.tekst_breedte, staven.voet)) - 10
    alle = [0.0, *map(float, staven.waarden)]
    schaal = _Schaal(min(alle), max(alle) if any(alle) else 1.0, links, rechts)
    boven = LETTER * 2
    delen = [svg.tekst(_SMAL, LETTER, staven.voetnaam, kleur=svg.ZACHT, anker="end")]
    for plaats in range(len(staven.waarden)):
        if staven.keerpunt and staven.keerpunt[0] == plaats:
            naam = staven.keerpunt[1]
            delen.append(svg.tekst(0, boven + LETTER, naam, kleur=svg.ROOD, vet=True))
            boven += _RIJ * 0.9
        delen.append(_rij(staven, plaats, boven, schaal))
        boven += _RIJ
    nul = schaal.plek(0)
    delen.append(svg.lijn((nul, LETTER * 1.6), (nul, boven), svg.INKT, 1.5))
    return svg.tekening(
        sleutel,
        (_SMAL, boven),
        staven.titel,
        staven.omschrijving,
        "".join(delen),
        rol=staven.rol,
    )


def _rij(staven: Saldostaven, plaats: int, y: float, schaal: _Schaal) -> str:
    waarde, categorie = staven.waarden[plaats], staven.categorieen[plaats]
    begin, einde = sorted((schaal.plek(0), schaal.plek(waarde)))
    naam = svg.tekst(0, y + 14, str(categorie), kleur=svg.ZACHT)
    return (
        svg.naamkoppeling(naam, categorie.adres, str(categorie))
        + _staaf(staven, plaats, (begin, y), (einde - begin, _STAAF))
        + svg.tekst(_SMAL, y + 14, staven.voet[plaats], anker="end")
    )
