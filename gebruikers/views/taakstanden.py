"""How each job does, in words: for the status page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import OperationalError, connection, transaction

from gedeeld.gezondheid.peiling import peil
from gedeeld.gezondheid.register import Bevinding, Gezondheidsdeel, delen
from gedeeld.taken.hartslagen import Pols, polsen
from gedeeld.taken.nachtwacht import Nacht, Nachttaak, nachten
from gedeeld.tijd import nu
from gedeeld.weergeven import meervoud

# Milliseconds for whoever waits for a table that somebody locked: the page says so instead.
_GEDULD_MET_SLOT: Final = 300
_GEEN_ANTWOORD: Final = Bevinding(in_orde=False, uitleg="Dit antwoordt niet op tijd.")
_GROND: Final = {
    "database": ("De databank", "De databank antwoordt.", "De databank antwoordt niet."),
    "schrijven": ("Bewaren", "Bewaren lukt.", "Bewaren lukt nu niet. Lezen kan nog."),
    "broker": (
        "De wachtrij",
        "De wachtrij neemt nieuw werk aan.",
        "Redis antwoordt niet, of is vol. Nieuw werk is bewaard en wacht.",
    ),
}


@dataclass(frozen=True, slots=True)
class Gezondheidsregel:
    """A part of the health check, as the page shows it."""

    label: str
    in_orde: bool
    uitleg: str

    @property
    def kleur(self) -> str:
        return "groen" if self.in_orde else "rood"

    @property
    def woord(self) -> str:
        return "in orde" if self.in_orde else "niet in orde"


@dataclass(frozen=True, slots=True)
class Taakstand:
    """One job: when it last succeeded, what comes, and how that is."""

    label: str
    laatste: datetime | None
    straks: str
    kleur: str
    woord: str


def deelstanden() -> Iterator[Gezondheidsregel]:
    """What `/gezondheid/` says of the whole, and why."""
    grond = peil().delen
    for naam, (label, goed, slecht) in _GROND.items():
        yield Gezondheidsregel(label, grond[naam], goed if grond[naam] else slecht)
    with connection.cursor() as cursor:  # for the rest of this request
        cursor.execute("SET LOCAL lock_timeout = %s", [_GEDULD_MET_SLOT])
    for deel in delen():
        if deel.per_organisatie:
            continue
        bevinding = _bevinding(deel)
        yield Gezondheidsregel(deel.label, bevinding.in_orde, bevinding.uitleg)


def _bevinding(deel: Gezondheidsdeel) -> Bevinding:
    try:
        with transaction.atomic():
            return deel.peil()
    except OperationalError:
        return _GEEN_ANTWOORD


def taakstanden() -> Iterator[Taakstand]:
    """Of every night first, then of every minute."""
    for taak, nacht in nachten():
        yield _nachtstand(taak, nacht)
    for pols in polsen():
        yield _minuutstand(pols)


def _nachtstand(taak: Nachttaak, nacht: Nacht) -> Taakstand:
    te_laat = nu() >= taak.moment and (nacht.laatste is None or nacht.laatste < taak.moment)
    if te_laat:
        straks = f"moest vandaag om {taak.vanaf:%H:%M} lopen, {_geleden(taak.moment)}"
    else:
        dag = "vandaag" if taak.volgende == taak.moment else "morgen"
        straks = f"{dag} om {taak.vanaf:%H:%M}"
    if nacht.alarm:
        return Taakstand(taak.label, nacht.laatste, straks, "rood", "gemist")
    kleur, woord = ("oranje", "te laat") if te_laat else ("groen", "in orde")
    return Taakstand(taak.label, nacht.laatste, straks, kleur, woord)


def _minuutstand(pols: Pols) -> Taakstand:
    if not pols.stil:
        return Taakstand(pols.label, pols.gelukt_op, "elke minuut", "groen", "in orde")
    laatst = f"laatst {_geleden(pols.gelukt_op)}" if pols.gelukt_op else "lukte nog nooit"
    straks = f"moest elke minuut lopen, {laatst}"
    return Taakstand(pols.label, pols.gelukt_op, straks, "rood", "loopt niet")


def _geleden(moment: datetime) -> str:
    minuten = int((nu() - moment).total_seconds() // 60)
    if minuten < 1:
        return "minder dan een minuut geleden"
    if minuten < 60:
        return f"{meervoud(minuten, 'minuut', 'minuten')} geleden"
    return f"{minuten // 60} uur geleden"
