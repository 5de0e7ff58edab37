"""What a scenario says of employees, inflow and amounts, and what it may not say."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from financiering.domein.scenario_in_woorden import gaat_mee
from financiering.domein.scenariobeheer import kopieer_scenario, stel_werknemer_in
from financiering.domein.scenariodelen import (
    verwijder_deel,
    voeg_blad_toe,
    voeg_instroom_toe,
    wijzig_instroom,
)
from financiering.domein.werknemerkeuze import Werknemerkeuze, lees_keuze
from financiering.models import Scenario, Scenarioblad, Scenarioinstroom
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.gelijktijdig import IntussenGewijzigd, IntussenVerwijderd
from gedeeld.models import Auditregel
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory, DienstFactory, WerknemerFactory
from tests.fabrieken.geld import ScenarioFactory
from tests.financiering.test_scenariobeheer import zinnen_van
from werknemers.models import Dienst, Werknemer

pytestmark = [pytest.mark.django_db, pytest.mark.amina(in_dienst=True, met_steun=True)]


@pytest.fixture
def scenario(organisatie: Organisatie) -> Scenario:
    return ScenarioFactory(organisatie=organisatie, naam="Krap")


@pytest.fixture
def dienst(organisatie: Organisatie) -> Dienst:
    return DienstFactory(organisatie=organisatie, naam="Klusdienst")


def _instroom(dienst: Dienst, /, **anders: Any) -> dict[str, Any]:
    return {
        "dienst": dienst,
        "van": date(2027, 4, 1),
        "aantal": 2,
        "elk_jaar": False,
        "pakket": "imw_5",
        "niveau": "midden",
        "tewerkstellingsbreuk": Decimal(1),
        "bruto_maandloon": Decimal("2300.00"),
    } | anders


def _blad(dienst: Dienst, **anders: Any) -> dict[str, Any]:
    return {
        "dienst": dienst,
        "blad": "eigen_opbrengst",
        "bedrag": Decimal("1000.00"),
        "wijze": "vast",
        "van": date(2027, 1, 1),
        "geindexeerd": False,
    } | anders


def test_what_happens_to_an_employee(
    coordinator: Gebruiker, scenario: Scenario, amina: Werknemer
) -> None:
    keuze = Werknemerkeuze("dag", date(2027, 6, 30), "verhoogd", 40)
    stel_werknemer_in(scenario, door=coordinator, gezien=None, werknemer=amina, keuze=keuze)
    assert lees_keuze(scenario, amina) == keuze
    vertrek, verlenging, regel = Auditregel.objects.order_by("pk")
    assert (regel.soort, regel.actie) == ("scenario", "werknemer ingesteld")
    assert vertrek.verschil == {"laatste_dag": [None, "2027-06-30"]}
    assert verlenging.verschil == {"uitkomst": [None, "verhoogd"], "percentage": [None, 40]}
    assert vertrek.wijzigingen == {"laatste_dag": []}
    terug = Werknemerkeuze()
    stel_werknemer_in(scenario, door=coordinator, gezien=None, werknemer=amina, keuze=terug)
    assert gaat_mee(scenario) == []


def test_somebody_stays_and_the_extension_is_refused(
    coordinator: Gebruiker, scenario: Scenario, amina: Werknemer
) -> None:
    keuze = Werknemerkeuze("blijft", uitkomst="geweigerd")
    stel_werknemer_in(scenario, door=coordinator, gezien=None, werknemer=amina, keuze=keuze)
    assert lees_keuze(scenario, amina) == keuze


@pytest.mark.parametrize(
    ("keuze", "bewaard"),
    [
        (Werknemerkeuze(vervanging="maanden", na_maanden=2), 2),
        (Werknemerkeuze(vervanging="maanden", na_maanden=0), 0),
        (Werknemerkeuze(vervanging="open"), None),
    ],
)
def test_when_the_place_of_one_employee_is_filled_again(
    coordinator: Gebruiker,
    scenario: Scenario,
    amina: Werknemer,
    keuze: Werknemerkeuze,
    bewaard: int | None,
) -> None:
    stel_werknemer_in(scenario, door=coordinator, gezien=None, werknemer=amina, keuze=keuze)
    assert lees_keuze(scenario, amina) == keuze
    assert scenario.scenariovervanging_set.get().na_maanden == bewaard
    regel = Auditregel.objects.get(soort="scenariovervanging")
    assert (regel.betrokkene_id, regel.organisatie) == (amina.pk, scenario.organisatie)
    kopie = kopieer_scenario(scenario, door=coordinator, naam="Kopie")
    assert lees_keuze(kopie, amina) == keuze
    assert gaat_mee(kopie) == ["1 vervanging"]
    stel_werknemer_in(
        scenario, door=coordinator, gezien=None, werknemer=amina, keuze=Werknemerkeuze()
    )
    assert gaat_mee(scenario) == []


@pytest.mark.parametrize(
    ("keuze", "veld", "zin"),
    [
        (
            Werknemerkeuze(vervanging="maanden"),
            "na_maanden",
            "Vul in na hoeveel maanden de plaats weer ingevuld is.",
        ),
        (
            Werknemerkeuze("blijft", vervanging="maanden", na_maanden=2),
            "vervanging",
            "Amina blijft zeker, dus er komt geen plaats vrij. Kies ook een dag.",
        ),
        (Werknemerkeuze("dag"), "laatste_dag", "Kies de laatste dag waarop Amina werkt."),
        (
            Werknemerkeuze("dag", date(2026, 11, 22)),
            "laatste_dag",
            "22 november 2026 is al voorbij. Kies een dag vanaf vandaag.",
        ),
        (
            Werknemerkeuze(uitkomst="zelfde"),
            "percentage",
            "Vul het percentage van de verlenging in.",
        ),
        (
            Werknemerkeuze(uitkomst="zelfde", percentage=25),
            "percentage",
            "De laatste schijf is 20 %. Kies dat percentage, of een verlenging met een hoger of "
            "lager percentage.",
        ),
        (
            Werknemerkeuze(uitkomst="verhoogd", percentage=20),
            "percentage",
            "De laatste schijf is 20 %. Kies een hoger percentage.",
        ),
        (
            Werknemerkeuze(uitkomst="verlaagd", percentage=20),
            "percentage",
            "De laatste schijf is 20 %. Lager bestaat niet.",
        ),
    ],
)
def test_a_choice_that_cannot_be(
    coordinator: Gebruiker,
    scenario: Scenario,
    amina: Werknemer,
    keuze: Werknemerkeuze,
    veld: str,
    zin: str,
) -> None:
    with pytest.raises(ValidationError) as fout:
        stel_werknemer_in(scenario, door=coordinator, gezien=None, werknemer=amina, keuze=keuze)
    assert fout.value.message_dict == {veld: [zin]}
    assert gaat_mee(scenario) == []


def test_a_percentage_of_23_is_refused(
    coordinator: Gebruiker, scenario: Scenario, amina: Werknemer
) -> None:
    keuze = Werknemerkeuze(uitkomst="verhoogd", percentage=23)
    with pytest.raises(ValidationError) as fout:
        stel_werknemer_in(scenario, door=coordinator, gezien=None, werknemer=amina, keuze=keuze)
    assert zinnen_van(fout) == ["Een percentage is een veelvoud van 5, van 20 tot en met 75."]


@pytest.mark.parametrize(
    ("soort", "begin"),
    [
        (SoortAdvies.IMW_2, "Een advies van 2 jaar kan niet verlengd worden."),
        (SoortAdvies.LDE_OVERGANG, "Een LDE-overgang wordt niet verlengd."),
    ],
)
def test_support_that_cannot_be_extended(
    coordinator: Gebruiker, organisatie: Organisatie, scenario: Scenario, soort: str, begin: str
) -> None:
    werknemer = WerknemerFactory(organisatie=organisatie)
    AdviesFactory(werknemer=werknemer, soort=soort, besluitdatum=date(2026, 2, 1))
    keuze = Werknemerkeuze(uitkomst="zelfde", percentage=20)
    with pytest.raises(ValidationError) as fout:
        stel_werknemer_in(scenario, door=coordinator, gezien=None, werknemer=werknemer, keuze=keuze)
    assert fout.value.message_dict["uitkomst"][0].startswith(begin)


def test_somebody_of_another_organisation_has_no_place(
    coordinator: Gebruiker, scenario: Scenario
) -> None:
    with pytest.raises(ValidationError, match="hoort bij een andere organisatie"):
        stel_werknemer_in(
            scenario,
            door=coordinator,
            gezien=None,
            werknemer=WerknemerFactory(),
            keuze=Werknemerkeuze("blijft"),
        )


def test_inflow_is_added_changed_and_taken_out(
    coordinator: Gebruiker, hr: Gebruiker, scenario: Scenario, dienst: Dienst
) -> None:
    deel = voeg_instroom_toe(scenario=scenario, door=coordinator, **_instroom(dienst))
    assert (deel.aantal, deel.dienst, deel.scenario) == (2, dienst, scenario)
    gezien = deel.gewijzigd_op
    wijzig_instroom(deel, door=hr, gezien=gezien, **_instroom(dienst, aantal=5))
    assert Scenarioinstroom.objects.get().aantal == 5
    with pytest.raises(IntussenGewijzigd):
        wijzig_instroom(deel, door=coordinator, gezien=gezien, **_instroom(dienst, aantal=7))
    verwijder_deel(deel, door=coordinator)
    assert not Scenarioinstroom.objects.exists()
    acties = Auditregel.objects.filter(soort="scenarioinstroom").order_by("pk")
    assert [regel.actie for regel in acties] == ["toegevoegd", "gewijzigd", "verwijderd"]
    with pytest.raises(IntussenVerwijderd):
        verwijder_deel(deel, door=hr)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"aantal": 101}, "Kies een aantal van 1 tot en met 100."),
        ({"bruto_maandloon": Decimal(-1)}, "Een loon kan niet negatief zijn."),
        (
            {"tewerkstellingsbreuk": Decimal("1.5")},
            "De tewerkstellingsbreuk ligt tussen 0 en 1 (voltijds).",
        ),
        (
            {"van": date(2026, 9, 30)},
            "Een scenario gaat over wat komt. Kies een dag vanaf 1 oktober 2026.",
        ),
        (
            {"van": date(2036, 10, 1)},
            "Dit telt nooit mee: een prognose gaat hoogstens tot en met 2036-K3. Kies een dag tot "
            "en met 30 september 2036.",
        ),
    ],
)
def test_inflow_that_cannot_be(
    coordinator: Gebruiker, scenario: Scenario, dienst: Dienst, anders: dict[str, Any], zin: str
) -> None:
    with pytest.raises(ValidationError) as fout:
        voeg_instroom_toe(scenario=scenario, door=coordinator, **_instroom(dienst, **anders))
    assert zinnen_van(fout) == [zin]


def test_a_leaf_changes_once_per_service(
    coordinator: Gebruiker, scenario: Scenario, dienst: Dienst
) -> None:
    voeg_blad_toe(scenario=scenario, door=coordinator, **_blad(dienst))
    with pytest.raises(ValidationError, match="Dit blad is in dit scenario al gewijzigd"):
        voeg_blad_toe(scenario=scenario, door=coordinator, **_blad(dienst))
    anders = {"blad": "ald_vergoeding", "bedrag": Decimal(-1)}
    with pytest.raises(ValidationError, match="Een bedrag kan niet negatief zijn"):
        voeg_blad_toe(scenario=scenario, door=coordinator, **_blad(dienst, **anders))
    with pytest.raises(ValidationError, match=r"Dit telt nooit mee: .* met 1 juli 2036"):
        voeg_blad_toe(
            scenario=scenario,
            door=coordinator,
            **_blad(dienst, blad="ald_vergoeding", van=date(2036, 7, 2)),
        )
    with pytest.raises(ValidationError, match="hoort bij een andere organisatie"):
        voeg_blad_toe(scenario=scenario, door=coordinator, **_blad(DienstFactory()))
    assert Scenarioblad.objects.get().bedrag == 1000


def test_a_place_stays_open_for_two_years_at_most(
    coordinator: Gebruiker, scenario: Scenario, amina: Werknemer
) -> None:
    keuze = Werknemerkeuze(vervanging="maanden", na_maanden=25)
    with pytest.raises(ValidationError) as fout:
        stel_werknemer_in(scenario, door=coordinator, gezien=None, werknemer=amina, keuze=keuze)
    assert zinnen_van(fout) == ["Een plaats blijft hoogstens 24 maanden open."]


def test_nobody_starts_in_a_closed_service_or_for_nothing(
    coordinator: Gebruiker, scenario: Scenario, dienst: Dienst
) -> None:
    dicht = DienstFactory(organisatie=scenario.organisatie, naam="Fietspunt", actief=False)
    for anders, veld, zin in (
        (
            {"dienst": dicht},
            "dienst",
            "Fietspunt is gesloten, dus daar start niemand meer. Kies een andere dienst.",
        ),
        (
            {"bruto_maandloon": Decimal(0)},
            "bruto_maandloon",
            "Een loon van 0 euro kan niet kloppen. Kijk het bedrag na.",
        ),
    ):
        with pytest.raises(ValidationError) as fout:
            voeg_instroom_toe(scenario=scenario, door=coordinator, **_instroom(dienst, **anders))
        assert fout.value.message_dict == {veld: [zin]}
    assert not Scenarioinstroom.objects.exists()
