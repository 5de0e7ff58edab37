"""How many starters a year a service needs."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.instroom import Instroomvraag, Poging, kleinste_instroom
from financiering.domein.rekenmodel.pakket import Pakket
from financiering.domein.rekenmodel.prognose import maak_prognose
from financiering.domein.rekenmodel.scenario import Instroom, Rekenscenario, pas_toe
from financiering.domein.rekenmodel.stand import Dienstbedrag, Stand
from gedeeld.periode import Periode, dag_ervoor, plus_maanden
from tests.financiering.bouwstenen import K4, advies, contract, maak_tarieven, persoon

TARIEVEN = maak_tarieven(index=Decimal("0.02"))
PAKKET = Pakket(((5, 55), (3, 50), (12, 40)), "midden")
TWEE_JAAR = Pakket(((8, 40),), "laag")


def bedrag(soort: str, waarde: str, *, per_vte: bool = True) -> Dienstbedrag:
    return Dienstbedrag("Klusdienst", soort, Decimal(waarde), Periode(date(2026, 1, 1)), per_vte)


def stand(opbrengst: str = "9000.00") -> Stand:
    """Three whose support ends in the course of the forecast, while the overhead stays."""
    personen = tuple(
        persoon(contract(), adviezen=(advies(K4 + -12 + nr),), sleutel=str(nr)) for nr in range(3)
    )
    bedragen = (
        bedrag("eigen_opbrengst", opbrengst),
        bedrag("omkadering", "800.03"),
        bedrag("lokale_vergoeding", "500.00", per_vte=False),
    )
    return Stand(("Klusdienst", "Poets"), personen, bedragen)


def vraag(**anders: object) -> Instroomvraag:
    gewoon = Instroomvraag(
        "Klusdienst", PAKKET, Decimal("0.8"), Decimal("1900.10"), date(2027, 1, 1)
    )
    return replace(gewoon, **anders)


def laagste(nu: Stand, gevraagd: Instroomvraag, aantal: int) -> Poging:
    """The same by making every starter and computing the whole forecast."""
    groepen = []
    for nummer in range(aantal * 6):
        dag = plus_maanden(gevraagd.vanaf, nummer * 12 // aantal)
        groepen.append(
            Instroom(gevraagd.dienst, dag, gevraagd.pakket, gevraagd.breuk, gevraagd.bruto)
        )
    straks = pas_toe(nu, Rekenscenario(instroom=tuple(groepen)), TARIEVEN.periode.tot)
    weg = {wie.sleutel: dag_ervoor(wie.steun_tot) for wie in straks.personen[len(nu.personen) :]}
    straks = pas_toe(straks, Rekenscenario(vertrek=weg), TARIEVEN.periode.tot)
    blad = maak_prognose(straks, TARIEVEN).diensten[gevraagd.dienst]
    begin = next(
        nr for nr, t in enumerate(TARIEVEN.kwartalen) if t.kwartaal.eerste_dag >= gevraagd.vanaf
    )
    slechtste = begin + int(blad.saldo[begin:].argmin())
    return Poging(aantal, euro(int(blad.saldo[slechtste])), blad.vte_in_jobs(slechtste))


@pytest.mark.parametrize(
    ("gevraagd", "opbrengst"),
    [
        (vraag(), "9000.00"),
        (vraag(pakket=TWEE_JAAR, vanaf=date(2027, 1, 31)), "9700.00"),
        (vraag(hoogstens=7), "1000.00"),
    ],
)
def test_each_number_tried_gives_what_the_whole_model_gives(
    gevraagd: Instroomvraag, opbrengst: str
) -> None:
    nu = stand(opbrengst)
    antwoord = kleinste_instroom(nu, TARIEVEN, gevraagd)
    assert antwoord.geprobeerd == tuple(
        laagste(nu, gevraagd, poging.aantal) for poging in antwoord.geprobeerd
    )


def test_the_answer_is_the_first_number_without_a_shortage() -> None:
    antwoord = kleinste_instroom(stand(), TARIEVEN, vraag())
    assert antwoord.aantal == antwoord.geprobeerd[-1].aantal > 0
    assert antwoord.geprobeerd[-1].saldo >= 0
    assert all(poging.saldo < 0 for poging in antwoord.geprobeerd[:-1])


def test_nobody_is_needed_where_nothing_is_short() -> None:
    antwoord = kleinste_instroom(stand("20000.00"), TARIEVEN, vraag())
    assert antwoord.aantal == 0
    assert len(antwoord.geprobeerd) == 1


def test_when_no_number_suffices_the_nearest_is_named() -> None:
    antwoord = kleinste_instroom(stand("0.00"), TARIEVEN, vraag(hoogstens=3))
    assert antwoord.aantal is None
    assert [poging.aantal for poging in antwoord.geprobeerd] == [0, 1, 2, 3]
    assert antwoord.dichtste == antwoord.geprobeerd[0]


def test_inflow_after_the_last_quarter_is_refused() -> None:
    with pytest.raises(ValueError, match="na het laatste kwartaal"):
        kleinste_instroom(stand(), TARIEVEN, vraag(vanaf=date(2031, 9, 30)))


def test_inflow_that_began_before_the_forecast_counts_from_its_first_quarter() -> None:
    antwoord = kleinste_instroom(stand(), TARIEVEN, vraag(vanaf=date(2022, 1, 1), hoogstens=2))
    assert len(antwoord.geprobeerd) >= 1
