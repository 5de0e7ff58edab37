"""Watches over the nightly job: a scheduler that stops says nothing itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Min

from gedeeld.models import Taakrun
from gedeeld.tijd import nu

NACHTTAAK: Final = "bepaal_signalen"
# For another day, or for one organisation: no night counts as done by it.
NACHTTAAK_MET_DE_HAND: Final = "bepaal_signalen (met de hand)"
# A day, and two hours of slack for a run that is late or long.
ALARM_NA: Final = timedelta(hours=26)


@dataclass(frozen=True, slots=True)
class Nacht:
    """When the nightly job last succeeded (None: never yet), and whether that is too long ago."""

    laatste: datetime | None
    alarm: bool


def laatste_nacht() -> Nacht:
    """One query; a second one only when the job has never succeeded.

    A new installation gets the same 26 hours before a night can have been missed.
    """
    run = Taakrun.objects.laatste_geslaagde(NACHTTAAK)
    laatste = None if run is None else run.einde
    return Nacht(laatste, alarm=(laatste or _geinstalleerd_op()) <= nu() - ALARM_NA)


def _geinstalleerd_op() -> datetime:
    eerste = MigrationRecorder(connection).migration_qs.aggregate(op=Min("applied"))["op"]
    return eerste or nu()
