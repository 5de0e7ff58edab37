"""The board per phase: who stands where, what is missing, and moving a card."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from tests.fabrieken import (
    ContractFactory,
    DienstFactory,
    RandvoorwaardeFactory,
    StageFactory,
    TrajectFactory,
    WerknemerFactory,
)
from tests.trajects.veel import maak_mensen
from trajects.keuzes import Fase
from trajects.models import Fasewissel, Traject
from werknemers.models import Dienst, Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true", "HX-Current-URL": "http://testserver/bord/"}


@pytest.fixture
def keuken(organisatie: Organisatie) -> Dienst:
    return DienstFactory(organisatie=organisatie, naam="Keuken")


@pytest.fixture
def zet(begeleider: Gebruiker, keuken: Dienst) -> Callable[..., Traject]:
    """Puts somebody of the caseload on the board."""

    def maak(voornaam: str, fase: Fase, **anders: Any) -> Traject:
        werknemer = WerknemerFactory(
            organisatie=begeleider.organisatie,
            voornaam=voornaam,
            familienaam="B",
            begeleider=anders.pop("begeleider", begeleider),
        )
        periode = anders.pop("periode", Periode(date(2024, 1, 1)))
        ContractFactory(werknemer=werknemer, dienst=anders.pop("dienst", keuken), periode=periode)
        return TrajectFactory(werknemer=werknemer, fase=fase, **anders)

    return maak


def kolommen(antwoord: Any) -> dict[str, list[str]]:
    return {
        kolom.fase.value: [kaart.werknemer.voornaam for kaart in kolom.kaarten]
        for kolom in antwoord.context["bord"].kolommen
    }


def tekst(knoop: Any) -> str:
    return " ".join(knoop.text_content().split())


def invoer(inhoud: bytes) -> dict[str, str]:
    (formulier,) = html.fromstring(inhoud).xpath("//form[@data-bewaak]")
    return {naam: waarde or "" for naam, waarde in formulier.form_values()}


# --- who stands where ------------------------------------------------------------------------


def test_everybody_with_a_running_trajectory_stands_in_the_column_of_the_phase(
    als: Als, begeleider: Gebruiker, organisatie: Organisatie, zet: Callable[..., Traject]
) -> None:
    for fase in Fase:
        zet(f"In {fase.value}", fase)
    weg = Periode(date(2024, 1, 1), date(2026, 10, 1))
    zet("Vertrokken", Fase.NAZORG, periode=weg)
    zet("Van een collega", Fase.STAGE, begeleider=None)
    WerknemerFactory(organisatie=organisatie, begeleider=begeleider, in_dienst=True)
    antwoord = als(begeleider).get("/bord/")
    assert kolommen(antwoord) == {
        "voortraject": ["In voortraject"],
        "jobmatching": ["In jobmatching"],
        "stage": ["In stage"],
        "nazorg": ["In nazorg", "Vertrokken"],
    }
    bord = antwoord.context["bord"]
    # the closed ones and the one without
    assert (bord.aantal, bord.zonder_traject) == (5, 3)
    assert "3 zonder traject" in antwoord.content.decode()


def test_the_count_without_trajectory_is_the_list_it_links_to(
    als: Als, coordinator: Gebruiker, keuken: Dienst, zet: Callable[..., Traject]
) -> None:
    zet("Klaar", Fase.AFGEROND)
    zet("Elders", Fase.AFGEROND, dienst=DienstFactory(organisatie=keuken.organisatie))
    zet("Weg", Fase.AFGEROND, periode=Periode(date(2024, 1, 1), date(2026, 1, 1)))
    client = als(coordinator)
    pagina = html.fromstring(client.get("/bord/", {"dienst": keuken.pk}).content)
    (link,) = pagina.xpath("//section[@id='bord']/div/p/a")
    assert tekst(link) == "1 zonder traject"
    gevonden = client.get(link.get("href")).context["pagina"]
    assert [rij.voornaam for rij in gevonden] == ["Klaar"]


@pytest.mark.parametrize(
    ("wie", "gevonden"),
    [("keuken", ["Amina", "Weg"]), ("tuin", ["Mehmet"]), ("beide", ["Amina", "Mehmet", "Weg"])],
)
def test_by_service_those_who_left_count_where_they_worked(
    als: Als,
    coordinator: Gebruiker,
    keuken: Dienst,
    zet: Callable[..., Traject],
    wie: str,
    gevonden: list[str],
) -> None:
    tuin = DienstFactory(organisatie=keuken.organisatie, naam="Tuin")
    zet("Amina", Fase.NAZORG)
    mehmet = zet("Mehmet", Fase.NAZORG, dienst=tuin).werknemer
    ContractFactory(
        werknemer=mehmet, dienst=keuken, periode=Periode(date(2020, 1, 1), date(2021, 1, 1))
    )
    zet("Weg", Fase.NAZORG, periode=Periode(date(2024, 1, 1), date(2026, 10, 1)))
    vraag = {"keuken": {"dienst": keuken.pk}, "tuin": {"dienst": tuin.pk}, "beide": {}}[wie]
    antwoord = als(coordinator).get("/bord/", vraag)
    assert sorted(kolommen(antwoord)["nazorg"]) == gevonden


def test_by_counsellor_and_an_unknown_filter(
    als: Als, coordinator: Gebruiker, begeleider: Gebruiker, zet: Callable[..., Traject]
) -> None:
    zet("Amina", Fase.STAGE)
    zet("Zoë", Fase.STAGE, begeleider=None)
    client = als(coordinator)
    antwoord = client.get("/bord/", {"begeleider": begeleider.pk}, headers=HTMX)
    assert kolommen(antwoord)["stage"] == ["Amina"]
    assert antwoord["HX-Push-Url"] == f"/bord/?begeleider={begeleider.pk}"
    assert kolommen(client.get("/bord/", {"begeleider": "geen"}))["stage"] == ["Zoë"]
    assert "bestaat niet (meer)" in client.get("/bord/", {"dienst": "9999"}).content.decode()


def test_a_card_says_where_somebody_is_and_what_is_missing(
    als: Als, begeleider: Gebruiker, hr: Gebruiker, zet: Callable[..., Traject]
) -> None:
    traject = zet("Amina", Fase.STAGE)
    RandvoorwaardeFactory(werknemer=traject.werknemer)
    klaar = zet("Mehmet", Fase.STAGE, jobdoelwit="kok")
    StageFactory(werknemer=klaar.werknemer)
    for wie, knop in ((begeleider, " Verplaats"), (hr, "")):
        pagina = html.fromstring(als(wie).get("/bord/").content)
        kaarten = {kaart.get("id"): tekst(kaart) for kaart in pagina.xpath("//li[@class='kaart']")}
        assert kaarten == {
            f"kaart-{traject.pk}": (
                "Amina B Keuken geen advies Er is nog geen jobdoelwit "
                "Aandacht nodig voor mobiliteit Er is nog geen stage gepland"
                f"{knop}{' Amina B' if knop else ''}"
            ),
            f"kaart-{klaar.pk}": (
                f"Mehmet B Keuken kok geen advies{knop}{' Mehmet B' if knop else ''}"
            ),
        }


def test_nothing_hurries_for_who_left(
    als: Als, begeleider: Gebruiker, zet: Callable[..., Traject]
) -> None:
    zet("Amina", Fase.NAZORG, periode=Periode(date(2024, 1, 1), date(2026, 10, 1)))
    zet("Nadia", Fase.NAZORG)
    pagina = html.fromstring(als(begeleider).get("/bord/").content)
    kaarten = [tekst(kaart) for kaart in pagina.xpath("//li[@class='kaart']")]
    assert ["geen advies" in kaart for kaart in kaarten] == ["Nadia" in kaart for kaart in kaarten]


def test_an_empty_column_says_so(als: Als, begeleider: Gebruiker) -> None:
    assert als(begeleider).get("/bord/").content.decode().count("Niemand in deze fase.") == 4


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_card_as_for_three(
    als: Als, coordinator: Gebruiker, zet: Callable[..., Traject], aantal: int
) -> None:
    for fase in (Fase.VOORTRAJECT, Fase.STAGE, Fase.STAGE)[:aantal]:
        RandvoorwaardeFactory(werknemer=zet("Amina", fase, jobdoelwit="kok").werknemer)
    client = als(coordinator)
    with CaptureQueriesContext(connection) as vragen:
        client.get("/bord/")
    # session, user, counsellors, services, places, cards, how many without
    assert len(vragen) == 7


# --- a long column ---------------------------------------------------------------------------


def maak_kolom(dienst: Dienst, aantal: int, **anders: Any) -> list[Traject]:
    """So many people in one phase, in the order of the board: nobody has an end of support."""
    return Traject.objects.bulk_create(
        TrajectFactory.build(werknemer=werknemer, fase=Fase.STAGE)
        for werknemer in maak_mensen(dienst, aantal, **anders)
    )


@pytest.fixture
def veertig(begeleider: Gebruiker, keuken: Dienst) -> list[Traject]:
    return maak_kolom(keuken, 40, begeleider=begeleider)


def getoond(inhoud: bytes) -> list[str]:
    kaarten = html.fromstring(inhoud).xpath("//section[@data-fase='stage']//li[@class='kaart']")
    return [kaart.get("id") for kaart in kaarten]


def kop(inhoud: bytes) -> str:
    (gevonden,) = html.fromstring(inhoud).xpath("//h2[@id='fase-stage']")
    return tekst(gevonden)


def test_a_long_column_shows_in_pieces_and_counts_everybody(
    als: Als, begeleider: Gebruiker, veertig: list[Traject]
) -> None:
    client = als(begeleider)
    allen = [f"kaart-{traject.pk}" for traject in veertig]
    inhoud = client.get("/bord/").content
    assert (getoond(inhoud), kop(inhoud)) == (allen[:15], "Stage 40")
    (link,) = html.fromstring(inhoud).xpath("//a[@id='meer-stage']")
    assert tekst(link) == "Toon er 15 meer in stage"
    # without JavaScript the same page, at the last card that was read
    assert link.get("href") == f"{link.get('hx-get')}#{allen[14]}"
    meer = client.get(link.get("hx-get"), headers=HTMX | {"HX-Trigger": "meer-stage"})
    assert "<html" not in meer.content.decode()
    assert getoond(meer.content) == allen[:30]
    assert meer["HX-Push-Url"] == "/bord/?meer=stage-30"
    (focus,) = html.fromstring(meer.content).xpath("//*[@data-focus]")
    assert tekst(focus) == "Wim Naam 015"
    (laatste,) = html.fromstring(meer.content).xpath("//a[@id='meer-stage']")
    assert tekst(laatste) == "Toon er 10 meer in stage"
    alles = client.get(laatste.get("href")).content
    assert (getoond(alles), kop(alles)) == (allen, "Stage 40")
    assert not html.fromstring(alles).xpath("//a[@id='meer-stage'] | //*[@data-focus]")


def test_who_moves_a_card_keeps_the_length_of_the_columns_and_sees_the_card(
    als: Als, begeleider: Gebruiker, veertig: list[Traject], zet: Callable[..., Traject]
) -> None:
    # last by name, so far below the cards that show at first
    traject = zet("Zoë", Fase.JOBMATCHING)
    Werknemer.objects.filter(pk=traject.werknemer_id).update(familienaam="Zz")
    client, langer = als(begeleider), "/bord/?meer=jobmatching-30"
    bord = html.fromstring(client.get(langer).content)
    (adres,) = bord.xpath(f"//li[@id='kaart-{traject.pk}']/@data-verplaats")
    assert adres == f"/bord/{traject.pk}/verplaats/?meer=jobmatching-30"
    data = invoer(client.get(adres).content) | {"fase": "stage", "reden": "Start maandag."}
    # a colleague moves another card meanwhile
    Traject.objects.filter(pk=veertig[0].pk).update(fase=Fase.NAZORG)
    antwoord = client.post(adres, data, headers=HTMX)
    assert kop(antwoord.content) == "Stage 40"
    assert getoond(antwoord.content)[15:] == [f"kaart-{traject.pk}"]
    (focus,) = html.fromstring(antwoord.content.decode()).xpath("//*[@data-focus]")
    assert tekst(focus) == "Zoë Zz"
    assert antwoord.context["filter"].lengtes == {"jobmatching": 30}


def test_past_the_longest_column_the_list_goes_on(
    als: Als, coordinator: Gebruiker, keuken: Dienst
) -> None:
    maak_kolom(keuken, 61)
    client = als(coordinator)
    inhoud = client.get("/bord/", {"meer": "stage-60", "dienst": keuken.pk}).content
    assert (len(getoond(inhoud)), kop(inhoud)) == (60, "Stage 61")
    (link,) = html.fromstring(inhoud).xpath("//a[@id='meer-stage']")
    assert tekst(link) == "Toon alle 61 in de lijst in stage"
    assert not link.get("hx-get")
    assert client.get(link.get("href")).context["pagina"].paginator.count == 61


@pytest.mark.parametrize("meer", ["stage-31", "maan-30", "stage", "\0"])
def test_a_length_that_cannot_be_is_said(als: Als, begeleider: Gebruiker, meer: str) -> None:
    inhoud = als(begeleider).get("/bord/", {"meer": meer}).content.decode()
    assert "bestaat niet (meer)" in inhoud


# --- moving a card ---------------------------------------------------------------------------


def test_in_place_the_card_asks_and_the_board_comes_back(
    als: Als, begeleider: Gebruiker, zet: Callable[..., Traject]
) -> None:
    traject = zet("Amina", Fase.JOBMATCHING, jobdoelwit="kok")
    client, adres = als(begeleider), f"/bord/{traject.pk}/verplaats/"
    vraag = client.get(adres, headers=HTMX)
    assert "<html" not in vraag.content.decode()
    data = invoer(vraag.content)
    assert data["fase"] == "stage"  # the next one
    antwoord = client.post(adres, data | {"reden": "Start maandag."}, headers=HTMX)
    assert (antwoord["HX-Retarget"], antwoord["HX-Reswap"]) == ("#bord", "outerHTML")
    assert kolommen(antwoord)["stage"] == ["Amina"]
    inhoud = antwoord.content.decode()
    assert "Amina staat nu in stage." in inhoud
    assert "Let op: er is nog geen stage gepland." in inhoud
    (link,) = html.fromstring(inhoud).xpath("//*[@data-focus]")
    assert tekst(link) == "Amina B"
    wissel = Fasewissel.objects.get()
    assert (wissel.van, wissel.naar, wissel.reden, wissel.door) == (
        "jobmatching",
        "stage",
        "Start maandag.",
        begeleider,
    )


def test_without_javascript_it_is_a_page_that_leads_back_to_the_same_board(
    als: Als, coordinator: Gebruiker, keuken: Dienst, zet: Callable[..., Traject]
) -> None:
    traject = zet("Amina", Fase.VOORTRAJECT)
    client = als(coordinator)
    bord = html.fromstring(client.get("/bord/", {"dienst": keuken.pk}).content)
    (adres,) = bord.xpath("//li[@class='kaart']/a[contains(., 'Verplaats')]/@href")
    assert adres == f"/bord/{traject.pk}/verplaats/?dienst={keuken.pk}"
    data = invoer(client.get(adres).content)
    antwoord = client.post(adres, data | {"fase": "nazorg", "reden": "Nieuwe job."}, follow=True)
    assert antwoord.redirect_chain == [(f"/bord/?dienst={keuken.pk}", 302)]
    assert kolommen(antwoord)["nazorg"] == ["Amina"]
    # with JavaScript, on that same page of its own
    zelf = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{adres}"}
    data = invoer(client.get(adres).content) | {"fase": "stage", "reden": "Toch niet."}
    weg = client.post(adres, data, headers=zelf)
    assert weg["HX-Redirect"] == f"/bord/?dienst={keuken.pk}"


def test_closing_takes_the_card_off_the_board(
    als: Als, begeleider: Gebruiker, zet: Callable[..., Traject]
) -> None:
    traject = zet("Amina", Fase.NAZORG)
    client, adres = als(begeleider), f"/bord/{traject.pk}/verplaats/"
    data = invoer(client.get(adres).content)
    assert data["fase"] == "afgerond"
    antwoord = client.post(adres, data | {"reden": "Een jaar aan het werk."}, headers=HTMX)
    assert kolommen(antwoord)["nazorg"] == []
    (plek,) = html.fromstring(antwoord.content.decode()).xpath("//*[@data-focus]")
    assert tekst(plek) == "0 werknemers in een traject · 1 zonder traject"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"reden": " "}, "reden"), ({"fase": "stage"}, "fase"), ({"fase": "maan"}, "fase")],
)
def test_a_refusal_stands_at_its_field_and_moves_nothing(
    als: Als,
    begeleider: Gebruiker,
    zet: Callable[..., Traject],
    anders: dict[str, str],
    veld: str,
) -> None:
    traject = zet("Amina", Fase.STAGE)
    client, adres = als(begeleider), f"/bord/{traject.pk}/verplaats/"
    data = invoer(client.get(adres).content) | {"reden": "Zo besproken."} | anders
    antwoord = client.post(adres, data, headers=HTMX)
    assert antwoord.status_code == 422
    assert html.fromstring(antwoord.content).xpath(f"//*[@id='id_{traject.pk}_{veld}_error']")
    traject.refresh_from_db()
    assert traject.fase == "stage"


def test_of_two_who_move_the_same_card_the_second_sees_the_first(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, zet: Callable[..., Traject]
) -> None:
    traject = zet("Amina", Fase.VOORTRAJECT)
    adres = f"/bord/{traject.pk}/verplaats/"
    een, twee = als(begeleider), als(coordinator)
    van_een = invoer(een.get(adres, headers=HTMX).content)
    van_twee = invoer(twee.get(adres, headers=HTMX).content)
    een.post(adres, van_een | {"fase": "stage", "reden": "Start maandag."}, headers=HTMX)
    antwoord = twee.post(
        adres, van_twee | {"fase": "jobmatching", "reden": "Jobdoelwit klaar."}, headers=HTMX
    )
    assert antwoord.status_code == 422
    melding = tekst(html.fromstring(antwoord.content.decode()))
    assert "Iemand anders bewaarde dit terwijl jij bezig was" in melding
    assert "Versie van An Peeters: stage Jouw versie: jobmatching" in melding
    opnieuw = invoer(antwoord.content) | {"versie_fase": "eigen"}
    assert (opnieuw["fase"], opnieuw["reden"]) == ("jobmatching", "Jobdoelwit klaar.")
    assert Traject.objects.get().fase == "stage"
    twee.post(adres, opnieuw, headers=HTMX)
    assert list(Fasewissel.objects.values_list("van", "naar")) == [
        ("voortraject", "stage"),
        ("stage", "jobmatching"),
    ]


def test_two_forms_on_one_board_have_ids_of_their_own(
    als: Als, begeleider: Gebruiker, zet: Callable[..., Traject]
) -> None:
    client = als(begeleider)
    ids: list[str] = []
    for traject in (zet("Amina", Fase.STAGE), zet("Mehmet", Fase.STAGE)):
        inhoud = client.get(f"/bord/{traject.pk}/verplaats/", headers=HTMX).content
        ids += html.fromstring(inhoud).xpath("//@id")
    assert len(ids) == len(set(ids)) > 0


def test_who_left_the_caseload_is_not_found(
    als: Als, begeleider: Gebruiker, zet: Callable[..., Traject]
) -> None:
    ander: Werknemer = zet("Zoë", Fase.STAGE, begeleider=None).werknemer
    (traject,) = ander.trajecten.all()
    assert als(begeleider).get(f"/bord/{traject.pk}/verplaats/").status_code == 404
