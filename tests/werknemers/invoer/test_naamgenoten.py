"""Two people of one file with one name and birth date, who work at the same time: both come in, and
it is told."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import DienstFactory, WerknemerFactory
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from tests.werknemers.invoer.test_antwoorden import JAN, kies
from tests.werknemers.invoer.test_antwoordschermen import adres, plat
from werknemers.domein.invoer.antwoorden import Antwoorden, Rijantwoord, Rijplek
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.nazicht import lees_nazicht
from werknemers.domein.invoer.vergelijken import vergelijk

Als = Callable[[Gebruiker], Client]


@pytest.fixture(autouse=True)
def _dienst(organisatie: Organisatie) -> None:
    DienstFactory(organisatie=organisatie, naam="De Lepel")


def jan(nummer: str, **anders: Any) -> dict[str, Any]:
    return rij(**{**JAN, "personeelsnummer": nummer, **anders})


def gezegd(
    organisatie: Organisatie, *rijen: dict[str, Any], **antwoorden: Rijantwoord
) -> list[str]:
    gegeven = Antwoorden({Rijplek("", int(n[3:])): wat for n, wat in antwoorden.items()})
    inlezing = lees_in(xlsx(tabel(*rijen)), antwoorden=gegeven)
    uitkomst = vergelijk(inlezing.rijen, organisatie=organisatie, antwoorden=inlezing.antwoorden)
    return [melding.tekst for melding in uitkomst.opmerkingen]


def test_two_namesakes_come_in_and_are_told(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(jan("W1"), jan("W2")))
    zin = (
        "Er staan twee mensen met dezelfde naam en geboortedatum in: Jan Peeters (rij 2 en rij 3). "
        "Klopt dat?"
    )
    nazicht = lees_nazicht(opdracht)
    assert (nazicht.zin, nazicht.opmerkingen) == ("2 rijen: 2 nieuw.", [zin])
    assert (nazicht.te_beantwoorden, nazicht.te_bevestigen) == (0, 0)
    assert zin in plat(als(hr).get(adres(opdracht)))


def test_many_namesakes_are_told_in_one_sentence(organisatie: Organisatie) -> None:
    mo = {"voornaam": "Mo", "geboortedatum": date(1991, 1, 2)}
    rijen = [jan("W1"), jan("W2"), jan("W3"), jan("W4", **mo), jan("W5", **mo)]
    assert gezegd(organisatie, *rijen) == [
        "Er staan mensen met dezelfde naam en geboortedatum in: Jan Peeters (rij 2, rij 3 en "
        "rij 4); Mo Peeters (rij 5 en rij 6). Klopt dat?"
    ]


def test_one_person_with_two_contracts_is_no_namesake(organisatie: Organisatie) -> None:
    eerste = jan("W1", einde_contract=date(2025, 6, 30))
    assert gezegd(organisatie, eerste, jan("W1", start_contract=date(2025, 7, 1))) == []


def test_nothing_is_told_of_who_is_asked_about_refused_or_left_out(
    organisatie: Organisatie,
) -> None:
    achter = jan("W2", start_contract=date(2026, 1, 1))
    assert gezegd(organisatie, jan("W1", einde_contract=date(2025, 6, 30)), achter) == []
    assert gezegd(organisatie, jan("W1"), jan("W2", dienst="Elders")) == []
    assert gezegd(organisatie, jan("W1"), jan("W2"), rij3=Rijantwoord(weg=True)) == []


def test_namesakes_whom_we_have_are_not_told_again(organisatie: Organisatie) -> None:
    for nummer in ("W1", "W2"):
        WerknemerFactory(
            organisatie=organisatie,
            personeelsnummer=nummer,
            familienaam="Peeters",
            voornaam="Jan",
            geboortedatum=date(1990, 1, 2),
        )
    assert gezegd(organisatie, jan("W1"), jan("W2")) == []
