"""Questions for VDAB and WSE: what to ask, when it was asked, and the answer."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from lxml import html
from pytest_django.fixtures import DjangoAssertNumQueries

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from regels.domein.vraagbeheer import noteer_vraag
from regels.models import Regelparameter, Wetsvraag
from tests.fabrieken import GebruikerFactory

Als = Callable[[Gebruiker], Client]
pytestmark = [pytest.mark.django_db, pytest.mark.vandaag("2026-11-23")]
LIJST = "/beheer/vragen/"


def rijen(client: Client) -> dict[str, list[str]]:
    blad = html.fromstring(client.get(LIJST).content)
    tabel = [
        [" ".join(" ".join(cel.itertext()).split()) for cel in rij]
        for rij in blad.xpath("//tbody/tr")
    ]
    return {zin: cellen for zin, *cellen in tabel}


def test_what_no_source_says_and_where_they_contradict(als: Als, coordinator: Gebruiker) -> None:
    tabel = rijen(als(coordinator))
    zin = "Welk niveau van begeleiding hoort bij elk startpakket?"
    assert tabel[zin] == ["VDAB", "–", "–"]
    assert any(zin.endswith("het werd € 35,70.") for zin in tabel)
    assert any(zin.startswith("Opzegging door de werkgever, vanaf 1 juni 2026") for zin in tabel)
    Regelparameter.objects.update(tegenspraak="")
    assert not any(zin.endswith("het werd € 35,70.") for zin in rijen(als(coordinator)))


def test_an_answer_stands_there_for_the_whole_organisation(
    als: Als, coordinator: Gebruiker, beheerder: Gebruiker
) -> None:
    client, zin = als(coordinator), "Welk niveau van begeleiding hoort bij elk startpakket?"
    adres = f"{LIJST}niveau_startpakket/"
    assert client.post(adres, {"gesteld_op": "2026-11-20"}).status_code == 302
    assert rijen(als(beheerder))[zin] == ["VDAB", "20 november 2026", "nog geen antwoord"]
    client.post(adres, {"gesteld_op": "2026-11-20", "antwoord": "Laag bij 40 %."})
    assert rijen(als(beheerder))[zin][2] == "Laag bij 40 %."
    assert "nog geen antwoord" in client.get(adres).content.decode()
    regel = Auditregel.objects.filter(soort="wetsvraag").latest("pk")
    assert (regel.actie, regel.door_id) == ("toegevoegd", coordinator.pk)
    vreemd = GebruikerFactory(rol="beheerder")
    assert rijen(als(vreemd))[zin] == ["VDAB", "–", "–"]


def test_a_day_that_is_still_to_come_is_refused(als: Als, coordinator: Gebruiker) -> None:
    antwoord = als(coordinator).post(f"{LIJST}terugkeer/", {"gesteld_op": "2026-11-24"})
    assert antwoord.status_code == 422
    assert "Deze dag moet nog komen." in antwoord.content.decode()
    assert not Wetsvraag.objects.exists()
    assert als(coordinator).get(f"{LIJST}niets/").status_code == 404


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_asks_a_fixed_number_of_questions(
    als: Als, beheerder: Gebruiker, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    op = date(2026, 11, 23)
    for code in ("terugkeer", "nieuwe_premie", "ggmmi_in_kwartaal")[:aantal]:
        noteer_vraag(code=code, gesteld_op=op, antwoord="Ja", door=beheerder, op=op)
    client = als(beheerder)
    with django_assert_num_queries(5):
        client.get(LIJST)
