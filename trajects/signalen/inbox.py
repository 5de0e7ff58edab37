"""The open signals as people read them: who, what, since when, who follows it up."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Case, F, QuerySet, Value, When

from gebruikers.domein.vragen import aangevuld, per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.web import PER_PAGINA
from trajects.kader.caseload import caseload
from trajects.kader.horizon import BINNENKORT, Einde, einde_van, grenzen
from trajects.kader.volgende_stap import VolgendeStap, stand_van_rij, volgende_stap
from trajects.keuzes import Signaalstatus, SoortSignaal
from trajects.models import Signaal
from trajects.signalen.signaaltekst import in_een_zin
from werknemers.keuzes import Steun
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Signaalregel:
    """One signal with what a row shows; `werknemer` carries the annotations of `caseload`.

    `stap` is what the page that asks makes of the next step.
    """

    signaal: Signaal
    werknemer: Werknemer
    einde: Einde
    stap: object
    zin: str
    groep: str


def op_urgentie(signalen: QuerySet[Signaal], op: date) -> QuerySet[Signaal]:
    """What can still be changed first: ends soon, has ended, ends later (`_groep`).

    The organisation once more, so that of a country the people and advice of one are read.
    """
    _, binnenkort = grenzen(op)[BINNENKORT[-1]]
    zelfde = {f"{ouder}__organisatie": F("organisatie") for ouder in ("werknemer", "advies")}
    return signalen.filter(**zelfde).order_by(
        Case(
            When(status=Signaalstatus.UITGESTELD, uitgesteld_tot__gt=op, then=Value(3)),
            When(soort=SoortSignaal.ONDERSTEUNING_VERLOPEN, then=Value(1)),
            When(advies__periode__endswith__lte=binnenkort, then=Value(0)),
            default=Value(2),
        ),
        F("advies__periode__endswith"),
        "werknemer__familienaam",
        "pk",
    )


def mensen_van(signalen: Iterable[Signaal], gebruiker: Gebruiker, op: date) -> dict[int, Werknemer]:
    """The employees of these signals by key, as `regels` needs them; one query for all of them."""
    sleutels = aangevuld({signaal.werknemer_id for signaal in signalen}, PER_PAGINA)
    return {werknemer.pk: werknemer for werknemer in _mensen(gebruiker, op, *sleutels)}


def alle_mensen_van(
    signalen: Iterable[Signaal], gebruiker: Gebruiker, op: date
) -> dict[int, Werknemer]:
    """As `mensen_van`, for more of them than a page holds."""
    mensen = caseload(gebruiker, op, ook_uit_dienst=True).met_laatste_notitie(gebruiker)
    sleutels = {signaal.werknemer_id for signaal in signalen}
    return {werknemer.pk: werknemer for werknemer in mensen.filter(pk__in=sleutels)}


@per_rol
def _mensen(gebruiker: HeeftRol, op: date, *sleutels: int) -> QuerySet[Any]:
    mensen = caseload(gebruiker, op, ook_uit_dienst=True).met_laatste_notitie(gebruiker)
    return mensen.filter(pk__in=sleutels)


def regels(
    signalen: Iterable[Signaal],
    mensen: Mapping[int, Werknemer],
    op: date,
    *,
    toon_stap: Callable[[VolgendeStap], object],
) -> list[Signaalregel]:
    """The rows of these signals, in their order; `mensen` as `mensen_van` gives them."""
    paren = [(signaal, mensen[signaal.werknemer_id]) for signaal in signalen]
    return [_regel(signaal, wie, op, toon_stap(_stap(wie, op))) for signaal, wie in paren]


def per_groep(rijen: Iterable[Signaalregel]) -> list[tuple[str, list[Signaalregel]]]:
    """The rows under their headings, in the order in which they come."""
    return [(groep, list(leden)) for groep, leden in groupby(rijen, key=lambda rij: rij.groep)]


def _stap(werknemer: Werknemer, op: date) -> VolgendeStap:
    return volgende_stap(stand_van_rij(werknemer, op), leest_logboek=True)


def _regel(signaal: Signaal, werknemer: Werknemer, op: date, stap: object) -> Signaalregel:
    einde = einde_van(Steun.LOOPT, signaal.advies.periode.tot, op)
    zin = in_een_zin(signaal.advies.periode.laatste_dag, op)
    return Signaalregel(signaal, werknemer, einde, stap, zin, _groep(signaal, einde, op))


def _groep(signaal: Signaal, einde: Einde, op: date) -> str:
    if not signaal.is_open:
        return "Gesloten"
    if not signaal.vraagt_aandacht(op):
        return "Uitgesteld"
    if signaal.soort == SoortSignaal.ONDERSTEUNING_VERLOPEN:
        return "Ondersteuning verlopen"
    return "Stopt binnen 6 maanden" if einde.horizon in BINNENKORT else "Stopt later"
