"""An organisation that is ready for the example files."""

import pytest

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import DienstFactory, GebruikerFactory
from werknemers.models import Dienst

DIENSTEN = (
    "Buurtrestaurant De Lepel",
    "Fietspunt Station",
    "Kinderopvang Het Nest",
    "Klusdienst Noord",
)
BEGELEIDERS = ("an.peeters", "karim.haddad", "lies.maes")


@pytest.fixture
def diensten(organisatie: Organisatie) -> list[Dienst]:
    return [DienstFactory(organisatie=organisatie, naam=naam) for naam in DIENSTEN]


@pytest.fixture
def begeleiders(organisatie: Organisatie) -> list[Gebruiker]:
    return [
        GebruikerFactory(
            organisatie=organisatie, email=f"{wie}@voorbeeld.be", voornaam=wie, naam="B"
        )
        for wie in BEGELEIDERS
    ]
