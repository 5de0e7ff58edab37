"""Two people change the same record: the second one is told first, nothing is lost unseen."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Protocol, TypeVar, cast

from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.transaction import TransactionManagementError

from gedeeld.models import Auditregel
from gedeeld.vastevraag import Vastevraag


class Bewaakt(Protocol):
    """A record that knows when it was last saved."""

    pk: int
    gewijzigd_op: datetime


M = TypeVar("M", bound=models.Model)


class IntussenGewijzigd(ValidationError):
    """The record is no longer what the user saw; `huidig` is what it is now."""

    def __init__(self, huidig: models.Model) -> None:
        super().__init__(
            "Iemand anders veranderde dit intussen. Herlaad de pagina en probeer opnieuw.",
            code="intussen_gewijzigd",
        )
        self.huidig = huidig


class IntussenVerwijderd(ValidationError):
    """The record that the user saw is gone."""

    def __init__(self) -> None:
        super().__init__(
            "Iemand anders verwijderde dit intussen. Je kunt het niet meer bewaren.",
            code="intussen_verwijderd",
        )


def vergrendel(onderwerp: M, gezien: datetime | None) -> M:
    """The record as it is now, locked until the transaction of the caller ends.

    `gezien` is the `gewijzigd_op` that the user saw; None skips the comparison (jobs, import).
    Raises IntussenGewijzigd when it was saved since, IntussenVerwijderd when it is gone.

    A row of another table may still point to it meanwhile: every row of the trail points to an
    organisation and a user, and would wait for whoever holds those.
    """
    if connection.get_autocommit():
        raise TransactionManagementError("A lock outside a transaction is gone at once.")
    huidig: M | None = next(iter(_met_slot(type(onderwerp))(onderwerp.pk)), None)
    if huidig is None:
        raise IntussenVerwijderd
    if gezien is not None and cast(Bewaakt, huidig).gewijzigd_op != gezien:
        raise IntussenGewijzigd(huidig)
    return huidig


@cache
def _met_slot(model: type[M]) -> Vastevraag[M]:
    """Of each model that is locked: the SQL is the same for every record."""
    rijen: Any = model._base_manager.select_for_update(of=("self",), no_key=True)  # noqa: SLF001
    return Vastevraag(lambda sleutels: rijen.filter(pk=sleutels[0]).order_by(), 1)


def laatste_regel(onderwerp: models.Model) -> Auditregel | None:
    """The last line of the audit trail about a record: who changed it, and when."""
    return _regels(onderwerp).first()


@dataclass(frozen=True, slots=True)
class Schrijvers:
    """Lines of the audit trail about one record, the last one first."""

    regels: tuple[Auditregel, ...]

    def van(self, veld: str) -> str:
        """Who changed a field last; when no line names it, who changed the record last."""
        laatste = next(iter(self.regels), None)
        regel = next((regel for regel in self.regels if veld in regel.wijzigingen), laatste)
        return str(regel.door) if regel is not None and regel.door else "Doorstroom"


def schrijvers(onderwerp: models.Model, sinds: datetime) -> Schrijvers:
    """Who changed the record since a moment, at most the last hundred times."""
    return Schrijvers(tuple(_regels(onderwerp).filter(op__gte=sinds)[:100]))


def _regels(onderwerp: models.Model) -> models.QuerySet[Auditregel]:
    regels = Auditregel.objects.filter(
        soort=onderwerp._meta.model_name or "", onderwerp_id=onderwerp.pk
    )
    return regels.select_related("door")
