"""The register of employers: list, page, add, change, switch off."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from tests.fabrieken import (
    OverdrachtFactory,
    SollicitatieFactory,
    StageFactory,
    UitstroomFactory,
    WerkgeverFactory,
    WerknemerFactory,
)
from trajects.keuzes import Sector
from trajects.models import Werkgever
from trajects.werk.werkgeverbeeld import kring_van
from trajects.werk.werkgevers import voeg_werkgever_toe, wijzig_werkgever
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def linde(organisatie: Organisatie) -> Werkgever:
    return WerkgeverFactory(organisatie=organisatie, naam="De Linde", gemeente="Gent")


def invoer(pagina: Any) -> dict[str, str]:
    (formulier,) = html.fromstring(pagina.content).xpath("//form[@data-bewaak]")
    return {naam: waarde or "" for naam, waarde in formulier.form_values()}


def namen(antwoord: Any) -> list[str]:
    return [werkgever.naam for werkgever in antwoord.context["pagina"]]


# --- domain ----------------------------------------------------------------------------------


def test_an_employer_is_added_and_audited(begeleider: Gebruiker) -> None:
    werkgever = voeg_werkgever_toe(
        organisatie_id=begeleider.organisatie_id,
        door=begeleider,
        naam="De Linde",
        kbo_nummer="0403170701",
        sector=Sector.ZORG,
    )
    assert (werkgever.naam, werkgever.kbo_nummer, werkgever.actief) == (
        "De Linde",
        "0403.170.701",
        True,
    )
    regel = Auditregel.objects.get(soort="werkgever")
    assert (regel.actie, regel.verschil["naam"]) == ("toegevoegd", [None, "De Linde"])


@pytest.mark.parametrize(
    ("gegevens", "veld", "zin"),
    [
        ({"naam": ""}, "naam", "Geef de werkgever een naam."),
        ({"naam": "X", "kbo_nummer": "0403.170.702"}, "kbo_nummer", "Dit KBO-nummer klopt niet."),
        (
            {"naam": "de linde", "gemeente": "GENT"},
            "__all__",
            "Deze werkgever staat al in de lijst.",
        ),
    ],
)
def test_what_cannot_be_is_refused(
    begeleider: Gebruiker, linde: Werkgever, gegevens: dict[str, str], veld: str, zin: str
) -> None:
    with pytest.raises(ValidationError) as weigering:
        voeg_werkgever_toe(organisatie_id=begeleider.organisatie_id, door=begeleider, **gegevens)
    fouten = getattr(weigering.value, "error_dict", None)
    assert (list(fouten) if fouten else ["__all__"]) == [veld]
    assert weigering.value.messages[0].startswith(zin)
    assert Werkgever.objects.get() == linde


def test_who_saw_an_older_version_is_told(begeleider: Gebruiker, linde: Werkgever) -> None:
    gezien = linde.gewijzigd_op
    wijzig_werkgever(linde, door=begeleider, gezien=gezien, telefoon="+3292345678")
    with pytest.raises(IntussenGewijzigd):
        wijzig_werkgever(linde, door=begeleider, gezien=gezien, telefoon="")


def test_names_of_others_are_only_counted(
    organisatie: Organisatie, begeleider: Gebruiker, coordinator: Gebruiker, linde: Werkgever
) -> None:
    amina = WerknemerFactory(organisatie=organisatie, begeleider=begeleider)
    ander = WerknemerFactory(organisatie=organisatie)
    for model in (StageFactory, SollicitatieFactory, OverdrachtFactory, UitstroomFactory):
        model(werknemer=amina, werkgever=linde)
        model(werknemer=ander, werkgever=linde)
    StageFactory(werknemer=amina)
    kring = kring_van(linde, begeleider)
    assert [(c.werknemer, c.wat, c.dag) for c in kring.contacten] == [
        (amina, "overdracht", None),
        (amina, "sollicitatie: keukenhulp, halftijds, verstuurd", date(2026, 11, 9)),
        (amina, "stage: helpen in de keuken", date(2026, 11, 2)),
        (amina, "nieuwe job", date(2026, 9, 30)),
    ]
    assert kring.anderen == 1
    assert kring_van(linde, coordinator).anderen == 0


# --- the list --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vraag", "gevonden"),
    [
        ({}, ["Bakkerij Jan", "De Linde"]),
        ({"zoek": "lindé gent"}, ["De Linde"]),
        ({"zoek": "mevrouw maes"}, ["Bakkerij Jan"]),
        ({"zoek": "nergens"}, []),
        ({"sector": "zorg"}, ["De Linde"]),
        ({"actief": "uit"}, ["Oud"]),
        ({"actief": "alle"}, ["Bakkerij Jan", "De Linde", "Oud"]),
        ({"sector": "maan"}, []),
    ],
)
def test_the_list_finds_what_was_asked(
    als: Als,
    begeleider: Gebruiker,
    organisatie: Organisatie,
    vraag: dict[str, str],
    gevonden: list[str],
) -> None:
    WerkgeverFactory(organisatie=organisatie, naam="De Linde", gemeente="Gent", sector=Sector.ZORG)
    WerkgeverFactory(organisatie=organisatie, naam="Bakkerij Jan", contactpersoon="Mevrouw Maes")
    WerkgeverFactory(organisatie=organisatie, naam="Oud", actief=False)
    WerkgeverFactory(naam="Van elders")
    client = als(begeleider)
    assert namen(client.get("/werkgevers/", vraag)) == gevonden
    fragment = client.get("/werkgevers/", vraag, headers=HTMX)
    assert "<html" not in fragment.content.decode()
    if set(vraag) != {"sector"}:
        return
    adres = "/werkgevers/?sector=zorg" if vraag["sector"] == "zorg" else "/werkgevers/?sector=maan"
    assert fragment["HX-Push-Url"] == adres


def test_an_empty_list_says_what_to_do(als: Als, begeleider: Gebruiker) -> None:
    pagina = als(begeleider).get("/werkgevers/").content.decode()
    assert "Voeg de eerste toe." in pagina
    assert 'aria-current="page">Werkgevers' in pagina


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_employer_as_for_three(
    als: Als, begeleider: Gebruiker, organisatie: Organisatie, aantal: int
) -> None:
    WerkgeverFactory.create_batch(aantal, organisatie=organisatie)
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.get("/werkgevers/")
    # session, user, how many, employers
    assert len(vragen) == 4


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_person_at_an_employer_as_for_three(
    als: Als, begeleider: Gebruiker, organisatie: Organisatie, linde: Werkgever, aantal: int
) -> None:
    for _ in range(aantal):
        werknemer = WerknemerFactory(organisatie=organisatie, begeleider=begeleider)
        StageFactory(werknemer=werknemer, werkgever=linde)
        SollicitatieFactory(werknemer=werknemer, werkgever=linde)
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.get(f"/werkgevers/{linde.pk}/")
    # session, user, employer, four kinds of contact, everybody
    assert len(vragen) == 8


# --- one employer ----------------------------------------------------------------------------


def test_a_counsellor_adds_an_employer_and_sees_its_page(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    data = invoer(client.get("/werkgevers/nieuw/")) | {
        "naam": "De  Linde",
        "telefoon": "09 234 56 78",
        "email": "Info@Linde.be",
        "kbo_nummer": "0403.170.701",
        "afspraken": "Eerst een rondleiding.",
    }
    antwoord = client.post("/werkgevers/nieuw/", data, follow=True)
    werkgever = Werkgever.objects.get()
    assert antwoord.redirect_chain == [(f"/werkgevers/{werkgever.pk}/", 302)]
    pagina = antwoord.content.decode()
    for tekst in ("De Linde staat in de lijst.", "tel:+3292345678", "mailto:info@linde.be"):
        assert tekst in pagina
    assert "Eerst een rondleiding." in pagina
    assert "Nog niemand liep hier stage of solliciteerde." in pagina


@pytest.mark.parametrize(
    ("fout", "veld", "zin"),
    [
        ({"telefoon": "12"}, "telefoon", "is geen geldig telefoonnummer"),
        ({"email": "linde"}, "email", "is geen e-mailadres"),
        ({"kbo_nummer": "12"}, "kbo_nummer", "Dit KBO-nummer klopt niet."),
        ({"naam": "De Linde", "gemeente": "gent"}, "naam", "staat al in de lijst"),
    ],
)
def test_a_refusal_stands_at_its_field(
    als: Als, begeleider: Gebruiker, linde: Werkgever, fout: dict[str, str], veld: str, zin: str
) -> None:
    antwoord = als(begeleider).post("/werkgevers/nieuw/", {"naam": "Nieuw"} | fout)
    assert antwoord.status_code == 422
    (plek,) = html.fromstring(antwoord.content).xpath(f"//*[@id='id_{veld}_error']")
    assert zin in plek.text_content()


def test_two_people_at_once_see_each_others_change(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, linde: Werkgever
) -> None:
    adres = f"/werkgevers/{linde.pk}/bewerk/"
    een, twee = als(begeleider), als(coordinator)
    van_een, van_twee = invoer(een.get(adres)), invoer(twee.get(adres))
    een.post(adres, van_een | {"contactpersoon": "Els"})
    antwoord = twee.post(adres, van_twee | {"afspraken": "Bel eerst."})
    assert antwoord.status_code == 422
    assert "Iemand anders bewaarde dit" in antwoord.content.decode()
    twee.post(adres, invoer(antwoord))
    linde.refresh_from_db()
    assert (linde.contactpersoon, linde.afspraken) == ("Els", "Bel eerst.")


def test_switched_off_and_on_again(als: Als, begeleider: Gebruiker, linde: Werkgever) -> None:
    client, adres = als(begeleider), f"/werkgevers/{linde.pk}/zet/"
    pagina = client.post(adres, {"actief": "nee"}, follow=True).content.decode()
    assert "De Linde staat niet meer in de lijst om uit te kiezen." in pagina
    assert "Zet weer aan" in pagina
    assert namen(client.get("/werkgevers/")) == []
    client.post(adres, {"actief": "ja"})
    linde.refresh_from_db()
    assert linde.actief
    assert list(Auditregel.objects.order_by("pk").values_list("actie", flat=True)) == [
        "uitgezet",
        "aangezet",
    ]


def test_the_page_counts_who_is_of_a_colleague(
    als: Als, begeleider: Gebruiker, organisatie: Organisatie, linde: Werkgever
) -> None:
    ander: Werknemer = WerknemerFactory(organisatie=organisatie, familienaam="Geheim")
    StageFactory(werknemer=ander, werkgever=linde)
    pagina = als(begeleider).get(f"/werkgevers/{linde.pk}/").content.decode()
    assert "Wel 1 werknemer die een collega begeleidt." in pagina
    assert "Geheim" not in pagina
