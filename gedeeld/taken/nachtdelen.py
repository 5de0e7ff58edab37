"""A nightly job in parts that workers share: each takes the next part until none is left.

Each part is a row, and who is at work on it holds that row. So the part of a worker that was killed
is done by another, and a night that was cut off goes on where it was. All of it is one `Taakrun`,
which the last of the workers closes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import structlog
from celery.exceptions import SoftTimeLimitExceeded
from django.db import IntegrityError, OperationalError, transaction

from gedeeld.models import Nachtdeel, Taakrun
from gedeeld.models.nachtdeel import NachtdeelQuerySet
from gedeeld.taken.databankslot import Slotsoort, gehouden, laat_los, neem, om_beurten
from gedeeld.taken.taakruns import begin_run, noteer_einde, sluit_afgebroken
from gedeeld.tijd import nu

# How often a conflict with somebody at work may happen to one part.
POGINGEN: Final = 3

Status = Taakrun.Status
log = structlog.get_logger("doorstroom.nachtdelen")


@dataclass(frozen=True, slots=True)
class Delen:
    """The parts of a job: the key of each, and what does one of them, in the transaction of the
    caller, and counts."""

    sleutels: Callable[[], Iterable[int]]
    doe: Callable[[int], Mapping[str, int]]


@dataclass(slots=True)
class Nachtrun:
    """A run in which this worker takes part; `sinds` is when its night began."""

    run: Taakrun
    delen: Delen
    sinds: datetime
    vorige: int = -1
    conflicten: Counter[int] = field(default_factory=Counter)

    def te_doen(self) -> NachtdeelQuerySet:
        """The parts that nobody has done yet."""
        return self._eigen().te_doen(self.sinds, self.run.begin)

    def werk_af(self, roep_hulp: Callable[[], object]) -> None:
        """Do part after part, until others are at work on all that is left."""
        if self.te_doen().count() > 1:
            roep_hulp()
        while self._doe_volgende():
            pass

    def sluit(self) -> None:
        """Write down how the whole of it ended; for the last one."""
        gedaan = self._eigen().filter(op__gte=self.run.begin)
        som: Counter[str] = Counter()
        for deel in gedaan:
            som.update(deel.tellingen)
        self.run.fout = next((deel.fout for deel in gedaan if not deel.gelukt), "")
        if self.run.fout:
            self.run.status = Status.MISLUKT
        else:
            self.run.status = Status.AFGEBROKEN if self.te_doen().exists() else Status.GESLAAGD
        noteer_einde(self.run, dict(som))

    def _eigen(self) -> NachtdeelQuerySet:
        return Nachtdeel.objects.filter(taak=self.run.taak)

    def _doe_volgende(self) -> bool:
        """Do a part that nobody is at work on, and write that down in one transaction; False when
        there is none. What stops one part does not stop the others."""
        deel = None
        try:
            with transaction.atomic():
                if (deel := self._volgende()) is None:
                    return False
                self._noteer(deel, gelukt=True, tellingen=dict(self.delen.doe(deel)), fout="")
        except SoftTimeLimitExceeded:
            raise
        except Exception as fout:
            if deel is None:
                raise
            self._mislukt(deel, fout)
        return True

    def _volgende(self) -> int | None:
        """The next part after the last one, which this transaction now holds; at the end we begin
        anew, for what somebody let go of meanwhile."""
        vrij = self.te_doen().order_by("deel").select_for_update(skip_locked=True)
        delen = vrij.values_list("deel", flat=True)
        deel = delen.filter(deel__gt=self.vorige).first()
        if deel is None and self.vorige >= 0:
            deel = delen.first()
        self.vorige = -1 if deel is None else deel
        return deel

    def _mislukt(self, deel: int, fout: Exception) -> None:
        """A conflict with somebody who is at work in the application is over when we try again."""
        if isinstance(fout, IntegrityError | OperationalError):
            self.conflicten[deel] += 1
            if self.conflicten[deel] < POGINGEN:
                return
        soort = type(fout).__name__
        log.warning("nachtdeel_mislukt", taak=self.run.taak, deel=deel, soort=soort)
        self._noteer(deel, gelukt=False, tellingen={}, fout=f"{soort}: {fout}"[:2000])

    def _noteer(self, deel: int, **hoe: Any) -> None:
        self._eigen().filter(deel=deel).update(op=nu(), **hoe)


@contextmanager
def doe_mee(
    taak: str, delen: Delen, sinds: datetime, mag_beginnen: Callable[[], bool]
) -> Iterator[Nachtrun | None]:
    """The run that others began, or one that begins now; None when there is nothing to do.

    Coming and going are done one at a time, so that exactly one is the last.
    """
    with om_beurten(Slotsoort.NACHTTAAK, taak):
        nachtrun = _lopende(taak, delen, sinds)
        if nachtrun is None and mag_beginnen():
            _zet_klaar(taak, delen)
            nachtrun = Nachtrun(begin_run(taak, samen=True), delen, sinds)
    if nachtrun is None:
        yield None
        return
    try:
        yield nachtrun
    finally:
        with om_beurten(Slotsoort.NACHTTAAK, taak):
            laat_los(Slotsoort.TAAKRUN, nachtrun.run.pk, samen=True)
            if nachtrun.run.pk not in gehouden(Slotsoort.TAAKRUN):
                nachtrun.sluit()


def _lopende(taak: str, delen: Delen, sinds: datetime) -> Nachtrun | None:
    """A run that somebody is at work on, which is then ours too."""
    sluit_afgebroken()
    run = Taakrun.objects.filter(taak=taak, status=Status.BEZIG).order_by("-pk").first()
    if run is None:
        return None
    neem(Slotsoort.TAAKRUN, run.pk, samen=True)
    return Nachtrun(run, delen, sinds)


def _zet_klaar(taak: str, delen: Delen) -> None:
    """A row for each part there is now, and for no others."""
    sleutels = list(delen.sleutels())
    Nachtdeel.objects.filter(taak=taak).exclude(deel__in=sleutels).delete()
    rijen = [Nachtdeel(taak=taak, deel=deel) for deel in sleutels]
    Nachtdeel.objects.bulk_create(rijen, ignore_conflicts=True)
