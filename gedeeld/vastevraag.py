"""A question that every page asks: its SQL is worked out once, each time only the keys differ.

Django builds and compiles a query again for each request; of a page of every day that is most of
its time. What is kept here is text and places in it, the same for everybody: no rows, nobody's key.
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from functools import lru_cache, wraps
from itertools import count
from operator import itemgetter
from typing import Any, Final, Generic, TypeVar
from weakref import WeakKeyDictionary

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, NotSupportedError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.db.models.query import FlatValuesListIterable, ValuesIterable, ValuesListIterable
from django.db.models.sql.compiler import SQLCompiler
from psycopg2.extensions import AsIs

Rij = TypeVar("Rij")

# Keys that no row has, of the two times that a question is built.
_PLAATSHOUDERS: Final = (10**18, 2 * 10**18)
# Of one function: as many numbers of keys.
_HOOGSTENS: Final = 16
# The largest key that can be asked for.
GROOTSTE: Final = 2**63 - 1
# What it is called on a connection.
NAAM: Final = "vraag_"
_NUMMERS: Final = count()
_MET_ZICHZELF: Final = re.compile(r'(?<!\w)("?\w+"?\."\w+") = \(?\1')
_VOORBEREID: "Final[WeakKeyDictionary[Any, set[str]]]" = WeakKeyDictionary()


_Opgelost = tuple[str, tuple[Any, ...]]
_Lezers = dict[int, Any]  # as Django has them, of each column that has any


class HangtAfVanWaarde(Exception):
    """The SQL, or a value in it, was made from a key: it would be wrong for everybody else."""


class NaamTweemaal(Exception):
    """A sub-select compares a column with itself: it meant that of the query around it, to which
    Django gave the same name. It does so when an expression with a sub-select is referred to from
    inside another one."""


class Vastevraag(Generic[Rij]):
    """`bouw` makes the queryset from as many keys as `aantal`; calling asks it for other keys.

    It is built twice, with different keys. What differs then must be the keys themselves; otherwise
    it raises `HangtAfVanWaarde`, at the first request and in each test.

    What is not `voorbereid` is planned by PostgreSQL for the keys at hand each time: for a key
    that decides which plan is good, such as the days of a period.
    """

    def __init__(
        self,
        bouw: Callable[[Sequence[int]], QuerySet[Any, Rij]],
        aantal: int,
        *,
        voorbereid: bool = True,
    ) -> None:
        self._aantal = aantal
        self._voorbereid = voorbereid
        self._naam = f"{NAAM}{next(_NUMMERS)}"
        eerste, tweede = ([begin + n for n in range(aantal)] for begin in _PLAATSHOUDERS)
        self._bron = bouw(eerste)
        if getattr(self._bron, "_prefetch_related_lookups", ()):
            raise HangtAfVanWaarde("What is prefetched would be kept; prefetch the rows.")
        self._compiler = _Compiler(
            self._bron.query, connections[DEFAULT_DB_ALIAS], DEFAULT_DB_ALIAS
        )
        self._sql, self._vast = gemaakt = _sql(self._compiler)
        ander = _sql(bouw(tweede).query.get_compiler(DEFAULT_DB_ALIAS))
        self._open = _open_plaatsen(gemaakt, ander, dict(zip(eerste, tweede, strict=True)))
        self._compiler.onthoud_lezers()
        self._lees = _lezer_van(self._bron, self._compiler)

    def __call__(self, *sleutels: int) -> list[Rij]:
        if not self._sql:
            return []
        verbinding = connections[DEFAULT_DB_ALIAS]  # that of this thread
        if settings.POOLER or not self._voorbereid:
            opgelost: _Opgelost = self._sql, tuple(self._waarden(sleutels))
        else:
            opgelost = self._bereid_voor(verbinding), sleutels
        with _sluit_wat_verouderd_is(verbinding):
            if self._lees is None:
                return self._als_records(verbinding, opgelost)
            with verbinding.cursor() as cursor:
                cursor.execute(*opgelost)
                return self._lees(cursor.fetchall())

    def _als_records(self, verbinding: BaseDatabaseWrapper, opgelost: "_Opgelost") -> list[Rij]:
        compiler = copy(self._compiler)
        compiler.connection, compiler.opgelost = verbinding, opgelost
        vraag = self._bron.all()
        vraag.query.get_compiler = lambda *_, **__: compiler  # type: ignore[method-assign]
        return list(vraag)

    def _waarden(self, sleutels: Sequence[Any]) -> list[Any]:
        """What the SQL is asked with for these keys."""
        waarden = list(self._vast)
        for plaats, welke in self._open:
            waarden[plaats] = sleutels[welke]
        return waarden

    def _bereid_voor(self, verbinding: BaseDatabaseWrapper) -> str:
        plaatshouders = [AsIs(f"${n + 1}") for n in range(self._aantal)]
        soorten = ["bigint"] * self._aantal
        return _bereid_voor(
            verbinding, self._naam, self._sql, self._waarden(plaatshouders), soorten
        )


class Vastezin:
    """A statement of our own with values by name: `vast` for good, `soorten` says which are given
    each time, with their types. Sent in full the first time: what is asked once is not prepared.

    It may write; so its name is not that of a question.
    """

    def __init__(self, sql: str, vast: Mapping[str, Any], soorten: Mapping[str, str]) -> None:
        self._sql, self._vast, self._soorten = sql, vast, soorten
        self._naam = f"zin_{next(_NUMMERS)}"
        self._gevraagd = False

    def __call__(self, **waarden: Any) -> list[tuple[Any, ...]]:
        verbinding = connections[DEFAULT_DB_ALIAS]
        in_vol = settings.POOLER or not self._gevraagd
        self._gevraagd = True
        sql = self._sql if in_vol else self._bereid_voor(verbinding)
        zo = {**self._vast, **waarden} if in_vol else [waarden[naam] for naam in self._soorten]
        with _sluit_wat_verouderd_is(verbinding), verbinding.cursor() as cursor:
            cursor.execute(sql, zo)
            rijen: list[tuple[Any, ...]] = cursor.fetchall()
        return rijen

    def _bereid_voor(self, verbinding: BaseDatabaseWrapper) -> str:
        plaatshouders = {naam: AsIs(f"${n}") for n, naam in enumerate(self._soorten, 1)}
        waarden = {**self._vast, **plaatshouders}
        return _bereid_voor(verbinding, self._naam, self._sql, waarden, [*self._soorten.values()])


def _bereid_voor(
    verbinding: BaseDatabaseWrapper, naam: str, sql: str, waarden: Any, soorten: Sequence[str]
) -> str:
    """What asks it on this connection, which knows it from then on: PostgreSQL works out once how
    to find the answer, which takes it longer than finding it."""
    verbinding.close_if_health_check_failed()
    verbinding.ensure_connection()
    bekend = _VOORBEREID.setdefault(verbinding.connection, set())
    if naam not in bekend:
        hoe = f"({', '.join(soorten)})" if soorten else ""
        wat = f"PREPARE {naam}{hoe} AS {sql}"
        # It is no question of the page: who counts those must find as many each time.
        with verbinding.wrap_database_errors, verbinding.connection.cursor() as cursor:
            cursor.execute(wat, waarden)
        bekend.add(naam)
    plaatsen = ", ".join(["%s"] * len(soorten))
    return f"EXECUTE {naam}{f'({plaatsen})' if plaatsen else ''}"


@contextmanager
def _sluit_wat_verouderd_is(verbinding: BaseDatabaseWrapper) -> Iterator[None]:
    """A migration changed the type of a column, and what was prepared still has the former one. In
    a transaction that failed it cannot be prepared anew; the next request or task finds a
    connection that knows nothing yet."""
    try:
        yield
    except NotSupportedError:
        verbinding.close_at = time.monotonic()
        raise


def vaste_vraag(
    bouw: "Callable[..., QuerySet[Any, Rij]]", *, voorbereid: bool = True
) -> Callable[..., list[Rij]]:
    """Of a function that makes a queryset from keys: one that gives its rows; `voorbereid` as in
    `Vastevraag`."""

    @lru_cache(maxsize=_HOOGSTENS)
    def vraag(aantal: int) -> Vastevraag[Rij]:
        return Vastevraag(lambda sleutels: bouw(*sleutels), aantal, voorbereid=voorbereid)

    @wraps(bouw)
    def rijen(*sleutels: int) -> list[Rij]:
        return vraag(len(sleutels))(*sleutels)

    return rijen


def _lezer_van(
    bron: QuerySet[Any, Rij], compiler: "_Compiler"
) -> Callable[[list[tuple[Any, ...]]], list[Rij]] | None:
    """What makes of the rows of the database those of `values_list` or `values`; None for records,
    which Django makes."""
    maak = _rijmaker(bron)
    if maak is None:
        return None
    lezers = compiler.lezers

    def lees(rijen: Iterable[Any]) -> list[Any]:
        if lezers:
            rijen = compiler.apply_converters(rijen, lezers)
        return [maak(rij) for rij in rijen]

    return lees


def _rijmaker(bron: QuerySet[Any, Any]) -> Callable[[Sequence[Any]], Any] | None:
    soort = getattr(bron, "_iterable_class", None)
    if soort is ValuesIterable and bron.query.selected:
        namen = tuple(bron.query.selected)
        return lambda rij: dict(zip(namen, rij, strict=True))
    if soort is FlatValuesListIterable:
        return itemgetter(0)
    return tuple if soort is ValuesListIterable else None


class _Compiler(SQLCompiler):
    """Knows its columns already, and answers with the SQL that was worked out."""

    opgelost: _Opgelost | None = None
    lezers: _Lezers

    def as_sql(self, *args: Any, **kwargs: Any) -> tuple[str, tuple[Any, ...]]:
        return self.opgelost or super().as_sql(*args, **kwargs)

    def onthoud_lezers(self) -> None:
        """What makes a value of each column; Django asks every column for it each time."""
        kolommen = [kolom for kolom, *_ in (self.select or ())[: self.col_count]]
        self.lezers = super().get_converters(kolommen)

    def get_converters(self, expressions: list[Any]) -> _Lezers:
        return self.lezers


def _sql(compiler: SQLCompiler) -> tuple[str, tuple[Any, ...]]:
    """Without text when it can find nothing, whoever asks."""
    try:
        sql, waarden = compiler.as_sql()
    except EmptyResultSet:
        return "", ()
    eis_eigen_namen(sql)
    return sql, waarden


def eis_eigen_namen(sql: str) -> None:
    """Raises NaamTweemaal."""
    if (zelf := _MET_ZICHZELF.search(sql)) is not None:
        raise NaamTweemaal(sql[max(0, zelf.start() - 300) : zelf.end()])


def _open_plaatsen(
    een: tuple[str, tuple[Any, ...]], twee: tuple[str, tuple[Any, ...]], sleutels: dict[int, int]
) -> list[tuple[int, int]]:
    """Where in the values which key belongs."""
    if een[0] != twee[0]:
        raise HangtAfVanWaarde(een[0])
    welke = {paar: n for n, paar in enumerate(sleutels.items())}
    anders = [
        (plaats, paar)
        for plaats, paar in enumerate(zip(een[1], twee[1], strict=True))
        if paar[0] != paar[1]
    ]
    if not all(paar in welke for _, paar in anders):
        raise HangtAfVanWaarde(een[0])
    return [(plaats, welke[paar]) for plaats, paar in anders]
