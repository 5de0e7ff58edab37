"""The operator: the same login as everybody, and only Django's own admin behind it."""

from collections.abc import Callable

import pytest
from django.test import Client

from gebruikers.models import Gebruiker, Organisatie
from regels.models import Startpakket
from tests.fabrieken import WACHTWOORD

Als = Callable[[Gebruiker], Client]


@pytest.fixture
def operator(db: None) -> Gebruiker:
    return Gebruiker.objects.create_superuser("operator@voorbeeld.be", WACHTWOORD)


def test_the_operator_logs_in_as_everybody_does(client: Client, operator: Gebruiker) -> None:
    antwoord = client.get("/operator/", follow=True)
    assert antwoord.request["PATH_INFO"] == "/account/login/"
    antwoord = client.post("/account/login/", {"login": operator.email, "password": WACHTWOORD})
    assert antwoord.url == "/operator/"
    assert client.get("/operator/").status_code == 200


def test_a_member_does_not_get_in(als: Als, beheerder: Gebruiker) -> None:
    assert als(beheerder).get("/operator/", follow=True).status_code == 403


def test_the_operator_has_no_business_inside_the_organisations(
    als: Als, operator: Gebruiker
) -> None:
    assert als(operator).get("/beheer/gebruikers/").status_code == 403


def test_a_user_made_in_the_admin_chooses_their_own_password(
    als: Als, operator: Gebruiker, organisatie: Organisatie
) -> None:
    velden = {
        "email": "nieuw@voorbeeld.be",
        "voornaam": "Nora",
        "naam": "Nys",
        "organisatie": organisatie.pk,
        "rol": "beheerder",
        "is_active": "on",
    }
    antwoord = als(operator).post("/operator/gebruikers/gebruiker/add/", velden)
    assert antwoord.status_code == 302
    nieuw = Gebruiker.objects.get(email="nieuw@voorbeeld.be")
    assert not nieuw.has_usable_password()


@pytest.mark.parametrize(
    "pad",
    [
        "gebruikers/organisatie/",
        "gebruikers/gebruiker/",
        "regels/bron/",
        "regels/startpakket/",
        "gedeeld/taakrun/",
        "gedeeld/uitgaandemail/",
        "gedeeld/auditregel/",
    ],
)
def test_every_list_opens(
    als: Als, operator: Gebruiker, organisatie: Organisatie, pad: str
) -> None:
    assert als(operator).get(f"/operator/{pad}").status_code == 200


def test_a_start_package_opens_with_its_steps(als: Als, operator: Gebruiker) -> None:
    pakket = Startpakket.objects.standaard().get(soort="imw_5")
    antwoord = als(operator).get(f"/operator/regels/startpakket/{pakket.pk}/change/")
    assert antwoord.status_code == 200
    assert antwoord.content.decode().count('name="schijven-0-percentage"') == 1
