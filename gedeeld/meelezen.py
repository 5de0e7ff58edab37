"""Short lists that come along in the row of what they hang on, instead of a query for each."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateField, Expression, JSONField, Model, QuerySet
from django.db.models.functions import JSONObject
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=Model)


class HeleRij(Expression):
    """All columns of the row itself as JSON: for tables whose columns are few and short."""

    output_field = JSONField()

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        alias = compiler.query.get_initial_alias()
        return f"to_jsonb({compiler.quote_name_unless_alias(alias)})", ()


def mee(dingen: QuerySet[Any], *velden: str, **anders: Any) -> ArraySubquery:
    """These fields of each, in the order of `dingen`, to annotate; `anders` are expressions."""
    rij = JSONObject(**{veld: veld for veld in velden}, **anders)
    return ArraySubquery(dingen.values(rij=rij))


def mee_heel(dingen: QuerySet[Any]) -> ArraySubquery:
    """All fields of each (`HeleRij`), in the order of `dingen`, to annotate."""
    return ArraySubquery(dingen.values(rij=HeleRij()))


def als_records(model: type[M], rijen: Iterable[dict[str, Any]] | None) -> list[M]:
    """What came along, as records that have these fields and no others.

    None is what a query leaves that could find nothing at all.
    """
    return [als_record(model, rij) for rij in rijen or ()]


def als_record(model: type[M], rij: dict[str, Any]) -> M:
    return model(**{naam: _waarde(model, naam, waarde) for naam, waarde in rij.items()})


def _waarde(model: type[Model], naam: str, waarde: Any) -> Any:
    """JSON has no dates."""
    if not isinstance(waarde, str):
        return waarde
    veld = model._meta.get_field(naam)
    return veld.to_python(waarde) if isinstance(veld, DateField) else waarde
