"""Short lists that come along in the row of what they hang on, instead of a query for each."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeVar

from django.db import DEFAULT_DB_ALIAS
from django.db.models import (
    DateField,
    DateTimeField,
    DecimalField,
    Expression,
    Field,
    JSONField,
    Model,
    QuerySet,
    Subquery,
)
from django.db.models.functions import JSONObject
from django.db.models.sql.compiler import SQLCompiler

from gedeeld.periode import Periode
from gedeeld.velden import PeriodeVeld

M = TypeVar("M", bound=Model)
Lezer = Callable[[Any], Any]

# JSON keeps so many digits of a number.
_CIJFERS: Final = 15


class HeleRij(Expression):
    """All columns of the row itself as JSON: for tables whose columns are few and short."""

    output_field = JSONField()

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        alias = compiler.query.get_initial_alias()
        return f"to_jsonb({compiler.quote_name_unless_alias(alias)})", ()


class Meelijst(Subquery):
    """The rows of a subquery as one piece of JSON: in an array PostgreSQL would quote each row, and
    we would read them one by one."""

    template = "to_jsonb(ARRAY(%(subquery)s))"
    output_field = JSONField()


def mee(dingen: QuerySet[Any], *velden: str, **anders: Any) -> Meelijst:
    """These fields of each, in the order of `dingen`, to annotate; `anders` are expressions."""
    rij = JSONObject(**{veld: veld for veld in velden}, **anders)
    return Meelijst(dingen.values(rij=rij))


def mee_heel(dingen: QuerySet[Any]) -> Meelijst:
    """All fields of each (`HeleRij`), in the order of `dingen`, to annotate."""
    return Meelijst(dingen.values(rij=HeleRij()))


def als_records(model: type[M], rijen: Iterable[dict[str, Any]] | None) -> list[M]:
    """What came along, as records that have these fields and no others.

    None is what a query leaves that could find nothing at all.
    """
    return [als_record(model, rij) for rij in rijen or ()]


def als_record(model: type[M], rij: dict[str, Any]) -> M:
    """Of a whole row: what Django makes of it when it reads one."""
    lezers = _lezers(model)
    if lezers.keys() <= rij.keys():
        return model.from_db(
            DEFAULT_DB_ALIAS, lezers, [_lees(lees, rij[naam]) for naam, lees in lezers.items()]
        )
    return model(**{naam: _lees(lezers.get(naam), waarde) for naam, waarde in rij.items()})


def leg_klaar(ding: Model, relatie: str, records: Sequence[Model]) -> None:
    """What came along as `ding.<relatie>.all()`, as Django leaves what it prefetched: no query, and
    each record knows `ding`."""
    veld: Any = ding._meta.get_field(relatie).remote_field
    for record in records:
        veld.set_cached_value(record, ding)
    dingen = getattr(ding, relatie).get_queryset()
    dingen._result_cache = list(records)  # noqa: SLF001 - Django has no other way in
    dingen._prefetch_done = True  # noqa: SLF001
    vars(ding).setdefault("_prefetched_objects_cache", {})[relatie] = dingen


def _lees(lees: Lezer | None, waarde: Any) -> Any:
    return waarde if lees is None or waarde is None else lees(waarde)


@cache
def _lezers(model: type[Model]) -> dict[str, Lezer | None]:
    """Of each column, in the order in which Django reads them: what makes of JSON what it holds."""
    return {veld.attname: _lezer(veld) for veld in model._meta.concrete_fields}


def _lezer(veld: "Field[Any, Any]") -> Lezer | None:
    match veld:
        case DateTimeField():
            return datetime.fromisoformat
        case DateField():
            return date.fromisoformat
        case PeriodeVeld():
            return _periode
        case DecimalField(max_digits=int(cijfers), decimal_places=int(achter)):
            if cijfers > _CIJFERS:
                raise TypeError(f"{veld} holds more digits than JSON keeps.")
            stap = Decimal(1).scaleb(-achter)
            return lambda waarde: Decimal(str(waarde)).quantize(stap)
        case _:
            return None


def _periode(bereik: str) -> Periode:
    """As PostgreSQL writes a range of days: [2026-01-01,2027-01-01), or without an end."""
    van, tot = bereik[1:-1].split(",")
    return Periode(date.fromisoformat(van), date.fromisoformat(tot) if tot else None)
