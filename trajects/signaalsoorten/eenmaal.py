"""What a question asks more than once of the same row is worked out once.

Django copies an annotation into every expression that names it, and PostgreSQL works each copy out
by itself: the rule about the support plan held one look at the chain of advice twenty times. A
question that stands in the text more than once moves to a LATERAL beside the rows.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import Final

_SELECT: Final = "(SELECT "
_WHERE: Final = " WHERE "
# What stands before a question that has no single value.
_GEEN_WAARDE: Final = ("EXISTS", " IN ", "ARRAY", "ANY", " FROM ", " JOIN ", "LATERAL ")


def elk_eenmaal(sql: str) -> str:
    """The same SELECT with each question in it asked once, at every depth. Its values have names,
    the same one for the same value. What is no single SELECT stays as it is."""
    return _herschrijf(sql, count(1))


def _herschrijf(sql: str, nummers: "count[int]") -> str:
    waar = _plaats(sql, _WHERE)
    if not sql.startswith(_SELECT[1:]) or waar is None:
        return sql
    vragen = list(_vragen(sql))
    vaker = [vraag for vraag, aantal in Counter(vragen).items() if aantal > 1]
    namen = {vraag: f"een_{next(nummers)}" for vraag in vaker}
    kop, staart = sql[:waar], sql[waar:]
    for vraag in dict.fromkeys(vragen):
        anders = f"{namen[vraag]}.waarde" if vraag in namen else _binnenin(vraag, nummers)
        kop, staart = kop.replace(vraag, anders), staart.replace(vraag, anders)
    # OFFSET keeps PostgreSQL from putting the copies back.
    ernaast = (
        f" CROSS JOIN LATERAL (SELECT {_binnenin(vraag, nummers)} AS waarde OFFSET 0) AS {naam}"
        for vraag, naam in namen.items()
    )
    return "".join((kop, *ernaast, staart))


def _binnenin(vraag: str, nummers: "count[int]") -> str:
    return f"({_herschrijf(vraag[1:-1], nummers)})"


def _vragen(sql: str) -> Iterator[str]:
    """The questions with a single value that stand in it, in brackets; not those inside others."""
    plaats = sql.find(_SELECT)
    while plaats >= 0:
        einde = _einde(sql, plaats)
        if not sql[:plaats].endswith(_GEEN_WAARDE):
            yield sql[plaats:einde]
        plaats = sql.find(_SELECT, einde)


def _plaats(sql: str, woord: str) -> int | None:
    """Where the word stands outside all brackets."""
    plaats = sql.find(woord)
    while plaats >= 0:
        if sql.count("(", 0, plaats) == sql.count(")", 0, plaats):
            return plaats
        plaats = sql.find(woord, plaats + 1)
    return None


def _einde(sql: str, begin: int) -> int:
    """The place after the bracket that closes the one at `begin`."""
    diepte = 0
    for plaats in range(begin, len(sql)):
        diepte += (sql[plaats] == "(") - (sql[plaats] == ")")
        if not diepte:
            return plaats + 1
    raise ValueError(sql[begin:])
