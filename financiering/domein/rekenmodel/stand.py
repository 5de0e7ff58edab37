"""The people and the amounts of an organisation: what a forecast counts from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from financiering.domein.rekenmodel.mensen import Mensen
from financiering.domein.rekenmodel.persoon import Persoon
from gedeeld.periode import Periode


@dataclass(frozen=True, slots=True)
class Dienstbedrag:
    """An amount in euro per quarter for a service; `per_vte` for each full-time job in it.

    `soort` names the leaf of the klaverblad, or is "omkadering", which is a cost. `bron` is the key
    of its record; None for an amount of a scenario.
    """

    dienst: str
    soort: str
    bedrag: Decimal
    periode: Periode
    per_vte: bool = False
    geindexeerd: bool = False
    bron: int | None = None


@dataclass(frozen=True)
class Stand:
    """The people and the amounts of an organisation; `diensten` are keys, in order of display."""

    diensten: tuple[str, ...]
    personen: Sequence[Persoon]
    bedragen: tuple[Dienstbedrag, ...] = field(default=())
    mensen: Mensen = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "mensen", Mensen.van(self.personen))

    def bedragen_van(self, dienst: str) -> list[Dienstbedrag]:
        return [bedrag for bedrag in self.bedragen if bedrag.dienst == dienst]
