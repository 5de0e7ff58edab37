"""Making, changing, copying and removing scenarios of one's own."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from financiering.domein.scenario_in_woorden import gaat_mee
from financiering.domein.scenariobeheer import (
    kopieer_scenario,
    maak_scenario,
    verwijder_scenario,
    wijzig_scenario,
)
from financiering.keuzes import Scenariobasis
from financiering.models import Scenario, Scenariovertrek
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from tests.fabrieken import DienstFactory
from tests.fabrieken.geld import (
    ScenariobladFactory,
    ScenarioFactory,
    ScenarioinstroomFactory,
    ScenarioverlengingFactory,
    ScenariovertrekFactory,
)
from werknemers.models import Dienst, Werknemer

pytestmark = [pytest.mark.django_db, pytest.mark.amina(in_dienst=True, met_steun=True)]
BEGIN: dict[str, Any] = {
    "naam": "Ruim",
    "basis": Scenariobasis.MET_VERVANGING,
    "toelichting": "",
    "jaarindex": Decimal("2.00"),
    "vertraging": 4,
    "pakket": "imw_5",
    "niveau": "midden",
}


@pytest.fixture
def scenario(organisatie: Organisatie) -> Scenario:
    return ScenarioFactory(organisatie=organisatie, naam="Krap")


@pytest.fixture
def dienst(organisatie: Organisatie) -> Dienst:
    return DienstFactory(organisatie=organisatie, naam="Klusdienst")


def zinnen_van(fout: pytest.ExceptionInfo[ValidationError]) -> list[str]:
    return fout.value.messages


def test_a_scenario_is_made_with_a_line_in_the_audit_trail(coordinator: Gebruiker) -> None:
    scenario = maak_scenario(door=coordinator, **BEGIN | {"naam": "  Ruim   plan "})
    assert (scenario.naam, scenario.jaarindex, scenario.vertraging) == ("Ruim plan", 2, 4)
    assert scenario.organisatie_id == coordinator.organisatie_id
    regel = Auditregel.objects.get(soort="scenario")
    assert (regel.actie, regel.door, regel.onderwerp_id) == ("gemaakt", coordinator, scenario.pk)


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"naam": "  "}, "naam", "Geef dit scenario een naam."),
        ({"naam": "Niets Doen"}, "naam", "“Niets Doen” is er altijd al. Kies een andere naam."),
    ],
)
def test_what_a_scenario_may_not_be_called(
    coordinator: Gebruiker, anders: dict[str, Any], veld: str, zin: str
) -> None:
    with pytest.raises(ValidationError) as fout:
        maak_scenario(door=coordinator, **BEGIN | anders)
    assert fout.value.message_dict == {veld: [zin]}


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"naam": "KRAP"}, "Er is al een scenario met deze naam. Kies een andere."),
        ({"jaarindex": Decimal(11)}, "Een index ligt tussen 0 % en 10 % per jaar."),
        ({"vertraging": 25}, "Een plaats blijft hoogstens 24 maanden open."),
    ],
)
def test_the_database_refuses_with_a_sentence(
    coordinator: Gebruiker, scenario: Scenario, anders: dict[str, Any], zin: str
) -> None:
    with pytest.raises(ValidationError) as fout:
        maak_scenario(door=coordinator, **BEGIN | anders)
    assert zinnen_van(fout) == [zin]
    assert Scenario.objects.get() == scenario


def test_a_scenario_changes_unless_somebody_else_was_first(
    coordinator: Gebruiker, hr: Gebruiker, scenario: Scenario
) -> None:
    gezien = scenario.gewijzigd_op
    wijzig_scenario(scenario, door=hr, gezien=gezien, **BEGIN)
    assert Scenario.objects.get().naam == "Ruim"
    with pytest.raises(IntussenGewijzigd):
        wijzig_scenario(scenario, door=coordinator, gezien=gezien, **BEGIN | {"naam": "Ander"})
    assert Scenario.objects.get().naam == "Ruim"


def test_a_change_that_changes_nothing_leaves_no_line(
    coordinator: Gebruiker, scenario: Scenario
) -> None:
    zelfde = {veld: getattr(scenario, veld) for veld in BEGIN}
    wijzig_scenario(scenario, door=coordinator, gezien=None, **zelfde)
    assert not Auditregel.objects.exists()


def test_a_copy_has_everything_and_stands_by_itself(
    coordinator: Gebruiker, scenario: Scenario, amina: Werknemer, dienst: Dienst
) -> None:
    ScenariovertrekFactory(scenario=scenario, werknemer=amina)
    ScenarioverlengingFactory(scenario=scenario, werknemer=amina)
    ScenarioinstroomFactory(scenario=scenario, dienst=dienst, aantal=3)
    ScenariobladFactory(scenario=scenario, dienst=dienst)
    kopie = kopieer_scenario(scenario, door=coordinator, naam="Krap (kopie)")
    assert (kopie.basis, kopie.organisatie) == (scenario.basis, scenario.organisatie)
    delen = ["1 vertrekdag", "1 verlenging", "1 instroom", "1 gewijzigd bedrag"]
    assert gaat_mee(kopie) == gaat_mee(scenario) == delen
    assert kopie.scenarioinstroom_set.get().aantal == 3
    verwijder_scenario(scenario, door=coordinator, gezien=None)
    assert gaat_mee(kopie) == delen


def test_a_copy_needs_a_name_of_its_own(coordinator: Gebruiker, scenario: Scenario) -> None:
    with pytest.raises(ValidationError, match="Er is al een scenario met deze naam"):
        kopieer_scenario(scenario, door=coordinator, naam="krap")
    assert Scenario.objects.get() == scenario


def test_a_scenario_goes_with_its_parts_and_leaves_a_line(
    coordinator: Gebruiker, scenario: Scenario, amina: Werknemer
) -> None:
    ScenariovertrekFactory(scenario=scenario, werknemer=amina)
    pk = scenario.pk
    verwijder_scenario(scenario, door=coordinator, gezien=scenario.gewijzigd_op)
    assert not Scenario.objects.exists()
    assert not Scenariovertrek.objects.exists()
    vertrek, regel = Auditregel.objects.order_by("pk")
    assert (vertrek.soort, vertrek.betrokkene_id) == ("scenariovertrek", amina.pk)
    assert (regel.actie, regel.onderwerp_id) == ("verwijderd", pk)
    assert regel.verschil["naam"] == ["Krap", None]


def test_who_saw_an_older_version_does_not_remove_it(
    coordinator: Gebruiker, hr: Gebruiker, scenario: Scenario
) -> None:
    gezien = scenario.gewijzigd_op
    wijzig_scenario(scenario, door=hr, gezien=gezien, **BEGIN)
    with pytest.raises(IntussenGewijzigd):
        verwijder_scenario(scenario, door=coordinator, gezien=gezien)
    assert Scenario.objects.exists()
