"""Dates, amounts and spans as people in Flanders write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template

from gedeeld import weergeven
from gedeeld.periode import Periode


def test_dates() -> None:
    dag = date(2026, 11, 3)
    assert weergeven.datum_voluit(dag) == "3 november 2026"
    assert weergeven.datum_met_dag(dag) == "dinsdag 3 november 2026"
    assert weergeven.datum_kort(dag) == "03/11/2026"


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("1234.56", "€\u00a01.234,56"),
        ("0", "€\u00a00,00"),
        ("0.005", "€\u00a00,01"),
        ("-1234567.891", "−\u00a0€\u00a01.234.567,89"),
    ],
)
def test_amounts(waarde: str, tekst: str) -> None:
    assert weergeven.bedrag(Decimal(waarde)) == tekst


def test_a_line_never_ends_inside_an_amount() -> None:
    for waarde in (Decimal("1234.56"), Decimal("-1234.56")):
        for tekst in (weergeven.bedrag(waarde), weergeven.bedrag_rond(waarde)):
            assert " " not in tekst
            assert weergeven.met_gewone_spaties(tekst) == tekst.replace("\u00a0", " ") != tekst


@pytest.mark.parametrize(
    ("breuk", "tekst"), [("0.8", "80 %"), ("1", "100 %"), ("0.8125", "81,25 %"), ("0.05", "5 %")]
)
def test_percentages(breuk: str, tekst: str) -> None:
    assert weergeven.procent(Decimal(breuk)) == tekst


@pytest.mark.parametrize(
    ("tot", "tekst"),
    [
        (date(2026, 11, 24), "1 dag"),
        (date(2026, 12, 22), "29 dagen"),
        (date(2026, 12, 23), "1 maand"),
        (date(2028, 11, 22), "23 maanden"),
        (date(2028, 11, 23), "2 jaar"),
        (date(2029, 2, 23), "2 jaar en 3 maanden"),
        (date(2029, 12, 23), "3 jaar en 1 maand"),
    ],
)
def test_duration(tot: date, tekst: str) -> None:
    assert weergeven.duur(date(2026, 11, 23), tot) == tekst


@pytest.mark.parametrize(
    ("laatste_dag", "tekst"),
    [
        (date(2027, 6, 30), "nog 7 maanden"),
        (date(2026, 11, 24), "nog 2 dagen"),
        (date(2026, 11, 23), "vandaag is de laatste dag"),
        (date(2026, 11, 22), "1 dag voorbij"),
        (date(2026, 11, 20), "3 dagen voorbij"),
        (date(2026, 9, 30), "1 maand voorbij"),
    ],
)
def test_how_far_the_end_is(laatste_dag: date, tekst: str) -> None:
    assert weergeven.nog_tot(date(2026, 11, 23), laatste_dag) == tekst


@pytest.mark.parametrize(
    ("filters", "waarde", "tekst"),
    [
        ("datum", date(2026, 11, 23), "23 november 2026"),
        ("datum_kort", date(2026, 11, 23), "23/11/2026"),
        ("datum_met_dag", date(2026, 11, 23), "maandag 23 november 2026"),
        ("bedrag", Decimal("3.5"), "€\u00a03,50"),
        ("procent", Decimal("0.4"), "40 %"),
        ("tijdstip", datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "2 juli 2026 om 00:30"),
        ("datum", datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "2 juli 2026"),
        ("laatste_dag|datum", Periode(date(2026, 1, 1), date(2026, 4, 1)), "31 maart 2026"),
        ("laatste_dag|datum", Periode(date(2026, 1, 1)), ""),
    ],
)
def test_in_a_template(filters: str, waarde: object, tekst: str) -> None:
    bron = f"{{% load weergave %}}{{{{ waarde|{filters} }}}}"
    assert Template(bron).render(Context({"waarde": waarde})) == tekst


@pytest.mark.parametrize(
    "naam", ["datum", "datum_kort", "datum_met_dag", "tijdstip", "bedrag", "procent"]
)
def test_nothing_stays_nothing(naam: str) -> None:
    bron = f"{{% load weergave %}}{{{{ waarde|{naam} }}}}"
    assert Template(bron).render(Context({"waarde": None})) == ""


@pytest.mark.parametrize(
    ("van", "tot", "woorden"),
    [
        ("2026-12-03", "2026-12-04", "op 3 december 2026"),
        ("2026-12-03", "2026-12-08", "van 3 t.e.m. 7 december 2026"),
        ("2026-11-30", "2026-12-08", "van 30 november t.e.m. 7 december 2026"),
        ("2026-12-28", "2027-01-03", "van 28 december 2026 t.e.m. 2 januari 2027"),
        ("2025-12-03", "2026-12-08", "van 3 december 2025 t.e.m. 7 december 2026"),
        ("2026-12-03", None, "vanaf 3 december 2026"),
    ],
)
def test_the_days_of_a_period_in_words(van: str, tot: str | None, woorden: str) -> None:
    periode = Periode(date.fromisoformat(van), date.fromisoformat(tot) if tot else None)
    assert weergeven.dagen_in_woorden(periode) == woorden
