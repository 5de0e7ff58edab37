"""Rules that are known and that no figure is computed with."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from regels.domein.wettekst import WETMAP, WettekstFout
from regels.keuzes import Bedragsoort, Zekerheid

# The rule that a record of the payroll office does count with.
ANDERE_VERMINDERINGEN: Final = "vermindering"
BESTAND: Final = WETMAP / "erbij" / "niet_uitgedrukt.toml"


@dataclass(frozen=True, slots=True)
class NietUitgedrukt:
    """`zin` ends "houdt geen rekening met …"; `bedragen` are those that it may move."""

    code: str
    zin: str
    bedragen: frozenset[Bedragsoort]
    zekerheid: Zekerheid


def lees_niet_uitgedrukt(pad: Path = BESTAND) -> tuple[NietUitgedrukt, ...]:
    """Raises WettekstFout."""
    return tuple(_regel(rij) for rij in tomllib.loads(pad.read_text(encoding="utf-8"))["regel"])


@lru_cache(maxsize=1)
def niet_uitgedrukt() -> tuple[NietUitgedrukt, ...]:
    """Of this version of the program."""
    return lees_niet_uitgedrukt()


def niet_meegeteld(soort: Bedragsoort, behalve: Collection[str] = ()) -> str:
    """As in "Dit bedrag houdt geen rekening met: ziekte; sancties."; "" for none. `behalve` are the
    codes of rules that this amount does count with."""
    zinnen = [
        regel.zin
        for regel in niet_uitgedrukt()
        if soort in regel.bedragen and regel.code not in behalve
    ]
    return f"Dit bedrag houdt geen rekening met: {'; '.join(zinnen)}." if zinnen else ""


def _regel(rij: dict[str, Any]) -> NietUitgedrukt:
    try:
        bedragen = frozenset(Bedragsoort(soort) for soort in rij["bedragen"])
        regel = NietUitgedrukt(rij["code"], rij["zin"], bedragen, Zekerheid(rij["zekerheid"]))
    except (KeyError, ValueError) as fout:
        code = rij.get("code", "zonder code")
        raise WettekstFout(f"niet_uitgedrukt.toml, {code}: {fout} kan niet.") from fout
    if not bedragen:
        raise WettekstFout(f"niet_uitgedrukt.toml, {regel.code}: er staat geen bedrag bij.")
    return regel
