"""The flat guidance premium counts from the first advice of an unbroken chain."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from financiering.domein.laden import laad_werknemer
from financiering.domein.rekenmodel.exact import centen, reken_uit
from financiering.domein.rekenmodel.klaverblad import Blad
from financiering.domein.rekenmodel.persoon import Advies
from financiering.domein.rekenmodel.prognose import maak_prognose
from financiering.domein.rekenmodel.scenario import Evaluatieuitkomst, Verlenging, verleng
from financiering.domein.rekenmodel.stand import Stand
from financiering.domein.tarieven import Tarieftijdvak
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.keuzes import Parametercode, SoortAdvies
from regels.models import Regelparameter
from tests.fabrieken import AdviesFactory
from tests.financiering.bouwstenen import K4, advies, contract, maak_tarieven, persoon
from tests.financiering.conftest import Huis
from werknemers.domein.begeleidingstelling import daalt_op, ketenbegin
from werknemers.models import Premieschijf

K1 = Kwartaal(2026, 1)
TIJDVAK = Tarieftijdvak(K4, 20)


def test_an_extension_the_day_after_belongs_to_the_chain_and_one_after_a_gap_does_not() -> None:
    een = Periode(date(2021, 7, 1), date(2026, 7, 1))
    twee = Periode(date(2026, 7, 1), date(2031, 7, 1))
    drie = Periode(date(2031, 10, 1), date(2033, 10, 1))
    assert ketenbegin([drie, een, twee]) == {een: een.van, twee: een.van, drie: drie.van}


@pytest.mark.parametrize(
    ("begin", "dag"),
    [
        (date(2023, 7, 1), date(2024, 10, 1)),
        (date(2026, 10, 1), date(2028, 1, 1)),
        (date(2026, 10, 15), date(2028, 1, 1)),
    ],
)
def test_the_first_day_of_the_lower_flat_part(begin: date, dag: date) -> None:
    assert daalt_op(begin) == dag


@pytest.mark.parametrize(("telt_keten", "vast"), [(True, 60000), (False, 120000)])
def test_quarter_21_is_later_when_the_chain_counts(telt_keten: bool, vast: int) -> None:
    """Five years until 30 September 2026, then an extension."""
    wie = persoon(contract(), adviezen=(advies(K4 + -20),))
    verlengd = verleng(wie, Verlenging(Evaluatieuitkomst.ZELFDE, 20))
    tarieven = maak_tarieven(aantal=6, telt_keten=telt_keten)
    uitkomst = maak_prognose(Stand(("Klusdienst",), (verlengd,)), tarieven)
    lijn = uitkomst.bladen[Blad.BEGELEIDINGSPREMIE][0].tolist()
    assert lijn == [vast + 73000] * 5 + [60000 + 73000]
    rekening = uitkomst.rekening(0, 0)
    assert (rekening.telling, rekening.nummer) == (21 if telt_keten else 1, 1)
    assert centen(rekening.vast) == vast


@settings(max_examples=100, deadline=None)
@given(st.integers(-30, 6), st.integers(0, 30), st.booleans(), st.sampled_from(["", "laag"]))
def test_tables_and_fractions_count_alike(van: int, eerder: int, keten: bool, niveau: str) -> None:
    steun = advies(K4 + van, niveau=niveau)
    begin = (K4 + (van - eerder)).eerste_dag
    steun = Advies(steun.periode, steun.schijven, steun.niveau, keten_van=begin)
    tarieven = maak_tarieven(aantal=12, telt_keten=keten)
    uitkomst = maak_prognose(
        Stand(("Klusdienst",), (persoon(contract(), adviezen=(steun,)),)), tarieven
    )
    exact = [reken_uit(uitkomst.personen[0], tarief) for tarief in tarieven.kwartalen]
    assert uitkomst.bladen[Blad.BEGELEIDINGSPREMIE][0].tolist() == [
        centen(rekening.begeleidingspremie) for rekening in exact
    ]


def verlengd(huis: Huis, van: date) -> None:
    """Amina's support until 31 March 2027, and something new from a day on."""
    nieuw = AdviesFactory(
        werknemer=huis.amina,
        soort=SoortAdvies.IMW_NA_EVALUATIE,
        besluitdatum=van,
        periode=Periode(van, date(van.year + 5, van.month, 1)),
        begeleidingsniveau="midden",
    )
    Premieschijf.objects.create(advies=nieuw, periode=nieuw.periode, percentage=20)


def vaste_delen(huis: Huis, vanaf: Kwartaal) -> list[Fraction]:
    gegevens = laad_werknemer(huis.organisatie.pk, TIJDVAK, huis.amina.pk)
    (wie,) = gegevens.stand.personen
    return [reken_uit(wie, t).vast for t in maak_tarieven(vanaf, 6).kwartalen]


def test_what_is_read_counts_from_a_chain_that_began_before_the_forecast(huis: Huis) -> None:
    """From 1 April 2025 on: all quarters from the sixth on are later, also after the extension."""
    verlengd(huis, date(2027, 4, 1))
    assert vaste_delen(huis, K4) == [Fraction(600)] * 6
    later = Tarieftijdvak(Kwartaal(2028, 1), 4)
    gegevens = laad_werknemer(huis.organisatie.pk, later, huis.amina.pk)
    [[steun]] = [wie.adviezen for wie in gegevens.stand.personen]
    assert steun.keten_van == date(2025, 4, 1)


def test_a_gap_starts_the_count_again(huis: Huis) -> None:
    verlengd(huis, date(2027, 7, 1))
    assert vaste_delen(huis, Kwartaal(2027, 2)) == [Fraction(0)] + [Fraction(1200)] * 5


def test_a_transition_is_no_part_of_the_chain(huis: Huis) -> None:
    huis.amina.adviezen.update(soort=SoortAdvies.LDE_OVERGANG)
    verlengd(huis, date(2027, 4, 1))
    assert vaste_delen(huis, Kwartaal(2027, 2)) == [Fraction(1200)] * 5 + [Fraction(600)]


def test_why_says_which_count_was_used(client: Client, huis: Huis) -> None:
    verlengd(huis, date(2027, 4, 1))
    client.force_login(huis.coordinator)
    adres = f"/financiering/werknemers/{huis.amina.pk}/2027-K3/"
    uitleg = client.get(adres).context["waarom"].begeleidingspremie
    assert dict(uitleg.invoer)["Telling voor het vaste deel"] == (
        "kwartaal 10 van een keten die begon op 1 april 2025"
    )
    assert "zekerheid D" in uitleg.bron
    Regelparameter.objects.filter(code=Parametercode.BEGELEIDING_TELT_KETEN).update(
        waarde=Decimal(0)
    )
    uitleg = client.get(adres).context["waarom"].begeleidingspremie
    assert dict(uitleg.invoer)["Telling voor het vaste deel"] == (
        "kwartaal 2 van een advies dat begon op 1 april 2027"
    )
    assert dict(uitleg.invoer)["Vast deel"] == "€\u00a01.200,00"
