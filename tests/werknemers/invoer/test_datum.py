"""Dates as Excel keeps them and as people type them."""

import contextlib
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gedeeld.weergeven import MAANDEN
from werknemers.domein.invoer.cel import CEL_FOUT, Cel
from werknemers.domein.invoer.datum import lees_datum, lees_einde
from werknemers.domein.invoer.meldingen import Onleesbaar

DATUMS = st.dates(date(1901, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "cel",
    [
        date(2026, 12, 31),
        datetime(2026, 12, 31, 14, 5),  # noqa: DTZ001 - a cell has no time zone
        46387,
        46387.0,
        46387.99,
        "31/12/2026",
        "31-12-2026",
        "31.12.2026",
        " 31 / 12 / 2026 ",
        "31/12/2026 00:00:00",
        "31/12/2026 0:00",
        "2026-12-31",
        "2026-12-31T00:00:00",
        "2026/12/31",
        "31 december 2026",
        "31 dec. 2026",
        "31 Dec 2026",
        "31-dec-2026",
        "31  DECEMBER\u00a02026",
        "do 31/12/2026",
        "donderdag 31 december 2026",
        "Do. 31-12-2026",
        "31／12／2026",
    ],
)
def test_one_date_in_many_forms(cel: Cel) -> None:
    assert lees_datum(cel) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("cel", "code"),
    [
        ("31/02/2025", "datum_onbestaand"),
        ("29/02/2025", "datum_onbestaand"),
        ("12/31/2026", "datum_onbestaand"),
        ("0/12/2026", "datum_onbestaand"),
        ("31 juni 2026", "datum_onbestaand"),
        ("2026-02-30", "datum_onbestaand"),
        ("31/12/26", "datum_jaartal_kort"),
        ("3 juli 23", "datum_jaartal_kort"),
        ("3 juli '23", "datum_jaartal_kort"),
        ("31/12/1826", "datum_jaartal"),
        ("31/12/2626", "datum_jaartal"),
        (date(1899, 1, 1), "datum_jaartal"),
        ("2026", "datum_enkel_jaartal"),
        ("1985", "datum_enkel_jaartal"),
        (1985, "datum_enkel_jaartal"),
        (1985.0, "datum_enkel_jaartal"),
        (date(1905, 6, 7), "datum_enkel_jaartal"),
        (datetime(1905, 6, 7), "datum_enkel_jaartal"),  # noqa: DTZ001 - a cell has no time zone
        ("12/2026", "datum_zonder_dag"),
        ("2026-12", "datum_zonder_dag"),
        (730, "datum_onleesbaar"),
        (2101, "datum_onleesbaar"),
        ("31/12/2026 (verlengd)", "datum_onleesbaar"),
        ("?", "datum_onleesbaar"),
        ("31-12/2026", "datum_onleesbaar"),
        ("3 july 2026", "datum_onleesbaar"),
        ("onbepaald", "datum_onleesbaar"),
        ("46387", "datum_onleesbaar"),
        (20261231, "datum_onleesbaar"),
        (-5, "datum_onleesbaar"),
        (12.5, "datum_onleesbaar"),
        (float("nan"), "datum_onleesbaar"),
        (float("inf"), "datum_onleesbaar"),
        (True, "celsoort"),
        (time(12, 30), "celsoort"),
        (timedelta(days=2), "celsoort"),
        (CEL_FOUT, "excel_fout"),
    ],
)
def test_what_is_no_date_is_refused(cel: Cel, code: str) -> None:
    with pytest.raises(Onleesbaar) as weigering:
        lees_datum(cel)
    assert weigering.value.code == code
    assert weigering.value.zin.endswith(".")


@pytest.mark.parametrize(
    "cel",
    [
        "onbepaald", "Onbep.", "onb.", "heden", "tot heden", "lopend", "Loopt nog", "∞", "geen",
        "geen einde", "OD", "vast contract", "nog in dienst",
    ],
)  # fmt: skip
def test_an_end_may_be_open_in_words(cel: Cel) -> None:
    assert lees_einde(cel) is None


@pytest.mark.parametrize("cel", ["?", "2026", "31/12/26", "bepaald", "eind december", 730])
def test_other_words_are_no_open_end(cel: Cel) -> None:
    with pytest.raises(Onleesbaar):
        lees_einde(cel)


def test_the_end_of_a_contract_is_a_date_like_any_other() -> None:
    assert lees_einde("31/12/2026") == date(2026, 12, 31)


def test_a_year_in_a_cell_for_dates_is_recognised() -> None:
    with pytest.raises(Onleesbaar, match=r"07/06/1905.*alleen het jaartal 1985\?"):
        lees_datum(date(1905, 6, 7))


def test_the_sentence_names_the_value() -> None:
    with pytest.raises(Onleesbaar, match=r"^De datum 31/02/2025 bestaat niet\. "):
        lees_datum("31/02/2025")


@given(DATUMS)
def test_every_date_survives_every_form(datum: date) -> None:
    maand = MAANDEN[datum.month - 1]
    for tekst in (
        f"{datum:%d/%m/%Y}",
        f"{datum.day}-{datum.month}-{datum:%Y}",
        datum.isoformat(),
        f"{datum.day} {maand} {datum.year}",
        f"{datum.day} {maand[:3]}. {datum.year}"
        if maand != "maart"
        else f"{datum.day} mrt {datum.year}",
    ):
        assert lees_datum(tekst) == datum
    if datum.year >= 1920:
        assert lees_datum((datum - date(1899, 12, 30)).days) == datum


@given(st.text(max_size=30) | st.floats() | st.integers())
def test_anything_else_is_a_date_or_a_sentence(cel: Cel) -> None:
    with contextlib.suppress(Onleesbaar):
        assert 1900 <= lees_datum(cel).year <= 2100
