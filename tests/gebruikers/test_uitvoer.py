"""The page that waits for what was ordered: progress, download, and who gets it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Uitvoer, Uitvoerdeel
from gedeeld.tijd import nu
from tests.fabrieken import GebruikerFactory, TrajectFactory, UitvoerFactory, WerknemerFactory
from tests.uitvoer import bestel, haal, maak_alles
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
Status = Uitvoer.Status
KADER = 2  # session, user with organisation


def plan(werknemer: Werknemer) -> str:
    return f"/werknemers/{werknemer.pk}/plan.pdf"


def bezig(door: Gebruiker, aantal: int, klaar: int = 0) -> Uitvoer:
    """An order of pieces of one each."""
    uitvoer: Uitvoer = UitvoerFactory(
        door=door, organisatie=door.organisatie, aantal=aantal, status=Status.BEZIG
    )
    for nummer in range(2, aantal + 1):
        uitvoer.delen.create(nummer=nummer, aantal=1)
    eerste = uitvoer.delen.order_by("nummer").values_list("pk")[:klaar]
    Uitvoerdeel.objects.filter(pk__in=eerste).update(klaar=True)
    return uitvoer


def adres(uitvoer: Uitvoer) -> str:
    return f"/uitvoer/{uitvoer.pk}/?haal=1"


def bestand(uitvoer: Uitvoer) -> str:
    return f"/uitvoer/{uitvoer.pk}/bestand/"


def test_the_page_tells_how_far_it_is_with_and_without_script(als: Als, hr: Gebruiker) -> None:
    client, uitvoer = als(hr), bezig(hr, 3, klaar=2)
    pagina = client.get(adres(uitvoer))
    (stand,) = html.fromstring(pagina.content).xpath("//*[@id='stand']")
    assert "2 van 3" in stand.text_content()
    assert stand.xpath(".//progress/@value") == ["2"]
    assert stand.xpath(".//a/@href") == [stand.get("hx-get")] == [adres(uitvoer)]
    deel = client.get(adres(uitvoer), headers={"hx-request": "true"})
    assert deel.content.decode().strip() in pagina.content.decode()


def test_once_it_is_ready_the_page_comes_and_with_it_the_download(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    client = als(hr)
    uitvoer = bestel(client, plan(amina), terug="/documenten/?zoek=amina")
    wachtend = client.get(adres(uitvoer)).content.decode()
    assert "Doorstroomplan van Amina Benali" in wachtend
    assert 'href="/documenten/?zoek=amina"' in wachtend
    maak_alles()
    klaar = client.get(adres(uitvoer), headers={"hx-request": "true"})
    assert klaar["HX-Redirect"] == adres(uitvoer)
    pagina = client.get(adres(uitvoer))
    assert pagina["Refresh"] == f"0; url={bestand(uitvoer)}"
    assert "tot en met 25 november 2026" in pagina.content.decode()
    assert "De download begint vanzelf." in pagina.content.decode()
    later = client.get(f"/uitvoer/{uitvoer.pk}/")
    assert "Refresh" not in later, "Nobody asked for it now."
    assert "De download begint vanzelf." not in later.content.decode()
    assert client.get(bestand(uitvoer)).content.startswith(b"%PDF-1.7")
    assert "Doorstroomplan van Amina Benali" in client.get("/documenten/").content.decode()


def test_what_is_still_kept_is_found_back_however_much_was_ordered_since(
    als: Als, hr: Gebruiker
) -> None:
    eerste = bezig(hr, 3)
    for _ in range(6):
        bezig(hr, 1)
    pagina = html.fromstring(als(hr).get("/documenten/").content)
    assert len(pagina.xpath("//section[@aria-labelledby='recent']/ul/li")) == 5
    (ouder,) = pagina.xpath("//section[@aria-labelledby='recent']//details")
    assert "Toon wat je eerder vroeg" in ouder.xpath("./summary")[0].text_content()
    assert f"/uitvoer/{eerste.pk}/" in ouder.xpath(".//a/@href")


def test_what_failed_says_why(als: Als, hr: Gebruiker) -> None:
    uitvoer = UitvoerFactory(
        door=hr, organisatie=hr.organisatie, status=Status.MISLUKT, fout="Het lukte niet."
    )
    client = als(hr)
    assert "Het lukte niet." in client.get(adres(uitvoer)).content.decode()
    assert client.get(bestand(uitvoer)).status_code == 404


def test_what_does_not_go_on_says_so(als: Als, hr: Gebruiker) -> None:
    uitvoer = bezig(hr, 2)
    zin = "Het duurt langer dan verwacht. We gaan vanzelf verder."
    client = als(hr)
    assert zin not in client.get(adres(uitvoer)).content.decode()
    with time_machine.travel(nu() + timedelta(minutes=2), tick=True):
        assert zin in client.get(adres(uitvoer)).content.decode()


def test_a_second_click_is_the_same_order(als: Als, hr: Gebruiker, amina: Werknemer) -> None:
    client = als(hr)
    (sleutel,) = html.fromstring(client.get(f"/werknemers/{amina.pk}/").content).xpath(
        f"//form[@action='{plan(amina)}']//input[@name='csrfmiddlewaretoken']/@value"
    )
    eerste, tweede = (client.post(plan(amina), {"csrfmiddlewaretoken": sleutel}) for _ in "12")
    assert eerste["Location"] == tweede["Location"]
    assert Uitvoer.objects.count() == 1


def test_too_many_at_once_is_said_on_the_page_one_came_from(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    for _ in range(20):
        bezig(hr, 1)
    antwoord = als(hr).post(plan(amina), follow=True)
    assert antwoord.redirect_chain == [(f"/werknemers/{amina.pk}/", 302)]
    assert "Er worden al 20 documenten voor je gemaakt." in antwoord.content.decode()


# --- who gets it ---------------------------------------------------------------------------------


def test_nobody_else_finds_it(
    als: Als, hr: Gebruiker, coordinator: Gebruiker, andere_organisatie: Organisatie
) -> None:
    uitvoer = UitvoerFactory(door=hr, organisatie=hr.organisatie, bestand=b"%PDF")
    collega = GebruikerFactory(organisatie=hr.organisatie, rol=Rol.HR)
    elders = GebruikerFactory(organisatie=andere_organisatie, rol=Rol.HR)
    for ander in (collega, coordinator, elders):
        client = als(ander)
        statussen = [client.get(pad).status_code for pad in (adres(uitvoer), bestand(uitvoer))]
        assert statussen == [404, 404]


def test_with_another_role_it_is_gone(als: Als, coordinator: Gebruiker) -> None:
    """What a coordinator had made may hold the words of talks, which HR may not read."""
    uitvoer = UitvoerFactory(door=coordinator, organisatie=coordinator.organisatie, bestand=b"%PDF")
    assert als(coordinator).get(bestand(uitvoer)).status_code == 200
    coordinator.rol = Rol.HR
    coordinator.save()
    assert als(coordinator).get(bestand(uitvoer)).status_code == 404


def test_who_is_no_longer_in_the_caseload_is_not_downloaded_either(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    antwoord = haal(client, plan(amina))
    assert antwoord.status_code == 200
    Werknemer.objects.update(begeleider=None)
    assert client.get(bestand(Uitvoer.objects.get())).status_code == 404


def test_a_file_that_no_key_opens_says_so(als: Als, hr: Gebruiker) -> None:
    uitvoer = UitvoerFactory(door=hr, organisatie=hr.organisatie, bestand=b"%PDF")
    sleutel = "a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2U="
    with override_settings(VERSLEUTELINGSSLEUTELS=[sleutel]):
        antwoord = als(hr).get(bestand(uitvoer))
    assert antwoord.status_code == 409
    assert "Dit bestand is niet leesbaar" in antwoord.content.decode()


# --- what it costs -------------------------------------------------------------------------------


@pytest.mark.parametrize("aantal", [1, 30])
def test_looking_costs_the_same_however_much_was_ordered(
    als: Als, hr: Gebruiker, aantal: int
) -> None:
    client, uitvoer = als(hr), bezig(hr, aantal)
    with CaptureQueriesContext(connection) as vragen:
        client.get(adres(uitvoer), headers={"hx-request": "true"})
    assert len(vragen) == KADER + (1 if aantal == 1 else 2)  # the order, and how far it is


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_last_orders_of_many_are_one_query(
    als: Als, hr: Gebruiker, organisatie: Organisatie, aantal: int
) -> None:
    for _ in range(aantal):
        TrajectFactory(werknemer=WerknemerFactory(organisatie=organisatie, in_dienst=True))
        bezig(hr, 1)
    client = als(hr)
    with CaptureQueriesContext(connection) as vragen:
        client.get("/documenten/")
    assert len(vragen) == 6
