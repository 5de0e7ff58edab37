"""One thing that is otherwise than a receipt says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verschil:
    """`code` is that of a parameter; "" for what is none."""

    wat: str
    toen: str
    nu: str
    code: str = ""

    def __str__(self) -> str:
        return f"{self.wat}: toen {self.toen}, nu {self.nu}"


@dataclass(frozen=True, slots=True)
class Naast:
    """A receipt laid beside today. `andere_uitkomst` is what comes out otherwise than it did, from
    the receipt alone; `anders` what the same question counts with today. `zonder_vandaag` says why
    that is not known; "" when it is."""

    andere_uitkomst: tuple[Verschil, ...]
    anders: tuple[Verschil, ...]
    zonder_vandaag: str = ""

    @property
    def klopt(self) -> bool:
        return not self.andere_uitkomst
