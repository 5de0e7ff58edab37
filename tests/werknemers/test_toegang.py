"""Who gets which page: 403 for who may not edit, 404 for what belongs to another organisation."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    GebeurtenisFactory,
    GebruikerFactory,
    WerknemerFactory,
)

Als = Callable[[Gebruiker], Client]
BEWERKERS = {Rol.COORDINATOR, Rol.HR, Rol.BEHEERDER}
DIENSTEN = {Rol.COORDINATOR, Rol.BEHEERDER}
WIE_MAG = {
    "nieuw": BEWERKERS,
    "bewerk": BEWERKERS,
    "contract_nieuw": BEWERKERS,
    "contract_bewerk": BEWERKERS,
    "advies_nieuw": BEWERKERS,
    "advies_bewerk": BEWERKERS,
    "advies_verwijder": BEWERKERS,
    "advies_berekening": BEWERKERS,
    "gebeurtenis_kies": BEWERKERS,
    "gebeurtenis_bewerk": BEWERKERS,
    "gebeurtenis_verwijder": BEWERKERS,
    "diensten": DIENSTEN,
    "dienst_bewerk": DIENSTEN,
}
ALLEEN_LEZEN = {"advies_berekening", "gebeurtenis_kies"}
ZONDER_PK = {"nieuw", "advies_berekening", "diensten"}


def _adres(naam: str, organisatie: Organisatie, begeleider: Gebruiker | None = None) -> str:
    if naam in ZONDER_PK:
        return reverse(f"werknemers:{naam}")
    werknemer = WerknemerFactory(organisatie=organisatie, begeleider=begeleider)
    if naam.startswith("contract_b"):
        pk = ContractFactory(werknemer=werknemer).pk
    elif naam in {"advies_bewerk", "advies_verwijder"}:
        pk = AdviesFactory(werknemer=werknemer).pk
    elif naam in {"gebeurtenis_bewerk", "gebeurtenis_verwijder"}:
        pk = GebeurtenisFactory(advies__werknemer=werknemer).pk
    elif naam == "dienst_bewerk":
        pk = DienstFactory(organisatie=organisatie).pk
    else:
        pk = werknemer.pk
    return reverse(f"werknemers:{naam}", args=[pk])


@pytest.mark.parametrize("naam", WIE_MAG)
@pytest.mark.parametrize("rol", Rol)
def test_every_role_on_every_page(als: Als, organisatie: Organisatie, naam: str, rol: Rol) -> None:
    """A counsellor is refused even for the own caseload, on GET and on POST."""
    wie = GebruikerFactory(organisatie=organisatie, rol=rol)
    adres, client = _adres(naam, organisatie, begeleider=wie), als(wie)
    verwacht = 200 if rol in WIE_MAG[naam] else 403
    assert client.get(adres).status_code == verwacht
    if verwacht == 403 and naam not in ALLEEN_LEZEN:
        assert client.post(adres, {}).status_code == 403


@pytest.mark.parametrize("naam", sorted(set(WIE_MAG) - ZONDER_PK))
def test_another_organisation_does_not_exist(
    als: Als, beheerder: Gebruiker, andere_organisatie: Organisatie, naam: str
) -> None:
    adres, client = _adres(naam, andere_organisatie), als(beheerder)
    assert client.get(adres).status_code == 404
    if naam not in ALLEEN_LEZEN:
        assert client.post(adres, {"naam": "x"}).status_code == 404


@pytest.mark.parametrize("naam", WIE_MAG)
def test_who_is_not_logged_in_goes_to_the_login(organisatie: Organisatie, naam: str) -> None:
    antwoord = Client().get(_adres(naam, organisatie))
    assert antwoord.status_code == 302
    assert antwoord.url.startswith(reverse("account_login"))


# session, user and organisation are three of each
VRAGEN = {
    "nieuw": 3,  # counsellors
    "bewerk": 4,  # employee, counsellors
    "contract_nieuw": 5,  # employee, is there a service, services
    "contract_bewerk": 4,  # contract with employee, services
    "advies_nieuw": 4,  # employee, advice
    "advies_bewerk": 6,  # advice with employee, its steps, other advice, packages with steps
    "advies_verwijder": 6,  # advice with employee, its steps, what would go with it (2)
    "advies_berekening": 4,  # advice, packages with steps
    "gebeurtenis_kies": 4,  # employee, advice
    "gebeurtenis_bewerk": 4,  # event with employee and advice, its steps
    "gebeurtenis_verwijder": 6,  # event with employee, its steps, what would go with it (2)
    "dienst_bewerk": 3,  # service
}


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize("naam", VRAGEN)
def test_the_number_of_queries_does_not_depend_on_the_amount_of_data(
    als: Als,
    hr: Gebruiker,
    coordinator: Gebruiker,
    django_assert_num_queries: DjangoAssertNumQueries,
    naam: str,
    aantal: int,
) -> None:
    wie = coordinator if naam == "dienst_bewerk" else hr
    adres = _adres(naam, wie.organisatie)
    for _ in range(aantal):
        ContractFactory(werknemer__organisatie=wie.organisatie)
        GebruikerFactory(organisatie=wie.organisatie)
        AdviesFactory(werknemer__organisatie=wie.organisatie)
    client = als(wie)
    with django_assert_num_queries(VRAGEN[naam]):
        client.get(adres)
