"""A reference wage beside the contracts of its quarter, and a wage beside the minimum."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.domein.parameters import Parameterverloop
from regels.models import Regelparameter
from tests.dagen import VANDAAG
from tests.werknemers.blad import plat
from werknemers.domein.loonvergelijking import Loondeel, beoordeel, bruto_in
from werknemers.domein.minimumloon import minimumloon, onder_minimum, vreemd_loon

K3 = Kwartaal(2026, 3)
LOPEND = Periode(date(2025, 6, 1))
HEEL = Loondeel(Periode(date(2024, 1, 1)), Decimal(2000))


def _ver(bedrag: str, *delen: Loondeel, met_uren: bool = False) -> str:
    oordeel = beoordeel(K3, Decimal(bedrag), delen or [HEEL], met_uren=met_uren, op=VANDAAG)
    return plat(oordeel.ver)


@pytest.mark.parametrize(
    ("bedrag", "met_uren"),
    [("6000", False), ("7512.34", False), ("9000", False), ("3000", True), ("9000", True)],
)
def test_from_the_gross_wage_to_half_more_there_is_nothing_to_say(
    bedrag: str, met_uren: bool
) -> None:
    """With the paid hours from half of it: they say why it is less."""
    assert _ver(bedrag, met_uren=met_uren) == ""


@pytest.mark.parametrize(
    ("bedrag", "met_uren", "hoe"),
    [
        ("5999.99", False, "is minder dan het brutoloon"),
        ("2999.99", True, "is minder dan de helft van het brutoloon"),
        ("9000.01", False, "is meer dan anderhalve keer het brutoloon"),
        ("9000.01", True, "is meer dan anderhalve keer het brutoloon"),
    ],
)
def test_beyond_it_somebody_has_to_look(bedrag: str, met_uren: bool, hoe: str) -> None:
    zin = _ver(bedrag, met_uren=met_uren)
    assert hoe in zin
    assert "brutoloon van 2026-K3 volgens het contract (€ 6.000,00)" in zin
    assert ("vul die dan in" in zin) == (bedrag == "5999.99")


def test_a_contract_of_part_of_the_quarter_counts_by_its_days() -> None:
    half = Loondeel(Periode(date(2026, 8, 16)), Decimal(2000))
    assert bruto_in(K3, [half]) == Fraction(6000) * 46 / 92
    assert _ver("3000", half) == ""
    assert _ver("4500.01", half) != ""


def test_two_contracts_add_up() -> None:
    tweede = Loondeel(Periode(date(2025, 1, 1)), Decimal(1000))
    assert bruto_in(K3, [HEEL, tweede]) == 9000
    assert _ver("8999.99", HEEL, tweede) != ""


def test_a_quarter_without_a_contract_is_refused() -> None:
    later = Loondeel(Periode(date(2026, 10, 1)), Decimal(2000))
    oordeel = beoordeel(K3, Decimal(6000), [later], met_uren=False, op=VANDAAG)
    assert oordeel.weigering.startswith("In 2026-K3 liep er geen contract.")


def test_a_quarter_that_has_not_begun_is_refused() -> None:
    oordeel = beoordeel(Kwartaal(2027, 1), Decimal(6000), [HEEL], met_uren=False, op=VANDAAG)
    assert oordeel.weigering == "2027-K1 is nog niet begonnen. Kijk het kwartaal na."


def test_a_quarter_that_still_runs_is_told() -> None:
    oordeel = beoordeel(Kwartaal(2026, 4), Decimal(6000), [HEEL], met_uren=False, op=VANDAAG)
    assert oordeel.opmerking.startswith("2026-K4 loopt nog")


@pytest.mark.parametrize("loon", [None, Decimal(0)])
def test_without_a_wage_there_is_nothing_to_compare_and_that_is_told(loon: Decimal | None) -> None:
    zonder = Loondeel(Periode(date(2024, 1, 1)), loon)
    oordeel = beoordeel(K3, Decimal(1), [HEEL, zonder], met_uren=False, op=VANDAAG)
    assert (oordeel.weigering, oordeel.ver) == ("", "")
    assert oordeel.opmerking.startswith("In het contract staat geen loon.")


def _verloop() -> Parameterverloop:
    rijen = [("2000.00", Periode(date(2025, 1, 1), date(2026, 7, 1))),
             ("2233.61", Periode(date(2026, 7, 1)))]  # fmt: skip
    return Parameterverloop(
        tuple(Regelparameter(code="ggmmi", waarde=Decimal(w), geldig=g) for w, g in rijen)
    )


def _laag(breuk: str, loon: str | None, periode: Periode = LOPEND) -> str:
    bruto = None if loon is None else Decimal(loon)
    return plat(onder_minimum(periode, Decimal(breuk), bruto, verloop=_verloop(), op=VANDAAG))


def test_a_wage_under_the_minimum_is_remarked_for_its_fraction() -> None:
    assert minimumloon(Decimal("0.8"), Decimal("2233.61")) == Decimal("1786.89")
    assert _laag("0.8", "1786.88") == (
        "Dit loon ligt onder het gewaarborgd minimum (€ 1.786,89) voor een job van 0,8."
    )
    assert _laag("0.8", "1786.89") == ""
    assert _laag("1", "2233.60").endswith("(€ 2.233,61) voor een voltijdse job.")


def test_the_minimum_of_today_counts_or_of_the_nearest_day_of_the_contract() -> None:
    voorbij = Periode(date(2025, 1, 1), date(2026, 6, 1))
    assert _laag("1", "2100") != ""
    assert _laag("1", "2100", voorbij) == ""
    assert "€ 2.000,00" in _laag("1", "1999", voorbij)
    assert _laag("1", "2100", Periode(date(2027, 1, 1))) != ""


def test_without_a_wage_or_a_known_minimum_nothing_is_said() -> None:
    assert _laag("1", None) == ""
    lang_geleden = Periode(date(2020, 1, 1), date(2020, 6, 1))
    assert _laag("1", "1", lang_geleden) == ""


@pytest.mark.parametrize(
    ("breuk", "loon", "zin"),
    [
        ("1", "2233.61", ""),
        ("1", "1116.81", ""),
        ("1", "1116.80", "Het loon (€ 1.116,80) is minder dan de helft van het gewaarborgd"),
        ("1", "6700.83", ""),
        ("1", "6700.84", "Het loon (€ 6.700,84) is meer dan drie keer het gewaarborgd minimum"),
        ("0.8", "21005.00", "(€ 1.786,89) voor een job van 0,8. Kijk het loon en de breuk na."),
        ("0.8", None, ""),
    ],
)
def test_a_wage_far_from_the_minimum_is_asked_about(breuk: str, loon: str | None, zin: str) -> None:
    bruto = None if loon is None else Decimal(loon)
    gevonden = plat(vreemd_loon(LOPEND, Decimal(breuk), bruto, verloop=_verloop(), op=VANDAAG))
    assert zin in gevonden
    assert bool(zin) == bool(gevonden)
