"""One day of an advice, and how it stands: to come, possible now, done, or missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from gedeeld.ernst import Ernst
from gedeeld.uitleg import Uitleg
from regels.domein.parameters import Parameters
from werknemers.domein.adviesdagen.dagregel import Dagregel
from werknemers.models import Adviesgebeurtenis, Adviesperiode


class Dagstand(Enum):
    """How a day stands; each with its word and how it is to be taken."""

    KOMT = ("komt nog", Ernst.RUSTIG)
    KAN = ("kan nu", Ernst.LET_OP)
    GEDAAN = ("gedaan", Ernst.GOED)
    GEMIST = ("gemist", Ernst.ERG)
    VOORBIJ = ("voorbij", Ernst.RUSTIG)

    @property
    def woord(self) -> str:
        return self.value[0]

    @property
    def ernst(self) -> Ernst:
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Strookdag:
    """`opent`: from this day on something can be asked, or has to change."""

    wat: str
    regel: Dagregel
    stand: Dagstand
    opent: bool = False

    @property
    def dag(self) -> date:
        return self.regel.dag

    @property
    def uitleg(self) -> Uitleg:
        return self.regel.uitleg


@dataclass(frozen=True, slots=True)
class Strookvraag:
    """What the days of one advice follow from. `vervolgd`: another advice begins the day after;
    `telt_van`: the first day of the quarters of its guidance premium; `lde_sinds`: since when who
    was born on `geboren` is in service."""

    advies: Adviesperiode
    gebeurtenissen: Sequence[Adviesgebeurtenis]
    parameters: Parameters
    telt_van: date
    vervolgd: bool = False
    geboren: date | None = None
    lde_sinds: date | None = None


def loopt_af(dag: date, op: date) -> Dagstand:
    return Dagstand.KOMT if dag >= op else Dagstand.VOORBIJ


def vanaf(dag: date, vraag: Strookvraag, gevraagd_op: date | None) -> Dagstand:
    """From that day on something can be asked, as long as the advice runs; what was asked before
    it, followed another reading."""
    op = vraag.parameters.op
    if gevraagd_op is not None:
        return Dagstand.GEDAAN if gevraagd_op >= dag else loopt_af(dag, op)
    if dag > op:
        return Dagstand.KOMT
    return Dagstand.KAN if op in vraag.advies.periode else Dagstand.VOORBIJ


def tot(dag: date, op: date, gevraagd_op: date | None) -> Dagstand:
    """By that day it had to be asked."""
    if gevraagd_op is not None and gevraagd_op <= dag:
        return Dagstand.GEDAAN
    return Dagstand.KOMT if dag >= op else Dagstand.GEMIST
