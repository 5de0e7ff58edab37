"""What to ask VDAB and WSE: what no source answers, and where sources contradict one another."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from gebruikers.models import Gebruiker
from gedeeld.weergeven import datum_voluit
from regels.domein.wettekst import WETMAP
from regels.models import Regelparameter, Regeltabel, Wetsvraag

BESTAND: Final = WETMAP / "erbij" / "vragen.toml"
_BEIDE: Final = "VDAB of WSE"


@dataclass(frozen=True, slots=True)
class Vraagpunt:
    """One question; `code` is how addresses and rows call it. `rijen`: what this organisation noted
    about it, the newest first."""

    code: str
    aan: str
    zin: str
    rijen: tuple[Wetsvraag, ...] = ()

    @property
    def laatste(self) -> Wetsvraag | None:
        return self.rijen[0] if self.rijen else None


@lru_cache(maxsize=1)
def open_vragen(pad: Path = BESTAND) -> tuple[Vraagpunt, ...]:
    """Those of the file."""
    rijen = tomllib.loads(pad.read_text(encoding="utf-8"))["vraag"]
    return tuple(Vraagpunt(rij["code"], rij["aan"], rij["zin"]) for rij in rijen)


def vraagpunten(gebruiker: Gebruiker) -> list[Vraagpunt]:
    """Every question with what the organisation of the user noted; three queries."""
    genoteerd: dict[str, list[Wetsvraag]] = {}
    for rij in Wetsvraag.objects.zichtbaar_voor(gebruiker).select_related("door"):
        genoteerd.setdefault(rij.vraag, []).append(rij)
    return [
        Vraagpunt(punt.code, punt.aan, punt.zin, tuple(genoteerd.get(punt.code, ())))
        for punt in (*open_vragen(), *_tegenspraken())
    ]


def _tegenspraken() -> Iterator[Vraagpunt]:
    landelijk = Regelparameter.objects.filter(organisatie=None).exclude(tegenspraak="")
    tabellen = Regeltabel.objects.exclude(tegenspraak="")
    yield from _punten(landelijk.order_by("code", "geldig"))
    yield from _punten(tabellen.order_by("code", "geldig"))


def _punten(rijen: Iterable[Regelparameter | Regeltabel]) -> Iterator[Vraagpunt]:
    for rij in rijen:
        van = rij.geldig.van
        zin = f"{rij.get_code_display()}, vanaf {datum_voluit(van)}: {rij.tegenspraak}"
        yield Vraagpunt(f"{rij.code}-{van.isoformat()}", _BEIDE, zin)
