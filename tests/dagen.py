"""The day on which a test takes place."""

from contextlib import AbstractContextManager
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

import time_machine

VANDAAG: Final = date(2026, 11, 23)
BRUSSEL: Final = ZoneInfo("Europe/Brussels")


def op_de_dag(dag: date, uur: int = 10) -> AbstractContextManager[object]:
    """As if it were this hour of this day, and the clock ran on from there."""
    return time_machine.travel(datetime.combine(dag, time(uur), BRUSSEL), tick=True)
