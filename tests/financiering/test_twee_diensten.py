"""Who works in two services or moves: worked figures, as a bookkeeper would check them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from financiering.domein.rekenmodel.afronding import verdeel_centen, verdeel_tabel
from financiering.domein.rekenmodel.bijdrage import Regime
from financiering.domein.rekenmodel.klaverblad import Blad
from financiering.domein.rekenmodel.kosten import VTE
from financiering.domein.rekenmodel.persoon import Advies, Persoon
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.rekenmodel.stand import Dienstbedrag, Stand
from financiering.domein.rekenmodel.tarieven import Kwartaaltarief, Tarieven
from gedeeld.periode import Periode
from tests.financiering.bouwstenen import advies, contract, maak_tarieven, persoon


def prognose(
    *personen: Persoon, tarieven: Tarieven | None = None, bedragen: tuple[Dienstbedrag, ...] = ()
) -> Prognose:
    tarieven = tarieven or maak_tarieven(aantal=2)
    return maak_prognose(Stand(("A", "B"), personen, bedragen), tarieven)


def twee(**anders: str) -> Persoon:
    """0.5 in A at € 1,200 and 0.5 in B at € 2,400."""
    return persoon(
        contract(bruto="1200.00", breuk="0.5", dienst="A"),
        contract(bruto="2400.00", breuk="0.5", dienst="B"),
        adviezen=(advies(),),
        **anders,
    )


def per_dienst(uitkomst: Prognose, blad: Blad) -> dict[str, int]:
    return {naam: int(blad_.bladen[blad][0]) for naam, blad_ in uitkomst.diensten.items()}


def test_the_wage_cost_of_a_service_is_that_of_its_own_contracts() -> None:
    uitkomst = prognose(twee())
    kost = {naam: int(blad.loonkost[0]) for naam, blad in uitkomst.diensten.items()}
    assert kost == {"A": 522000, "B": 1044000}
    uitleg = uitkomst.rekening(0, 0).per_dienst
    assert {naam: deel.loonkost for naam, deel in uitleg.items()} == kost


def test_the_wage_premium_is_one_amount_split_by_the_reference_wages() -> None:
    """40 % of 13,138.86, the cap of both together: 5,255.544, of which a third and two thirds."""
    assert per_dienst(prognose(twee()), Blad.LOONPREMIE) == {"A": 175185, "B": 350369}


def test_the_guidance_premium_is_split_by_full_time_jobs() -> None:
    wie = persoon(
        contract(bruto="1200.00", breuk="0.6", dienst="A"),
        contract(bruto="2400.00", breuk="0.2", dienst="B"),
        adviezen=(advies(),),
    )
    # 1,200 + 730 × 0.8 = 1,784.00, of which three quarters and one.
    assert per_dienst(prognose(wie), Blad.BEGELEIDINGSPREMIE) == {"A": 133800, "B": 44600}


def test_the_compensation_of_the_transition_goes_where_the_work_was_while_it_ran() -> None:
    """In A until 15 November, then in B; the transition ends on 15 November as well."""
    wie = persoon(
        contract(tot=date(2026, 11, 16), dienst="A"),
        contract(van=date(2026, 11, 16), dienst="B"),
        adviezen=(Advies(Periode(date(2023, 7, 1), date(2026, 11, 16)), lde=True),),
    )
    uitkomst = prognose(wie, tarieven=maak_tarieven(aantal=1, lde_vergoeding=Decimal(3000)))
    assert per_dienst(uitkomst, Blad.LDE_VERGOEDING) == {"A": 150000, "B": 0}


def test_the_full_time_jobs_of_a_mover_are_the_mean_of_the_months() -> None:
    """On 1 December 2026: two months of three in A, though that is 61 days of 92. From A to B on
    11 February 2027: one month and 10 of 28 days."""
    eerste = persoon(
        contract(tot=date(2026, 12, 1), dienst="A"), contract(van=date(2026, 12, 1), dienst="B")
    )
    tweede = persoon(
        contract(tot=date(2027, 2, 11), dienst="A"),
        contract(van=date(2027, 2, 11), dienst="B"),
        sleutel="2",
    )
    uitkomst = prognose(eerste)
    assert [Fraction(int(b.vte[0]), VTE) for b in uitkomst.diensten.values()] == [
        Fraction(2, 3),
        Fraction(1, 3),
    ]
    uitkomst = prognose(tweede)
    assert Fraction(int(uitkomst.diensten["A"].vte[1]), VTE) == Fraction(38, 84)


def lokaal(dienst: str, bedrag: str) -> Dienstbedrag:
    return Dienstbedrag(dienst, "lokale_vergoeding", Decimal(bedrag), Periode(date(2026, 1, 1)))


def test_a_share_in_the_leaves_of_each_service_where_somebody_works() -> None:
    een = persoon(contract(breuk="0.5", dienst="A"))
    beide = persoon(
        contract(breuk="0.5", dienst="A"), contract(breuk="0.5", dienst="B"), sleutel="2"
    )
    derde = persoon(contract(dienst="B"), sleutel="3")
    uitkomst = prognose(
        een, beide, derde, bedragen=(lokaal("A", "10000.00"), lokaal("B", "3000.00"))
    )
    aandelen = [int(uitkomst.aandelen.van(rij).bladen["lokale_vergoeding"][0]) for rij in range(3)]
    assert aandelen == [500000, 500000 + 100000, 200000]
    hier = uitkomst.aandelen.in_dienst(1, "A")
    assert hier.bladen["lokale_vergoeding"][0] == 500000


def test_who_moves_has_a_share_in_the_old_service_and_then_in_the_new_one() -> None:
    blijft = persoon(contract(dienst="A"))
    gaat = persoon(
        contract(tot=date(2027, 1, 1), dienst="A"),
        contract(van=date(2027, 1, 1), dienst="B"),
        sleutel="2",
    )
    uitkomst = prognose(blijft, gaat, bedragen=(lokaal("A", "6000.00"), lokaal("B", "900.00")))
    assert uitkomst.aandelen.van(1).bladen["lokale_vergoeding"].tolist() == [300000, 90000]
    assert uitkomst.aandelen.van(0).bladen["lokale_vergoeding"].tolist() == [300000, 600000]


def test_shares_that_do_not_divide_go_to_who_stands_first() -> None:
    drie = [persoon(contract(dienst="A"), sleutel=str(nr)) for nr in range(3)]
    uitkomst = prognose(*drie, bedragen=(lokaal("A", "100.01"),))
    aandelen = [int(uitkomst.aandelen.van(nr).bladen["lokale_vergoeding"][0]) for nr in range(3)]
    assert aandelen == [3334, 3334, 3333]


@pytest.mark.parametrize(
    ("heel", "gewichten", "delen"),
    [
        (100, (1, 1, 1), [34, 33, 33]),
        (100, (1, 2, 3), [17, 33, 50]),
        (-100, (1, 1, 1), [-33, -33, -34]),
        (7, (0, 0), [0, 0]),
        (0, (1, 2), [0, 0]),
    ],
)
def test_what_rounding_leaves_goes_to_the_largest_remainders(
    heel: int, gewichten: tuple[int, ...], delen: list[int]
) -> None:
    assert verdeel_centen(heel, [Fraction(deel) for deel in gewichten]) == delen


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(-(10**9), 10**11),
            st.lists(st.integers(0, 10**15) | st.integers(0, 9), min_size=1, max_size=5),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_tables_are_split_as_one_amount_is(groepen: list[tuple[int, list[int]]]) -> None:
    heel = np.array([[bedrag] for bedrag, _ in groepen])
    gewicht = np.array([[deel] for _, delen in groepen for deel in delen])
    groep = np.repeat(np.arange(len(groepen)), [len(delen) for _, delen in groepen])
    verwacht = [
        stuk
        for bedrag, delen in groepen
        for stuk in verdeel_centen(bedrag, [Fraction(deel) for deel in delen])
    ]
    assert verdeel_tabel(heel, gewicht, groep)[:, 0].tolist() == verwacht
    assert verdeel_tabel(heel, gewicht.astype(object), groep)[:, 0].tolist() == verwacht


def test_rates_with_many_decimals_that_change_inside_a_quarter() -> None:
    """The weights no longer fit 64 bits; the parts are the same as the explained ones."""
    tarieven = maak_tarieven(aantal=1)
    [kwartaal] = tarieven.kwartalen
    maanden = [
        type(maand)(
            maand.periode, maand.ggmmi, maand.plafondfactor,
            Regime(None, Decimal(f"0.24{nr}34567")), Decimal(f"13.9{nr}1234"),
        )
        for nr, maand in enumerate(kwartaal.maanden)
    ]  # fmt: skip
    nieuw = Kwartaaltarief(
        kwartaal.kwartaal, (maanden[0], maanden[1], maanden[2]), kwartaal.vast_begin,
        kwartaal.vast_later, kwartaal.variabel,
    )  # fmt: skip
    wie = persoon(
        contract(bruto="1733.37", breuk="0.3", dienst="A", tot=date(2026, 12, 24)),
        contract(bruto="1234.56", breuk="0.6", dienst="B", van=date(2026, 10, 7)),
        adviezen=(advies(),),
    )
    uitkomst = prognose(wie, tarieven=Tarieven((nieuw,)))
    assert uitkomst.verdeling.gewicht.loonkost.dtype == object
    for naam, deel in uitkomst.rekening(0, 0).per_dienst.items():
        assert uitkomst.diensten[naam].loonkost[0] == deel.loonkost
        assert uitkomst.diensten[naam].bladen[Blad.LOONPREMIE][0] == deel.loonpremie
