"""The table of `make bench`, and what it comes down to, on rows that were made up."""

import pytest

from tests.meting.rij import Banken, Grens, Regel, Rij, erbij, hoogstens, keer, minstens_keer
from tests.meting.tabel import KOP, regel_tekst, slot


@pytest.mark.parametrize(
    ("gemeten", "kaal", "grens", "waarde", "gehaald"),
    [
        ((3.0, 8.0, 9.0), (2.0, 2.0, 3.0), keer(3), 3.0, True),
        ((3.0, 8.0, 9.5), (2.0, 2.0, 3.0), keer(3), 9.5 / 3, False),
        ((40.0, 30.0, 90.0), (100.0, 100.0, 100.0), minstens_keer(0.4), 0.4, True),
        ((39.0, 30.0, 90.0), (100.0, 100.0, 100.0), minstens_keer(0.4), 0.39, False),
        ((50.0, 60.0), (15.0, 15.0), erbij(40), 40.0, True),
        ((51.0, 60.0), (15.0, 15.0), erbij(40), 40.5, False),
        ((299.0, 300.0, 900.0), (), hoogstens(300), 300.0, True),
        ((301.0,), (), hoogstens(300), 301.0, False),
        ((7.0,), (), None, 7.0, True),
        ((8.0,), (4.0,), None, 2.0, True),
    ],
)
def test_the_median_of_the_pairs_is_judged(
    gemeten: tuple[float, ...],
    kaal: tuple[float, ...],
    grens: Grens | None,
    waarde: float,
    gehaald: bool,
) -> None:
    regel = Regel("iets", gemeten, kaal, grens)
    assert regel.waarde == pytest.approx(waarde)
    assert regel.gehaald is gehaald


def test_a_line_gives_all_figures() -> None:
    regel = Regel("nacht", (1234.4, 20.3, 3.333), (10, 10, 10), keer(1.5))
    cijfers = regel_tekst(regel).split()
    assert cijfers == ["nacht", "(ms)", "3,33", "20,3", "1234", "10,0", "2,03", "×", "≤", "1,50",
                       "×", "NIET", "GEHAALD"]  # fmt: skip
    assert regel_tekst(Regel("wat", (1.0,))).split() == ["wat", "(ms)", *["1,00"] * 4, "–"]
    assert len(KOP) == len(regel_tekst(Regel("wat", (1.0,), (1.0,), keer(1))))


def test_the_last_words_name_what_is_not_met() -> None:
    goed, slecht = Regel("a", (1.0,), (1.0,), keer(1)), Regel("b", (400.0,), (), hoogstens(300))
    assert slot([goed]) == "Alle grenzen zijn gehaald."
    assert slot([goed, slecht]).splitlines() == [
        "1 grens is niet gehaald. Is de machine druk? Meet dan opnieuw.",
        "- b: 400,0 ms, de grens is ≤ 300,0",
    ]
    assert slot([slecht, slecht]).startswith("2 grenzen zijn niet gehaald.")


def test_a_row_may_give_several_lines(banken: Banken) -> None:
    rij = Rij("nacht", "de nacht", lambda _: [Regel("eerst", (1.0,)), Regel("weer", (1.0,))])
    assert [regel.wat for regel in rij.meet(banken)] == ["eerst", "weer"]
