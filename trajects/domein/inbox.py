"""The open signals as people read them: who, what, since when, who follows it up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from django.db.models import Case, F, QuerySet, Value, When

from doorstroom.gedeeld.periode import plus_maanden
from gebruikers.models import Gebruiker
from trajects.domein.caseload import caseload
from trajects.domein.signaaltekst import in_een_zin
from trajects.keuzes import Signaalstatus, SoortSignaal
from trajects.models import Signaal
from werknemers.models import Werknemer

_BINNENKORT_MAANDEN: Final = 3


@dataclass(frozen=True, slots=True)
class Signaalregel:
    """One signal with what a row shows; `werknemer` carries the annotations of `caseload`."""

    signaal: Signaal
    werknemer: Werknemer
    zin: str
    groep: str
    kleur: str
    woord: str


def op_urgentie(signalen: QuerySet[Signaal]) -> QuerySet[Signaal]:
    """What can still be changed first: the soonest end on top, then what has ended, then later."""
    return signalen.order_by(
        Case(When(status=Signaalstatus.UITGESTELD, then=Value(1)), default=Value(0)),
        Case(When(soort=SoortSignaal.ONDERSTEUNING_VERLOPEN, then=Value(1)), default=Value(0)),
        F("advies__periode__endswith"),
        "werknemer__familienaam",
        "pk",
    )


def regels(signalen: Iterable[Signaal], gebruiker: Gebruiker, op: date) -> list[Signaalregel]:
    """The rows of these signals, in their order; one query more for all employees together."""
    rijen = list(signalen)
    bekend = {
        werknemer.pk: werknemer
        for werknemer in caseload(gebruiker, op, ook_uit_dienst=True)
        .met_laatste_notitie(gebruiker)
        .filter(pk__in={signaal.werknemer_id for signaal in rijen})
    }
    return [_regel(signaal, bekend[signaal.werknemer_id], op) for signaal in rijen]


def per_groep(rijen: Iterable[Signaalregel]) -> list[tuple[str, list[Signaalregel]]]:
    """The rows under their headings, in the order in which they come."""
    return [(groep, list(leden)) for groep, leden in groupby(rijen, key=lambda rij: rij.groep)]


def _regel(signaal: Signaal, werknemer: Werknemer, op: date) -> Signaalregel:
    groep, kleur, woord = _urgentie(signaal, op)
    return Signaalregel(signaal, werknemer, in_een_zin(signaal, op), groep, kleur, woord)


def _urgentie(signaal: Signaal, op: date) -> tuple[str, str, str]:
    """Heading, state colour and the word beside it."""
    if not signaal.is_open:
        return "Gesloten", "grijs", signaal.get_status_display()
    if not signaal.vraagt_aandacht(op):
        return "Uitgesteld", "grijs", "uitgesteld"
    if signaal.soort == SoortSignaal.ONDERSTEUNING_VERLOPEN:
        return "Ondersteuning verlopen", "rood", "verlopen"
    laatste_dag = signaal.advies.periode.laatste_dag
    if laatste_dag is not None and laatste_dag <= plus_maanden(op, _BINNENKORT_MAANDEN):
        return "Stopt binnen 3 maanden", "oranje", "binnenkort"
    return "Stopt later", "grijs", "gepland"
