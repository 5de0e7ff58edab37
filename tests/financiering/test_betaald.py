"""What was paid beside what was foreseen: every difference in parts that add up to the cent.

Amina brings in € 1.800,00 of wage premium a quarter: 20 % of 3 × 2400 × 1.25 = € 9.000,00, far
under the cap, and in her sixth quarter € 600 + € 730 of guidance premium.
"""

from datetime import date
from decimal import Decimal

import pytest

from financiering.domein.betaald import vergelijk_kwartaal
from financiering.domein.betaalvergelijking import Kwartaalvergelijking
from financiering.domein.betalingen import voeg_som_toe
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    RegelparameterFactory,
    WerknemerFactory,
)
from tests.financiering.betaalhulp import K3, MELDING, betaal
from tests.financiering.conftest import Huis


def vergelijk(huis: Huis, kwartaal: Kwartaal = K3) -> Kwartaalvergelijking:
    vergelijking = vergelijk_kwartaal(huis.coordinator, kwartaal)
    for regel in vergelijking.regels:
        assert sum(reden.bedrag for reden in regel.redenen) == regel.verschil
    assert sum(reden.bedrag for reden in vergelijking.redenen) == vergelijking.verschil
    return vergelijking


def redenen(huis: Huis, kwartaal: Kwartaal = K3) -> dict[str, Decimal]:
    return {str(reden.reden): reden.bedrag for reden in vergelijk(huis, kwartaal).redenen}


# --- the comparison --------------------------------------------------------------------------


def test_what_was_paid_as_foreseen_needs_no_reason(huis: Huis) -> None:
    betaal(huis, "1\t1.800,00")
    betaal(huis, "1\t1.330,00", blad="begeleidingspremie")
    vergelijking = vergelijk(huis)
    assert (vergelijking.betaald, vergelijking.voorzien) == (Decimal(3130), Decimal(3130))
    assert vergelijking.redenen == []


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        # 30 % of 9.000; said by the statement, and found when it only gives an amount.
        ("1;2700;30", {"percentage": "900.00"}),
        ("1;2700", {"percentage": "900.00"}),
        # Four fifths of the time.
        ("1;1440;20;0,8", {"gewerkte_tijd": "-360.00"}),
        # 25 % of the wage more than the gross: the payer counts with 8.000.
        ("1;1600;;;8000", {"bijdrage": "-200.00"}),
        # 30 % (+900), four fifths (-540), 6.000 instead of 7.200 (-360), and 7 that nothing says.
        (
            "1;1807;30;0,8;6000",
            {
                "percentage": "900.00",
                "gewerkte_tijd": "-540.00",
                "bijdrage": "-360.00",
                "onbekend": "7.00",
            },
        ),
        # A cap of 6.000 is nobody's minimum wage.
        ("1;1200;;;;6000", {"plafond": "-600.00"}),
        # 6 × 1.806,16, and a wage far above the cap: said with the cap of 2022.
        ("1;2167,39;;;20000;10836,96", {"bijdrage": "367.39"}),
        ("1;1800,01", {"afronding": "0.01"}),
        ("1;1812,34", {"onbekend": "12.34"}),
        # Nothing, in the sixth quarter of an advice: not late, not known.
        ("1;0", {"onbekend": "-1800.00"}),
    ],
)
def test_a_difference_is_explained(huis: Huis, regel: str, verwacht: dict[str, str]) -> None:
    betaal(huis, regel)
    assert redenen(huis) == {reden: Decimal(bedrag) for reden, bedrag in verwacht.items()}


def test_a_cap_of_another_minimum_wage_is_the_index(huis: Huis) -> None:
    """€ 6.000 a month is above every cap; six times € 2.189,81 is that of the quarter before."""
    huis.amina.contracten.update(bruto_maandloon=Decimal(6000))
    oud = 6 * Decimal("2189.81")
    betaal(
        huis,
        f"1;{str((oud / 5).quantize(Decimal('0.01'))).replace('.', ',')};;;;"
        f"{str(oud).replace('.', ',')}",
    )
    assert list(redenen(huis)) == ["index"]


def test_who_was_not_paid_in_the_first_quarters_of_an_advice_waits_for_it(huis: Huis) -> None:
    AdviesFactory(
        werknemer=huis.bart,
        soort="imw_5",
        besluitdatum=date(2026, 8, 15),
        begeleidingsniveau="geen",
    )
    betaal(huis, "1;1800")
    regel = vergelijk(huis).regels[0]
    assert (regel.naam, regel.betaald, regel.voorzien) == ("Bart Dewit", 0, Decimal(3600))
    assert [(str(deel.reden), deel.uitleg) for deel in regel.delen] == [
        ("laat_besluit", "kwartaal 1 van het advies")
    ]


