"""How a cell shows a number whose zeros in front belong to it: a format such as 00000."""

import re
from typing import Final

# Text in quotes or after a backslash, a colour, a space as wide as a sign, a figure, a sign.
_DEEL: Final = re.compile(
    r'"(?P<tekst>[^"]*)"|\\(?P<teken>.)|\[[^\]]*\]|[_*].|(?P<cijfer>0)|(?P<tussen>[ \-/()])'
)
# One figure may be any number; from two on, the maker wants to see the zeros.
_MINSTENS: Final = 2
_CIJFER: Final = None

Nulvorm = tuple[str | None, ...]


def nulvorm(code: str) -> Nulvorm | None:
    """The format as figures (None) and the signs between; None when it is another kind of format.

    Only the part for positive numbers counts.
    """
    vorm: list[str | None] = []
    plaats = 0
    while plaats < len(code) and code[plaats] != ";":
        deel = _DEEL.match(code, plaats)
        if deel is None:
            return None
        if deel["cijfer"]:
            vorm.append(_CIJFER)
        else:
            vorm.extend(deel["tekst"] or deel["teken"] or deel["tussen"] or "")
        plaats = deel.end()
    return tuple(vorm) if vorm.count(_CIJFER) >= _MINSTENS else None


def toon_in(vorm: Nulvorm, getal: int) -> str:
    """00123; figures that do not fit stand in front, as in the spreadsheet."""
    plaatsen = vorm.count(_CIJFER)
    cijfers = str(getal).zfill(plaatsen)
    te_veel, rest = cijfers[: len(cijfers) - plaatsen], iter(cijfers[len(cijfers) - plaatsen :])
    eerste = vorm.index(_CIJFER)
    return "".join(
        (te_veel if plaats == eerste else "") + (next(rest) if deel is _CIJFER else deel)
        for plaats, deel in enumerate(vorm)
    )
