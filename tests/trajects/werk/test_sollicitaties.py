"""Applications: where, when, and what came of it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from tests.fabrieken import SollicitatieFactory, WerkgeverFactory
from trajects.keuzes import Standsollicitatie
from trajects.models import Sollicitatie, Werkgever
from trajects.werk.sollicitaties import (
    verwijder_sollicitatie,
    voeg_sollicitatie_toe,
    wijzig_sollicitatie,
)
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}


def invoer(inhoud: bytes) -> dict[str, str]:
    (formulier,) = html.fromstring(inhoud).xpath("//form[@data-bewaak]")
    return {naam: waarde or "" for naam, waarde in formulier.form_values()}


def test_an_application_lives_from_sent_to_hired(begeleider: Gebruiker, amina: Werknemer) -> None:
    dag = date(2026, 11, 9)
    sollicitatie = voeg_sollicitatie_toe(
        werknemer=amina, door=begeleider, vacature="keukenhulp", werkgever="De Linde", datum=dag
    )
    assert (sollicitatie.stand, sollicitatie.werkgever) == ("verstuurd", Werkgever.objects.get())
    wijzig_sollicitatie(
        sollicitatie,
        door=begeleider,
        gezien=sollicitatie.gewijzigd_op,
        stand=Standsollicitatie.AANGENOMEN,
        terugkoppeling="Begint in januari.",
    )
    weg = verwijder_sollicitatie(sollicitatie, door=begeleider, gezien=None)
    assert weg.stand == "aangenomen"
    regels = Auditregel.objects.filter(soort="sollicitatie").order_by("pk")
    assert [(regel.actie, regel.verschil.get("stand")) for regel in regels] == [
        ("toegevoegd", [None, "verstuurd"]),
        ("gewijzigd", ["verstuurd", "aangenomen"]),
        ("verwijderd", ["aangenomen", None]),
    ]
    assert not Sollicitatie.objects.exists()


def test_the_employer_may_be_unknown_and_forgotten(begeleider: Gebruiker, amina: Werknemer) -> None:
    sollicitatie = SollicitatieFactory(werknemer=amina)
    zonder = wijzig_sollicitatie(sollicitatie, door=begeleider, gezien=None, werkgever="")
    assert zonder.werkgever is None
    met = wijzig_sollicitatie(zonder, door=begeleider, gezien=None, vacature="kok")
    assert (met.werkgever, met.vacature) == (None, "kok")


def test_in_place_and_on_the_page(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    client, adres = als(begeleider), f"/werknemers/{amina.pk}/sollicitaties/nieuw/"
    data = invoer(client.get(adres, headers=HTMX).content)
    assert (data["datum"], data["stand"]) == ("2026-11-23", "verstuurd")
    antwoord = client.post(adres, data | {"vacature": "kok", "werkgever": ""}, headers=HTMX)
    assert antwoord["HX-Retarget"] == "#sollicitaties"
    assert "De sollicitatie is bewaard." in antwoord.content.decode()
    sollicitatie = Sollicitatie.objects.get()
    adres = f"/sollicitaties/{sollicitatie.pk}/bewerk/"
    data = invoer(client.get(adres).content) | {
        "stand": "gesprek",
        "werkgever": "De Linde",
        "terugkoppeling": "Morgen om tien uur.",
    }
    antwoord = client.post(adres, data, follow=True)
    assert antwoord.redirect_chain == [(f"/werknemers/{amina.pk}/werk/#sollicitaties", 302)]
    (sectie,) = html.fromstring(antwoord.content.decode()).xpath("//section[@id='sollicitaties']")
    tekst = " ".join(sectie.text_content().split())
    assert "kok bij De Linde" in tekst
    assert "23 november 2026 · uitgenodigd voor een gesprek Morgen om tien uur." in tekst


@pytest.mark.parametrize(
    ("fout", "veld"), [({"vacature": ""}, "vacature"), ({"datum": "9999-01-01"}, "datum")]
)
def test_a_refusal_stands_at_its_field(
    als: Als, begeleider: Gebruiker, amina: Werknemer, fout: dict[str, str], veld: str
) -> None:
    goed = {"vacature": "kok", "datum": "2026-11-23", "stand": "verstuurd"}
    adres = f"/werknemers/{amina.pk}/sollicitaties/nieuw/"
    antwoord = als(begeleider).post(adres, goed | fout, headers=HTMX)
    assert antwoord.status_code == 422
    assert html.fromstring(antwoord.content).xpath(f"//*[@id='id_{veld}_error']")
    assert not Sollicitatie.objects.exists()


def test_two_people_at_once_see_each_others_change(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    WerkgeverFactory(organisatie=amina.organisatie, naam="De Eik")
    sollicitatie = SollicitatieFactory(werknemer=amina)
    adres = f"/sollicitaties/{sollicitatie.pk}/bewerk/"
    een, twee = als(begeleider), als(coordinator)
    van_een, van_twee = invoer(een.get(adres).content), invoer(twee.get(adres).content)
    een.post(adres, van_een | {"werkgever": "De Eik"})
    antwoord = twee.post(adres, van_twee | {"stand": "niet"})
    assert antwoord.status_code == 422
    assert "Iemand anders bewaarde dit" in antwoord.content.decode()
    twee.post(adres, invoer(antwoord.content))
    sollicitatie.refresh_from_db()
    assert (sollicitatie.werkgever.naam, sollicitatie.stand) == ("De Eik", "niet")


def test_removing_asks_first(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    sollicitatie = SollicitatieFactory(werknemer=amina, vacature="kok")
    client, adres = als(begeleider), f"/sollicitaties/{sollicitatie.pk}/verwijder/"
    vraag = client.get(adres)
    assert "Verwijder je de sollicitatie voor kok?" in vraag.content.decode()
    antwoord = client.post(adres, invoer(vraag.content), follow=True)
    assert "De sollicitatie is verwijderd." in antwoord.content.decode()
    assert not Sollicitatie.objects.exists()
