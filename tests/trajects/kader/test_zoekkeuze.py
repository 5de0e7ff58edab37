"""Choosing an employee: from a list while they are few, by a search when they are many."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.models import Gebruiker
from tests.fabrieken import DienstFactory, NotitieFactory, VormingFactory, WerknemerFactory
from tests.trajects.veel import maak_mensen
from trajects.models import Vormingsactie
from werknemers.models import Dienst, Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
VELDEN = {
    "titel": "Hygiëne",
    "thema": "keuken",
    "formule": "extern",
    "eerste_dag": "2026-12-01",
    "laatste_dag": "2026-12-01",
}


@pytest.fixture
def keuken(coordinator: Gebruiker) -> Dienst:
    return DienstFactory(organisatie=coordinator.organisatie, naam="Keuken")


@pytest.fixture
def velen(keuken: Dienst) -> list[Werknemer]:
    return maak_mensen(keuken, 31)


def boom(antwoord: Any) -> Any:
    return html.fromstring(antwoord.content)


def keuzes(antwoord: Any, naam: str = "werknemer") -> dict[str, bool]:
    """What can be chosen, and whether it is."""
    vakken = boom(antwoord).xpath(
        f"//input[@name='{naam}' and (@type='radio' or @type='checkbox')]"
    )
    labels = {vak: boom(antwoord).xpath(f"//label[@for='{vak.get('id')}']") for vak in vakken}
    return {
        " ".join(label.text_content().split()): vak.get("checked") is not None
        for vak, (label,) in labels.items()
    }


@pytest.mark.parametrize("adres", ["/notities/", "/vormingen/", "/vormingen/overzicht/"])
def test_a_list_while_they_are_few_and_a_search_when_they_are_many(
    als: Als, coordinator: Gebruiker, keuken: Dienst, adres: str
) -> None:
    eerste, *_ = maak_mensen(keuken, 30)
    client = als(coordinator)
    with CaptureQueriesContext(connection) as bij_weinig:
        lijst = boom(client.get(adres)).xpath("//select[@name='werknemer']/option")
    assert len(lijst) == 31
    assert [optie.text for optie in lijst[:2]] == ["iedereen", "Wim Naam 000 (W000)"]
    maak_mensen(keuken, 1)
    with CaptureQueriesContext(connection) as bij_veel:
        pagina = client.get(adres)
    assert not boom(pagina).xpath("//select[@name='werknemer']")
    assert keuzes(pagina) == {}
    assert boom(pagina).xpath("//input[@name='werknemer_zoek']/@placeholder") == ["iedereen"]
    assert len(bij_veel) == len(bij_weinig)
    # a link with a key chooses
    gekozen = client.get(adres, {"werknemer": eerste.pk})
    assert keuzes(gekozen) == {"iedereen": False, "Wim Naam 000 (W000)": True}


def test_what_is_typed_finds_in_place_what_the_page_finds(
    als: Als, coordinator: Gebruiker, velen: list[Werknemer]
) -> None:
    client, vraag = als(coordinator), {"werknemer_zoek": "W03", "werknemer": velen[4].pk}
    pagina = client.get("/notities/", vraag)
    assert keuzes(pagina) == {
        "iedereen": False,
        "Wim Naam 004 (W004)": True,
        "Wim Naam 030 (W030)": False,
    }
    (veld,) = boom(pagina).xpath("//input[@type='search' and @name='werknemer_zoek']")
    assert (veld.get("hx-get"), veld.get("value")) == ("/werknemers/zoeken/", "W03")
    # the label of the filter is that of what is typed
    (label,) = boom(pagina).xpath(f"//label[@for='{veld.get('id')}']")
    assert label.text == "Over wie"
    with CaptureQueriesContext(connection) as vragen:
        deel = client.get(veld.get("hx-get"), vraag, headers=HTMX).content.decode()
    # session, user, who is chosen, who is found
    assert len(vragen) == 4
    assert " ".join(deel.split()) in " ".join(pagina.content.decode().split())
    assert 'data-aankondiging="1 werknemer gevonden."' in deel
    # folded on a phone, the search would be out of sight
    assert boom(pagina).xpath("//details[@class='filterlade' and @open]")


@pytest.mark.parametrize(
    ("getypt", "gevonden", "zin"),
    [
        ("", 0, "Typ een stuk van de naam, of het begin van het personeelsnummer."),
        ("naam", 10, "Dit zijn de eerste 10. Typ meer van de naam om verder te zoeken."),
        ("W02", 10, "10 werknemers gevonden."),
        ("zoe", 1, "1 werknemer gevonden."),
        ("mehmet", 0, "Niemand gevonden met die naam of dat nummer."),
        ("\0 ", 0, "Typ een stuk van de naam, of het begin van het personeelsnummer."),
    ],
)
def test_how_many_are_found_is_said(
    als: Als,
    coordinator: Gebruiker,
    velen: list[Werknemer],
    getypt: str,
    gevonden: int,
    zin: str,
) -> None:
    WerknemerFactory(organisatie=coordinator.organisatie, voornaam="Zoë")
    antwoord = als(coordinator).get("/werknemers/zoeken/", {"werknemer_zoek": getypt})
    assert len(keuzes(antwoord)) == (gevonden + 1 if gevonden else 0)  # "iedereen" too
    (plek,) = boom(antwoord).xpath("//*[@data-aankondiging]")
    assert plek.get("data-aankondiging") == zin == plek.find("p").text


def test_nobody_of_another_organisation_or_caseload_is_found_or_chosen(
    als: Als, coordinator: Gebruiker, begeleider: Gebruiker, velen: list[Werknemer]
) -> None:
    vreemd = WerknemerFactory(voornaam="Vera", in_dienst=True)
    client = als(coordinator)
    for adres in ("/werknemers/zoeken/", "/vormingen/deelnemers/zoeken/"):
        vraag = {"werknemer_zoek": "vera", "deelnemers_zoek": "vera"}
        sleutels = {"werknemer": vreemd.pk, "deelnemers": vreemd.pk}
        assert "Vera" not in client.get(adres, vraag | sleutels).content.decode()
        assert (
            "Naam" not in als(begeleider).get(adres, dict.fromkeys(vraag, "naam")).content.decode()
        )
    fout = als(coordinator).get("/notities/", {"werknemer": vreemd.pk}).content.decode()
    assert "Deze werknemer kan niet (meer) gekozen worden. Kies iemand anders." in fout


def test_one_of_many_is_the_filter_of_the_list(
    als: Als, coordinator: Gebruiker, begeleider: Gebruiker, velen: list[Werknemer]
) -> None:
    for werknemer in velen[:2]:
        NotitieFactory(werknemer=werknemer, auteur=begeleider)
    client = als(coordinator)
    vraag = {"werknemer": velen[0].pk, "werknemer_zoek": "naam"}
    antwoord = client.get("/notities/", vraag, headers=HTMX)
    assert [notitie.werknemer for notitie in antwoord.context["pagina"]] == [velen[0]]
    # what was typed to find somebody does not belong in the address
    assert antwoord["HX-Push-Url"] == f"/notities/?werknemer={velen[0].pk}"


# --- participants ----------------------------------------------------------------------------


def test_without_javascript_a_search_keeps_all_that_was_typed(
    als: Als, coordinator: Gebruiker, velen: list[Werknemer]
) -> None:
    client = als(coordinator)
    getypt = VELDEN | {"titel": "", "deelnemers": [velen[7].pk], "hele_diensten": ["Keuken"]}
    zoek = {"deelnemers_zoek": "W01", "deelnemers_zoeken": "ja"}
    antwoord = client.post("/vormingen/nieuw/", getypt | zoek)
    assert antwoord.status_code == 200
    assert not boom(antwoord).xpath("//*[contains(@class, 'invalid-feedback')]")
    gevonden = {f"Wim Naam {n:03} (W{n:03})": False for n in range(10, 20)}
    assert keuzes(antwoord, "deelnemers") == {"Wim Naam 007 (W007)": True} | gevonden
    (formulier,) = boom(antwoord).xpath("//form[@data-bewaak]")
    velden = dict(formulier.form_values())
    assert (velden["eerste_dag"], velden["hele_diensten"]) == ("2026-12-01", "Keuken")
    (knop,) = formulier.xpath(".//noscript/button")
    assert knop.get("name") == "deelnemers_zoeken"
    assert not Vormingsactie.objects.exists()
    # the same search again is no form that was sent twice
    assert client.post("/vormingen/nieuw/", getypt | zoek).status_code == 200


def test_who_was_found_and_who_was_chosen_take_part(
    als: Als, coordinator: Gebruiker, velen: list[Werknemer]
) -> None:
    client = als(coordinator)
    gekozen = [velen[7].pk, velen[12].pk]
    fout = client.post("/vormingen/nieuw/", VELDEN | {"titel": "", "deelnemers": gekozen})
    assert fout.status_code == 422
    assert keuzes(fout, "deelnemers") == {
        "Wim Naam 007 (W007)": True,
        "Wim Naam 012 (W012)": True,
    }
    client.post("/vormingen/nieuw/", VELDEN | {"deelnemers": gekozen})
    deelnames = Vormingsactie.objects.get().deelnames.order_by("pk")
    assert [deelname.werknemer_id for deelname in deelnames] == gekozen


def test_of_a_training_who_takes_part_already_stays(
    als: Als, coordinator: Gebruiker, velen: list[Werknemer]
) -> None:
    vorming, client = VormingFactory(organisatie=coordinator.organisatie), als(coordinator)
    adres = f"/vormingen/{vorming.pk}/deelnemers/"
    client.post(adres, {"deelnemers": [velen[3].pk]})
    (veld,) = boom(client.get(adres)).xpath("//input[@name='deelnemers_zoek']")
    deel = client.get(f"{veld.get('hx-get')}&deelnemers_zoek=W003", headers=HTMX)
    assert keuzes(deel, "deelnemers") == {"Wim Naam 003 (W003), doet al mee": True}
    assert boom(deel).xpath("//input[@type='checkbox' and @disabled]")
    antwoord = client.post(adres, {"hele_diensten": ["Keuken"]}, follow=True)
    assert [str(melding) for melding in antwoord.context["messages"]] == [
        "30 deelnemers toegevoegd.",
        "Deed al mee: Wim Naam 003.",
    ]
    nog_eens = client.post(adres, {"hele_diensten": ["Keuken"]}, follow=True)
    (melding,) = nog_eens.context["messages"]
    assert str(melding).endswith("Wim Naam 009 en nog 21.")


def test_each_service_says_how_many_come_along(
    als: Als, coordinator: Gebruiker, velen: list[Werknemer]
) -> None:
    maak_mensen(DienstFactory(organisatie=coordinator.organisatie, naam="Onthaal"), 2)
    client = als(coordinator)
    with CaptureQueriesContext(connection) as vragen:
        pagina = client.get("/vormingen/nieuw/")
    # session, user, the first, how many by service
    assert len(vragen) == 4
    assert list(keuzes(pagina, "hele_diensten")) == [
        "Iedereen van Keuken (31)",
        "Iedereen van Onthaal (2)",
    ]
    assert keuzes(pagina, "deelnemers") == {}


@pytest.mark.parametrize("sleutels", [["x"], [str(2**80)], ["0"]])
def test_what_cannot_be_a_key_is_refused_in_a_sentence(
    als: Als, coordinator: Gebruiker, velen: list[Werknemer], sleutels: list[str]
) -> None:
    antwoord = als(coordinator).post("/vormingen/nieuw/", VELDEN | {"deelnemers": sleutels})
    assert antwoord.status_code == 422
    assert "kan niet (meer) gekozen worden" in antwoord.content.decode()
