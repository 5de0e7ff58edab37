"""One row of a kept outcome as the preview shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from gedeeld.ernst import Ernst
from werknemers.domein.invoer.opslag import Bewaarderij
from werknemers.domein.invoer.uitkomst import Rijactie, Rijoordeel

_RUSTIG: Final = frozenset({Rijactie.ONGEWIJZIGD.value, Rijactie.WEGGELATEN.value})
_ERNST: Final = {
    Rijoordeel.FOUT.value: Ernst.ERG,
    Rijoordeel.WAARSCHUWING.value: Ernst.LET_OP,
    Rijoordeel.GOED.value: Ernst.GOED,
}


@dataclass(frozen=True, slots=True)
class Nazichtrij:
    """One row of the preview; `blad` names its sheet when more than one was read."""

    rijnummer: int
    blad: str
    personeelsnummer: str
    naam: str
    actie: str
    ernst: Ernst
    meldingen: list[tuple[str, str]]
    wijzigingen: list[list[str]]
    einde: tuple[date | None, date | None] | None
    bron: Bewaarderij


def toon_rij(rij: Bewaarderij) -> Nazichtrij:
    einde = rij["einde"]
    rustig = rij["actie"] in _RUSTIG and rij["oordeel"] == Rijoordeel.GOED
    return Nazichtrij(
        rijnummer=rij["rijnummer"],
        blad=rij.get("blad", ""),
        personeelsnummer=rij["personeelsnummer"],
        naam=rij["naam"],
        actie=rij["actie"],
        ernst=Ernst.RUSTIG if rustig else _ERNST[rij["oordeel"]],
        meldingen=[(melding["kolom"], melding["tekst"]) for melding in rij["meldingen"]],
        wijzigingen=rij["wijzigingen"],
        einde=(_datum(einde[0]), _datum(einde[1])) if einde else None,
        bron=rij,
    )


def _datum(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
