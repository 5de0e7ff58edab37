"""Lines above and below zero, with a band."""

from decimal import Decimal

import pytest

from gedeeld.grafiek import (
    Categorie,
    Lijnen,
    Waardeband,
    Waardelijn,
    lijngrafiek,
)

JAAR = tuple(Categorie(f"K{nummer}", "2027") for nummer in (1, 2, 3, 4))


def _waarden(*getallen: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(getal) for getal in getallen)


def _lijnen(*lijnen: Waardelijn, band: Waardeband | None = None) -> Lijnen:
    return Lijnen("Saldo", JAAR, lijnen, band)


def test_the_axis_has_round_values_and_zero() -> None:
    lijnen = _lijnen(Waardelijn("plan", _waarden(-30, 10, 40, 95)))
    assert tuple(lijnen.stappen) == _waarden(-50, 0, 50, 100)


@pytest.mark.parametrize("waarden", [(0, 0, 0, 0), (-5, -5, -5, -5), (7, 7, 7, 7)])
def test_a_flat_line_has_an_axis_too(waarden: tuple[int, ...]) -> None:
    stappen = _lijnen(Waardelijn("plan", _waarden(*waarden))).stappen
    assert 0 in stappen
    assert len(stappen) > 1
    assert stappen[0] <= min(waarden)
    assert stappen[-1] >= max(waarden)


def test_the_drawing_says_in_words_what_it_shows() -> None:
    midden = Waardelijn("middelste loting", _waarden(0, 0, 0, 0))
    band = Waardeband(
        "onzekerheid rond plan", _waarden(-9, -9, -9, -9), _waarden(9, 9, 9, 9), midden
    )
    lijnen = _lijnen(
        Waardelijn("plan", _waarden(1, -2, 3, 4)),
        Waardelijn("niets <doen>", _waarden(0, 0, 0, 0)),
        band=band,
    )
    svg = lijngrafiek(lijnen, "proef")
    assert "plan: 1 in 2027-K1, 4 in 2027-K4; het laagst is -2 in 2027-K2." in svg
    assert "niets &lt;doen&gt;" in svg
    assert "onzekerheid rond plan" in svg
    assert svg.count("<polygon") == 2, "The band, in both widths."
    assert 'id="proef-breed-titel"' in svg
    assert 'id="proef-smal-titel"' in svg


def test_without_lines_there_is_no_drawing() -> None:
    assert lijngrafiek(_lijnen(), "proef") == ""


def test_lines_that_cannot_be_drawn_are_refused() -> None:
    with pytest.raises(ValueError, match="één waarde per categorie"):
        _lijnen(Waardelijn("kort", _waarden(1)))
    with pytest.raises(ValueError, match="Hoogstens 3 lijnen"):
        _lijnen(*(Waardelijn(str(nummer), _waarden(1, 2, 3, 4)) for nummer in range(4)))
