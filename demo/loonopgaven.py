"""What the payroll office of the demo counted for some of its people in the last two quarters: the
reduction of category 1, a little beside it as real life is, and now and then somebody who was not
paid for all hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random
from typing import Final

from django.utils.timezone import get_current_timezone

from demo.logins import DEMO
from financiering.domein.rekenmodel.bijdrage import (
    Vermindering,
    netto_bijdrage,
    voltijds_kwartaalloon,
)
from financiering.domein.tarieven import vermindering
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.kwartaal import Kwartaal
from gedeeld.models import Auditregel
from gedeeld.periode import plus_dagen
from gedeeld.tijd import alsof, vandaag
from regels.domein.parameters import laad_parameters
from werknemers.domein.loonopgaven import voeg_opgave_toe
from werknemers.models import Arbeidsovereenkomst, Loonopgave

KWARTALEN: Final = 2
MENSEN: Final = 20
# The list comes so many days after its quarter.
_NA: Final = 21
_UUR: Final = time(9, 30)
# The first quarter of which the limits are known; an earlier one counts with those.
_BEKEND_VANAF: Final = date(2026, 7, 1)
_UREN_VOLTIJDS: Final = 494  # 38 hours in 13 weeks
_ELK: Final = 6  # one in so many was not paid for a tenth of the hours
_CENT: Final = Decimal("0.01")


def zet_loonopgaven(organisatie: Organisatie, door: Gebruiker) -> bool:
    """False when somebody entered some before, and nothing changes."""
    al_gedaan = Auditregel.objects.filter(organisatie=organisatie, soort="loonopgave").exists()
    if al_gedaan or organisatie.code != DEMO:
        return False
    laatste = Kwartaal.van(plus_dagen(vandaag(), -_NA)) + -1
    mensen = list(_mensen(organisatie, laatste + (1 - KWARTALEN)))
    for terug in range(KWARTALEN - 1, -1, -1):
        _geef_in(mensen, laatste + -terug, door)
    return bool(mensen)


@dataclass(frozen=True, slots=True)
class _Loontrekker:
    """`plaats` says whose turn it is to have had days without pay."""

    plaats: int
    contract: Arbeidsovereenkomst

    def referteloon(self, kwartaal: Kwartaal, tarief: Vermindering) -> Decimal:
        maandloon = Fraction(self.contract.bruto_maandloon or 0)
        breuk = Fraction(self.contract.tewerkstellingsbreuk)
        bijdrage = netto_bijdrage(tarief, voltijds_kwartaalloon(maandloon, breuk), breuk)
        # A holiday here, a rounding there: up to a hundredth more or less.
        toeval = Random(f"{self.contract.werknemer.personeelsnummer}-{kwartaal}")  # noqa: S311
        anders = Fraction(toeval.randrange(9900, 10101), 10000)
        bedrag = maandloon * 3 * (1 + bijdrage) * anders * self._betaald(kwartaal)
        return _rond(bedrag)

    def uren(self, kwartaal: Kwartaal) -> Decimal:
        breuk = Fraction(self.contract.tewerkstellingsbreuk)
        return _rond(breuk * _UREN_VOLTIJDS * self._betaald(kwartaal))

    def _betaald(self, kwartaal: Kwartaal) -> Fraction:
        return Fraction(9, 10) if (self.plaats + kwartaal.nummer) % _ELK == 0 else Fraction(1)


def _mensen(organisatie: Organisatie, eerste: Kwartaal) -> Iterator[_Loontrekker]:
    """One in three of those with one contract that was there before the first quarter and runs."""
    contracten = Arbeidsovereenkomst.objects.filter(
        organisatie=organisatie,
        periode__startswith__lte=eerste.eerste_dag,
        periode__contains=vandaag(),
        bruto_maandloon__gt=0,
    ).select_related("werknemer")
    op_nummer = contracten.order_by("werknemer__personeelsnummer", "pk")
    een_per_mens = {contract.werknemer_id: contract for contract in op_nummer}
    for plaats, contract in enumerate(list(een_per_mens.values())[::3][:MENSEN]):
        yield _Loontrekker(plaats, contract)


def _geef_in(mensen: list[_Loontrekker], kwartaal: Kwartaal, door: Gebruiker) -> None:
    tarief = vermindering(laad_parameters(max(kwartaal.eerste_dag, _BEKEND_VANAF), None))
    assert tarief is not None  # noqa: S101 - the national values of this day are there
    gekomen_op = plus_dagen((kwartaal + 1).eerste_dag, _NA)
    with alsof(gekomen_op):
        for mens in mensen:
            voeg_opgave_toe(
                werknemer=mens.contract.werknemer,
                door=door,
                kwartaal=kwartaal,
                referteloon=mens.referteloon(kwartaal, tarief),
                betaalde_uren=mens.uren(kwartaal),
                nagekeken=False,
            )
    # The moment of writing is that of the first command; the list came in long before.
    Loonopgave.objects.in_kwartaal(kwartaal).filter(
        werknemer__in=[mens.contract.werknemer_id for mens in mensen]
    ).update(gewijzigd_op=datetime.combine(gekomen_op, _UUR, get_current_timezone()))


def _rond(waarde: Fraction) -> Decimal:
    return (Decimal(waarde.numerator) / waarde.denominator).quantize(_CENT, ROUND_HALF_UP)
