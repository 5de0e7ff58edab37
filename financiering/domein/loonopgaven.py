"""What the records of the payroll office say about the employer's contribution of each employee."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from operator import attrgetter
from typing import Any, ClassVar, Final, NamedTuple

from django.db.models import Exists, F, FilteredRelation, Func, OuterRef, Q, QuerySet

from financiering.domein.rekenmodel.bijdrage import Loonbijdrage
from financiering.domein.rekenmodel.loonopgave import (
    Kwartaalloon,
    Kwartaalwerk,
    deel_volgens_opgave,
)
from gedeeld.dagnummers import Uitdag, dagen_van
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from gedeeld.vastevraag import vaste_vraag
from gedeeld.velden import PeriodeVeld
from regels.domein.parameters import Parameterverloop
from regels.keuzes import Parametercode
from werknemers.models import Loonopgave

PAST_NIET: Final = "past niet bij het contract"
GEEN_CONTRACT: Final = "in dat kwartaal loopt er geen contract"


class _Gelezen(NamedTuple):
    """A record beside one contract that runs in its quarter; None for all of it when none does."""

    werknemer: int
    kwartaal: date
    referteloon: Decimal
    uren: Decimal | None
    van: date | None
    tot: date | None
    breuk: Decimal | None
    bruto: Decimal | None


_VELDEN: Final = (
    "werknemer",
    "kwartaal",
    "referteloon",
    "betaalde_uren",
    "contract__periode__startswith",
    "contract__periode__endswith",
    "contract__tewerkstellingsbreuk",
    "contract__bruto_maandloon",
)


@dataclass(frozen=True, slots=True)
class Opgaveregel:
    """A record of one employee, by key. `loon` is what the contracts say of its quarter, None when
    a wage is not known or no contract runs; `deel` is None when no contribution follows from it."""

    werknemer: int
    kwartaal: Kwartaal
    referteloon: Decimal
    uren: Decimal | None
    met_contract: bool
    loon: Kwartaalloon | None
    deel: Fraction | None

    @property
    def waarom_niet(self) -> str:
        """Why it does not count; "" when it does."""
        if self.deel is not None:
            return ""
        return PAST_NIET if self.met_contract else GEEN_CONTRACT

    @property
    def als_bijdrage(self) -> Loonbijdrage | None:
        if self.deel is None:
            return None
        return Loonbijdrage(self.kwartaal.eerste_dag, self.deel)


def lees_opgaven(
    organisatie_id: int, periode: Periode, wie: Q | None, verloop: Parameterverloop
) -> tuple[Opgaveregel, ...]:
    """Those that count in (a part of) the period: what begins in it, and the last one before it. Of
    everybody, or of whom `wie` is true; by employee, in order of time. One query, and one more when
    the last one before it fits no contract, or no contract runs in its quarter any more: then the
    newest one before that counts on."""
    sleutels = organisatie_id, *dagen_van(periode)
    rijen = _van_iedereen(*sleutels) if wie is None else _opgaven(*sleutels).filter(wie)
    regels = tuple(_regels(map(_Gelezen._make, rijen), verloop))
    past_niet = {
        regel.werknemer
        for regel in regels
        if regel.deel is None and regel.kwartaal.eerste_dag <= periode.van
    }
    if not past_niet:
        return regels
    eerder = _laatste_die_past(organisatie_id, past_niet, periode.van, verloop)
    return tuple(sorted((*eerder, *regels), key=attrgetter("werknemer", "kwartaal")))


def _laatste_die_past(
    organisatie_id: int, werknemers: Collection[int], van: date, verloop: Parameterverloop
) -> Iterable[Opgaveregel]:
    """Of each of these employees the last record until a day that a contribution follows from."""
    alle = Loonopgave.objects.filter(
        organisatie=organisatie_id, werknemer__in=werknemers, kwartaal__lte=van
    )
    rijen = _naast_contracten(alle, organisatie_id)
    regels = _regels(map(_Gelezen._make, rijen), verloop)
    return {regel.werknemer: regel for regel in regels if regel.deel is not None}.values()


def _regels(rijen: Iterable[_Gelezen], verloop: Parameterverloop) -> Iterator[Opgaveregel]:
    for _, groep in groupby(rijen, attrgetter("werknemer", "kwartaal")):
        alle = list(groep)
        eerste, loon = alle[0], _loon(alle, verloop)
        yield Opgaveregel(
            werknemer=eerste.werknemer,
            kwartaal=Kwartaal.van(eerste.kwartaal),
            referteloon=eerste.referteloon,
            uren=eerste.uren,
            met_contract=eerste.van is not None,
            loon=loon,
            deel=None
            if loon is None
            else deel_volgens_opgave(loon, eerste.referteloon, eerste.uren),
        )


def _loon(rijen: Sequence[_Gelezen], verloop: Parameterverloop) -> Kwartaalloon | None:
    """Nothing follows from a record beside a wage that is not known, or beside no contract."""
    eerste = rijen[0]
    week = verloop.op(eerste.kwartaal).waarde(Parametercode.VOLTIJDSE_WEEK)
    werk = [
        Kwartaalwerk(Periode(rij.van, rij.tot), rij.breuk, rij.bruto)
        for rij in rijen
        if rij.van is not None and rij.breuk is not None and rij.bruto is not None
    ]
    if len(werk) < len(rijen) or (week is None and eerste.uren is not None):
        return None
    return Kwartaalloon.van(werk, Kwartaal.van(eerste.kwartaal), week or Decimal(0))


class _InKwartaal(Func):
    """The period of the quarter that begins on a day."""

    template = "daterange(%(expressions)s, (%(expressions)s + interval '3 months')::date)"
    output_field: ClassVar = PeriodeVeld()


def _opgaven(organisatie: int, van: int, tot: int) -> QuerySet[Any, tuple[Any, ...]]:
    nieuwer = Loonopgave.objects.filter(
        werknemer=OuterRef("werknemer"),
        kwartaal__gt=OuterRef("kwartaal"),
        kwartaal__lte=Uitdag(van),
    )
    alle = Loonopgave.objects.filter(
        ~Exists(nieuwer), organisatie=organisatie, kwartaal__lt=Uitdag(tot)
    )
    return _naast_contracten(alle, organisatie)


def _naast_contracten(
    opgaven: QuerySet[Loonopgave], organisatie: int
) -> QuerySet[Any, tuple[Any, ...]]:
    in_kwartaal = FilteredRelation(
        "werknemer__contracten",
        condition=Q(
            # Or the contracts of the whole country are read.
            werknemer__contracten__organisatie=organisatie,
            werknemer__contracten__periode__overlap=_InKwartaal(F("kwartaal")),
        ),
    )
    return (
        opgaven.annotate(contract=in_kwartaal)
        .order_by("werknemer", "kwartaal", "contract__periode")
        .values_list(*_VELDEN)
    )


_van_iedereen: Final = vaste_vraag(_opgaven, voorbereid=False)
