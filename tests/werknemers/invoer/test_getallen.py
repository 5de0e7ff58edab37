"""Fractions and amounts are exact, whatever Excel and people make of them."""

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gedeeld.weergeven import bedrag as toon_bedrag
from werknemers.domein.invoer.cel import CEL_FOUT, Cel
from werknemers.domein.invoer.getallen import lees_bedrag, lees_breuk, lees_dagen, lees_loon
from werknemers.domein.invoer.meldingen import Onleesbaar

CENTEN = st.decimals(0, Decimal("99999.99"), places=2)


@pytest.mark.parametrize(
    ("cel", "breuk"),
    [
        (0.8, "0.8"),
        (1, "1"),
        (1.0, "1"),
        (0.1 + 0.2, "0.3"),
        (1.0000000000000002, "1"),
        ("0,8", "0.8"),
        ("0.8", "0.8"),
        (" 1 ", "1"),
        ("80%", "0.8"),
        ("80 %", "0.8"),
        ("52,5 %", "0.525"),
        ("100%", "1"),
        ("30,4/38", "0.8"),
        ("30.4 / 38", "0.8"),
        ("4/5", "0.8"),
        ("25/38", "0.657895"),
        ("38/38", "1"),
    ],
)
def test_fractions(cel: Cel, breuk: str) -> None:
    assert lees_breuk(cel) == Decimal(breuk)


@pytest.mark.parametrize(
    ("cel", "code"),
    [
        (1.4, "breuk_te_groot"),
        ("1,4", "breuk_te_groot"),
        ("140%", "breuk_te_groot"),
        ("39/38", "breuk_te_groot"),
        (80, "breuk_te_groot"),
        ("80", "breuk_te_groot"),
        (0, "breuk_niet_positief"),
        (-0.5, "breuk_niet_positief"),
        ("-0,5", "breuk_niet_positief"),
        ("0/38", "breuk_niet_positief"),
        (0.0000001, "breuk_niet_positief"),
        ("30/0", "breuk_onleesbaar"),
        ("voltijds", "breuk_onleesbaar"),
        ("1/2/3", "breuk_onleesbaar"),
        ("0,8 %%", "breuk_onleesbaar"),
        ("", "breuk_onleesbaar"),
        (float("nan"), "breuk_onleesbaar"),
        (float("inf"), "breuk_onleesbaar"),
        (date(2026, 5, 4), "celsoort"),
        (True, "celsoort"),
        (CEL_FOUT, "excel_fout"),
    ],
)
def test_what_is_no_fraction_is_refused(cel: Cel, code: str) -> None:
    with pytest.raises(Onleesbaar) as weigering:
        lees_breuk(cel)
    assert weigering.value.code == code


@pytest.mark.parametrize("cel", [80, 80.0, "80"])
def test_eighty_gets_a_hint(cel: Cel) -> None:
    with pytest.raises(Onleesbaar, match="Bedoel je 80 %\\? Schrijf dan 80%"):
        lees_breuk(cel)


def test_a_fraction_that_excel_read_as_a_date_says_so() -> None:
    with pytest.raises(Onleesbaar, match=r"Excel las hier de datum 04/05/2026.*opmaak"):
        lees_breuk(date(2026, 5, 4))


@pytest.mark.parametrize(
    ("cel", "bedrag"),
    [
        (2065.04, "2065.04"),
        (2065, "2065"),
        (2154.1149999, "2154.11"),
        (2154.115, "2154.12"),
        (0, "0"),
        ("€ 2.154,11", "2154.11"),
        ("€\u00a02.154,11", "2154.11"),
        ("2.154,11 €", "2154.11"),
        ("EUR 2154,11", "2154.11"),
        ("2154,11 euro", "2154.11"),
        ("2154,11", "2154.11"),
        ("2154.11", "2154.11"),
        ("2.154", "2154"),
        ("12.154", "12154"),
        ("2 154,11", "2154.11"),
        ("2\u202f154,11", "2154.11"),
        ("2,154.11", "2154.11"),
        ("2.154,-", "2154"),
        ("2154,1133", "2154.11"),
        ("2154.5", "2154.5"),
        ("0", "0"),
    ],
)
def test_amounts(cel: Cel, bedrag: str) -> None:
    gelezen = lees_bedrag(cel)
    assert gelezen == Decimal(bedrag)
    assert gelezen.as_tuple().exponent == -2


