"""The step of the columns asks first what has to be answered; what is known is folded."""

from collections.abc import Callable

import pytest
from django.test import Client

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import DienstFactory
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from tests.werknemers.invoer.test_kolomscherm import adres, gelezen, ingevuld

Als = Callable[[Gebruiker], Client]
DICHT = '<details class="vouw"> <summary>'
OPEN = '<details class="vouw" open> <summary>'


@pytest.fixture(autouse=True)
def _dienst(organisatie: Organisatie) -> None:
    DienstFactory(organisatie=organisatie, naam="De Lepel")


def plat(inhoud: bytes) -> str:
    return " ".join(inhoud.decode().split())


def test_what_asks_something_and_the_button_come_first(als: Als, hr: Gebruiker) -> None:
    html = plat(als(hr).get(adres(gelezen(hr))).content)
    plaatsen = [
        html.index(tekst)
        for tekst in ("Schoenmaat", "Lees het bestand zo", DICHT, "Deze kolommen kennen we (17)")
    ]
    assert plaatsen == sorted(plaatsen)
    assert html.index("Pers.nr.") > plaatsen[2]


def test_what_is_wrong_with_a_known_column_stands_open(als: Als, hr: Gebruiker) -> None:
    client, opdracht = als(hr), gelezen(hr)
    velden = ingevuld(client.get(adres(opdracht)), kolom_Afdeling="Functie")
    antwoord = client.post(adres(opdracht), velden)
    assert antwoord.status_code == 422
    assert OPEN in plat(antwoord.content)


def test_where_nothing_is_asked_the_columns_stand_open(als: Als, hr: Gebruiker) -> None:
    opdracht = gelezen(hr, xlsx(tabel(rij())))
    assert OPEN in plat(als(hr).get(adres(opdracht)).content)
