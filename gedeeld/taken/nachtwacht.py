"""Watches over the nightly jobs. The database keeps them: what has not succeeded since its hour is
rung for every minute, whoever slept at that hour.

Each app registers its own in `AppConfig.ready`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final

from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Q, QuerySet
from django.utils import timezone

from gedeeld.models import Taakrun
from gedeeld.periode import plus_dagen
from gedeeld.taken.databankslot import Slotsoort, alleen
from gedeeld.taken.nachtdelen import Delen, doe_mee
from gedeeld.taken.taakruns import sluit_afgebroken
from gedeeld.tijd import nu, vandaag

NACHTTAAK: Final = "bepaal_signalen"
# For another day, or for one organisation: no night counts as done by it.
NACHTTAAK_MET_DE_HAND: Final = "bepaal_signalen (met de hand)"
# A day, and two hours of slack for a run that is late or long.
ALARM_NA: Final = timedelta(hours=26)
# What failed is tried again after this.
RUST: Final = timedelta(hours=1)
# A run that was killed may begin again at once; one that kills its worker each time may not.
HOOGSTENS_AFGEBROKEN: Final = 3

Status = Taakrun.Status


@dataclass(frozen=True, slots=True)
class Nachttaak:
    """A job of every night: `naam` is that of its `Taakrun`, which `doe` keeps itself unless the
    job has parts; `label` is what people read; it may begin from `vanaf`, Belgian time."""

    naam: str
    label: str
    vanaf: time
    doe: Callable[[], object] | Delen

    @property
    def moment(self) -> datetime:
        """When it may begin today."""
        return timezone.make_aware(datetime.combine(vandaag(), self.vanaf))

    @property
    def volgende(self) -> datetime:
        """When it may begin next."""
        if nu() < self.moment:
            return self.moment
        return timezone.make_aware(datetime.combine(plus_dagen(vandaag(), 1), self.vanaf))


@dataclass(frozen=True, slots=True)
class Nacht:
    """When a nightly job last succeeded (None: never yet), and whether that is too long ago."""

    laatste: datetime | None
    alarm: bool


_TAKEN: Final[dict[str, Nachttaak]] = {}
_NA_EEN_GEMISTE_NACHT: Final[list[Callable[[], object]]] = []


def registreer(*taken: Nachttaak) -> None:
    """Add jobs to the night; for `AppConfig.ready`."""
    _TAKEN.update({taak.naam: taak for taak in taken})


def na_een_gemiste_nacht(doe: Callable[[], object]) -> None:
    """Let this be done when a job that missed a night was run again, whatever came of it; not while
    the signals are still to come, which would wait for it. For `AppConfig.ready`."""
    _NA_EEN_GEMISTE_NACHT.append(doe)


def nachttaken() -> list[Nachttaak]:
    """Those of every app, in the order of the night."""
    return sorted(_TAKEN.values(), key=lambda taak: taak.vanaf)


def te_doen() -> list[Nachttaak]:
    """What must run now, and what others are at work on and may be helped with. The rows of runs
    that were killed are closed first."""
    sluit_afgebroken()
    return [taak for taak in nachttaken() if _moet(taak) or _kan_hulp_krijgen(taak)]


def doe(naam: str, roep_hulp: Callable[[], object] = lambda: None) -> bool:
    """Run a nightly job, or help with it, unless it was done meanwhile; whether there was anything
    to do. `roep_hulp` rings for one more worker."""
    taak, gemist = _TAKEN[naam], _is_gemist(naam)
    gedaan = _doe(taak, roep_hulp)
    if gedaan and gemist and not _signalen_komen_nog():
        for volg in _NA_EEN_GEMISTE_NACHT:
            volg()
    return gedaan


def _signalen_komen_nog() -> bool:
    return any(_moet(taak) for taak in nachttaken() if taak.naam == NACHTTAAK)


def _is_gemist(naam: str) -> bool:
    onlangs = Taakrun.objects.geslaagd().filter(taak=naam, einde__gt=nu() - ALARM_NA)
    return not onlangs.exists()


def _doe(taak: Nachttaak, roep_hulp: Callable[[], object]) -> bool:
    naam = taak.naam
    if isinstance(taak.doe, Delen):
        with doe_mee(naam, taak.doe, taak.moment, lambda: _moet(taak)) as nachtrun:
            if nachtrun is not None:
                nachtrun.werk_af(roep_hulp)
            return nachtrun is not None
    with alleen(Slotsoort.NACHTTAAK, naam) as gekregen:
        if not gekregen or not _moet(taak):
            return False
        taak.doe()
    return True


def _kan_hulp_krijgen(taak: Nachttaak) -> bool:
    gedeeld = isinstance(taak.doe, Delen)
    return gedeeld and Taakrun.objects.filter(taak=taak.naam, status=Status.BEZIG).exists()


def _moet(taak: Nachttaak) -> bool:
    """Past its hour, not succeeded since, not running, and not tried a short while ago."""
    if nu() < taak.moment:
        return False
    onlangs = nu() - RUST
    toen = Q(begin__gte=min(taak.moment, onlangs)) | Q(status=Status.BEZIG)
    runs = list(Taakrun.objects.filter(toen, taak=taak.naam).values_list("status", "begin"))
    if any(status == Status.BEZIG for status, _ in runs):
        return False
    if any(status == Status.GESLAAGD and begin >= taak.moment for status, begin in runs):
        return False
    pas = [status for status, begin in runs if begin >= onlangs]
    return Status.MISLUKT not in pas and pas.count(Status.AFGEBROKEN) < HOOGSTENS_AFGEBROKEN


def laatste_nacht() -> Nacht:
    """That of the signals: one query; a second one only when they have never succeeded."""
    laatste = einde_laatste_nacht().first()
    return als_nacht(laatste, laatste or geinstalleerd_op())


def einde_laatste_nacht() -> QuerySet[Taakrun, datetime | None]:
    """When the signals last succeeded, to read or to put in another query."""
    runs = Taakrun.objects.geslaagd().filter(taak=NACHTTAAK)
    return runs.order_by("-begin").values_list("einde", flat=True)


def als_nacht(laatste: datetime | None, geinstalleerd: datetime | None) -> Nacht:
    """How the night does that succeeded then.

    A new installation gets the same 26 hours before a night can have been missed.
    """
    return Nacht(laatste, alarm=(laatste or geinstalleerd or nu()) <= nu() - ALARM_NA)


def nachten() -> Iterator[tuple[Nachttaak, Nacht]]:
    """How each job of the night does, in two queries at most."""
    taken = nachttaken()
    geslaagd = Taakrun.objects.geslaagd().filter(taak__in=[taak.naam for taak in taken])
    per_taak = geslaagd.order_by("taak", "-begin").distinct("taak")
    laatste = dict(per_taak.values_list("taak", "einde"))
    begin = nu() if len(laatste) == len(taken) else geinstalleerd_op()
    for taak in taken:
        op = laatste.get(taak.naam)
        yield taak, Nacht(op, alarm=(op or begin) <= nu() - ALARM_NA)


def geinstalleerd_op() -> datetime:
    """When the first table was made."""
    return eerste_migratie().first() or nu()


def eerste_migratie() -> QuerySet[Any, datetime]:
    """That moment, to read or to put in another query."""
    migraties = MigrationRecorder.Migration.objects.order_by("applied")
    return migraties.values_list("applied", flat=True)[:1]


def bijgewerkt_op() -> datetime:
    """When the last table was made or changed."""
    migraties = MigrationRecorder.Migration.objects.order_by("-applied")
    return migraties.values_list("applied", flat=True).first() or nu()
