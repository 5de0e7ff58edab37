"""How both sides judged a competence over time: rounds in order, a side that skips a round."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from tests.fabrieken import CompetentieFactory, CompetentiescoreFactory
from trajects.profiel.competentiebeeld import Competentieoordeel, laatste_oordeel, laatste_scores
from werknemers.models import Werknemer

LENTE, ZOMER, HERFST = date(2026, 3, 2), date(2026, 6, 1), date(2026, 9, 7)
Rij = list[tuple[date, int | None]]


@pytest.mark.parametrize(
    ("rij", "oordeel"),
    [
        ([], None),
        ([(LENTE, None), (ZOMER, None)], None),
        ([(LENTE, 2)], Competentieoordeel(2, LENTE)),
        ([(LENTE, 2), (ZOMER, 3)], Competentieoordeel(3, ZOMER, 2)),
        ([(LENTE, 2), (ZOMER, None)], Competentieoordeel(2, LENTE)),
        ([(LENTE, 2), (ZOMER, None), (HERFST, 4)], Competentieoordeel(4, HERFST, 2)),
        ([(LENTE, None), (ZOMER, 1), (HERFST, 1)], Competentieoordeel(1, HERFST, 1)),
    ],
)
def test_what_one_side_said_last(rij: Rij, oordeel: Competentieoordeel | None) -> None:
    assert laatste_oordeel(rij) == oordeel


@given(st.lists(st.tuples(st.dates(), st.none() | st.integers(1, 4)), max_size=12))
def test_silence_never_changes_what_was_said(rij: Rij) -> None:
    zonder = [(dag, score) for dag, score in rij if score is not None]
    oordeel = laatste_oordeel(rij)
    assert oordeel == laatste_oordeel(zonder)
    assert (oordeel is None) == (not zonder)


def test_the_latest_of_both_sides_may_come_from_different_rounds(amina: Werknemer) -> None:
    koken = CompetentieFactory(organisatie=amina.organisatie)
    for dag, begeleider, werknemer, voorbeeld in (
        (HERFST, 3, None, ""),
        (LENTE, 1, 2, "Zei dat de oven stuk was."),
        (ZOMER, 2, 4, "Kookte voor dertig mensen."),
    ):
        CompetentiescoreFactory(
            werknemer=amina,
            competentie=koken,
            datum=dag,
            score_begeleider=begeleider,
            score_werknemer=werknemer,
            voorbeeld=voorbeeld,
        )
    (beeld,) = laatste_scores(amina)
    assert [ronde.datum for ronde in beeld.ronden] == [LENTE, ZOMER, HERFST]
    assert (beeld.begeleider, beeld.werknemer) == (
        Competentieoordeel(3, HERFST, 2),
        Competentieoordeel(4, ZOMER, 2),
    )
    assert (beeld.datum, beeld.hoogste) == (HERFST, 4)
    assert beeld.met_voorbeeld is not None
    assert beeld.met_voorbeeld.voorbeeld == "Kookte voor dertig mensen."
    assert beeld.begeleider is not None
    assert beeld.begeleider.woorden == "3 · lukt zelfstandig"


@pytest.mark.parametrize("aantal", [1, 3])
def test_in_the_order_of_the_list_and_of_nobody_else(
    amina: Werknemer, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for plaats in reversed(range(aantal)):
        vak = CompetentieFactory(
            organisatie=amina.organisatie, volgorde=31 - aantal + plaats, actief=bool(plaats)
        )
        CompetentiescoreFactory(werknemer=amina, competentie=vak)
        CompetentiescoreFactory(competentie=vak)
    with django_assert_num_queries(1):
        beelden = laatste_scores(amina)
        assert [beeld.competentie.volgorde for beeld in beelden] == [28, 29, 30][-aantal:]
        assert all(beeld.ronden[0].door.volledige_naam for beeld in beelden)
