"""The measurement behind the health check: an answer within two seconds, whatever hangs.

Database and broker are each asked in a thread of their own, on connections that are made for it
and give up soon. Where one hangs all the same (a server that was stopped), later questions wait for
that same thread: at most one of each kind is ever there.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from threading import Lock, Thread
from time import monotonic
from typing import Any, Final

import structlog
from django.db import Error, connection, connections, transaction

from gedeeld.gezondheid import broker
from gedeeld.gezondheid.register import Gezondheidsdeel, delen
from gedeeld.models import Hartslag
from gedeeld.taken.nachtwacht import laatste_nacht
from gedeeld.tijd import nu

# Seconds in all; what has not answered by then is not well.
GEDULD: Final = 1.8
# For whoever waits for a table that somebody locked, in milliseconds.
_GEDULD_MET_SLOT: Final = 300
_GEDULD_MET_VRAAG: Final = 800
# Some megabytes that do not fit in the memory they get: PostgreSQL puts them in a file.
_NEEMT_PLAATS: Final = "SELECT count(*) FROM generate_series(1, 20000)"

log = structlog.get_logger("doorstroom.gezondheid")


@dataclass(slots=True)
class Gezondheidspeiling:
    """What is known so far: each part, and the end of the last night that succeeded."""

    delen: dict[str, bool] = field(default_factory=dict)
    laatste_nacht_op: datetime | None = None


class Peiler:
    """Asks in one thread at a time; whoever comes meanwhile gets the same answer."""

    def __init__(self, vraag: Callable[[Gezondheidspeiling], None]) -> None:
        self._vraag = vraag
        self._slot = Lock()
        self._draad: Thread | None = None
        self._peiling = Gezondheidspeiling()

    @property
    def bezig(self) -> bool:
        """Whether it waits for an answer, also after whoever asked gave up."""
        return self._draad is not None and self._draad.is_alive()

    def begin(self) -> Callable[[float], Gezondheidspeiling]:
        """What waits for the answer, so many seconds at most."""
        with self._slot:
            draad, nieuw = self._draad, False
            if draad is None or not draad.is_alive():
                peiling = Gezondheidspeiling()
                draad, nieuw = Thread(target=self._vraag, args=[peiling], daemon=True), True
                draad.start()
                self._draad, self._peiling = draad, peiling
            return partial(_wacht_op, draad, self._peiling, nieuw)


def _wacht_op(
    draad: Thread, peiling: Gezondheidspeiling, nieuw: bool, seconden: float
) -> Gezondheidspeiling:
    draad.join(seconden)
    if draad.is_alive() and not nieuw:
        return Gezondheidspeiling()  # it hangs: what it heard before that is no longer true
    return Gezondheidspeiling(dict(peiling.delen), peiling.laatste_nacht_op)


def peil() -> Gezondheidspeiling:
    """Every part, within `GEDULD`; one that did not answer is not well."""
    einde = monotonic() + GEDULD
    geheel = Gezondheidspeiling(dict.fromkeys(_namen(), False))
    for antwoord in [peiler.begin() for peiler in PEILERS]:
        peiling = antwoord(max(0, einde - monotonic()))
        geheel.delen |= peiling.delen
        geheel.laatste_nacht_op = geheel.laatste_nacht_op or peiling.laatste_nacht_op
    return geheel


def _die_meetellen() -> list[Gezondheidsdeel]:
    return [deel for deel in delen() if deel.telt_mee]


def _namen() -> list[str]:
    return ["database", "schrijven", "broker", *(deel.naam for deel in _die_meetellen())]


def _vraag_databank(peiling: Gezondheidspeiling) -> None:
    eigen = _eigen_verbinding()
    try:
        peiling.delen["database"] = _lukt("database", eigen.ensure_connection)
        if not peiling.delen["database"]:
            return
        _lukt("laatste_nacht_op", lambda: _lees_nacht(peiling))
        for deel in _die_meetellen():
            peiling.delen[deel.naam] = _lukt(deel.naam, partial(_is_goed, deel))
        peiling.delen["schrijven"] = _lukt("schrijven", _schrijf_en_vergeet)
    finally:
        eigen.close()


def _eigen_verbinding() -> Any:
    """For this thread: what reads here uses it by itself, and it never waits long."""
    eigen = connections["default"].copy()
    opties = eigen.settings_dict["OPTIONS"]
    opties["connect_timeout"] = 2
    opties["options"] = (
        f"{opties['options']} -c lock_timeout={_GEDULD_MET_SLOT} "
        f"-c statement_timeout={_GEDULD_MET_VRAAG}"
    )
    connections["default"] = eigen
    return eigen


def _lukt(naam: str, vraag: Callable[[], object]) -> bool:
    """Whether it answers, and not with False."""
    try:
        return vraag() is not False
    except Error as fout:
        log.warning("niet_gezond", deel=naam, soort=type(fout).__name__)
        return False


def _is_goed(deel: Gezondheidsdeel) -> bool:
    return deel.peil().in_orde


def _lees_nacht(peiling: Gezondheidspeiling) -> None:
    peiling.laatste_nacht_op = laatste_nacht().laatste


def _schrijf_en_vergeet() -> None:
    """A row that is never there: a server that only reads refuses it.

    Where the disk is full, it may find room that another row left; a file does not.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        Hartslag.objects.create(taak="proef", gelukt_op=nu())
        cursor.execute("SET LOCAL work_mem = '64kB'")
        cursor.execute(_NEEMT_PLAATS)
        transaction.set_rollback(True)


def _vraag_broker(peiling: Gezondheidspeiling) -> None:
    peiling.delen["broker"] = broker.antwoordt()


PEILERS: Final = (Peiler(_vraag_databank), Peiler(_vraag_broker))
