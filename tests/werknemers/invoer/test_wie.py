"""Who a row is about: where number, national number, and name with birth date disagree, it asks."""

from datetime import date
from typing import Any

import pytest

from gebruikers.models import Organisatie
from tests.fabrieken import DienstFactory, WerknemerFactory
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from werknemers.domein.insz import zoek_insz
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.meldingen import Meldingsernst
from werknemers.domein.invoer.uitkomst import Rijactie, Rijuitkomst
from werknemers.domein.invoer.vergelijken import vergelijk
from werknemers.models import Werknemer

INSZ = "85073003328"
ANDER_INSZ = "85073003427"
ONBEKEND: dict[str, Any] = {"insz": "", "geboortedatum": ""}


@pytest.fixture
def amina(organisatie: Organisatie) -> Werknemer:
    """The employee of `RIJ`, without national number."""
    DienstFactory(organisatie=organisatie, naam="De Lepel")
    return WerknemerFactory(
        organisatie=organisatie,
        personeelsnummer="W1",
        familienaam="Benali",
        voornaam="Amina",
        geboortedatum=date(1985, 7, 30),
    )


def uitkomsten(organisatie: Organisatie, *rijen: dict[str, Any]) -> tuple[Rijuitkomst, ...]:
    inlezing = lees_in(xlsx(tabel(*rijen)))
    return vergelijk(inlezing.rijen, organisatie=organisatie).rijen


def vragen(uitkomst: Rijuitkomst) -> list[tuple[str, str]]:
    return [(m.code, m.tekst) for m in uitkomst.meldingen if m.ernst is Meldingsernst.VRAAG]


def vraag(organisatie: Organisatie, **anders: Any) -> list[str]:
    (uitkomst,) = uitkomsten(organisatie, rij(**anders))
    return [code for code, _ in vragen(uitkomst)]


def test_the_number_of_somebody_else_shows_both_people(
    organisatie: Organisatie, amina: Werknemer
) -> None:
    anders = {"voornaam": "Jan", "familienaam": "Peeters", "geboortedatum": date(1990, 1, 2)}
    (uitkomst,) = uitkomsten(organisatie, rij(insz="", **anders))
    assert vragen(uitkomst) == [
        (
            "andere_persoon",
            "Nummer W1 is bij ons van Amina Benali (geboren op 30/07/1985). In het blad staat Jan "
            "Peeters (geboren op 02/01/1990). Is dat iemand anders, geef die dan een eigen "
            "nummer: anders komt het dossier van de ene bij de andere terecht.",
        )
    ]
    assert uitkomst.vraagt_bevestiging


@pytest.mark.parametrize(
    "anders",
    [
        {"familienaam": "Peeters"},  # married, or misspelt: the birth date is the same
        {"familienaam": "Benali Peeters", "geboortedatum": date(1985, 7, 13)},
        {"voornaam": "Benali", "familienaam": "Amina", "geboortedatum": date(1985, 7, 13)},
        {"familienaam": "Peeters", "geboortedatum": ""},
    ],
)
def test_one_thing_that_is_corrected_is_nobody_else(
    organisatie: Organisatie, amina: Werknemer, anders: dict[str, Any]
) -> None:
    assert vraag(organisatie, **{"insz": "", **anders}) == []


@pytest.mark.parametrize(
    "anders",
    [
        # Of one family, and no more than that.
        {"voornaam": "Jan", "geboortedatum": date(1990, 1, 2)},
        {"voornaam": "Jan", "familienaam": "Peeters", "geboortedatum": ""},
        {"voornaam": "Jan", "familienaam": "Peeters"},  # born on one day, and no more than that
    ],
)
def test_another_name_that_no_birth_date_settles_asks(
    organisatie: Organisatie, amina: Werknemer, anders: dict[str, Any]
) -> None:
    assert vraag(organisatie, **{"insz": "", **anders}) == ["andere_persoon"]


def test_the_national_number_settles_it(organisatie: Organisatie, amina: Werknemer) -> None:
    Werknemer.objects.update(insz=INSZ, insz_hash=zoek_insz(INSZ))
    wie = {"voornaam": "Jan", "familienaam": "Peeters"}
    assert vraag(organisatie, **wie) == []
    assert vraag(organisatie, insz=ANDER_INSZ) == ["andere_persoon"]


def test_somebody_we_have_under_another_number_asks(
    organisatie: Organisatie, amina: Werknemer
) -> None:
    (uitkomst,) = uitkomsten(organisatie, rij(personeelsnummer="W2", insz=""))
    assert uitkomst.actie is Rijactie.NIEUW
    assert vragen(uitkomst) == [
        (
            "al_bekend",
            "Bij ons staat al Amina Benali (geboren op 30/07/1985), met nummer W1. Is het dezelfde "
            "persoon, neem dan dat nummer: anders bestaat die twee keer.",
        )
    ]
    assert vraag(organisatie, **{"personeelsnummer": "W2", **ONBEKEND}) == []
    assert vraag(organisatie, personeelsnummer="W2", voornaam="Aïcha", insz="") == []


def test_the_number_of_one_beside_the_name_of_another_asks(
    organisatie: Organisatie, amina: Werknemer
) -> None:
    """Also where the number is of somebody with the same first name and no birth date."""
    WerknemerFactory(
        organisatie=organisatie,
        personeelsnummer="W2",
        voornaam="Amina",
        familienaam="Zouhri",
        geboortedatum=None,
    )
    (uitkomst,) = uitkomsten(organisatie, rij(personeelsnummer="W2", insz=""))
    ((code, zin),) = vragen(uitkomst)
    assert code == "andere_persoon"
    assert "is bij ons van Amina Zouhri" in zin
    assert "In het blad staat Amina Benali (geboren op 30/07/1985). Die staat bij ons met" in zin
    namen = {"familienaam": "Benali", "geboortedatum": date(1985, 7, 30)}
    Werknemer.objects.filter(personeelsnummer="W2").update(**namen)
    assert vraag(organisatie, personeelsnummer="W2", insz="") == []


def test_numbers_that_differ_in_zeros_ask(organisatie: Organisatie, amina: Werknemer) -> None:
    amina.personeelsnummer = "00123"
    amina.save()
    wie = {"voornaam": "Jan", "geboortedatum": date(1990, 1, 2), "insz": ""}
    assert vraag(organisatie, personeelsnummer="123", **wie) == ["nummer_nullen"]
    assert vraag(organisatie, personeelsnummer="0123", **wie) == ["nummer_nullen"]
    assert vraag(organisatie, personeelsnummer="1230", **wie) == []


def test_somebody_of_another_organisation_is_never_named(
    andere_organisatie: Organisatie, amina: Werknemer
) -> None:
    DienstFactory(organisatie=andere_organisatie, naam="De Lepel")
    assert vraag(andere_organisatie, personeelsnummer="W2", insz="") == []
