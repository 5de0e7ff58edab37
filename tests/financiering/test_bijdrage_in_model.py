"""The employer's contribution in the model: three ways to know it, by contract and month."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from financiering.domein.rekenmodel.bijdrage import Bijdragekeuze, Loonbijdrage, Regime
from financiering.domein.rekenmodel.bijdragekeuzes import per_keuze
from financiering.domein.rekenmodel.exact import Kwartaalrekening, centen, reken_uit
from financiering.domein.rekenmodel.klaverblad import Blad
from financiering.domein.rekenmodel.loonopgave import (
    Kwartaalloon,
    Kwartaalwerk,
    deel_volgens_opgave,
)
from financiering.domein.rekenmodel.persoon import Persoon
from financiering.domein.rekenmodel.prognose import maak_prognose
from financiering.domein.rekenmodel.stand import Stand
from financiering.domein.rekenmodel.tarieven import Kwartaaltarief
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from tests.financiering.bouwstenen import APRIL, JULI, K4, advies, contract, maak_tarieven, persoon

MET_JULI = Regime(JULI)


def tarief(regime: Regime = MET_JULI) -> Kwartaaltarief:
    return maak_tarieven(aantal=1, regimes=lambda _: regime).kwartalen[0]


def delen(rekening: Kwartaalrekening) -> list[str]:
    """The rate of each contract and month, in percent."""
    return [f"{float(100 * deel.bijdrage.deel):.4f}" for deel in rekening.delen]


@pytest.mark.parametrize(
    ("bruto", "deel"),
    [("2233.61", "7.3285"), ("2600", "14.0463"), ("2900", "18.2829"), ("4000", "25.0000")],
)
def test_a_full_time_wage_has_the_rate_of_the_worked_example(bruto: str, deel: str) -> None:
    rekening = reken_uit(persoon(contract(bruto=bruto)), tarief())
    assert delen(rekening) == [deel] * 3
    assert rekening.referteloon == 3 * Fraction(bruto) * (1 + Fraction(deel) / 100)


def test_a_rate_is_rounded_to_a_millionth_before_anything_else() -> None:
    """1/4 − 854.3864 ÷ 7,800 = 0.14046328…; a month of € 2,600 is then € 2,965.2038."""
    rekening = reken_uit(persoon(contract(bruto="2600"), adviezen=(advies(),)), tarief())
    assert rekening.delen[0].bijdrage.deel == Fraction(140463, 10**6)
    assert rekening.referteloon == 3 * Fraction("2965.2038")
    assert centen(rekening.loonpremie) == 355824  # 40 % of 8,895.6114


def test_beta_goes_by_all_contracts_that_run_on_one_day() -> None:
    """0.4 alone has β 1.18; with 0.3 beside it 0.7 has 1.072."""
    alleen = reken_uit(persoon(contract(bruto="1040", breuk="0.4")), tarief())
    erbij = contract(van=date(2026, 11, 17), bruto="780", breuk="0.3")
    samen = reken_uit(persoon(contract(bruto="1040", breuk="0.4"), erbij), tarief())
    korting = Fraction("854.3864") / 7800
    een = f"{float(25 - 100 * korting * Fraction('1.18')):.4f}"
    twee = f"{float(25 - 100 * korting * Fraction('1.072')):.4f}"
    assert delen(alleen) == [een] * 3
    assert delen(samen) == [een, twee, twee, twee, twee]


def test_a_contract_that_follows_on_another_does_not_make_the_job_larger() -> None:
    een = contract(tot=date(2026, 11, 17), bruto="1040", breuk="0.4")
    twee = contract(van=date(2026, 11, 17), bruto="1040", breuk="0.4")
    heel = reken_uit(persoon(contract(bruto="1040", breuk="0.4")), tarief())
    gesneden = reken_uit(persoon(een, twee), tarief())
    assert set(delen(gesneden)) == set(delen(heel))
    assert gesneden.referteloon == heel.referteloon


def test_limits_that_change_inside_a_quarter_count_from_their_month_on() -> None:
    tarieven = maak_tarieven(
        aantal=1, regimes=lambda dag: Regime(APRIL if dag < date(2026, 11, 1) else JULI)
    )
    wie = persoon(contract(bruto="2600"), adviezen=(advies(),))
    rekening = reken_uit(wie, tarieven.kwartalen[0])
    assert len(set(delen(rekening)[1:])) == 1
    assert delen(rekening)[0] != delen(rekening)[1]
    prognose = maak_prognose(Stand(("Klusdienst",), (wie,)), tarieven)
    assert prognose.bladen[Blad.LOONPREMIE].tolist() == [[centen(rekening.loonpremie)]]


def test_wages_and_limits_grow_alike_so_the_rate_stays() -> None:
    groei = maak_tarieven(aantal=9, index=Decimal("0.02"), regimes=lambda _: Regime(JULI))
    wie = persoon(contract(bruto="2600"))
    assert delen(reken_uit(wie, groei.kwartalen[8])) == ["14.0463"] * 3


def met_alles() -> Persoon:
    opgaven = (
        Loonbijdrage((K4 + -1).eerste_dag, Fraction("0.12")),
        Loonbijdrage((K4 + 2).eerste_dag, Fraction("0.09")),
    )
    return persoon(contract(bruto="2600"), adviezen=(advies(),), opgaven=opgaven)


def test_a_record_goes_before_the_own_percentage_and_that_before_the_reduction() -> None:
    eigen = Regime(JULI, Decimal("0.2"))
    zonder = persoon(contract(bruto="2600"))
    assert delen(reken_uit(met_alles(), tarief(eigen))) == ["12.0000"] * 3
    assert delen(reken_uit(zonder, tarief(eigen))) == ["20.0000"] * 3
    assert delen(reken_uit(zonder, tarief())) == ["14.0463"] * 3


def test_a_record_counts_until_the_next_one() -> None:
    tarieven = maak_tarieven(Kwartaal(2026, 2), aantal=6, regimes=lambda _: Regime(JULI))
    per_kwartaal = [set(delen(reken_uit(met_alles(), t))) for t in tarieven.kwartalen]
    assert per_kwartaal == [
        {"14.0463"}, {"12.0000"}, {"12.0000"}, {"12.0000"}, {"9.0000"}, {"9.0000"},
    ]  # fmt: skip
    prognose = maak_prognose(Stand(("Klusdienst",), (met_alles(),)), tarieven)
    exact = [centen(reken_uit(met_alles(), t).loonkost) for t in tarieven.kwartalen]
    assert prognose.loonkost.tolist() == [exact]


def test_each_way_that_is_known_is_worked_out_beside_the_others() -> None:
    eigen = Regime(JULI, Decimal("0.2"))
    gevonden = {k: delen(r)[0] for k, r in per_keuze(met_alles(), tarief(eigen)).items()}
    assert gevonden == {
        Bijdragekeuze.VERMINDERING: "14.0463",
        Bijdragekeuze.EIGEN: "20.0000",
        Bijdragekeuze.OPGAVE: "12.0000",
    }
    zonder = per_keuze(persoon(contract()), tarief(Regime(None, Decimal("0.2"))))
    assert list(zonder) == [Bijdragekeuze.EIGEN]


def test_nothing_known_is_refused() -> None:
    with pytest.raises(ValueError, match="niet bekend"):
        Regime(None)


def test_who_has_no_wage_has_no_contribution_to_speak_of() -> None:
    rekening = reken_uit(persoon(contract(bruto="0")), tarief())
    assert rekening.bijdrage is None
    assert rekening.loonkost == 0


# --- what follows from a record ---------------------------------------------------------------

K3 = Kwartaal(2026, 3)
WEEK = Decimal(38)


def werk(
    bruto: str, breuk: str = "1", van: date = date(2026, 1, 1), tot: date | None = None
) -> Kwartaalwerk:
    return Kwartaalwerk(Periode(van, tot), Decimal(breuk), Decimal(bruto))


@pytest.mark.parametrize(
    ("referteloon", "uren", "deel"),
    [
        ("8895.61", None, "0.140463"),
        # Paid for 247 of 494 hours.
        ("4447.80", "247", "0.140462"),
        ("7800.00", None, "0"),
        # Less than the wage, or more than twice: no contribution.
        ("7000.00", None, None),
        ("15600.01", None, None),
        ("8895.61", "0", None),
    ],
)
def test_the_rate_that_follows_from_a_record(
    referteloon: str, uren: str | None, deel: str | None
) -> None:
    loon = Kwartaalloon.van([werk("2600")], K3, WEEK)
    gevonden = deel_volgens_opgave(
        loon, Decimal(referteloon), None if uren is None else Decimal(uren)
    )
    assert gevonden == (None if deel is None else Fraction(deel))


def test_a_record_lies_beside_all_contracts_of_its_quarter() -> None:
    """€ 1,000 for three months and € 620 for ten days of September: 1,000 × 3 + 620 × 10/30."""
    contracten = [werk("1000", "0.5"), werk("620", "0.25", date(2026, 9, 21))]
    bruto = 3000 + Fraction(620, 3)
    gevonden = deel_volgens_opgave(Kwartaalloon.van(contracten, K3, WEEK), Decimal(3700), None)
    assert gevonden is not None
    assert abs(gevonden - (3700 / bruto - 1)) <= Fraction(1, 2 * 10**6)
    assert deel_volgens_opgave(Kwartaalloon.van([], K3, WEEK), Decimal(3700), None) is None
