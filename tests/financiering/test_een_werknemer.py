"""What one employee's pages read is less than the whole; the figures are the same to the cent."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from financiering.domein.laden import laad_gegevens, laad_met_collegas, laad_werknemer
from financiering.domein.prognoses import bereken
from financiering.domein.scenarios import Toekomst, altijd, eigen_toekomst
from financiering.domein.steunbedragen import steunbedragen
from financiering.domein.tarieven import Tarieftijdvak
from financiering.domein.waarom import leg_uit
from financiering.domein.werknemerprognose import Werknemerprognose, rij_van
from financiering.keuzes import Scenariobasis
from financiering.models import Scenario
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    KlaverbladbronFactory,
    OmkaderingFactory,
    ScenarioFactory,
    ScenarioinstroomFactory,
    ScenariovertrekFactory,
    TrajectFactory,
    UitstroomFactory,
    WerknemerFactory,
)
from tests.financiering.conftest import Huis
from werknemers.models import Dienst, Werknemer

VANDAAG = date(2026, 11, 23)
TIJDVAK = Tarieftijdvak(Kwartaal(2026, 3), 21)


@pytest.fixture
def buurt(huis: Huis) -> list[Werknemer]:
    """Amina and Bart, who also works in a second service from 2028 on; Cem works in both services,
    Dina only in a third one, Els in the first and left before her contract ended."""
    tweede, derde = (DienstFactory(organisatie=huis.organisatie) for _ in range(2))
    for dienst in (tweede, derde):
        KlaverbladbronFactory(dienst=dienst, bedrag=Decimal("9111.11"), wijze="per_vte")
        OmkaderingFactory(dienst=dienst, bedrag_per_vte=Decimal("777.77"))
    _werk(huis.bart, tweede, Periode(date(2028, 1, 10)), "0.3")
    cem, dina, els = (WerknemerFactory(organisatie=huis.organisatie) for _ in range(3))
    _werk(cem, huis.dienst, Periode(date(2026, 2, 1)), "0.4")
    _werk(cem, tweede, Periode(date(2026, 2, 1), date(2028, 5, 17)), "0.35")
    _werk(dina, derde, Periode(date(2026, 2, 1)), "0.8")
    _werk(els, huis.dienst, Periode(date(2026, 2, 1)), "0.8")
    UitstroomFactory(werknemer=els, datum=date(2027, 2, 11))
    for wie, van in ((cem, 2026), (dina, 2025), (els, 2024)):
        AdviesFactory(
            werknemer=wie,
            soort="imw_5",
            besluitdatum=date(van, 4, 2),
            periode=Periode(date(van, 4, 1), date(van + 5, 4, 1)),
            begeleidingsniveau="hoog",
        )
        TrajectFactory(werknemer=wie, beoogde_uitstroom=date(2029, 5, van % 28 + 1))
    return [huis.amina, huis.bart, cem, dina, els]


def _werk(wie: Werknemer, dienst: Dienst, periode: Periode, breuk: str) -> None:
    ContractFactory(
        werknemer=wie,
        dienst=dienst,
        periode=periode,
        tewerkstellingsbreuk=Decimal(breuk),
        bruto_maandloon=Decimal("1733.37"),
    )


def toekomsten(huis: Huis, buurt: list[Werknemer]) -> list[Toekomst]:
    """The three, and one of their own."""
    eigen: Scenario = ScenarioFactory(
        organisatie=huis.organisatie, basis=Scenariobasis.MET_VERVANGING, jaarindex=Decimal(2)
    )
    ScenariovertrekFactory(scenario=eigen, werknemer=buurt[1], laatste_dag=date(2028, 6, 3))
    ScenarioinstroomFactory(scenario=eigen, dienst=huis.dienst)
    return [*altijd(), eigen_toekomst(eigen)]


def test_the_page_of_one_employee_says_what_the_whole_says(
    huis: Huis, buurt: list[Werknemer]
) -> None:
    geheel = laad_gegevens(huis.organisatie.pk, TIJDVAK)
    for toekomst in toekomsten(huis, buurt):
        alles = bereken(geheel, toekomst, TIJDVAK, VANDAAG)
        for wie in buurt:
            klein = laad_met_collegas(huis.organisatie.pk, TIJDVAK, wie.pk)
            deel = bereken(klein, toekomst, TIJDVAK, VANDAAG)
            paar = [Werknemerprognose(u, rij_van(u, wie) or 0) for u in (alles, deel)]
            assert paar[0].persoon == paar[1].persoon
            assert paar[0].dienst == paar[1].dienst
            assert paar[0].regels == paar[1].regels
            assert paar[0].regels


def test_why_and_what_the_support_brings_need_one_employee_only(
    huis: Huis, buurt: list[Werknemer]
) -> None:
    geheel = laad_gegevens(huis.organisatie.pk, TIJDVAK)
    for toekomst in toekomsten(huis, buurt):
        alles = bereken(geheel, toekomst, TIJDVAK, VANDAAG)
        for wie in buurt:
            klein = laad_werknemer(huis.organisatie.pk, TIJDVAK, wie.pk)
            deel = bereken(klein, toekomst, TIJDVAK, VANDAAG)
            assert len(klein.stand.personen) == 1
            assert steunbedragen(alles, wie) == steunbedragen(deel, wie)
            een, twee = (
                [leg_uit(u.prognose.rekening(rij_van(u, wie) or 0, nr),
                    u.prognose.personen[rij_van(u, wie) or 0], u.gegevens.verloop,
                         u.gegevens.startpakketten)
                 for nr in range(21)]
                for u in (alles, deel)
            )  # fmt: skip
            assert een == twee


def test_who_works_elsewhere_is_not_read(huis: Huis, buurt: list[Werknemer]) -> None:
    klein = laad_met_collegas(huis.organisatie.pk, TIJDVAK, huis.amina.pk)
    assert {persoon.naam for persoon in klein.stand.personen} == {
        wie.naam for wie in buurt if wie != buurt[3]
    }


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_pages_of_one_employee_ask_a_fixed_number_of_questions(
    client: Client,
    huis: Huis,
    aantal: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(aantal):
        ContractFactory(
            werknemer=WerknemerFactory(organisatie=huis.organisatie), dienst=huis.dienst
        )
    client.force_login(huis.coordinator)
    pad = f"/financiering/werknemers/{huis.amina.pk}/"
    for deel, vragen in (("", 12), ("2026-K4/", 13), ("verlenging/", 15)):
        with django_assert_num_queries(vragen):
            assert client.get(pad + deel).status_code == 200


def test_why_under_receipts_is_about_the_quarter_that_was_asked(client: Client, huis: Huis) -> None:
    client.force_login(huis.coordinator)
    pad = f"/financiering/werknemers/{huis.amina.pk}/2027-K1/"
    verdiend, ontvangen = (client.get(pad, vraag).context["waarom"] for vraag in ({}, {"kas": 1}))
    assert verdiend == ontvangen
    assert verdiend.maanden[0].maand == "januari 2027"


def test_a_shortage_that_passes_is_not_told_as_one_that_lasts(huis: Huis, client: Client) -> None:
    """Without premiums from 2027-K2 on; what comes with the service doubles in 2028."""
    client.force_login(huis.coordinator)
    adres = f"/financiering/werknemers/{huis.amina.pk}/"
    zin = client.get(adres).context["prognose"].zin
    assert zin == "Vanaf 2027-K2 kost het werk van Amina Benali meer dan het binnenbrengt."
    KlaverbladbronFactory(
        dienst=huis.dienst, blad="ald_vergoeding", bedrag=20000, geldig=Periode(date(2028, 1, 1))
    )
    zin = client.get(adres).context["prognose"].zin
    assert zin == (
        "Het werk van Amina Benali kost in 3 kwartalen meer dan het binnenbrengt, het eerst in "
        "2027-K2."
    )
