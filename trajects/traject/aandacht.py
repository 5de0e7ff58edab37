"""What a trajectory still lacks: it warns on the board and in the forms, and blocks nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet

from gedeeld.tijd import vandaag
from trajects.keuzes import Fase, Standactie, Standdoel, Thema
from trajects.models import (
    Actie,
    Doel,
    Overdracht,
    Randvoorwaarde,
    Stage,
    Traject,
)

Rijen = TypeVar("Rijen", bound=QuerySet[Any])
_ZIN_STAGE: Final = "er is nog geen stage gepland"
_ZIN_OVERDRACHT: Final = "er is nog geen overdracht"


@dataclass(frozen=True, slots=True)
class Aandacht:
    """What is there for one trajectory; `randvoorwaarden` are the themes that are not in order.

    `stage`: one that runs or still comes.
    """

    jobdoelwit: bool
    randvoorwaarden: tuple[str, ...]
    stage: bool
    overdracht: bool

    @property
    def altijd(self) -> list[str]:
        """What is missing whatever the phase, each as the end of a sentence."""
        zinnen = [] if self.jobdoelwit else ["er is nog geen jobdoelwit"]
        if self.randvoorwaarden:
            zinnen.append(f"aandacht nodig voor {', '.join(self.randvoorwaarden)}")
        return zinnen

    @property
    def stagezin(self) -> str:
        """What is missing in the phase of placements; "" when nothing is."""
        return "" if self.stage else _ZIN_STAGE

    @property
    def overdrachtzin(self) -> str:
        """What is missing in the phase after; "" when nothing is."""
        return "" if self.overdracht else _ZIN_OVERDRACHT

    def in_fase(self, fase: str) -> list[str]:
        """What is missing in this phase."""
        van_fase = {Fase.STAGE: self.stagezin, Fase.NAZORG: self.overdrachtzin}.get(Fase(fase), "")
        return [*self.altijd, van_fase] if van_fase else self.altijd


def met_aandacht(rijen: Rijen, op: date, werknemer: str = "pk") -> Rijen:
    """Annotate what `aandacht_van` reads; `werknemer` is the field with the employee's key."""
    wie = OuterRef(werknemer)
    open_ = Randvoorwaarde.objects.open().filter(werknemer=wie)
    stages = Stage.objects.filter(werknemer=wie, periode__endswith__gt=op)
    return rijen.annotate(
        open_themas=ArraySubquery(open_.order_by("pk").values("thema")),
        heeft_stage=Exists(stages),
        heeft_overdracht=Exists(Overdracht.objects.filter(werknemer=wie)),
    )


def aandacht_van(rij: Any) -> Aandacht:
    """Of one row of `met_aandacht` that has a `jobdoelwit`: a trajectory, or of a caseload."""
    return Aandacht(
        jobdoelwit=bool(rij.jobdoelwit),
        randvoorwaarden=tuple(Thema(thema).label for thema in rij.open_themas),
        stage=rij.heeft_stage,
        overdracht=rij.heeft_overdracht,
    )


@dataclass(frozen=True, slots=True)
class Openstaand:
    """Goals that are not reached and actions that are not done, by their titles."""

    doelen: tuple[str, ...]
    acties: tuple[str, ...]

    def __iter__(self) -> Iterator[str]:
        return iter((*self.doelen, *self.acties))


@dataclass(frozen=True, slots=True)
class Fasevraag:
    """What somebody should know who moves this trajectory to another phase."""

    aandacht: Aandacht
    openstaand: Openstaand


def lees_fasevraag(traject: Traject) -> Fasevraag:
    """Four queries, for a reader who may see the plan of this employee."""
    rij = met_aandacht(Traject.objects.filter(pk=traject.pk), vandaag(), "werknemer").get()
    doelen = Doel.objects.filter(traject=traject, stand=Standdoel.OPEN)
    acties = Actie.objects.filter(werknemer=traject.werknemer_id, stand=Standactie.OPEN)
    return Fasevraag(
        aandacht_van(rij),
        Openstaand(
            tuple(doelen.values_list("titel", flat=True)),
            tuple(acties.values_list("wat", flat=True)),
        ),
    )


def vorige_fase(traject: Traject) -> str:
    """The phase from which it came to the phase of now; "" when it began there."""
    wissel = traject.fasewissels.order_by("-pk").first()
    return wissel.van if wissel else ""
