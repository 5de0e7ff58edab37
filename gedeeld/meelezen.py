"""Short lists that come along in the row of what they hang on, instead of a query for each."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateField, Model, QuerySet
from django.db.models.functions import JSONObject

M = TypeVar("M", bound=Model)


def mee(dingen: QuerySet[Any], *velden: str, **anders: Any) -> ArraySubquery:
    """These fields of each, in the order of `dingen`, to annotate; `anders` are expressions."""
    rij = JSONObject(**{veld: veld for veld in velden}, **anders)
    return ArraySubquery(dingen.values(rij=rij))


def alle_velden(model: type[Model]) -> tuple[str, ...]:
    """For `mee`, of a model whose fields are few and short."""
    return tuple(veld.attname for veld in model._meta.concrete_fields)


def als_records(model: type[M], rijen: Iterable[dict[str, Any]] | None) -> list[M]:
    """What `mee` annotated, as records that have these fields and no others.

    None is what a query leaves that could find nothing at all.
    """
    return [model(**{veld: _waarde(model, veld, rij[veld]) for veld in rij}) for rij in rijen or ()]


def _waarde(model: type[Model], naam: str, waarde: Any) -> Any:
    """JSON has no dates."""
    veld = model._meta.pk if naam == "pk" else model._meta.get_field(naam)
    return veld.to_python(waarde) if isinstance(veld, DateField) else waarde
