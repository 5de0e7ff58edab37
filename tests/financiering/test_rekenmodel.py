"""The funding model against published and derived examples, and against itself in fractions."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from financiering.domein.rekenmodel.bijdrage import Regime
from financiering.domein.rekenmodel.exact import centen, reken_uit
from financiering.domein.rekenmodel.klaverblad import Blad
from financiering.domein.rekenmodel.pakket import Pakket
from financiering.domein.rekenmodel.persoon import Advies, Contract, Persoon
from financiering.domein.rekenmodel.premies import bereken_premies
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.rekenmodel.scenario import (
    Evaluatieuitkomst,
    Verlenging,
    verleng,
    zoals_ze_eindigt,
)
from financiering.domein.rekenmodel.stand import Stand
from financiering.domein.rekenmodel.tarieven import Tarieven
from gedeeld.periode import Periode, plus_dagen
from tests.financiering.bouwstenen import (
    JULI,
    K4,
    VARIABEL,
    advies,
    contract,
    maak_tarieven,
    persoon,
)

TARIEVEN = maak_tarieven()
MET_VERMINDERING = maak_tarieven(regimes=lambda _: Regime(JULI))


def prognose(*personen: Persoon, tarieven: Tarieven = TARIEVEN) -> Prognose:
    diensten = sorted({c.dienst for p in personen for c in p.contracten})
    return maak_prognose(Stand(tuple(diensten), personen), tarieven)


def loonpremie(bruto_per_kwartaal: str, breuk: str, percentage: int) -> Decimal:
    """The premium of one quarter with this reference wage, contributions left out."""
    tarieven = maak_tarieven(aantal=1, bijdrage=Decimal(0))
    wie = persoon(
        contract(bruto=str(Decimal(bruto_per_kwartaal) / 3), breuk=breuk),
        adviezen=(advies(stappen=((8, percentage),)),),
    )
    return Decimal(int(prognose(wie, tarieven=tarieven).bladen[Blad.LOONPREMIE][0, 0])) / 100


@pytest.mark.parametrize(
    ("referteloon", "breuk", "bedragen"),
    [
        ("15000.00", "1", ("2627.77", "3941.66", "5255.54", "7226.37")),
        ("9000.00", "1", ("1800.00", "2700.00", "3600.00", "4950.00")),
        ("10000.50", "0.75", ("1970.83", "2956.24", "3941.66", "5419.78")),
        ("7200.00", "0.5", ("1313.89", "1970.83", "2627.77", "3613.19")),
    ],
)
def test_derived_examples_of_the_wage_premium(
    referteloon: str, breuk: str, bedragen: tuple[str, ...]
) -> None:
    berekend = [loonpremie(referteloon, breuk, procent) for procent in (20, 30, 40, 55)]
    assert berekend == [Decimal(bedrag) for bedrag in bedragen]


@pytest.mark.parametrize(
    ("stappen", "totaal"),
    [
        (((8, 20),), "21022.18"),
        (((5, 40), (3, 30), (12, 20)), "69635.96"),
        (((5, 55), (3, 50), (12, 40)), "118906.68"),
    ],
)
def test_the_whole_term_at_the_cap_is_the_derived_total_but_for_rounding_each_quarter(
    stappen: tuple[tuple[int, int], ...], totaal: str
) -> None:
    wie = persoon(contract(bruto="9000.00"), adviezen=(advies(stappen=stappen),))
    som = Decimal(int(prognose(wie).bladen[Blad.LOONPREMIE].sum())) / 100
    assert abs(som - Decimal(totaal)) <= Decimal("0.005") * 20


@pytest.mark.parametrize(
    ("niveau", "twee_jaar", "vijf_jaar"),
    [("laag", 11240, 23600), ("midden", 13640, 29600), ("hoog", 18040, 40600)],
)
def test_derived_totals_of_the_guidance_premium(
    niveau: str, twee_jaar: int, vijf_jaar: int
) -> None:
    for stappen, totaal in ((((8, 20),), twee_jaar), (((20, 20),), vijf_jaar)):
        wie = persoon(contract(), adviezen=(advies(stappen=stappen, niveau=niveau),))
        assert int(prognose(wie).bladen[Blad.BEGELEIDINGSPREMIE].sum()) == totaal * 100


@pytest.mark.parametrize(
    ("procent", "per_maand"), [(40, "1250.07"), (30, "937.55"), (20, "625.04")]
)
def test_the_published_example_of_the_former_premium(procent: int, per_maand: str) -> None:
    """VOP, GGMMI 1 562.59, full-time at the cap; published per month."""
    tarieven = maak_tarieven(aantal=1, ggmmi=Decimal("1562.59"))
    wie = persoon(contract(bruto="9000.00"), adviezen=(advies(stappen=((8, procent),)),))
    [[centen_]] = prognose(wie, tarieven=tarieven).bladen[Blad.LOONPREMIE].tolist()
    assert (Decimal(centen_) / 300).quantize(Decimal("0.01")) == Decimal(per_maand)


def test_no_level_no_guidance_premium_and_no_contract_no_premium() -> None:
    zonder = persoon(contract(), adviezen=(advies(niveau=""),))
    weg = persoon(contract(tot=date(2027, 1, 1)), adviezen=(advies(),), sleutel="2")
    uitkomst = prognose(zonder, weg)
    assert uitkomst.bladen[Blad.BEGELEIDINGSPREMIE][0].sum() == 0
    assert uitkomst.bladen[Blad.BEGELEIDINGSPREMIE][1].tolist() == [193000] + [0] * 19
    assert (uitkomst.bladen[Blad.LOONPREMIE][1, 1:] == 0).all()


def test_a_month_that_is_worked_in_part_counts_in_part() -> None:
    """Ten days of the thirty-one of December, and nothing of October and November."""
    wie = persoon(contract(van=date(2026, 12, 22)), adviezen=(advies(),))
    uitkomst = prognose(wie)
    assert uitkomst.bladen[Blad.LOONPREMIE][0, 0] == 38710  # 40 % of 3000 × 10/31 = 387.0968
    assert uitkomst.bladen[Blad.BEGELEIDINGSPREMIE][0, 0] == 127849  # 1200 + 730 × 10/93
    assert uitkomst.loonkost[0, 0] == 112258  # 2400 × 1.16 × 1.25 × 10/31 = 1122.5806


def test_the_temporary_compensation_runs_with_contract_and_period() -> None:
    tarieven = maak_tarieven(aantal=2, lde_vergoeding=Decimal(3000))
    overgang = Advies(Periode(date(2023, 7, 1), date(2027, 2, 1)), lde=True)
    wie = persoon(contract(breuk="0.8"), adviezen=(overgang,))
    uitkomst = prognose(wie, tarieven=tarieven)
    assert uitkomst.bladen[Blad.LDE_VERGOEDING].tolist() == [[240000, 80000]]
    assert uitkomst.bladen[Blad.LOONPREMIE].sum() == 0


def test_two_contracts_add_up_and_are_split_by_service_without_losing_a_cent() -> None:
    wie = persoon(
        contract(bruto="1000.00", breuk="0.4", dienst="Poets"),
        contract(van=date(2026, 11, 13), bruto="900.55", breuk="0.37", dienst="Klus"),
        adviezen=(advies(),),
    )
    uitkomst = prognose(wie)
    for blad in (Blad.LOONPREMIE, Blad.BEGELEIDINGSPREMIE):
        delen = [uitkomst.diensten[naam].bladen[blad] for naam in ("Poets", "Klus")]
        assert (sum(delen) == uitkomst.bladen[blad][0]).all()
    assert (uitkomst.totaal.loonkost == uitkomst.loonkost[0]).all()


dagen = st.dates(date(2026, 6, 1), date(2029, 1, 1))
breuken = st.decimals(Decimal("0.000001"), Decimal(1), places=6) | st.sampled_from(
    [Decimal(deel) for deel in ("1", "0.8", "0.75", "0.5", "0.125")]
)
lonen = st.decimals(Decimal(0), Decimal("6000.00"), places=2)
stappen = st.lists(
    st.tuples(st.integers(1, 12), st.sampled_from(range(20, 80, 5))), min_size=1, max_size=3
)


@st.composite
def contracten(draw: st.DrawFn) -> Contract:
    begin = draw(dagen)
    lengte = draw(st.none() | st.integers(1, 900))
    einde = None if lengte is None else plus_dagen(begin, lengte)
    return Contract("Klus", Periode(begin, einde), draw(breuken), draw(lonen))


@st.composite
def personen(draw: st.DrawFn) -> Persoon:
    werk = draw(st.lists(contracten(), min_size=1, max_size=3))
    niveau = draw(st.sampled_from(["", *VARIABEL]))
    begin = K4 + draw(st.integers(-6, 6))
    steun = (
        ()
        if draw(st.booleans()) and draw(st.booleans())
        else (advies(begin, tuple(draw(stappen)), niveau),)
    )
    return persoon(*werk, adviezen=steun)


@settings(max_examples=300, deadline=None)
@given(
    personen(),
    st.sampled_from([Decimal(0), Decimal("0.02"), Decimal("0.0137")]),
    st.sampled_from([Regime(JULI), Regime(None, Decimal("0.25"))]),
)
def test_tables_and_fractions_agree_to_the_cent(
    wie: Persoon, index: Decimal, regime: Regime
) -> None:
    tarieven = maak_tarieven(index=index, regimes=lambda _: regime)
    uitkomst = prognose(wie, tarieven=tarieven)
    for rij, mens in enumerate(uitkomst.personen):
        exact = [reken_uit(mens, tarief) for tarief in tarieven.kwartalen]
        assert uitkomst.bladen[Blad.LOONPREMIE][rij].tolist() == [
            centen(r.loonpremie) for r in exact
        ]
        assert uitkomst.bladen[Blad.BEGELEIDINGSPREMIE][rij].tolist() == [
            centen(r.begeleidingspremie) for r in exact
        ]
        assert uitkomst.loonkost[rij].tolist() == [centen(r.loonkost) for r in exact]


def test_a_half_cent_is_computed_exactly_only_where_floats_cannot_tell_it() -> None:
    """Many amounts are a half cent; the fraction of somebody else is no reason to doubt."""
    lonen = [f"{2000 + n}.{n:02}" for n in range(40)]
    heel = [persoon(contract(bruto=loon), adviezen=(advies(),)) for loon in lonen]
    derde = persoon(contract(breuk="0.333333"), adviezen=(advies(),))
    uitkomst = prognose(*heel, derde, tarieven=maak_tarieven(aantal=6, index=Decimal("0.02")))
    kolommen = uitkomst.kolommen
    premies = bereken_premies(
        kolommen.contracten, kolommen.steun, kolommen.kwartalen, kolommen.dekking,
        kolommen.bijdragen,
    )  # fmt: skip
    assert len(kolommen.kwartalen.fijn_loon.fijn) > 0
    assert {rij for rij, _ in premies.twijfel} <= {len(heel)}
    exact = [[reken_uit(wie, t) for t in uitkomst.tarieven.kwartalen] for wie in heel]
    halve = [centen(r.loonpremie) != round(100 * r.loonpremie) for rij in exact for r in rij]
    assert any(halve)


@settings(max_examples=100, deadline=None)
@given(personen())
def test_the_premium_stays_between_zero_and_the_percentage_of_the_cap(wie: Persoon) -> None:
    for tarief in TARIEVEN.kwartalen:
        rekening = reken_uit(wie, tarief)
        assert 0 <= rekening.loonpremie <= rekening.plafond * rekening.percentage / 100


@settings(max_examples=100, deadline=None)
@given(contracten(), st.integers(1, 899))
def test_the_parts_of_a_contract_add_up_to_the_whole(heel: Contract, lengte: int) -> None:
    snede = plus_dagen(heel.periode.van, lengte)
    if snede not in heel.periode:
        return
    delen = [
        Contract(heel.dienst, Periode(heel.periode.van, snede), heel.breuk, heel.bruto),
        Contract(heel.dienst, Periode(snede, heel.periode.tot), heel.breuk, heel.bruto),
    ]
    steun = (advies(K4 + -2),)
    een, twee = persoon(heel, adviezen=steun), persoon(*delen, adviezen=steun)
    for tarief in (*TARIEVEN.kwartalen, *MET_VERMINDERING.kwartalen):
        a, b = reken_uit(een, tarief), reken_uit(twee, tarief)
        assert (a.loonpremie, a.begeleidingspremie, a.loonkost, a.vte) == (
            b.loonpremie, b.begeleidingspremie, b.loonkost, b.vte
        )  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(contracten(), st.integers(1, 400))
def test_a_later_end_never_lowers_the_total(werk: Contract, dagen_later: int) -> None:
    if werk.periode.tot is None:
        return
    later = werk.periode.tot + timedelta(days=dagen_later)
    langer = Contract(werk.dienst, Periode(werk.periode.van, later), werk.breuk, werk.bruto)
    kort, lang = (prognose(persoon(c, adviezen=(advies(),))) for c in (werk, langer))
    for blad in (Blad.LOONPREMIE, Blad.BEGELEIDINGSPREMIE):
        assert kort.bladen[blad].sum() <= lang.bladen[blad].sum()


@settings(max_examples=100, deadline=None)
@given(st.lists(contracten(), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_contracts_does_not_matter(werk: list[Contract], toeval: object) -> None:
    door_elkaar = list(werk)
    toeval.shuffle(door_elkaar)  # type: ignore[attr-defined]
    een, twee = (
        prognose(persoon(*c, adviezen=(advies(),)), tarieven=MET_VERMINDERING)
        for c in (werk, door_elkaar)
    )
    for blad in een.bladen:
        np.testing.assert_array_equal(een.bladen[blad], twee.bladen[blad])
    np.testing.assert_array_equal(een.loonkost, twee.loonkost)


def test_steps_count_no_longer_than_their_advice() -> None:
    """An advice that was stopped early may still have its steps."""
    heel = advies()
    ingekort = Advies(Periode(heel.periode.van, date(2027, 10, 1)), heel.schijven, heel.niveau)
    uitkomst = prognose(persoon(contract(), adviezen=(ingekort,)))
    assert (uitkomst.bladen[Blad.LOONPREMIE][0, 4:] == 0).all()
    assert (uitkomst.bladen[Blad.LOONPREMIE][0, :4] > 0).all()


def test_an_advice_of_two_years_is_not_extended_in_a_drawn_future() -> None:
    twee = Pakket(((8, 20),), "midden", verlengbaar=False).advies(K4.eerste_dag)
    vijf = Pakket(((20, 20),), "midden").advies(K4.eerste_dag)
    assert zoals_ze_eindigt((twee,), K4.eerste_dag) == ()
    [vervolg] = zoals_ze_eindigt((vijf,), K4.eerste_dag)
    assert vervolg.periode.van == date(2031, 10, 1)
    geweigerd = verleng(
        persoon(contract(), adviezen=(vijf,)), Verlenging(Evaluatieuitkomst.GEWEIGERD)
    )
    assert zoals_ze_eindigt(geweigerd.adviezen, K4.eerste_dag) == ()


@pytest.mark.parametrize(
    ("breuk", "procent", "per_maand"),
    [("0.8", 40, "1000.06"), ("0.8", 30, "750.04"), ("0.8", 20, "500.03")],
)
def test_the_former_premium_of_a_part_time_job(breuk: str, procent: int, per_maand: str) -> None:
    """The published amounts for 80 % hold a typing error; the arithmetic is what counts."""
    tarieven = maak_tarieven(aantal=1, ggmmi=Decimal("1562.59"))
    wie = persoon(
        contract(bruto="9000.00", breuk=breuk), adviezen=(advies(stappen=((8, procent),)),)
    )
    [[bedrag]] = prognose(wie, tarieven=tarieven).bladen[Blad.LOONPREMIE].tolist()
    assert (Decimal(bedrag) / 300).quantize(Decimal("0.01")) == Decimal(per_maand)


def test_the_cap_of_a_part_time_job_is_that_part_of_twice_the_minimum() -> None:
    rekening = reken_uit(persoon(contract(breuk="0.8")), TARIEVEN.kwartalen[0])
    assert rekening.plafond == 3 * Fraction(8, 10) * 2 * Fraction("2189.81")
