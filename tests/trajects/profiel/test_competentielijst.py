"""The list of competences: general ones that nobody changes, own ones to add, order, switch off."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from tests.fabrieken import CompetentieFactory, CompetentiescoreFactory, WerknemerFactory
from trajects.models import Competentie, Competentiescore
from trajects.profiel.competentielijst import (
    Competentievelden,
    verplaats_competentie,
    voeg_competentie_toe,
    wijzig_competentie,
)

Als = Callable[[Gebruiker], Client]
LIJST = "/beheer/competenties/"


def namen(organisatie: Organisatie) -> list[str]:
    """The own ones, in their order."""
    return [wat.naam for wat in Competentie.objects.filter(organisatie=organisatie)]


@pytest.fixture
def drie(coordinator: Gebruiker) -> list[Competentie]:
    return [
        voeg_competentie_toe(door=coordinator, naam=naam) for naam in ("Koken", "Afwas", "Kassa")
    ]


def test_own_ones_come_after_the_general_ones_in_order(
    coordinator: Gebruiker, organisatie: Organisatie, drie: list[Competentie]
) -> None:
    alle = [wat.naam for wat in Competentie.objects.zichtbaar_voor(coordinator)]
    assert alle[0] == "Afspraken nakomen"
    assert alle[10:] == ["Koken", "Afwas", "Kassa"] == namen(organisatie)
    regel = Auditregel.objects.filter(soort="competentie").order_by("pk")[0]
    assert (regel.actie, regel.verschil["naam"]) == ("toegevoegd", [None, "Koken"])


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("  ", "Geef de competentie een naam."),
        ("samenwerken", "Deze competentie staat al op de lijst."),
        ("KOKEN ", "Deze competentie staat al op de lijst."),
    ],
)
def test_a_name_that_cannot_be(
    als: Als, coordinator: Gebruiker, drie: list[Competentie], naam: str, zin: str
) -> None:
    with pytest.raises(ValidationError, match=zin):
        voeg_competentie_toe(door=coordinator, naam=naam)
    if naam.strip():
        antwoord = als(coordinator).post(LIJST, {"naam": naam})
        assert antwoord.status_code == 422
        (fout,) = html.fromstring(antwoord.content).xpath("//*[@id='id_naam_error']")
        assert fout.text_content().strip() == zin
    assert len(namen(drie[0].organisatie)) == 3


@pytest.mark.parametrize(
    ("plaats", "omhoog", "volgorde"),
    [
        (1, True, ["Afwas", "Koken", "Kassa"]),
        (1, False, ["Koken", "Kassa", "Afwas"]),
        (0, True, ["Koken", "Afwas", "Kassa"]),
        (2, False, ["Koken", "Afwas", "Kassa"]),
    ],
)
def test_places_are_changed(
    coordinator: Gebruiker,
    drie: list[Competentie],
    plaats: int,
    omhoog: bool,
    volgorde: list[str],
) -> None:
    CompetentieFactory(naam="Van een ander", volgorde=1005)
    verplaats_competentie(drie[plaats], door=coordinator, omhoog=omhoog)
    assert namen(drie[0].organisatie) == volgorde


def test_switched_off_it_leaves_new_rounds_and_keeps_its_scores(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie, drie: list[Competentie]
) -> None:
    amina = WerknemerFactory(organisatie=organisatie)
    score = CompetentiescoreFactory(werknemer=amina, competentie=drie[0])
    velden = Competentievelden(naam="Koken", omschrijving="Kookt.", actief=False)
    wijzig_competentie(drie[0], door=coordinator, gezien=None, velden=velden)
    client = als(coordinator)
    ronde = client.get(f"/werknemers/{amina.pk}/competenties/").content.decode()
    assert f"score_begeleider_{drie[0].pk}" not in ronde
    assert f"score_begeleider_{drie[1].pk}" in ronde
    plan = client.get(f"/werknemers/{amina.pk}/plan/").content.decode()
    assert "(niet meer op de lijst)" in plan
    assert Competentiescore.objects.get() == score
    assert "niet in nieuwe rondes" in client.get(LIJST).content.decode()


def test_the_general_ones_are_nobodys_to_change(als: Als, coordinator: Gebruiker) -> None:
    algemeen = Competentie.objects.filter(organisatie=None)[0]
    client = als(coordinator)
    assert client.get(f"{LIJST}{algemeen.pk}/").status_code == 404
    assert (
        client.post(f"{LIJST}{algemeen.pk}/verplaats/", {"richting": "omhoog"}).status_code == 404
    )
    velden = Competentievelden(naam="x", omschrijving="", actief=False)
    with pytest.raises(ValidationError, match="voor iedereen dezelfde"):
        wijzig_competentie(algemeen, door=coordinator, gezien=None, velden=velden)
    with pytest.raises(ValidationError, match="voor iedereen dezelfde"):
        verplaats_competentie(algemeen, door=coordinator, omhoog=True)
    algemeen.refresh_from_db()
    assert (algemeen.naam, algemeen.actief) == ("Afspraken nakomen", True)


def test_on_the_page(als: Als, coordinator: Gebruiker, organisatie: Organisatie) -> None:
    client = als(coordinator)
    assert "Jullie gebruiken de algemene lijst hieronder." in client.get(LIJST).content.decode()
    client.post(LIJST, {"naam": "Koken", "omschrijving": "Kookt voor anderen."})
    pagina = client.post(LIJST, {"naam": "Kassa"}, follow=True).content.decode()
    assert "Kassa staat op de lijst." in pagina
    assert "Kookt voor anderen." in pagina
    kassa = Competentie.objects.get(naam="Kassa")
    url = f"{LIJST}{kassa.pk}/"
    client.post(f"{url}verplaats/", {"richting": "omhoog"})
    assert namen(organisatie) == ["Kassa", "Koken"]
    (form,) = html.fromstring(client.get(url).content).xpath("//form[@data-bewaak]")
    antwoord = client.post(url, dict(form.form_values()) | {"naam": "Aan de kassa"}, follow=True)
    assert "Aan de kassa is bewaard." in antwoord.content.decode()
    assert namen(organisatie) == ["Aan de kassa", "Koken"]


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_number_of_queries_does_not_grow(
    als: Als,
    coordinator: Gebruiker,
    django_assert_num_queries: DjangoAssertNumQueries,
    aantal: int,
) -> None:
    for nummer in range(aantal):
        voeg_competentie_toe(door=coordinator, naam=f"Vak {nummer}")
    client = als(coordinator)
    with django_assert_num_queries(3):
        assert len(client.get(LIJST).context["eigen"]) == aantal
