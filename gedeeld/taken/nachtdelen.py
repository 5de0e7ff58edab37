"""A nightly job in parts that workers share: each takes the next part until none is left.

What was done stands in the rows, and who is at work on what is a lock that goes with its
connection. So the part of a worker that was killed is done by another, and a night that was cut
off goes on where it was. All of it is one `Taakrun`, which the last of the workers closes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import structlog
from celery.exceptions import SoftTimeLimitExceeded
from django.db.models import QuerySet

from gedeeld.models import Nachtdeel, Taakrun
from gedeeld.taken.databankslot import Slotsoort, alleen, gehouden, laat_los, neem, om_beurten
from gedeeld.taken.taakruns import begin_run, noteer_einde, sluit_afgebroken
from gedeeld.tijd import nu

Status = Taakrun.Status
log = structlog.get_logger("doorstroom.nachtdelen")


@dataclass(frozen=True, slots=True)
class Delen:
    """The parts of a job: the key of each in order, and what does one of them and counts.

    A part may be done twice without harm.
    """

    sleutels: Callable[[], Iterable[int]]
    doe: Callable[[int], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Nachtrun:
    """A run in which this worker takes part; `sinds` is when its night began."""

    run: Taakrun
    delen: Delen
    sinds: datetime

    def te_doen(self) -> list[int]:
        """The parts that nobody has done yet in this night, or tried in this run."""
        af = set(self._af().values_list("deel", flat=True))
        return [deel for deel in self.delen.sleutels() if deel not in af]

    def werk_af(self, roep_hulp: Callable[[], object]) -> None:
        """Take part after part. Over again as long as that helps: who was at work on one may have
        been killed meanwhile."""
        te_doen = self.te_doen()
        if len(te_doen) > 1:
            roep_hulp()
        while sum(map(self._neem, te_doen)):
            te_doen = self.te_doen()

    def sluit(self) -> None:
        """Write down how the whole of it ended; to be called by the last one."""
        eigen = list(Nachtdeel.objects.filter(taak=self.run.taak, op__gte=self.run.begin))
        som: Counter[str] = Counter()
        for deel in eigen:
            som.update(deel.tellingen)
        self.run.fout = next((deel.fout for deel in eigen if not deel.gelukt), "")
        if self.run.fout:
            self.run.status = Status.MISLUKT
        else:
            self.run.status = Status.AFGEBROKEN if self.te_doen() else Status.GESLAAGD
        noteer_einde(self.run, dict(som))

    def _af(self) -> QuerySet[Nachtdeel]:
        return Nachtdeel.objects.af(self.sinds, self.run.begin).filter(taak=self.run.taak)

    def _neem(self, deel: int) -> bool:
        """Do this part, unless somebody is at work on it or was meanwhile; whether it was done."""
        with alleen(Slotsoort.NACHTDEEL, f"{self.run.taak}/{deel}") as gekregen:
            if not gekregen or self._af().filter(deel=deel).exists():
                return False
            self._doe(deel)
        return True

    def _doe(self, deel: int) -> None:
        """Do it and write down how it ended: what stops one part does not stop the others."""
        rij = Nachtdeel(taak=self.run.taak, deel=deel, gelukt=True)
        try:
            rij.tellingen = dict(self.delen.doe(deel))
        except SoftTimeLimitExceeded:
            raise
        except Exception as fout:  # noqa: BLE001 - whatever it is, it concerns one part
            soort = type(fout).__name__
            log.warning("nachtdeel_mislukt", taak=rij.taak, deel=deel, soort=soort)
            rij.gelukt, rij.fout = False, f"{soort}: {fout}"[:2000]
        rij.op = nu()
        Nachtdeel.objects.bulk_create(
            [rij],
            update_conflicts=True,
            unique_fields=["taak", "deel"],
            update_fields=["op", "gelukt", "tellingen", "fout"],
        )


@contextmanager
def doe_mee(
    taak: str, delen: Delen, sinds: datetime, mag_beginnen: Callable[[], bool]
) -> Iterator[Nachtrun | None]:
    """The run that others began, or one that begins now; None when there is nothing to do.

    Coming and going are done one at a time, so that exactly one is the last.
    """
    with om_beurten(Slotsoort.NACHTTAAK, taak):
        run = _lopende(taak) or (begin_run(taak, samen=True) if mag_beginnen() else None)
    if run is None:
        yield None
        return
    nachtrun = Nachtrun(run, delen, sinds)
    try:
        yield nachtrun
    finally:
        with om_beurten(Slotsoort.NACHTTAAK, taak):
            laat_los(Slotsoort.TAAKRUN, run.pk, samen=True)
            if run.pk not in gehouden(Slotsoort.TAAKRUN):
                nachtrun.sluit()


def _lopende(taak: str) -> Taakrun | None:
    """A run that somebody is at work on, which is then ours too."""
    sluit_afgebroken()
    run = Taakrun.objects.filter(taak=taak, status=Status.BEZIG).order_by("-pk").first()
    if run is not None:
        neem(Slotsoort.TAAKRUN, run.pk, samen=True)
    return run
