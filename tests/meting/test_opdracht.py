"""What `make bench` prints, and its exit code."""

from collections.abc import Iterator

import pytest

from tests.meting import __main__ as bench
from tests.meting import rijen
from tests.meting.rij import Banken, Regel, Rij, hoogstens


def _goed(_: Banken) -> Iterator[Regel]:
    yield Regel("gaat goed", (1.0,), (), hoogstens(2))


def _slecht(_: Banken) -> Iterator[Regel]:
    yield Regel("gaat slecht", (3.0,), (), hoogstens(2), uitleg=["coördinator /vandaag/"])


@pytest.fixture(autouse=True)
def _rijen(monkeypatch: pytest.MonkeyPatch) -> None:
    verzonnen = (
        Rij("goed", "wat goed gaat", _goed, leest_bank=False),
        Rij("slecht", "wat slecht gaat", _slecht, leest_bank=False),
    )
    monkeypatch.setattr(rijen, "RIJEN", verzonnen)


def test_a_limit_that_is_missed_gives_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([]) == 1
    uit = capsys.readouterr().out
    assert "    coördinator /vandaag/\n" in uit
    assert uit.endswith("- gaat slecht: 3,00 ms, de grens is ≤ 2,00\n")


def test_only_the_rows_that_are_named_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["goed"]) == 0
    uit = capsys.readouterr().out
    assert "gaat slecht" not in uit
    assert uit.endswith("Alle grenzen zijn gehaald.\n")


def test_a_name_that_is_no_row_is_a_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["goed", "niets"]) == 2
    assert capsys.readouterr().err == (
        "Deze rijen zijn er niet: niets. Bekijk ze met ARGS=--lijst.\n"
    )


def test_the_list_names_each_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["--lijst"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "goed          wat goed gaat",
        "slecht        wat slecht gaat",
    ]
