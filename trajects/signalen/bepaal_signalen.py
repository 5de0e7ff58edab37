"""The nightly job: which signals hold on a day. Set-based: no loop over employees.

Per organisation one transaction under one lock: run twice, killed half-way, run by two workers at
once or skipped for a week, the result is the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import structlog
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import QuerySet

from gebruikers.models import Organisatie
from gedeeld.taken.nachtwacht import NACHTTAAK, NACHTTAAK_MET_DE_HAND
from gedeeld.taken.taakruns import taakrun
from gedeeld.tijd import vandaag
from gedeeld.vastevraag import Vastezin
from trajects.models import Signaal
from trajects.signaalsoorten.register import SIGNAALREGELS
from trajects.signaalsoorten.soort import Regel
from trajects.signaalsoorten.vraag import ORGANISATIE, soorten_van
from trajects.signalen import signaal_sql as sql
from trajects.signalen.dagoverzicht import stel_dagoverzichten_op

# How often a conflict with somebody at work may happen in a row.
POGINGEN = 3

log = structlog.get_logger("doorstroom.signalen")


@dataclass(slots=True)
class Signaaluitkomst:
    """What one run changed: the signals it made, those that became more urgent, and how many it
    withdrew, replaced and woke."""

    datum: date
    nieuw: list[int] = field(default_factory=list)
    erger: list[int] = field(default_factory=list)
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
        self.erger += ander.erger
        self.ingetrokken += ander.ingetrokken
        self.vervangen += ander.vervangen
        self.gewekt += ander.gewekt

    def signalen(self) -> QuerySet[Signaal]:
        """The signals made in this run, by number of the employee."""
        return _voor_uitvoer(Signaal.objects.filter(pk__in=self.nieuw))


def bepaal_signalen(
    *, op: date, organisatie: Organisatie | None = None, regels: Sequence[Regel] = SIGNAALREGELS
) -> Signaaluitkomst:
    """Make, replace and withdraw the signals of one organisation, or of all, as they hold on `op`.

    Mails follow only for today: a run on another date is somebody looking ahead or back.
    """
    nachtelijk = organisatie is None and op == vandaag()
    uitkomst = Signaaluitkomst(op)
    with taakrun(NACHTTAAK if nachtelijk else NACHTTAAK_MET_DE_HAND) as tellingen:
        doelen = [organisatie] if organisatie else Organisatie.objects.order_by("pk")
        fouten = [fout for doel in doelen if (fout := _probeer(doel, uitkomst, regels))]
        tellingen.update(uitkomst.tellingen)
        if fouten:
            raise fouten[0]
    return uitkomst


def signalen_van_vandaag(organisatie_id: int) -> dict[str, int]:
    """The part of the night of one organisation; what it changed."""
    uitkomst = Signaaluitkomst(vandaag())
    bepaal_voor(Organisatie.objects.get(pk=organisatie_id), uitkomst)
    return uitkomst.tellingen


def _probeer(
    organisatie: Organisatie, uitkomst: Signaaluitkomst, regels: Sequence[Regel]
) -> Exception | None:
    """What stopped the job for one organisation: the others must have their signals all the same.

    A conflict with somebody at work, who removes an advice for instance, is over when we try again.
    """
    for _ in range(POGINGEN):
        eigen = Signaaluitkomst(uitkomst.datum)
        try:
            bepaal_voor(organisatie, eigen, regels=regels)
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
        signalen.select_related("werknemer")
        .defer("werknemer__insz")
        .order_by("werknemer__personeelsnummer", "soort", "pk")
    )


@transaction.atomic
def bepaal_voor(
    organisatie: Organisatie, uitkomst: Signaaluitkomst, *, regels: Sequence[Regel] = SIGNAALREGELS
) -> None:
    """The job for one organisation on the day of `uitkomst`, which it adds to; keeps no row."""
    op = uitkomst.datum
    melden = op == vandaag()
    zinnen, wie = nachtzinnen(), {"organisatie": organisatie.pk}
    with connection.cursor() as cursor:
        cursor.execute(sql.SLOT, wie)
    zinnen.zet_vast(soorten=soorten_van(SIGNAALREGELS), **wie)
    ((gewekt,),) = zinnen.wek(op=op, **wie)
    eigen = Signaaluitkomst(op, gewekt=gewekt)
    for regel in regels:
        bepaal = zinnen.per_regel[regel.lijn]
        ((vervangen, ingetrokken, nieuw, erger),) = bepaal(op=op, melden=melden, **wie)
        eigen.tel_op(Signaaluitkomst(op, nieuw, erger, ingetrokken, vervangen))
    uitkomst.tel_op(eigen)
    if melden:
        doorgegeven = [pk for (pk,) in zinnen.geef_door(op=op, **wie)]
        if eigen.nieuw or doorgegeven or zinnen.ongemeld(**wie)[0][0]:
            stel_dagoverzichten_op(
                organisatie, op, nieuw=eigen.nieuw, erger=eigen.erger, doorgegeven=doorgegeven
            )


@dataclass(frozen=True, slots=True)
class Nachtzinnen:
    """The statements of a night, the same for each organisation and each day."""

    zet_vast: Vastezin
    wek: Vastezin
    per_regel: dict[str, Vastezin]
    ongemeld: Vastezin
    geef_door: Vastezin


@cache
def nachtzinnen() -> Nachtzinnen:
    wie = {"organisatie": "bigint"}
    dag = {"op": "date"} | wie
    return Nachtzinnen(
        Vastezin(sql.ZET_VAST.format(wie=""), sql.VAST, wie | {"soorten": "text[]"}),
        Vastezin(sql.WEK, sql.VAST, dag),
        {regel.lijn: _bepaal(regel, dag) for regel in SIGNAALREGELS},
        Vastezin(sql.ONGEMELD, sql.VAST, wie),
        Vastezin(sql.GEEF_DOOR.format(organisatie_nu=ORGANISATIE), sql.VAST | sql.DOORGEVEN, dag),
    )


def _bepaal(regel: Regel, dag: dict[str, str]) -> Vastezin:
    tekst, waarden = sql.bepaal([regel], mensen=False)
    return Vastezin(tekst, waarden | sql.VAST, {"op": "date", "melden": "boolean"} | dag)
