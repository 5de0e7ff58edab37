"""What a part of the evaluation pack is made of: dated facts, and what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone

from gedeeld.periode import Periode
from gedeeld.weergeven import datum_voluit


class Vindplaats(StrEnum):
    """Where a fact is kept and filled in."""

    ADVIES = "Advies"
    CONTRACT = "Contracten"
    OPENHEID = "Open over het einddoel"
    BEGELEIDING = "Begeleiding"
    GESPREKKEN = "Gesprekken"
    TRAJECT = "Traject"
    JOBDOELWIT = "Jobdoelwit"
    DOELEN = "Doelen en acties"
    VORMING = "Vorming"
    RANDVOORWAARDEN = "Randvoorwaarden"
    COMPETENTIES = "Competenties en talenten"
    STAGES = "Stages"
    SOLLICITATIES = "Sollicitaties"
    PLANVERSIES = "Ondersteuningsplan"
    VERZOEK = "Gemotiveerd verzoek"


@dataclass(frozen=True, slots=True)
class Pakketfeit:
    """Something that the record says, on or since `dag`; `tot_op` is the last day on which it went
    on, or on which something was written about it."""

    dag: date
    zin: str
    plaats: Vindplaats
    tot_op: date | None = None


@dataclass(frozen=True, slots=True)
class Leemte:
    """Something that the record does not say, and where to write it."""

    zin: str
    plaats: Vindplaats


@dataclass(frozen=True, slots=True)
class Pakketdeel:
    """One part of the pack; `uitleg` is how to read it."""

    sleutel: str
    titel: str
    feiten: tuple[Pakketfeit, ...]
    leemtes: tuple[Leemte, ...] = ()
    uitleg: str = ""


def tot_en_met(periode: Periode) -> str:
    """ ", t.e.m. 3 maart 2026", after what began on the day of its fact; "" without an end."""
    laatste = periode.laatste_dag
    return f", t.e.m. {datum_voluit(laatste)}" if laatste else ""


def laatst_geraakt(periode: Periode, gewijzigd_op: datetime) -> date:
    """The later of its last day and the day on which it was last written."""
    geschreven = timezone.localdate(gewijzigd_op)
    return max(periode.laatste_dag or geschreven, geschreven)


def op_dag(feiten: Iterable[Pakketfeit]) -> tuple[Pakketfeit, ...]:
    """Oldest first; of one day in the order in which they came."""
    return tuple(sorted(feiten, key=lambda feit: feit.dag))
