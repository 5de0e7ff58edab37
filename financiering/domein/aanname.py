"""One sentence about what a forecast assumes."""

from dataclasses import dataclass
from typing import Final

from regels.keuzes import Zekerheid

KEUZE_VAN_TOEPASSING: Final = "Keuze van deze toepassing"


@dataclass(frozen=True, slots=True)
class Aanname:
    """`let_op` marks what makes the figures wrong until somebody mends it; `code` is the parameter
    that it is about, or ""."""

    tekst: str
    bron: str
    zekerheid: Zekerheid
    let_op: bool = False
    code: str = ""
