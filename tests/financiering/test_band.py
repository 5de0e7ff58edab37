"""Drawn futures around a forecast."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from financiering.domein.rekenmodel.afronding import Centen, euro
from financiering.domein.rekenmodel.band import Band, Kansen, trek_band
from financiering.domein.rekenmodel.pakket import Pakket
from financiering.domein.rekenmodel.persoon import Advies, Persoon
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.rekenmodel.scenario import zoals_ze_eindigt
from financiering.domein.rekenmodel.stand import Dienstbedrag, Stand
from gedeeld.periode import Periode
from tests.financiering.bouwstenen import K4, advies, contract, maak_tarieven, persoon

DIENSTEN = ("Klus", "Poets")


def mensen() -> tuple[Persoon, ...]:
    """Twelve, one of whom works in both services and one of whom comes later."""
    gewoon = [
        persoon(
            contract(bruto=f"{2100 + 37 * nr}.25", breuk="0.75", dienst=DIENSTEN[nr % 2]),
            adviezen=(advies(K4 + -nr),),
            sleutel=str(nr),
        )
        for nr in range(10)
    ]
    beide = persoon(
        contract(breuk="0.4", dienst="Klus"),
        contract(breuk="0.37", dienst="Poets", bruto="900.55"),
        adviezen=(advies(),),
        sleutel="beide",
    )
    later = persoon(contract(van=date(2028, 2, 10)), adviezen=(advies(K4 + 5),), sleutel="later")
    return (*gewoon, beide, later)


def dienstbedrag(dienst: str, soort: str, bedrag: str, *, per_vte: bool) -> Dienstbedrag:
    return Dienstbedrag(
        dienst, soort, Decimal(bedrag), Periode(date(2026, 1, 1)), per_vte, geindexeerd=True
    )


def prognose() -> Prognose:
    bedragen = (
        dienstbedrag("Klus", "lokale_vergoeding", "15000.00", per_vte=False),
        dienstbedrag("Klus", "eigen_opbrengst", "3333.33", per_vte=True),
        dienstbedrag("Poets", "eigen_opbrengst", "41000.00", per_vte=False),
        dienstbedrag("Poets", "omkadering", "2100.01", per_vte=True),
    )
    stand = Stand((*DIENSTEN, "Klusdienst"), mensen(), bedragen)
    return maak_prognose(stand, maak_tarieven(index=Decimal("0.02")))


def in_euro(centen: Centen) -> list[Decimal]:
    return [euro(int(bedrag)) for bedrag in centen]


@pytest.mark.parametrize("dienst", [None, "Klus", "Poets"])
def test_without_chances_the_band_is_the_forecast_itself(dienst: str | None) -> None:
    uitkomst = prognose()
    saldo = (uitkomst.totaal if dienst is None else uitkomst.diensten[dienst]).saldo
    verwacht = in_euro(saldo)
    assert trek_band(uitkomst, Kansen(0, 0), dienst=dienst) == Band(verwacht, verwacht, verwacht)


def test_when_all_leave_at_once_only_the_fixed_leaves_remain() -> None:
    uitkomst = prognose()
    vast = uitkomst.diensten["Klus"].bladen["lokale_vergoeding"]
    band = trek_band(uitkomst, Kansen(1, 1), dienst="Klus")
    assert band.p10 == in_euro(vast)
    assert band.p10 == band.p50 == band.p90


def test_when_every_support_goes_on_the_band_is_the_forecast_of_that() -> None:
    uitkomst = prognose()
    personen = tuple(
        replace(wie, adviezen=(*wie.adviezen, *zoals_ze_eindigt(wie.adviezen, K4.eerste_dag)))
        for wie in uitkomst.personen
    )
    stand = Stand(uitkomst.stand.diensten, personen, uitkomst.stand.bedragen)
    verlengd = maak_prognose(stand, uitkomst.tarieven)
    band = trek_band(uitkomst, Kansen(0, 1))
    assert band.p50 == in_euro(verlengd.totaal.saldo)
    assert band.p50 != in_euro(uitkomst.totaal.saldo)


@pytest.mark.parametrize("dienst", ["Klus", "Poets"])
def test_the_case_without_people_is_computed_to_the_cent(dienst: str) -> None:
    """As the model says of the services when everybody left on the day before."""
    uitkomst = prognose()
    leeg = Stand(uitkomst.stand.diensten, (), uitkomst.stand.bedragen)
    verwacht = maak_prognose(leeg, uitkomst.tarieven).diensten[dienst].saldo
    assert trek_band(uitkomst, Kansen(1, 0.5), dienst=dienst).p50 == in_euro(verwacht)


@pytest.mark.parametrize(
    "steun",
    [
        (advies(K4 + -20),),
        (Pakket(((8, 20),), "midden", verlengbaar=False).advies(K4.eerste_dag),),
        (advies(K4 + -19), Advies(Periode(date(2026, 10, 10), date(2027, 2, 11)), lde=True)),
    ],
    ids=["ended", "two years", "transition"],
)
def test_no_extension_is_drawn_for_what_cannot_be_extended(steun: tuple[Advies, ...]) -> None:
    wie = persoon(contract(), adviezen=steun)
    uitkomst = maak_prognose(Stand(("Klusdienst",), (wie,)), maak_tarieven())
    saldo = in_euro(uitkomst.totaal.saldo)
    assert trek_band(uitkomst, Kansen(0, 1)) == Band(saldo, saldo, saldo)


def test_the_same_seed_gives_the_same_band_and_another_seed_another() -> None:
    uitkomst, kansen = prognose(), Kansen(0.04, 0.5)
    een, twee = (trek_band(uitkomst, kansen) for _ in range(2))
    assert een == twee
    assert een != trek_band(uitkomst, kansen, zaad=1)


def test_the_lines_keep_their_order() -> None:
    band = trek_band(prognose(), Kansen(0.05, 0.4), trekkingen=333)
    assert all(a <= b <= c for a, b, c in zip(band.p10, band.p50, band.p90, strict=True))
    assert any(a < b < c for a, b, c in zip(band.p10, band.p50, band.p90, strict=True))


def test_who_leaves_is_gone_for_good_and_as_often_as_the_chance_says() -> None:
    """One person whose own revenue is exactly one euro per full-time job: the mean of the drawn
    balances falls as 0.9, 0.81, …"""
    wie = persoon(contract(bruto="0.00"))
    bedragen = (
        Dienstbedrag("Klusdienst", "eigen_opbrengst", Decimal(1), Periode(date(2026, 1, 1)), True),
    )
    uitkomst = maak_prognose(Stand(("Klusdienst",), (wie,), bedragen), maak_tarieven(aantal=3))
    delen = [
        trek_band(uitkomst, Kansen(0.1, 0), trekkingen=1, zaad=zaad).p50 for zaad in range(2000)
    ]
    tabel = np.array(delen, float)
    assert set(tabel.ravel()) == {0.0, 1.0}
    assert (np.diff(tabel, axis=1) <= 0).all()
    assert np.abs(tabel.mean(axis=0) - [0.9, 0.81, 0.729]).max() < 0.04


def test_who_comes_later_cannot_leave_before() -> None:
    wie = persoon(contract(van=date(2029, 10, 1)))
    uitkomst = maak_prognose(Stand(("Klusdienst",), (wie,)), maak_tarieven(aantal=13))
    band = trek_band(uitkomst, Kansen(0.4, 0))
    assert band.p10[:12] == [Decimal("0.00")] * 12
    assert band.p10[12] < 0  # still there in six draws of ten


def test_an_organisation_without_people_has_a_band_too() -> None:
    uitkomst = maak_prognose(Stand(("Klus",), ()), maak_tarieven(aantal=2))
    assert trek_band(uitkomst, Kansen(0.1, 0.5)).p50 == [Decimal("0.00")] * 2


@pytest.mark.parametrize("kansen", [(-0.1, 0), (0, 1.01), (float("nan"), 0)])
def test_what_is_no_chance_is_refused(kansen: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="Een kans ligt tussen 0 en 100 %"):
        Kansen(*kansen)
