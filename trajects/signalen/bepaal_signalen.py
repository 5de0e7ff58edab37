"""The nightly job: which signals hold on a day. Set-based: no loop over employees.

Per organisation one transaction under one lock: run twice, killed half-way, run by two workers at
once or skipped for a week, the result is the same.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

import structlog
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import QuerySet

from gebruikers.keuzes import RUIMSTE_DREMPEL
from gebruikers.models import Organisatie
from gedeeld.periode import plus_maanden
from gedeeld.taken.nachtwacht import NACHTTAAK, NACHTTAAK_MET_DE_HAND
from gedeeld.taken.taakruns import taakrun
from gedeeld.tijd import vandaag
from gedeeld.vastevraag import Vastezin
from trajects.keuzes import OPEN_STATUSSEN
from trajects.models import Signaal
from trajects.signalen import signaal_sql as sql
from trajects.signalen.dagoverzicht import stel_dagoverzichten_op
from trajects.signalen.drempels import met_drempel
from werknemers.models import Werknemer

# How often a conflict with somebody at work may happen in a row.
POGINGEN = 3

log = structlog.get_logger("doorstroom.signalen")


@dataclass(slots=True)
class Signaaluitkomst:
    """What one run changed: the signals it made, and how many it withdrew, replaced and woke."""

    datum: date
    nieuw: list[int] = field(default_factory=list)
    ingetrokken: int = 0
    vervangen: int = 0
    gewekt: int = 0

    @property
    def tellingen(self) -> dict[str, int]:
        return {
            "nieuw": len(self.nieuw),
            "ingetrokken": self.ingetrokken,
            "vervangen": self.vervangen,
            "gewekt": self.gewekt,
        }

    def tel_op(self, ander: "Signaaluitkomst") -> None:
        """Add what the job changed for another organisation."""
        self.nieuw += ander.nieuw
        self.ingetrokken += ander.ingetrokken
        self.vervangen += ander.vervangen
        self.gewekt += ander.gewekt

    def signalen(self) -> QuerySet[Signaal]:
        """The signals made in this run, by number of the employee."""
        return _voor_uitvoer(Signaal.objects.filter(pk__in=self.nieuw))


def bepaal_signalen(*, op: date, organisatie: Organisatie | None = None) -> Signaaluitkomst:
    """Make, replace and withdraw the signals of one organisation, or of all, as they hold on `op`.

    Mails follow only for today: a run on another date is somebody looking ahead or back.
    """
    nachtelijk = organisatie is None and op == vandaag()
    uitkomst = Signaaluitkomst(op)
    with taakrun(NACHTTAAK if nachtelijk else NACHTTAAK_MET_DE_HAND) as tellingen:
        doelen = [organisatie] if organisatie else Organisatie.objects.order_by("pk")
        fouten = [fout for doel in doelen if (fout := _probeer(doel, uitkomst))]
        tellingen.update(uitkomst.tellingen)
        if fouten:
            raise fouten[0]
    return uitkomst


def signalen_van_vandaag(organisatie_id: int) -> dict[str, int]:
    """The part of the night of one organisation; what it changed."""
    uitkomst = Signaaluitkomst(vandaag())
    bepaal_voor(Organisatie.objects.get(pk=organisatie_id), uitkomst)
    return uitkomst.tellingen


def _probeer(organisatie: Organisatie, uitkomst: Signaaluitkomst) -> Exception | None:
    """What stopped the job for one organisation: the others must have their signals all the same.

    A conflict with somebody at work, who removes an advice for instance, is over when we try again.
    """
    for _ in range(POGINGEN):
        eigen = Signaaluitkomst(uitkomst.datum)
        try:
            bepaal_voor(organisatie, eigen)
        except Exception as fout:  # noqa: BLE001 - whatever it is, it concerns one organisation
            log.warning("signalen_mislukt", organisatie=organisatie.pk, soort=type(fout).__name__)
            reden = fout
            if not isinstance(fout, IntegrityError | OperationalError):
                break
        else:
            uitkomst.tel_op(eigen)
            return None
    return reden


def openstaande(organisatie: Organisatie) -> QuerySet[Signaal]:
    """The open signals of an organisation, by number of the employee."""
    return _voor_uitvoer(Signaal.objects.open().filter(organisatie=organisatie))


def _voor_uitvoer(signalen: QuerySet[Signaal]) -> QuerySet[Signaal]:
    return (
        signalen.select_related("werknemer", "advies")
        .defer("werknemer__insz")
        .order_by("werknemer__personeelsnummer", "soort", "pk")
    )


@transaction.atomic
def bepaal_voor(organisatie: Organisatie, uitkomst: Signaaluitkomst) -> None:
    """The job for one organisation on the day of `uitkomst`, which it adds to; keeps no row."""
    op = uitkomst.datum
    melden = op == vandaag()
    zet_vast, wek, bepaal = _zinnen(op, tuple(organisatie.drempels), melden)
    with connection.cursor() as cursor:
        cursor.execute(sql.SLOT, [organisatie.pk])
    zet_vast(organisatie=organisatie.pk)
    ((gewekt,),) = wek(organisatie=organisatie.pk)
    ((vervangen, ingetrokken, nieuw, ongemeld),) = bepaal(organisatie=organisatie.pk)
    uitkomst.tel_op(Signaaluitkomst(op, nieuw, ingetrokken, vervangen, gewekt))
    if melden and (nieuw or ongemeld):
        stel_dagoverzichten_op(organisatie, op, nieuw)


# A night asks the same of each organisation, and nearly all of them keep the usual thresholds.
@lru_cache(maxsize=32)
def _zinnen(op: date, drempels: tuple[int, ...], melden: bool) -> tuple[Vastezin, ...]:
    """`ZET_VAST`, `WEK` and `BEPAAL` for a day, on which mails follow or not."""
    bepaal, waarden = _bepaal(op, drempels)
    vast = waarden | {"melden": melden}
    zinnen = (sql.ZET_VAST, sql.WEK, bepaal)
    return tuple(Vastezin(zin, vast, {"organisatie": "bigint"}) for zin in zinnen)


def _bepaal(op: date, drempels: tuple[int, ...]) -> tuple[str, dict[str, Any]]:
    """`BEPAAL` for a day, with the values of all statements but what `_zinnen` adds."""
    stand, waarden = sql.met_namen(_stand(op, drempels), "stand")
    parameters = {
        "op": op,
        "open": [status.value for status in OPEN_STATUSSEN],
        "grenzen": [plus_maanden(op, maanden) for maanden in range(1, RUIMSTE_DREMPEL + 1)],
    }
    return sql.BEPAAL.format(stand=stand), parameters | waarden


def _stand(op: date, drempels: tuple[int, ...]) -> QuerySet[Werknemer, Any]:
    """The rows of `stand`, of every organisation and also of who has no closing advice."""
    # Any: the type plugin knows the fields of a model, not these annotations.
    met_steun: QuerySet[Any] = met_drempel(
        Werknemer.objects.in_dienst_op(op).met_ondersteuning(op), op, drempels
    )
    return met_steun.order_by().values_list(
        "organisatie_id", "pk", "soort_signaal", "slotadvies_id", "drempel", "steun_tot"
    )
