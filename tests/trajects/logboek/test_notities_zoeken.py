"""Looking for a note: Dutch words in every form, without accents, over what one may read."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.markering import BEGIN, EINDE, gemarkeerd
from tests.fabrieken import NotitieFactory, WerknemerFactory
from trajects.logboek.notities import verbeter_notitie
from trajects.models import Notitie
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
PAGINA = "/notities/"


@pytest.fixture
def notities(amina: Werknemer, begeleider: Gebruiker) -> list[Notitie]:
    gegevens: list[dict[str, Any]] = [
        {"tekst": "Ze werkt graag in de crèche.", "datum": date(2026, 10, 1), "themas": ["stage"]},
        {"tekst": "Over werken en rijden.", "datum": date(2026, 11, 2), "soort": "telefoon"},
        {"tekst": "Het rijbewijs: theorie gehaald!", "datum": date(2026, 11, 3)},
    ]
    return [NotitieFactory(werknemer=amina, auteur=begeleider, **velden) for velden in gegevens]


def gevonden(antwoord: Any) -> list[str]:
    return [notitie.tekst[:12] for notitie in antwoord.context["pagina"]]


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", ["Het rijbewij", "Over werken ", "Ze werkt gra"]),
        ("zoek=werken", ["Over werken ", "Ze werkt gra"]),
        ("zoek=CRECHE", ["Ze werkt gra"]),
        ("zoek=werken+rijden", ["Over werken "]),
        ("zoek=werken+-rijden", ["Ze werkt gra"]),
        ("zoek=%22theorie+gehaald%22", ["Het rijbewij"]),
        ("zoek=%22gehaald+theorie%22", []),
        ("zoek=de", []),
        ("zoek='%26!(", []),
        ("zoek=rijb", ["Het rijbewij"]),
        ("zoek=o%27rij", []),
        ("zoek=rijbewijs+or+crèche", ["Het rijbewij", "Ze werkt gra"]),
        ("soort=telefoon", ["Over werken "]),
        ("thema=stage", ["Ze werkt gra"]),
        ("van=2026-11-02", ["Het rijbewij", "Over werken "]),
        ("tem=2026-11-02", ["Over werken ", "Ze werkt gra"]),
        ("zoek=werken&van=2026-11-01&tem=2026-11-30", ["Over werken "]),
    ],
)
def test_what_is_found(
    als: Als, begeleider: Gebruiker, notities: list[Notitie], vraag: str, verwacht: list[str]
) -> None:
    antwoord = als(begeleider).get(f"{PAGINA}?{vraag}")
    assert antwoord.status_code == 200
    assert gevonden(antwoord) == verwacht


def test_one_employee(
    als: Als, begeleider: Gebruiker, amina: Werknemer, organisatie: Organisatie
) -> None:
    ander = WerknemerFactory(organisatie=organisatie, begeleider=begeleider)
    for wie in (amina, ander):
        NotitieFactory(werknemer=wie, tekst=f"{wie.pk} werk")
    antwoord = als(begeleider).get(f"{PAGINA}?werknemer={ander.pk}&zoek=werk")
    assert gevonden(antwoord) == [f"{ander.pk} werk"]


def test_only_what_one_may_read_is_found(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    NotitieFactory(werknemer=amina, auteur=begeleider, tekst="eigen werk")
    NotitieFactory(werknemer=amina, auteur=begeleider, vertrouwelijk=True, tekst="mijn werk")
    NotitieFactory(werknemer=amina, auteur=coordinator, vertrouwelijk=True, tekst="geheim werk")
    NotitieFactory(werknemer__organisatie=amina.organisatie, tekst="collega werk")
    vreemd = NotitieFactory(tekst="elders werk")
    van_an = als(begeleider).get(f"{PAGINA}?zoek=werk")
    assert set(gevonden(van_an)) == {"eigen werk", "mijn werk"}
    van_sofie = als(coordinator).get(f"{PAGINA}?zoek=werk")
    assert len(gevonden(van_sofie)) == 4
    elders = als(coordinator).get(f"{PAGINA}?werknemer={vreemd.werknemer_id}")
    assert gevonden(elders) == []
    assert (
        "geen geldige keuze" in elders.content.decode().lower()
        or elders.context["filter"].form.errors
    )


def test_only_the_latest_version_is_found_and_the_earlier_one_stays_to_be_read(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    oud = NotitieFactory(werknemer=amina, auteur=begeleider, tekst="Ze wil bakker worden.")
    verbeter_notitie(
        oud,
        door=begeleider,
        tekst="Ze wil kok worden.",
        soort="gesprek",
        datum=oud.datum,
        vertrouwelijk=False,
    )
    client = als(begeleider)
    assert gevonden(client.get(f"{PAGINA}?zoek=bakker")) == []
    antwoord = client.get(f"{PAGINA}?zoek=kok")
    assert "Ze wil bakker worden." in antwoord.content.decode()


def test_found_words_are_marked_and_text_stays_text(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    NotitieFactory(werknemer=amina, tekst="Ze <b>werkt</b> in de crèche & thuis.\n\n<i>werken</i>")
    pagina = als(begeleider).get(f"{PAGINA}?zoek=werken").content.decode()
    (artikel,) = html.fromstring(pagina).xpath("//section[@id='lijst']//article")
    assert [merk.text for merk in artikel.xpath(".//mark")] == ["werkt", "werken"]
    assert not artikel.xpath(".//b | .//i")
    assert "Ze <b>werkt</b> in de crèche & thuis." in artikel.text_content()
    assert len(artikel.xpath("./p[not(@class)]")) == 2


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("een woord", "een woord"),
        (f"een {BEGIN}woord{EINDE}", "een <mark>woord</mark>"),
        (f"{BEGIN}a{EINDE} {BEGIN}b{EINDE}", "<mark>a</mark> <mark>b</mark>"),
        (f"{BEGIN}<i>{EINDE}", "<mark>&lt;i&gt;</mark>"),
        (f"los {BEGIN} en {BEGIN}goed{EINDE} {EINDE}", "los  en <mark>goed</mark> "),
    ],
)
def test_marking_never_lets_html_through(tekst: str, verwacht: str) -> None:
    assert gemarkeerd(tekst) == verwacht


def test_a_period_the_wrong_way_round_says_so(
    als: Als, begeleider: Gebruiker, notities: list[Notitie]
) -> None:
    antwoord = als(begeleider).get(f"{PAGINA}?van=2026-11-10&tem=2026-11-01")
    assert gevonden(antwoord) == []
    assert "ligt voor de eerste dag" in antwoord.content.decode()


@pytest.mark.parametrize("vraag", ["zoek=%00", "van=1", "soort=roddel", "werknemer=²"])
def test_an_address_that_cannot_be_finds_nothing(
    als: Als, begeleider: Gebruiker, notities: list[Notitie], vraag: str
) -> None:
    antwoord = als(begeleider).get(f"{PAGINA}?{vraag}")
    assert (antwoord.status_code, gevonden(antwoord)) == (200, [])


def test_in_place_with_the_address_of_what_is_chosen(
    als: Als, begeleider: Gebruiker, notities: list[Notitie]
) -> None:
    client = als(begeleider)
    vraag = f"{PAGINA}?zoek=werken&soort=&thema="
    antwoord = client.get(vraag, headers=HTMX)
    assert "<html" not in antwoord.content.decode()
    assert antwoord["HX-Push-Url"] == f"{PAGINA}?zoek=werken"
    assert antwoord.content.decode().strip() in client.get(vraag).content.decode()


def test_twenty_a_page(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    for nummer in range(21):
        NotitieFactory(werknemer=amina, tekst=f"{nummer} werk")
    client = als(begeleider)
    assert len(gevonden(client.get(f"{PAGINA}?zoek=werk"))) == 20
    assert gevonden(client.get(f"{PAGINA}?zoek=werk&pagina=2")) == ["0 werk"]


def test_the_way_there_from_the_log_and_from_a_new_note(
    als: Als, begeleider: Gebruiker, amina: Werknemer, notities: list[Notitie]
) -> None:
    client = als(begeleider)
    logboek = client.get(f"/werknemers/{amina.pk}/logboek/").content.decode()
    assert f'href="{PAGINA}?werknemer={amina.pk}"' in logboek
    for pad in ("/notities/nieuw/", "/vandaag/", "/werknemers/"):
        assert f'href="{PAGINA}"' in client.get(pad).content.decode(), pad


@pytest.mark.parametrize(
    ("vraag", "open_"), [("", None), ("?zoek=werk&soort=", None), ("?soort=gesprek", "")]
)
def test_chosen_filters_are_not_folded_away(
    als: Als, begeleider: Gebruiker, vraag: str, open_: str | None
) -> None:
    pagina = html.fromstring(als(begeleider).get(f"{PAGINA}{vraag}").content)
    (lade,) = pagina.xpath("//details[@class='filterlade']")
    assert lade.get("open") == open_


def test_without_notes_it_says_what_to_do(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    assert "Er is nog geen notitie." in client.get(PAGINA).content.decode()
    assert "Niets gevonden." in client.get(f"{PAGINA}?zoek=werk").content.decode()


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_as_for_three(
    als: Als, begeleider: Gebruiker, organisatie: Organisatie, aantal: int
) -> None:
    for _ in range(aantal):
        wie = WerknemerFactory(organisatie=organisatie, begeleider=begeleider)
        oud = NotitieFactory(werknemer=wie, tekst="werk")
        NotitieFactory(werknemer=wie, tekst="werken", vervangt=oud)
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        assert len(gevonden(client.get(f"{PAGINA}?zoek=werk"))) == aantal
    # session, user; employees to choose from; count, page with files and steps, earlier versions
    assert len(vragen) == 6


def test_the_newest_of_an_organisation_are_read_by_its_index(
    coordinator: Gebruiker, notities: list[Notitie]
) -> None:
    """On a small table PostgreSQL would rather read everything; it is told not to."""
    gezocht = Notitie.objects.zichtbaar_voor(coordinator).geldend().zoek("rijbewijs")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
    plan = gezocht.order_by("-datum", "-pk")[:20].explain()
    assert "Index Scan using notitie_organisatie_datum" in plan
    assert "Sort" not in plan
    assert "to_tsvector" not in plan  # the words stand beside the text


@pytest.mark.parametrize(
    ("gezocht", "beter"),
    [
        ("rijbewijz", "rijbewijs"),
        ("RIJBEWEIS theorie", "rijbewijs theorie"),
        ("creche rijbewijsje", ""),
        ("zzzzzz", ""),
        ("rij", ""),
    ],
)
def test_who_mistypes_is_helped(
    als: Als, begeleider: Gebruiker, notities: list[Notitie], gezocht: str, beter: str
) -> None:
    antwoord = als(begeleider).get(PAGINA, {"zoek": gezocht, "soort": ""})
    pagina = html.fromstring(antwoord.content)
    links = pagina.xpath("//section[@id='lijst']//a[starts-with(text(), 'Zoek op')]/@href")
    assert links == ([f"{PAGINA}?zoek={beter.replace(' ', '+')}"] if beter else [])
    if beter:
        assert gevonden(als(begeleider).get(links[0]))


def test_nobody_is_helped_with_words_of_others(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    NotitieFactory(werknemer=amina, auteur=begeleider, tekst="Wat mag.")
    NotitieFactory(werknemer=amina, auteur=coordinator, vertrouwelijk=True, tekst="Schulden.")
    NotitieFactory(tekst="Schulden elders.")
    antwoord = als(begeleider).get(f"{PAGINA}?zoek=schuldne").content.decode()
    assert "Bedoelde je" not in antwoord


def test_a_thousand_is_said_to_be_more_than_a_thousand(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    rijen = [
        NotitieFactory.build(werknemer=amina, auteur=begeleider, tekst=f"{nummer} werk")
        for nummer in range(1001)
    ]
    Notitie.objects.bulk_create(rijen)
    client = als(begeleider)
    antwoord = client.get(f"{PAGINA}?zoek=werk&pagina=50")
    assert len(gevonden(antwoord)) == 20
    assert "Meer dan 1000 notities" in antwoord.content.decode()
    assert client.get(f"{PAGINA}?zoek=werk&pagina=51").context["pagina"].number == 50
