"""Lines above and below zero, with a band."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from gedeeld.grafiek import (
    Categorie,
    Lijnen,
    Waardeband,
    Waardelijn,
    lijngrafiek,
)

SVG = "{http://www.w3.org/2000/svg}"
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
    with pytest.raises(ValueError, match="één waarde per categorie"):
        _lijnen(Waardelijn("kort", _waarden(1, 2, 3, 4), ("/een/",)))
    with pytest.raises(ValueError, match="Hoogstens 3 lijnen"):
        _lijnen(*(Waardelijn(str(nummer), _waarden(1, 2, 3, 4)) for nummer in range(4)))


def test_every_quarter_and_every_point_is_a_link_with_its_words() -> None:
    jaar = tuple(Categorie(naam.naam, naam.groep, f"#k{nr}") for nr, naam in enumerate(JAAR))
    plan = Waardelijn(
        "plan",
        _waarden(1, -2, 3, 4),
        tuple(f"/plan/{nr}?a=1&b=2" for nr in range(4)),
        ("1 job", "2 jobs", "3 jobs", "geen job"),
    )
    niets = Waardelijn("niets", _waarden(0, 0, 0, 0))
    figuur = lijngrafiek(Lijnen("Saldo", jaar, (plan, niets)), "proef")
    for tekening in ElementTree.fromstring(figuur).iter(f"{SVG}svg"):  # noqa: S314 - our own text
        assert tekening.get("role") == "group"
        links = {a.get("href"): a.findtext(f"{SVG}title") for a in tekening.iter(f"{SVG}a")}
        assert links["/plan/1?a=1&b=2"] == "2027-K2, plan: -2, 2 jobs"
        assert links["#k3"] == "2027-K4"
        assert len(links) == 8
    stil = lijngrafiek(_lijnen(niets), "proef")
    assert 'role="img"' in stil
    assert "<a" not in stil
