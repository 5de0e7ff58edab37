"""No page holds a whole organisation: what is long comes in pieces, with the true count."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from lxml import html

from gebruikers.models import Gebruiker
from tests.fabrieken import (
    BegeleiderswisselFactory,
    DeelnameFactory,
    DienstFactory,
    GebruikerFactory,
    NotitieFactory,
    SollicitatieFactory,
    TrajectFactory,
    VormingFactory,
    WerkgeverFactory,
)
from tests.trajects.veel import maak_mensen
from trajects.keuzes import Fase
from trajects.models import Deelname, Notitie, Sollicitatie, Traject, Vormingsactie, Werkgever
from werknemers.models import Dienst, Werknemer

Als = Callable[[Gebruiker], Client]


@pytest.fixture
def dienst(coordinator: Gebruiker) -> Dienst:
    return DienstFactory(organisatie=coordinator.organisatie, naam="Keuken")


@pytest.fixture
def vorming(coordinator: Gebruiker) -> Vormingsactie:
    return VormingFactory(organisatie=coordinator.organisatie, titel="Hygiëne")


@pytest.fixture
def werkgever(coordinator: Gebruiker) -> Werkgever:
    return WerkgeverFactory(organisatie=coordinator.organisatie)


def schrijf_in(vorming: Vormingsactie, mensen: list[Werknemer], **anders: Any) -> None:
    Deelname.objects.bulk_create(
        DeelnameFactory.build(werknemer=wie, vorming=vorming, **anders) for wie in mensen
    )


def stukken(client: Client, adres: str, naam: str = "pagina") -> list[int]:
    """How many a page shows, page after page, by following the link to the next one."""
    aantallen = []
    while adres:
        antwoord = client.get(adres)
        aantallen.append(len(antwoord.context[naam]))
        volgende = html.fromstring(antwoord.content).xpath("//a[@rel='next']/@href")
        adres = volgende[0] if volgende else ""
    return aantallen


def tekst(antwoord: Any, pad: str) -> str:
    (knoop,) = html.fromstring(antwoord.content).xpath(pad)
    return " ".join(knoop.text_content().split())


def test_the_participants_of_a_training(
    als: Als, coordinator: Gebruiker, dienst: Dienst, vorming: Vormingsactie
) -> None:
    mensen = maak_mensen(dienst, 30)
    schrijf_in(vorming, mensen)
    client, adres = als(coordinator), f"/vormingen/{vorming.pk}/"
    assert stukken(client, adres) == [25, 5]
    eerste = client.get(adres)
    assert tekst(eerste, "//h2[@id='deelnemers']") == "Deelnemers 30"
    assert "van collega’s" not in eerste.content.decode()
    (volgende,) = html.fromstring(eerste.content).xpath("//a[@rel='next']/@href")
    assert volgende == f"{adres}?pagina=2#deelnemers"


def test_who_was_there_is_filled_in_page_by_page(
    als: Als, coordinator: Gebruiker, dienst: Dienst, vorming: Vormingsactie
) -> None:
    schrijf_in(vorming, maak_mensen(dienst, 30))
    client, adres = als(coordinator), f"/vormingen/{vorming.pk}/aanwezigheid/"
    for pagina, aantal, daarna in (
        (1, 25, f"{adres}?pagina=2"),
        (2, 5, f"/vormingen/{vorming.pk}/"),
    ):
        antwoord = client.get(adres, {"pagina": pagina})
        (formulier,) = html.fromstring(antwoord.content).xpath("//form[@data-bewaak]")
        velden = {naam: waarde or "" for naam, waarde in formulier.form_values()}
        standen = [naam for naam in velden if naam.endswith("-stand")]
        assert len(standen) == aantal
        verstuurd = client.post(
            f"{adres}?pagina={pagina}", velden | dict.fromkeys(standen, "afwezig")
        )
        assert verstuurd.url == daarna
    assert set(vorming.deelnames.values_list("stand", flat=True)) == {"afwezig"}


def test_hours_followed_by_each_employee(
    als: Als, coordinator: Gebruiker, dienst: Dienst, vorming: Vormingsactie
) -> None:
    schrijf_in(vorming, maak_mensen(dienst, 30), stand="aanwezig")
    assert stukken(als(coordinator), "/vormingen/overzicht/") == [25, 5]


def test_who_was_at_an_employer(
    als: Als, coordinator: Gebruiker, dienst: Dienst, werkgever: Werkgever
) -> None:
    for werknemer in maak_mensen(dienst, 30):
        SollicitatieFactory(werknemer=werknemer, werkgever=werkgever)
    assert stukken(als(coordinator), f"/werkgevers/{werkgever.pk}/") == [25, 5]


def test_hand_overs_that_wait(
    als: Als, coordinator: Gebruiker, begeleider: Gebruiker, dienst: Dienst
) -> None:
    for werknemer in maak_mensen(dienst, 30, begeleider=begeleider):
        BegeleiderswisselFactory(werknemer=werknemer, van=coordinator, naar=begeleider)
    client = als(coordinator)
    assert stukken(client, "/overdragen/") == [25, 5]
    assert tekst(client.get("/overdragen/"), "//h2[@id='wachten']") == "Nog niet bevestigd 30"


def test_the_users_of_an_organisation(als: Als, beheerder: Gebruiker) -> None:
    GebruikerFactory.create_batch(29, organisatie=beheerder.organisatie)
    assert stukken(als(beheerder), "/beheer/gebruikers/") == [25, 5]


# --- twice as many people make no page longer ---------------------------------------------------


def _voeg_toe(
    dienst: Dienst, vorming: Vormingsactie, werkgever: Werkgever, begeleider: Gebruiker
) -> None:
    """64 more people, each on the board, in a training, at an employer, and with a note."""
    mensen = maak_mensen(dienst, 64, begeleider=begeleider)
    fasen = [Fase.VOORTRAJECT, Fase.JOBMATCHING, Fase.STAGE, Fase.NAZORG] * 16
    Traject.objects.bulk_create(
        TrajectFactory.build(werknemer=wie, fase=fase)
        for wie, fase in zip(mensen, fasen, strict=True)
    )
    schrijf_in(vorming, mensen, stand="aanwezig")
    Sollicitatie.objects.bulk_create(
        SollicitatieFactory.build(werknemer=wie, werkgever=werkgever) for wie in mensen
    )
    Notitie.objects.bulk_create(
        NotitieFactory.build(werknemer=wie, auteur=begeleider) for wie in mensen
    )
    Werkgever.objects.bulk_create(
        WerkgeverFactory.build_batch(60, organisatie=dienst.organisatie, gemeente="Gent")
    )


def _bladzijden(vorming: Vormingsactie, werkgever: Werkgever) -> list[str]:
    iemand = Werknemer.objects.order_by("pk").first()
    assert iemand is not None
    return [
        "/bord/",
        "/werknemers/",
        "/werknemers/zoeken/?werknemer_zoek=naam",
        "/notities/",
        f"/notities/?werknemer={iemand.pk}&werknemer_zoek=naam",
        "/vormingen/",
        "/vormingen/nieuw/",
        "/vormingen/overzicht/",
        f"/vormingen/{vorming.pk}/",
        f"/vormingen/{vorming.pk}/deelnemers/",
        f"/vormingen/{vorming.pk}/aanwezigheid/",
        "/vormingen/deelnemers/zoeken/?deelnemers_zoek=naam",
        "/werkgevers/",
        f"/werkgevers/{werkgever.pk}/",
        f"/werknemers/{iemand.pk}/stages/nieuw/",
        "/documenten/",
        "/uitstroom/",
        "/vandaag/",
    ]


def test_a_page_is_as_long_for_twice_as_many_people(
    als: Als,
    coordinator: Gebruiker,
    begeleider: Gebruiker,
    dienst: Dienst,
    vorming: Vormingsactie,
    werkgever: Werkgever,
) -> None:
    client, lengtes = als(coordinator), []
    for _ in range(2):
        _voeg_toe(dienst, vorming, werkgever, begeleider)
        adressen = _bladzijden(vorming, werkgever)
        lengtes.append({adres: len(client.get(adres).content) for adres in adressen})
    # Longer numbers and one more link to a page; 64 people in a list take more than 3,000.
    gegroeid = {adres: lengtes[1][adres] - lengte for adres, lengte in lengtes[0].items()}
    assert {adres: erbij for adres, erbij in gegroeid.items() if erbij > 700} == {}
