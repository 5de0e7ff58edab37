"""Which record of the payroll office counts in a forecast, and what it says of the others."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.test import Client

from financiering.domein.laden import laad_gegevens
from financiering.domein.rekenmodel.bijdrage import Loonbijdrage
from financiering.domein.tarieven import Tarieftijdvak
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.keuzes import Parametercode
from tests.fabrieken import ContractFactory, RegelparameterFactory
from tests.financiering.bijdragehulp import ADRES, K4, let_op, opgave, zonder_contract_in_de_zomer
from tests.financiering.conftest import Huis


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def opgaven_van(huis: Huis, tijdvak: Tarieftijdvak) -> list[tuple[Loonbijdrage, ...]]:
    mensen = laad_gegevens(huis.organisatie.pk, tijdvak).stand.mensen
    return [persoon.opgaven for persoon in mensen]


def test_the_last_record_before_the_forecast_and_those_in_it_count(zonder: Huis) -> None:
    for kwartaal, referteloon in ((1, 8112), (3, 8736), (4, 8580)):
        opgave(zonder, Kwartaal(2026, kwartaal).eerste_dag, referteloon=Decimal(referteloon))
    van_amina, van_bart = opgaven_van(zonder, Tarieftijdvak(Kwartaal(2026, 3), 4))
    assert van_amina == (
        Loonbijdrage(date(2026, 7, 1), Fraction("0.12")),
        Loonbijdrage(date(2026, 10, 1), Fraction("0.1")),
    )
    assert van_bart == ()
    assert opgaven_van(zonder, Tarieftijdvak(Kwartaal(2026, 2), 1))[0] == (
        Loonbijdrage(date(2026, 1, 1), Fraction("0.04")),
    )


def test_a_record_lies_beside_the_contracts_of_its_own_quarter(zonder: Huis) -> None:
    """In the third quarter Amina worked half-time for half of the hours; since then full-time."""
    zonder.amina.contracten.update(
        periode=Periode(date(2025, 4, 1), date(2026, 10, 1)),
        tewerkstellingsbreuk=Decimal("0.5"),
        bruto_maandloon=1300,
    )
    ContractFactory(
        werknemer=zonder.amina, dienst=zonder.dienst, periode=Periode(date(2026, 10, 1)),
        bruto_maandloon=2600,
    )  # fmt: skip
    opgave(zonder, referteloon=Decimal(2184), betaalde_uren=Decimal("123.5"))
    assert opgaven_van(zonder, Tarieftijdvak(K4, 4))[0] == (
        Loonbijdrage(date(2026, 7, 1), Fraction("0.12")),
    )


def test_a_week_of_fewer_hours_is_that_of_the_organisation(zonder: Huis) -> None:
    RegelparameterFactory(
        organisatie=zonder.organisatie, code=Parametercode.VOLTIJDSE_WEEK, waarde=36
    )
    opgave(zonder, betaalde_uren=Decimal(468))
    assert opgaven_van(zonder, Tarieftijdvak(K4, 4))[0][0].deel == Fraction("0.12")


def test_a_record_that_does_not_fit_is_named_and_not_counted(zonder: Huis) -> None:
    opgave(zonder, referteloon=Decimal(5000))
    (zin,) = let_op(zonder)
    assert f"niet mee: {zonder.amina.naam} (2026-K3)." in zin
    assert opgaven_van(zonder, Tarieftijdvak(K4, 4))[0] == ()


@pytest.mark.parametrize("eerste", [2, 3, 4])
def test_a_record_that_does_not_fit_leaves_the_one_before_it(zonder: Huis, eerste: int) -> None:
    """Whatever the first quarter is that is asked: a quarter has one amount."""
    opgave(zonder, Kwartaal(2026, 1).eerste_dag, referteloon=Decimal(8112))
    opgave(zonder, Kwartaal(2026, 2).eerste_dag)
    opgave(zonder, referteloon=Decimal(5000))
    tijdvak = Tarieftijdvak(Kwartaal(2026, eerste), 4)
    assert opgaven_van(zonder, tijdvak)[0][-1] == Loonbijdrage(date(2026, 4, 1), Fraction("0.12"))
    assert any(f"{zonder.amina.naam} (2026-K3)" in zin for zin in let_op(zonder))


@pytest.mark.parametrize("eerste", [2, 3, 4])
def test_a_record_of_a_quarter_without_a_contract_leaves_the_one_before_it(
    zonder: Huis, eerste: int
) -> None:
    zonder_contract_in_de_zomer(zonder)
    tijdvak = Tarieftijdvak(Kwartaal(2026, eerste), 4)
    assert opgaven_van(zonder, tijdvak)[0] == (Loonbijdrage(date(2026, 4, 1), Fraction("0.12")),)


def test_a_record_of_a_quarter_without_a_contract_is_named(zonder: Huis, bezoeker: Client) -> None:
    zonder_contract_in_de_zomer(zonder)
    (zin,) = let_op(zonder)
    assert "telt niet mee: in dat kwartaal loopt er geen contract" in zin
    assert f"{zonder.amina.naam} (2026-K3)" in zin
    for adres in (ADRES, "/financiering/"):
        assert zin in " ".join(bezoeker.get(adres).content.decode().split())


def test_the_records_of_somebody_whose_contracts_all_moved_count_for_nothing(zonder: Huis) -> None:
    opgave(zonder)
    zonder.amina.contracten.update(periode=Periode(date(2026, 10, 1)))
    assert opgaven_van(zonder, Tarieftijdvak(K4, 4))[0] == ()
    (zin,) = let_op(zonder)
    assert f"{zonder.amina.naam} (2026-K3)" in zin


def test_the_forecast_says_who_is_counted_how(zonder: Huis, bezoeker: Client) -> None:
    opgave(zonder)
    zin = (
        "Van 1 werknemer rekenen we de bijdrage van de werkgever met de vermindering van categorie "
        "1 en van 1 met de opgave van het sociaal secretariaat."
    )
    for adres in (ADRES, "/financiering/"):
        assert zin in " ".join(bezoeker.get(adres).content.decode().split())
