"""The services: list, add, rename, close."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import ContractFactory, DienstFactory
from tests.werknemers.blad import bewaar, fouten
from werknemers.models import Dienst

Als = Callable[[Gebruiker], Client]
LIJST = reverse("werknemers:diensten")


def _bewerk(dienst: Dienst) -> str:
    return reverse("werknemers:dienst_bewerk", args=[dienst.pk])


def test_the_list_counts_who_works_there_now(
    als: Als, beheerder: Gebruiker, organisatie: Organisatie
) -> None:
    keuken = DienstFactory(organisatie=organisatie, naam="Keuken")
    DienstFactory(organisatie=organisatie, naam="Atelier")
    DienstFactory(organisatie=organisatie, naam="Aloud", actief=False)
    DienstFactory(naam="Elders")
    contract = ContractFactory(werknemer__organisatie=organisatie, dienst=keuken)
    ContractFactory(werknemer__organisatie=organisatie, dienst=keuken)
    ContractFactory(
        werknemer=contract.werknemer,
        dienst=keuken,
        periode=Periode.tem(date(2020, 1, 1), date(2020, 12, 31)),
    )
    diensten = als(beheerder).get(LIJST).context["diensten"]
    assert [(d.naam, d.bezetting, d.actief) for d in diensten] == [
        ("Atelier", 0, True),
        ("Keuken", 2, True),
        ("Aloud", 0, False),
    ]


def test_without_services_the_list_says_what_to_do(als: Als, beheerder: Gebruiker) -> None:
    pagina = als(beheerder).get(LIJST).content.decode()
    assert "Er is nog geen dienst. Voeg hieronder de eerste toe." in pagina


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_number_of_queries_does_not_depend_on_the_length(
    als: Als,
    beheerder: Gebruiker,
    organisatie: Organisatie,
    django_assert_num_queries: DjangoAssertNumQueries,
    aantal: int,
) -> None:
    for _ in range(aantal):
        ContractFactory(werknemer__organisatie=organisatie)
    client = als(beheerder)
    with django_assert_num_queries(3):  # session, user, services
        client.get(LIJST)


def test_adding(als: Als, coordinator: Gebruiker, organisatie: Organisatie) -> None:
    antwoord = bewaar(als(coordinator), LIJST, naam="  De   Keuken ")
    dienst = Dienst.objects.get()
    assert antwoord.url == LIJST
    assert (dienst.organisatie, dienst.naam, dienst.actief) == (organisatie, "De Keuken", True)
    assert Auditregel.objects.get().actie == "toegevoegd"


def test_the_same_name_written_differently(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    DienstFactory(organisatie=organisatie, naam="Keuken")
    antwoord = bewaar(als(coordinator), LIJST, naam="keuken ")
    assert antwoord.status_code == 422
    assert fouten(antwoord) == {"naam": ["Er is al een dienst met deze naam."]}
    assert antwoord.context["form"]["naam"].value() == "keuken "


def test_renaming_and_closing(als: Als, beheerder: Gebruiker, organisatie: Organisatie) -> None:
    dienst = DienstFactory(organisatie=organisatie, naam="Keuken")
    client = als(beheerder)
    bewaar(client, _bewerk(dienst), naam="Restaurant")
    assert list(Dienst.objects.values_list("naam", "sleutel")) == [("Restaurant", "restaurant")]
    bewaar(client, _bewerk(dienst), actief=None)
    dienst.refresh_from_db()
    assert not dienst.actief
    bewaar(client, _bewerk(dienst), actief="on")
    dienst.refresh_from_db()
    assert dienst.actief
    assert [regel.verschil for regel in Auditregel.objects.order_by("pk")] == [
        {"naam": ["Keuken", "Restaurant"]},
        {"actief": [True, False]},
        {"actief": [False, True]},
    ]


def test_a_long_name_with_characters_that_grow_when_case_folded(
    als: Als, beheerder: Gebruiker
) -> None:
    assert bewaar(als(beheerder), LIJST, naam="ΐ" * 100).status_code == 302
