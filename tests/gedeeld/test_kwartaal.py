"""Quarters: the arithmetic of premiums and money."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import dag_erna, plus_maanden

DAGEN = st.dates(date(1950, 1, 1), date(2150, 12, 31))
KWARTALEN = st.builds(Kwartaal, st.integers(1950, 2150), st.integers(1, 4))
AANTALLEN = st.integers(-200, 200)


@given(dag=DAGEN)
def test_elke_dag_ligt_in_precies_een_kwartaal(dag: date) -> None:
    kwartaal = Kwartaal.van(dag)
    assert dag in kwartaal.periode
    assert dag not in (kwartaal + 1).periode
    assert dag not in (kwartaal + -1).periode
    assert kwartaal.eerste_dag <= dag <= kwartaal.laatste_dag


@given(kwartaal=KWARTALEN)
def test_een_kwartaal_duurt_drie_maanden_en_sluit_aan(kwartaal: Kwartaal) -> None:
    assert (kwartaal + 1).eerste_dag == plus_maanden(kwartaal.eerste_dag, 3)
    assert (kwartaal + 1).eerste_dag == dag_erna(kwartaal.laatste_dag)
    assert (kwartaal + 1).periode.van == kwartaal.periode.tot
    assert kwartaal.periode.dagen in {90, 91, 92}
    assert Kwartaal.van(kwartaal.eerste_dag) == Kwartaal.van(kwartaal.laatste_dag) == kwartaal


@given(kwartaal=KWARTALEN, aantal=AANTALLEN)
def test_optellen_en_aftrekken_heffen_elkaar_op(kwartaal: Kwartaal, aantal: int) -> None:
    later = kwartaal + aantal
    assert later - kwartaal == aantal
    assert kwartaal - later == -aantal
    assert later + -aantal == kwartaal
    assert (later > kwartaal) == (aantal > 0)


@given(kwartaal=KWARTALEN, een=AANTALLEN, twee=AANTALLEN)
def test_optellen_in_twee_keer_is_optellen_in_een(kwartaal: Kwartaal, een: int, twee: int) -> None:
    assert (kwartaal + een) + twee == kwartaal + (een + twee)


@given(kwartaal=KWARTALEN)
def test_schrijven_en_lezen(kwartaal: Kwartaal) -> None:
    assert Kwartaal.lees(str(kwartaal)) == kwartaal
    assert Kwartaal.lees(f" {kwartaal} ") == kwartaal


@given(een=KWARTALEN, twee=KWARTALEN)
def test_de_volgorde_is_die_van_de_tijd(een: Kwartaal, twee: Kwartaal) -> None:
    assert (een < twee) == (een.eerste_dag < twee.eerste_dag)


@pytest.mark.parametrize("tekst", ["", "2026", "2026-K5", "2026-K0", "26-K1", "2026-k1", "K1-2026"])
def test_wat_geen_kwartaal_is(tekst: str) -> None:
    with pytest.raises(ValueError, match="Schrijf het zo: 2026-K4"):
        Kwartaal.lees(tekst)


@pytest.mark.parametrize("nummer", [0, 5, -1])
def test_een_jaar_heeft_vier_kwartalen(nummer: int) -> None:
    with pytest.raises(ValueError, match="kwartaal 1 tot en met 4"):
        Kwartaal(2026, nummer)