@pytest.mark.parametrize(
    ("cel", "code"),
    [
        (-10, "bedrag_negatief"),
        (-10.0, "bedrag_negatief"),
        ("-10", "bedrag_negatief"),
        ("- € 2.154,11", "bedrag_negatief"),
        ("€ -10", "bedrag_negatief"),
        ("(2154,11)", "bedrag_negatief"),
        ("2154,11-", "bedrag_negatief"),
        ("2,154", "bedrag_dubbelzinnig"),
        (215411, "bedrag_te_hoog"),
        ("215411", "bedrag_te_hoog"),
        ("9" * 400, "bedrag_te_hoog"),
        (1e300, "bedrag_te_hoog"),
        ("tweeduizend", "bedrag_onleesbaar"),
        ("2.15.4", "bedrag_onleesbaar"),
        ("$ 2154", "bedrag_onleesbaar"),
        ("€", "bedrag_onleesbaar"),
        (float("nan"), "bedrag_onleesbaar"),
        (float("inf"), "bedrag_onleesbaar"),
        (date(2026, 5, 4), "celsoort"),
    ],
)
def test_what_is_no_amount_is_refused(cel: Cel, code: str) -> None:
    with pytest.raises(Onleesbaar) as weigering:
        lees_bedrag(cel)
    assert weigering.value.code == code


@pytest.mark.parametrize("cel", [0, 0.0, "0", "€ 0,00"])
def test_a_wage_of_nothing_is_a_slip(cel: Cel) -> None:
    assert lees_bedrag(cel) == 0
    with pytest.raises(Onleesbaar, match="loon van 0 euro kan niet kloppen"):
        lees_loon(cel)
    assert lees_loon("2154,11") == Decimal("2154.11")


@given(CENTEN)
def test_an_amount_survives_excel_and_its_own_display(bedrag: Decimal) -> None:
    assert lees_bedrag(float(bedrag)) == bedrag
    assert lees_bedrag(toon_bedrag(bedrag)) == bedrag
    assert lees_bedrag(f"{bedrag}") == bedrag
    assert lees_bedrag(f"{bedrag}".replace(".", ",")) == bedrag


@given(st.decimals(Decimal("0.000001"), 1, places=6))
def test_a_fraction_survives_excel_and_a_percentage(breuk: Decimal) -> None:
    assert lees_breuk(float(breuk)) == breuk
    assert lees_breuk(f"{breuk * 100:f}%".replace(".", ",")) == breuk
    assert lees_breuk(f"{breuk * 38:f}/38".replace(".", ",")) == breuk


@given(st.text(max_size=20) | st.floats() | st.integers())
def test_anything_else_is_a_value_or_a_sentence(cel: Cel) -> None:
    with contextlib.suppress(Onleesbaar):
        assert 0 < lees_breuk(cel) <= 1
    with contextlib.suppress(Onleesbaar):
        assert 0 <= lees_bedrag(cel) < 100_000


@pytest.mark.parametrize(
    ("getypt", "dagen"), [("4", "4"), ("2,5", "2.5"), (" 0.25 ", "0.25"), ("1,005", "1.01")]
)
def test_days(getypt: str, dagen: str) -> None:
    assert lees_dagen(getypt) == Decimal(dagen)


@pytest.mark.parametrize("getypt", ["", "-1", "1000", "drie", "1,", "²"])
def test_what_is_no_number_of_days(getypt: str) -> None:
    with pytest.raises(Onleesbaar) as weigering:
        lees_dagen(getypt)
    assert weigering.value.code == "dagen_onleesbaar"
