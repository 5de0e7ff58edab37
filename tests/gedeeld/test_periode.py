"""Half-open periods: every property that the rest of the application leans on."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gedeeld.periode import (
    Periode,
    dag_erna,
    dag_ervoor,
    hele_maanden,
    ketens,
    plus_dagen,
    plus_jaren,
    plus_maanden,
)

# Far enough from date.min and date.max for every sum below.
DAGEN = st.dates(date(1950, 1, 1), date(2150, 12, 31))
LENGTES = st.integers(1, 4000)


@st.composite
def perioden(draw: st.DrawFn) -> Periode:
    van = draw(DAGEN)
    einde = draw(st.none() | LENGTES)
    return Periode(van, None if einde is None else van + timedelta(days=einde))


@st.composite
def gesloten(draw: st.DrawFn) -> Periode:
    van = draw(DAGEN)
    return Periode(van, van + timedelta(days=draw(LENGTES)))


@given(van=DAGEN, lengte=st.integers(-400, 0))
def test_a_period_contains_at_least_one_day(van: date, lengte: int) -> None:
    with pytest.raises(ValueError, match="Een periode eindigt na haar begin"):
        Periode(van, van + timedelta(days=lengte))


@given(van=DAGEN, lengte=LENGTES)
def test_the_last_day_belongs_to_it_and_the_day_after_does_not(van: date, lengte: int) -> None:
    laatste = van + timedelta(days=lengte - 1)
    periode = Periode.tem(van, laatste)
    assert periode.tot == dag_erna(laatste)
    assert periode.laatste_dag == laatste
    assert periode.dagen == lengte
    assert van in periode
    assert laatste in periode
    assert dag_erna(laatste) not in periode
    assert dag_ervoor(van) not in periode


def test_one_day_is_said_once() -> None:
    dag = date(2026, 1, 8)
    assert str(Periode.tem(dag, dag)) == "08/01/2026"
    assert str(Periode.tem(dag, date(2026, 1, 9))) == "08/01/2026 t.e.m. 09/01/2026"


def test_an_open_end() -> None:
    periode = Periode.tem(date(2026, 1, 1), None)
    assert (periode.tot, periode.laatste_dag, periode.dagen) == (None, None, None)
    assert date(9999, 12, 31) in periode
    assert not periode.voorbij(date(9999, 12, 31))
    assert str(periode) == "01/01/2026 t.e.m. …"


@given(periode=gesloten(), dag=DAGEN)
def test_over_is_after_the_last_day(periode: Periode, dag: date) -> None:
    assert periode.laatste_dag is not None
    assert periode.voorbij(dag) == (dag > periode.laatste_dag)


@given(een=perioden(), twee=perioden())
def test_the_intersection_is_what_both_contain(een: Periode, twee: Periode) -> None:
    samen = een.doorsnede(twee)
    assert samen == twee.doorsnede(een)
    assert (samen is not None) == een.overlapt(twee)
    if samen is not None:
        assert een.omvat(samen)
        assert twee.omvat(samen)
        assert samen.van in een
        assert samen.van in twee


@given(een=perioden(), twee=perioden(), dag=DAGEN)
def test_the_intersection_day_by_day(een: Periode, twee: Periode, dag: date) -> None:
    samen = een.doorsnede(twee)
    assert (samen is not None and dag in samen) == (dag in een and dag in twee)


@given(een=perioden(), weg=st.lists(perioden(), max_size=4), dag=DAGEN)
def test_what_is_left_day_by_day(een: Periode, weg: list[Periode], dag: date) -> None:
    over = een.zonder(weg)
    assert any(dag in stuk for stuk in over) is (dag in een and not any(dag in p for p in weg))
    assert over == ketens(over)


@given(een=gesloten(), lengte=LENGTES)
def test_adjoining_is_not_overlapping(een: Periode, lengte: int) -> None:
    assert een.tot is not None
    volgende = Periode(een.tot, een.tot + timedelta(days=lengte))
    assert not een.overlapt(volgende)


@given(een=perioden(), twee=perioden())
def test_containing(een: Periode, twee: Periode) -> None:
    assert een.omvat(een)
    if een.omvat(twee) and twee.omvat(een):
        assert een == twee
    if een.omvat(twee):
        assert een.doorsnede(twee) == twee


@given(st.lists(perioden(), min_size=2, max_size=2))
def test_order_by_begin_then_by_end(paar: list[Periode]) -> None:
    een, twee = sorted(paar)
    assert een.van <= twee.van
    if een.van == twee.van and een.tot is None:
        assert twee.tot is None


@given(anker=DAGEN, maanden=st.integers(-600, 600))
def test_months_count_from_the_anchor(anker: date, maanden: int) -> None:
    dag = plus_maanden(anker, maanden)
    jaar, maand = divmod(anker.year * 12 + anker.month - 1 + maanden, 12)
    assert (dag.year, dag.month) == (jaar, maand + 1)
    assert dag.day == anker.day or (dag.day < anker.day and dag_erna(dag).day == 1)


def test_step_by_step_differs_from_counting_from_the_anchor() -> None:
    anker = date(2026, 1, 31)
    assert plus_maanden(anker, 1) == date(2026, 2, 28)
    assert plus_maanden(plus_maanden(anker, 1), 1) == date(2026, 3, 28)
    assert plus_maanden(anker, 2) == date(2026, 3, 31)


@given(anker=DAGEN, jaren=st.integers(-40, 40))
def test_a_year_is_twelve_months(anker: date, jaren: int) -> None:
    assert plus_jaren(anker, jaren) == plus_maanden(anker, 12 * jaren)


@given(anker=DAGEN, dagen=st.integers(-5000, 5000))
def test_days(anker: date, dagen: int) -> None:
    assert (plus_dagen(anker, dagen) - anker).days == dagen
    assert dag_ervoor(dag_erna(anker)) == anker


@given(van=DAGEN, maanden=st.integers(0, 600))
def test_whole_months_is_the_reverse(van: date, maanden: int) -> None:
    assert hele_maanden(van, plus_maanden(van, maanden)) >= maanden - 1
    if van.day <= 28:
        assert hele_maanden(van, plus_maanden(van, maanden)) == maanden
        assert hele_maanden(van, dag_ervoor(plus_maanden(van, maanden + 1))) == maanden


@given(van=DAGEN, dagen=st.integers(0, 20_000))
def test_whole_months_are_those_that_can_be_added(van: date, dagen: int) -> None:
    """Also on the last days of a month, and from 29 February on."""
    tot = plus_dagen(van, dagen)
    maanden = hele_maanden(van, tot)
    assert plus_maanden(van, maanden) <= tot < plus_maanden(van, maanden + 1)


@given(reeks=st.lists(perioden(), max_size=8))
def test_chains_are_apart_from_each_other_and_in_order(reeks: list[Periode]) -> None:
    resultaat = ketens(reeks)
    assert resultaat == sorted(resultaat)
    for vorige, volgende in pairwise(resultaat):
        assert vorige.tot is not None
        assert vorige.tot < volgende.van


@given(reeks=st.lists(perioden(), max_size=8), dag=DAGEN)
def test_chains_contain_the_same_days(reeks: list[Periode], dag: date) -> None:
    assert any(dag in keten for keten in ketens(reeks)) == any(dag in deel for deel in reeks)


@given(reeks=st.lists(perioden(), max_size=8))
def test_every_period_falls_in_exactly_one_chain(reeks: list[Periode]) -> None:
    resultaat = ketens(reeks)
    assert all(sum(keten.omvat(deel) for keten in resultaat) == 1 for deel in reeks)
    assert ketens(resultaat) == resultaat


@given(begin=DAGEN, lengtes=st.lists(LENGTES, min_size=1, max_size=6))
def test_adjoining_periods_become_one_chain(begin: date, lengtes: list[int]) -> None:
    reeks, van = [], begin
    for lengte in lengtes:
        reeks.append(Periode(van, van + timedelta(days=lengte)))
        van += timedelta(days=lengte)
    assert ketens(reversed(reeks)) == [Periode(begin, van)]


def test_a_gap_of_one_day_breaks_the_chain() -> None:
    eerste = Periode.tem(date(2024, 1, 1), date(2025, 12, 31))
    later = Periode.tem(date(2026, 1, 2), date(2026, 12, 31))
    assert ketens([later, eerste]) == [eerste, later]