def test_a_correction_has_its_own_line_and_counts_along(huis: Huis) -> None:
    betaal(huis, "1;1500")
    betaal(huis, "1;500", soort="correctie", op=date(2026, 11, 12))
    betaal(huis, "1;-200,00", soort="correctie", op=date(2026, 11, 20))
    regel = vergelijk(huis).regels[0]
    assert [lijn.bedrag for lijn in regel.lijnen] == [1500, 500, -200]
    assert (regel.betaald, regel.redenen) == (Decimal(1800), [])


def test_both_premiums_in_one_amount(huis: Huis) -> None:
    betaal(huis, "1;4030;30", blad="samen")
    assert redenen(huis) == {"percentage": Decimal(900)}


@pytest.mark.parametrize(
    ("maanden", "betaald", "reden"),
    [
        (3, "1;1800,01", {"afronding": "0.01"}),
        (3, "1;1800,02", {"onbekend": "0.02"}),
        (1, "1;1799,98", {"afronding": "-0.02"}),
        (1, "1;1799,97", {"onbekend": "-0.03"}),
    ],
)
def test_how_often_the_payer_rounds_says_what_rounding_explains(
    huis: Huis, maanden: int, betaald: str, reden: dict[str, str]
) -> None:
    RegelparameterFactory(
        code="afronding", organisatie=huis.organisatie, waarde=maanden,
        geldig=Periode(date(2026, 7, 1)),
    )  # fmt: skip
    betaal(huis, betaald)
    assert redenen(huis) == {naam: Decimal(bedrag) for naam, bedrag in reden.items()}


def test_both_premiums_in_one_amount_are_rounded_each(huis: Huis) -> None:
    betaal(huis, "1;3130,02", blad="samen")
    assert redenen(huis) == {"afronding": Decimal("0.02")}


def test_one_sum_for_the_quarter_explains_nothing(huis: Huis) -> None:
    voeg_som_toe(
        huis.organisatie,
        K3,
        Decimal("1700.50"),
        door=huis.coordinator,
        blad="loonpremie",
        soort="afrekening",
        gemeld_op=MELDING,
        bron="getypt",
    )
    (regel,) = vergelijk(huis).regels
    assert (regel.werknemer, regel.voorzien) == (None, Decimal(1800))
    assert redenen(huis) == {"onbekend": Decimal("-99.50")}


def test_who_had_no_contract_was_not_foreseen(huis: Huis) -> None:
    WerknemerFactory(organisatie=huis.organisatie, personeelsnummer="9")
    betaal(huis, "1;1800\n9;123,45")
    assert redenen(huis) == {"onbekend": Decimal("123.45")}


def test_the_same_proportion_more_for_everybody_is_the_index(huis: Huis) -> None:
    """Two more in the first five quarters of an advice bring in € 1.200 + € 730 each."""
    for nummer in ("3", "4"):
        wie = WerknemerFactory(organisatie=huis.organisatie, personeelsnummer=nummer)
        ContractFactory(
            werknemer=wie, dienst=huis.dienst, periode=Periode(date(2026, 1, 1)),
            tewerkstellingsbreuk=Decimal(1), bruto_maandloon=Decimal(2400),
        )  # fmt: skip
        AdviesFactory(
            werknemer=wie, soort="imw_5", besluitdatum=date(2026, 7, 5), begeleidingsniveau="midden"
        )
    betaal(huis, "1;1436,40\n3;2084,40", blad="begeleidingspremie")
    assert redenen(huis) == {"laat_besluit": Decimal(-1930), "onbekend": Decimal("260.80")}
    betaal(huis, "4;2084,40", blad="begeleidingspremie")
    assert redenen(huis) == {"index": Decimal("415.20")}
    assert vergelijk(huis).regels[0].delen[0].uitleg == "maal 1,080 bij 3 van de 3"


def test_who_stands_on_no_statement_is_told_apart(huis: Huis) -> None:
    """Amina was foreseen, and only somebody without a contract was paid."""
    WerknemerFactory(organisatie=huis.organisatie, personeelsnummer="9")
    betaal(huis, "9;123,45")
    zinnen = {regel.nummer: regel.redenen[0].naam for regel in vergelijk(huis).regels}
    assert zinnen == {
        "1": "onbekend: staat niet op de afrekening",
        "9": "onbekend: geen contract in dit kwartaal",
    }


def test_the_jobs_of_the_quarter_stand_beside_what_was_paid(vol: Huis) -> None:
    """Amina and Bart full-time, and Cem 0.5 here and 0.3 in Het Nest."""
    betaal(vol, "1;1800")
    vergelijking = vergelijk(vol)
    assert vergelijking.jobs_in_woorden == "2,8 voltijdse jobs"
    assert vergelijking.van_dienst("Klusdienst").jobs == Decimal("2.50")
    assert vergelijking.van_dienst("Het Nest").jobs == Decimal("0.30")
