"""People as columns: the same people come out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from financiering.domein.rekenmodel.mensen import Mensen, samen
from financiering.domein.rekenmodel.pakket import Pakket
from financiering.domein.rekenmodel.persoon import Contract, Persoon
from financiering.domein.rekenmodel.scenario import Basis, Rekenscenario, pas_toe
from financiering.domein.rekenmodel.stand import Stand
from financiering.domein.rekenmodel.vervanging import Vervanging
from gedeeld.periode import Periode, plus_dagen
from tests.financiering.bouwstenen import K4, advies, contract, persoon

DIENSTEN = ("Klus", "Poets", "Strijk")


@st.composite
def contracten(draw: st.DrawFn) -> Contract:
    van = draw(st.dates(date(2026, 6, 1), date(2030, 1, 1)))
    lengte = draw(st.none() | st.integers(1, 900))
    return Contract(
        draw(st.sampled_from(DIENSTEN)),
        Periode(van, None if lengte is None else plus_dagen(van, lengte)),
        draw(st.decimals(Decimal("0.000001"), Decimal(1), places=6)),
        draw(st.decimals(Decimal(0), Decimal("6000.00"), places=2)),
    )


@st.composite
def groepen(draw: st.DrawFn) -> tuple[Persoon, ...]:
    return tuple(
        Persoon(
            str(nummer),
            f"Werknemer {nummer}",
            tuple(draw(st.lists(contracten(), min_size=1, max_size=3))),
            draw(st.sampled_from([(), (advies(),), (advies(K4 + -3, niveau=""), advies(K4 + 17))])),
        )
        for nummer in range(draw(st.integers(1, 4)))
    )


@settings(max_examples=100, deadline=None)
@given(groepen())
def test_who_goes_into_columns_comes_out_as_they_were(wie: tuple[Persoon, ...]) -> None:
    kolommen = replace(Mensen.van(wie), gemaakt={})
    assert tuple(kolommen) == wie
    even = np.arange(0, len(wie), 2)
    assert tuple(kolommen.kies(even)) == wie[::2]
    anderen = tuple(replace(p, sleutel=f"ander-{p.sleutel}") for p in wie)
    assert tuple(samen([kolommen, replace(Mensen.van(anderen), gemaakt={})])) == (*wie, *anderen)


@pytest.mark.parametrize(
    ("maanden", "begin"),
    [
        (0, [date(2027, 2, 11), date(2029, 1, 1), date(2031, 1, 1)]),
        (3, [date(2027, 5, 11), date(2029, 7, 1)]),
    ],
)
def test_a_place_that_comes_free_is_filled_again_and_again(maanden: int, begin: list[date]) -> None:
    """Two years each, from the first day of the quarter in which they start."""
    eerste = persoon(contract(breuk="0.75", bruto="1234.56"), contract(tot=date(2026, 12, 1)))
    scenario = Rekenscenario(
        Basis.MET_VERVANGING,
        gepland={"1": date(2027, 2, 10)},
        vervanging=Vervanging(Pakket(((8, 20),), "laag"), maanden),
    )
    straks = pas_toe(Stand(("Klusdienst",), (eerste,)), scenario, date(2031, 10, 1))
    weg, *nieuw = straks.personen
    assert weg.contracten[0].periode.tot == date(2027, 2, 11)
    assert [wie.contracten[0].periode.van for wie in nieuw] == begin
    for wie in nieuw:
        (werk,) = wie.contracten
        assert (werk.breuk, werk.bruto) == (Decimal("0.75"), Decimal("1234.56"))
        assert werk.periode.tot == wie.adviezen[0].periode.tot
        assert wie.naam == "Nieuwe collega in de plaats van Werknemer 1"
    assert len({wie.sleutel for wie in straks.personen}) == len(straks.personen)


@pytest.mark.parametrize("basis", [Basis.VOLGENS_PLAN, Basis.MET_VERVANGING])
def test_what_is_said_of_one_place_goes_before_what_holds_for_all(basis: Basis) -> None:
    """Each leaves on 30 June 2027: of 1 is said two months, of 2 that it stays open, of 3 nothing;
    4 stays, so what is said of that place does nothing."""
    mensen = tuple(persoon(contract(), sleutel=str(nummer)) for nummer in (1, 2, 3, 4))
    vijf = Pakket(((20, 20),), "laag")
    alle = 6 if basis == Basis.MET_VERVANGING else None
    scenario = Rekenscenario(
        basis,
        gepland=dict.fromkeys("123", date(2027, 6, 30)),
        vervanging=Vervanging(vijf, alle, {"1": 2, "2": None, "4": 0}),
    )
    straks = pas_toe(Stand(("Klusdienst",), mensen), scenario, date(2031, 10, 1))
    nieuw = {wie.naam: wie.contracten[0].periode.van for wie in straks.personen[4:]}
    verwacht = {"Nieuwe collega in de plaats van Werknemer 1": date(2027, 9, 1)}
    if alle:
        verwacht["Nieuwe collega in de plaats van Werknemer 3"] = date(2028, 1, 1)
    assert nieuw == verwacht
