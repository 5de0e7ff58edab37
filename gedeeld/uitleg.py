"""Why a computed figure is what it is; screens show it under "waarom?"."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Uitleg:
    """The answer in one sentence, the rule, what went into it, and where the rule comes from.

    `niet_meegeteld`: what is known and was not counted with.
    """

    antwoord: str
    regel: str
    invoer: tuple[tuple[str, str], ...] = ()
    bron: str = ""
    tegenspraak: str = ""
    niet_meegeteld: str = ""
