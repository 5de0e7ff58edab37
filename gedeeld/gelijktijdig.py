"""Two people change the same record: the second one is told first, nothing is lost unseen."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar, cast

from django.core.exceptions import ValidationError
from django.db import models

from gedeeld.models import Auditregel


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
    rijen = type(onderwerp)._base_manager.select_for_update(of=("self",), no_key=True)  # noqa: SLF001
    huidig = rijen.filter(pk=onderwerp.pk).first()
    if huidig is None:
        raise IntussenVerwijderd
    if gezien is not None and cast(Bewaakt, huidig).gewijzigd_op != gezien:
        raise IntussenGewijzigd(huidig)
    return huidig


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
