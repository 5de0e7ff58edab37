"""The open signals as people read them: who, what, since when, who follows it up."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from gebruikers.domein.vragen import aangevuld, per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.web import PER_PAGINA
from trajects.kader.caseload import caseload, met_einde
from trajects.kader.horizon import Einde
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.signaalsoorten.feiten import feiten_van
from trajects.signaalsoorten.soort import Feit, Over, Stap, Urgentie
from trajects.signaalsoorten.volgende_stap import volgende_stap
from trajects.signalen.signaaltekst import (
    feit_van,
    naam_van_soort,
    over_signaal,
    stap_van,
    zin_van,
)
from werknemers.models import Werknemer

GROEPEN: Final = {
    Urgentie.EERST: "Eerst dit",
    Urgentie.DAARNA: "Daarna",
    Urgentie.LATER: "Kan nog even wachten",
    Urgentie.ZACHT: "Goed om te doen",
}
# After all of those.
UITGESTELD: Final = 9
# What stands in the inbox and is counted; the rest is good to do, and stands on Vandaag alone.
DRINGEND: Final = Q(urgentie__lt=Urgentie.ZACHT)


@dataclass(frozen=True, slots=True)
class Signaalregel:
    """One signal with what a row shows; `werknemer` carries the annotations of `caseload`, and is
    None for what is about the organisation.

    `stap` is what the page that asks makes of the next step; `stap_zin` is what it says, empty when
    that is what the signal says.
    """

    signaal: Signaal
    werknemer: Werknemer | None
    einde: Einde | None
    stap: object
    stap_zin: str
    soort: str
    zin: str
    groep: str

    @property
    def wie(self) -> str:
        """Whom it is about; the kind when that is the organisation."""
        return self.werknemer.naam if self.werknemer else self.soort[:1].upper() + self.soort[1:]

    @property
    def soort_erbij(self) -> str:
        """What tells two rows of one person apart; the organisation is named by the kind."""
        return self.soort if self.werknemer else ""

    @property
    def is_zacht(self) -> bool:
        """Good to do, and on Vandaag alone."""
        return self.signaal.urgentie == Urgentie.ZACHT

    @property
    def sinds(self) -> date:
        """The first day on which it held, also when a night was missed."""
        return self.signaal.sinds or self.signaal.ontstaan_op


def op_urgentie(signalen: QuerySet[Signaal], op: date, *eerst: Any) -> QuerySet[Signaal]:
    """What can still be changed first, as its rule says; what is postponed last. Of what is as
    urgent, in the order of `eerst`."""
    return signalen.order_by(
        Case(
            When(status=Signaalstatus.UITGESTELD, uitgesteld_tot__gt=op, then=Value(UITGESTELD)),
            default=F("urgentie"),
            output_field=IntegerField(),
        ),
        *eerst,
        F("dag"),
        "werknemer__familienaam",
        "pk",
    )


def mensen_van(signalen: Iterable[Signaal], gebruiker: Gebruiker, op: date) -> dict[int, Werknemer]:
    """The employees of these signals by key, as `regels` needs them; one query for all of them."""
    sleutels = aangevuld(sleutels_van(signalen), PER_PAGINA)
    return {werknemer.pk: werknemer for werknemer in _mensen(gebruiker, op, *sleutels)}


def alle_mensen_van(
    signalen: Iterable[Signaal], gebruiker: Gebruiker, op: date
) -> dict[int, Werknemer]:
    """As `mensen_van`, for more of them than a page holds."""
    mensen = caseload(gebruiker, op, ook_uit_dienst=True).met_laatste_notitie(gebruiker)
    return {werknemer.pk: werknemer for werknemer in mensen.filter(pk__in=sleutels_van(signalen))}


def sleutels_van(signalen: Iterable[Signaal]) -> set[int]:
    """The keys of the employees of these signals."""
    return {s.werknemer_id for s in signalen if s.werknemer_id is not None}


@per_rol
def _mensen(gebruiker: HeeftRol, op: date, *sleutels: int) -> QuerySet[Any]:
    mensen = caseload(gebruiker, op, ook_uit_dienst=True).met_laatste_notitie(gebruiker)
    return mensen.filter(pk__in=sleutels)


def regels(
    signalen: Iterable[Signaal],
    mensen: Mapping[int, Werknemer],
    gebruiker: Gebruiker,
    op: date,
    *,
    toon_stap: Callable[[Stap], object],
) -> list[Signaalregel]:
    """The rows of these signals, in their order; `mensen` as `mensen_van` gives them.

    One query when there is a signal whose kind has no step of its own.
    """
    over = {signaal: over_signaal(signaal, op, gebruiker.rol) for signaal in signalen}
    eigen = {signaal: stap_van(feit_van(signaal), over[signaal]) for signaal in over}
    wiens = {s.werknemer_id for s, stap in eigen.items() if stap is None and s.werknemer_id}
    feiten: Mapping[int, list[Feit]] = {}
    if wiens and gebruiker.organisatie_id is not None:
        feiten = feiten_van(gebruiker.organisatie_id, wiens & mensen.keys(), op)
    rijen = []
    for signaal, zelf in eigen.items():
        wie = signaal.werknemer_id or 0
        stap = zelf or volgende_stap(feiten.get(wie, []), over[signaal])
        rijen.append(_regel(signaal, mensen.get(wie), over[signaal], stap, toon_stap))
    return rijen


def per_groep(rijen: Iterable[Signaalregel]) -> list[tuple[str, list[Signaalregel]]]:
    """The rows under their headings, in the order in which they come."""
    return [(groep, list(leden)) for groep, leden in groupby(rijen, key=lambda rij: rij.groep)]


def _regel(
    signaal: Signaal,
    werknemer: Werknemer | None,
    over: Over,
    stap: Stap,
    toon_stap: Callable[[Stap], object],
) -> Signaalregel:
    zin = zin_van(feit_van(signaal), over)
    return Signaalregel(
        signaal=signaal,
        werknemer=werknemer,
        einde=_einde(werknemer, over.op) if werknemer else None,
        stap=toon_stap(stap),
        stap_zin="" if stap.zin == f"{zin[:1].upper()}{zin[1:]}." else stap.zin,
        soort=naam_van_soort(signaal.soort),
        zin=zin,
        groep=_groep(signaal, over.op),
    )


def _einde(werknemer: Werknemer, op: date) -> Einde:
    """As the lists and the page of the employee show it."""
    ((_, einde),) = met_einde([werknemer], op)
    return einde


def _groep(signaal: Signaal, op: date) -> str:
    if not signaal.is_open:
        return "Gesloten"
    if not signaal.vraagt_aandacht(op):
        return "Uitgesteld"
    return GROEPEN[Urgentie(signaal.urgentie)]
