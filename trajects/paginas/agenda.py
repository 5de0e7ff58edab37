"""What is due today in the plans of a user's employees: actions, aftercare, attests, talks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Final

from django.db.models import QuerySet
from django.urls import reverse

from gebruikers.models import Gebruiker
from gedeeld.periode import dag_erna, plus_dagen
from gedeeld.weergeven import datum_voluit
from trajects.models import Actie, Deelname, Nazorgmoment, Overdracht
from trajects.plan.openstaand import open_acties
from trajects.rechten import mag_plan_bewerken
from werknemers.models import Werknemer

HOOGSTENS: Final = 8
DAGEN_ROND_ATTEST: Final = 60


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing to do. `url` is where it is done; `actie` can be done with one click.

    It is late once `dag` is over, or from `te_laat_op` on when that is known.
    """

    dag: date
    werknemer: Werknemer
    wat: str
    url: str
    actie: Actie | None = None
    te_laat_op: date | None = None

    def toestand(self, op: date) -> tuple[str, str]:
        """Colour and word."""
        if op >= (self.te_laat_op or dag_erna(self.dag)):
            return "rood", "te laat"
        if op < self.dag:
            return "grijs", "binnenkort"
        return "oranje", "vandaag" if op == self.dag else "deze week"


@dataclass(frozen=True, slots=True)
class Agenda:
    """The first points with colour and word, the oldest on top; `aantal` is of all."""

    punten: tuple[tuple[Punt, tuple[str, str]], ...] = ()
    aantal: int = 0


def agenda(gebruiker: Gebruiker, op: date) -> Agenda:
    """What asks to be done on the day; four queries. Nothing for who does not edit plans."""
    if not mag_plan_bewerken(gebruiker):
        return Agenda()
    bronnen = (_acties, _nazorg, _overdrachten, _attesten)
    punten = sorted(
        chain.from_iterable(bron(gebruiker, op) for bron in bronnen),
        key=lambda punt: (punt.dag, punt.werknemer.pk),
    )
    eerste = tuple((punt, punt.toestand(op)) for punt in punten[:HOOGSTENS])
    return Agenda(eerste, len(punten))


def _acties(gebruiker: Gebruiker, op: date) -> Iterator[Punt]:
    for actie in open_acties(gebruiker, tot=op):
        if actie.tegen is not None:
            yield Punt(actie.tegen, actie.werknemer, actie.wat, _plan(actie, "doelen"), actie)


def _nazorg(gebruiker: Gebruiker, op: date) -> Iterator[Punt]:
    """In the own caseload, also of people who are out of service."""
    momenten: QuerySet[Any] = (
        Nazorgmoment.objects.zichtbaar_voor(gebruiker).nog_te_vragen(op).met_dag()
    )
    for moment in (
        momenten.filter(dag__lte=op)
        .select_related("uitstroom__werknemer")
        .defer("uitstroom__werknemer__insz")
    ):
        werknemer = moment.uitstroom.werknemer
        url = f"{reverse('trajects:overgang', args=[werknemer.pk])}#nazorg"
        wat = f"Nazorg na {moment.weken} weken: hoe gaat het?"
        yield Punt(moment.gepland_op, werknemer, wat, url, te_laat_op=moment.te_laat_op)


def _overdrachten(gebruiker: Gebruiker, op: date) -> Iterator[Punt]:
    gepland = Overdracht.objects.zichtbaar_voor(gebruiker).filter(
        gesprek_gepland_op__lte=op, gesprek_gehouden_op=None
    )
    for overdracht in gepland.select_related("werknemer", "werkgever").defer("werknemer__insz"):
        url = f"{reverse('trajects:overgang', args=[overdracht.werknemer_id])}#overdracht"
        wat = f"Overdrachtsgesprek met {overdracht.werkgever}"
        yield Punt(overdracht.gesprek_gepland_op or op, overdracht.werknemer, wat, url)


def _attesten(gebruiker: Gebruiker, op: date) -> Iterator[Punt]:
    """Attests that expire soon, or did lately, of people in service."""
    in_dienst = Werknemer.objects.zichtbaar_voor(gebruiker).in_dienst_op(op)
    rond = (plus_dagen(op, -DAGEN_ROND_ATTEST), plus_dagen(op, DAGEN_ROND_ATTEST))
    deelnames = Deelname.objects.zichtbaar_voor(gebruiker).filter(
        attest_vervalt_op__range=rond, werknemer__in=in_dienst
    )
    for deelname in deelnames.select_related("werknemer").defer("werknemer__insz"):
        if (dag := deelname.attest_vervalt_op) is not None:
            werkwoord = "verliep" if dag < op else "verloopt"
            wat = f"Attest {deelname.attest} {werkwoord} op {datum_voluit(dag)}"
            yield Punt(dag, deelname.werknemer, wat, _plan(deelname, "vorming"))


def _plan(ding: Actie | Deelname, sectie: str) -> str:
    return f"{reverse('trajects:plan', args=[ding.werknemer_id])}#{sectie}"
