"""How somebody is found by what people type: a name, a number, a telephone number.

Beside each employee stands one line (`zoekregel`, made by the database, migration 0016) without
accents, capitals, spaces and signs, in four parts that each begin with a sign of their own:

    zoe dhondt=/zoedhondt/dhondtzoe#1001+0470123456

first name and family name, both in one word either way round, number, digits of the telephone.
What is typed goes through the same function, `zoekvorm`; so `D'Hondt`, `dhondt` and `D HONDT` are
one. The lines of one organisation are read, all of them: why, docs/adr/0030 says.
"""

import re
from collections.abc import Iterator
from functools import reduce
from operator import and_, or_
from typing import Any, Final

from django.db.models import F, Func, GeneratedField, Lookup, Q, TextField, Value

# Fewer digits are the beginning of a number of the personnel, not a piece of a telephone number.
MINSTE_CIJFERS: Final = 6
# A Belgian number with its country has at least so many digits.
_MET_LAND: Final = 10
_CIJFERREEKS: Final = re.compile(r"(?<!\S)\+?\(?\d[\d\s/.()-]*(?!\S)")
# Who types "van der Berghe" looks for Van den Berghe too. A first name is none of these.
VOORVOEGSELS: Final = frozenset(
    {
        *("van", "vanden", "vander", "de", "der", "den", "des", "ten", "ter", "te", "het", "t"),
        *("le", "la", "du", "von", "el", "al", "di", "da", "dos"),
    }
)


def zoekveld() -> Any:
    delen = ("voornaam", "familienaam", "personeelsnummer", "gsm")
    expressie = Func(*delen, function="zoekregel", output_field=TextField())
    return GeneratedField(expression=expressie, output_field=TextField(), db_persist=True)


class Lijkt(Lookup):
    """SQL's LIKE, with a pattern that the database makes."""

    lookup_name = "lijkt"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        links, van_links = self.process_lhs(compiler, connection)
        rechts, van_rechts = self.process_rhs(compiler, connection)
        return f"{links} LIKE {rechts}", (*van_links, *van_rechts)


def voorwaarde(tekst: str) -> Q | None:
    """What somebody must meet to be found by this text; None when it asks nothing.

    Each word must be found, in whatever order; a prefix such as *van den* may differ.
    """
    delen = list(_delen(tekst))
    return reduce(and_, delen) if delen else None


def _delen(tekst: str) -> Iterator[Q]:
    """The conditions of a text; a text of nothing but signs finds nobody."""
    rest, reeksen = tekst, []
    for reeks in _CIJFERREEKS.finditer(tekst):
        if len(_cijfers(reeks[0])) >= MINSTE_CIJFERS:
            reeksen.append(reeks[0])
            rest = rest.replace(reeks[0], " ", 1)
    yield from map(_reeks, reeksen)
    woorden = [woord for woord in rest.split() if any(map(str.isalnum, woord))]
    yield from (_woord(woord) for woord in _zonder_voorvoegsels(woorden))
    if tekst.strip() and not reeksen and not woorden:
        yield Q(pk__in=())


def _zonder_voorvoegsels(woorden: list[str]) -> Iterator[str]:
    """The last word always counts: it may be the beginning of a longer one."""
    for plaats, woord in enumerate(woorden, start=1):
        if plaats == len(woorden) or _kaal(woord) not in VOORVOEGSELS:
            yield woord


def _kaal(woord: str) -> str:
    return "".join(filter(str.isalnum, woord)).lower()


def _woord(woord: str) -> Q:
    patronen = [("%", "%=%"), ("%/", "%"), ("%#", "%")]
    gevonden = reduce(or_, (_lijkt(voor, woord, na) for voor, na in patronen))
    return gevonden | _telefoon(woord) if len(_cijfers(woord)) >= MINSTE_CIJFERS else gevonden


def _reeks(reeks: str) -> Q:
    """One telephone number with spaces in it, or several numbers."""
    woorden = reeks.split()
    los = reduce(and_, map(_woord, woorden))
    return los if len(woorden) == 1 else _telefoon(reeks) | los


def _telefoon(reeks: str) -> Q:
    """With or without country and the zero before the area: what is left stands in either."""
    cijfers = _cijfers(reeks).removeprefix("00")
    if len(cijfers) >= _MET_LAND:
        cijfers = cijfers.removeprefix("32")
    return _lijkt("%+%", cijfers.removeprefix("0"), "%")


def _cijfers(tekst: str) -> str:
    return re.sub(r"[^0-9]", "", tekst)


def _lijkt(voor: str, woord: str, na: str) -> Q:
    zoekvorm = Func(Value(woord), function="zoekvorm", output_field=TextField())
    delen = (Value(voor), zoekvorm, Value(na))
    patroon = Func(
        *delen, template="(%(expressions)s)", arg_joiner=" || ", output_field=TextField()
    )
    return Q(Lijkt(F("zoekregel"), patroon))
