"""The jobs of every minute: each leaves when it last succeeded, so that silence is seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from celery import Task
from django.conf import settings

from gedeeld.models import Hartslag
from gedeeld.taken.nachtwacht import bijgewerkt_op
from gedeeld.taken.wachtrijen import SOORTEN, WACHTRIJ_VAN
from gedeeld.tijd import nu

STIL_NA: Final = timedelta(minutes=5)


def geduld(taak: str) -> timedelta:
    """After how long a job counts as silent: where one job may take longer than that, it waits for
    the one that is at work."""
    limiet = timedelta(seconds=SOORTEN[WACHTRIJ_VAN.get(taak, "kort")]["time_limit"])
    return STIL_NA if limiet <= STIL_NA else limiet + STIL_NA


class Minuuttaak(Task):  # type: ignore[type-arg]
    """The base of such a job: `@shared_task(base=Minuuttaak, **KORT)`."""

    def on_success(self, retval: Any, task_id: str, args: Any, kwargs: Any) -> None:
        klop(self.name)


def klop(taak: str) -> None:
    """This job succeeded now."""
    slag = Hartslag(taak=taak, gelukt_op=nu())
    Hartslag.objects.bulk_create(
        [slag], update_conflicts=True, unique_fields=["taak"], update_fields=["gelukt_op"]
    )


@dataclass(frozen=True, slots=True)
class Pols:
    """When the job that people call `label` last succeeded (None: never yet), and whether that is
    too long ago."""

    label: str
    gelukt_op: datetime | None
    stil: bool


def polsen() -> Iterator[Pols]:
    """Of every job in the schedule. One query; a second one when a job never succeeded.

    A job that is new gets a few minutes after the migration.
    """
    gelukt = dict(Hartslag.objects.values_list("taak", "gelukt_op"))
    taken = {label: str(regel["task"]) for label, regel in settings.CELERY_BEAT_SCHEDULE.items()}
    begin = nu() if set(taken.values()) <= gelukt.keys() else bijgewerkt_op()
    for label, taak in taken.items():
        gelukt_op = gelukt.get(taak)
        yield Pols(label, gelukt_op, stil=(gelukt_op or begin) < nu() - geduld(taak))
