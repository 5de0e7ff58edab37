"""The structural reduction: worked examples of the third quarter of 2026."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import StringIO

import pytest
from django.core.management import call_command

from financiering.domein.rekenmodel.bijdrage import (
    Regime,
    Vermindering,
    beta,
    netto_bijdrage,
    structurele_vermindering,
    voltijds_kwartaalloon,
)
from financiering.domein.tarieven import bijdrage_bekend, regime, vermindering
from gedeeld.periode import Periode
from regels.domein.parameters import ParameterOnbekend, laad_parameters
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.fabrieken import OrganisatieFactory, RegelparameterFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def tarief() -> Vermindering:
    gevonden = vermindering(laad_parameters(date(2026, 8, 1), None))
    assert gevonden is not None
    return gevonden


def op_de_cent(bedrag: Fraction) -> Decimal:
    return round(Decimal(bedrag.numerator) / bedrag.denominator, 2)


@pytest.mark.parametrize(
    ("bruto", "korting", "netto"),
    [("2233.61", "1184.14", "7.33"), ("2600", "854.39", "14.05"), ("2900", "584.39", "18.28")],
)
def test_what_is_left_of_the_contribution(
    tarief: Vermindering, bruto: str, korting: str, netto: str
) -> None:
    loon = voltijds_kwartaalloon(Fraction(bruto), Fraction(1))
    assert op_de_cent(structurele_vermindering(tarief, loon)) == Decimal(korting)
    assert op_de_cent(100 * netto_bijdrage(tarief, loon)) == Decimal(netto)


def test_the_example_of_a_payslip(tarief: Vermindering) -> None:
    loon = Fraction("6635.58")
    assert op_de_cent(structurele_vermindering(tarief, loon)) == Decimal("1203.71")


def test_above_the_limits_nothing_goes_off(tarief: Vermindering) -> None:
    assert structurele_vermindering(tarief, Fraction(11688)) == 0
    assert netto_bijdrage(tarief, Fraction(11688)) == Fraction(1, 4)
    assert netto_bijdrage(tarief, Fraction(0)) == Fraction(1, 4)
    assert netto_bijdrage(tarief, Fraction(100)) == 0


@pytest.mark.parametrize(
    ("prestatie", "verwacht"),
    [("0.3", "1.18"), ("0.55", "1.18"), ("0.675", "1.09"), ("0.8", "1"), ("1", "1")],
)
def test_part_time_work_counts_for_more(
    tarief: Vermindering, prestatie: str, verwacht: str
) -> None:
    assert beta(tarief, Fraction(prestatie)) == Fraction(verwacht)


def test_half_time_at_the_same_wage(tarief: Vermindering) -> None:
    """S is the full-time wage; μ is on both sides of the division, β is not."""
    loon = voltijds_kwartaalloon(Fraction(1300), Fraction(1, 2))
    assert loon == 7800
    verwacht = Fraction(1, 4) - Fraction("1.18") * structurele_vermindering(tarief, loon) / 7800
    assert netto_bijdrage(tarief, loon, Fraction(1, 2)) == verwacht


def test_what_is_not_known_is_not_guessed() -> None:
    assert vermindering(laad_parameters(date(2023, 6, 30), None)) is None
    vroeger = vermindering(laad_parameters(date(2025, 8, 1), None))
    april = vermindering(laad_parameters(date(2026, 5, 1), None))
    assert april is not None
    # Nobody found what was before.
    assert vroeger == april
    assert (april.grens, april.grens_laag) == (Fraction("11458.57"), Fraction("9547.20"))
    Regelparameter.objects.filter(code=Parametercode.BETA).update(waarde=None)
    assert vermindering(laad_parameters(date(2026, 8, 1), None)) is None


@pytest.fixture
def landelijk(db: None) -> None:
    """As an older database has it: 25 % for everybody."""
    Regelparameter.objects.filter(code=Parametercode.BIJDRAGE).update(waarde=25)


def test_a_percentage_for_everybody_counts_for_nobody(landelijk: None) -> None:
    eigen = RegelparameterFactory(waarde=Decimal("27.25"))
    elders = OrganisatieFactory()
    dag = date(2026, 8, 1)
    assert regime(laad_parameters(dag, elders.pk)).eigen is None
    assert regime(laad_parameters(dag, eigen.organisatie_id)).eigen == Decimal("0.2725")
    assert regime(laad_parameters(date(2025, 12, 31), eigen.organisatie_id)).eigen is None


def test_the_law_takes_it_away(landelijk: None) -> None:
    call_command("wetgeving", "--toepassen", stdout=StringIO())
    (rij,) = Regelparameter.objects.filter(code=Parametercode.BIJDRAGE)
    assert rij.waarde is None


def test_without_limits_only_an_own_percentage_will_do() -> None:
    eigen = RegelparameterFactory(waarde=20, geldig=Periode(date(2023, 7, 1)))
    Regelparameter.objects.filter(code=Parametercode.VERMINDERING_1_GRENS).update(waarde=None)
    met, zonder = (laad_parameters(date(2026, 8, 1), wie) for wie in (eigen.organisatie_id, None))
    assert (bijdrage_bekend(met), bijdrage_bekend(zonder)) == (True, False)
    assert regime(met) == Regime(None, Decimal("0.2"))
    with pytest.raises(ParameterOnbekend, match="hoge grens"):
        regime(zonder)
