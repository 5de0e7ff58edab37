"""Nothing that a browser can send ends in a server error: odd keys, far dates, forged snapshots."""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from gebruikers.models import Gebruiker, Waarneming
from tests.fabrieken import ActieFactory, AdviesFactory, GebruikerFactory, SignaalFactory
from trajects.models import Notitie, Signaal, Traject
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
VREEMDE_SLEUTELS = ("²", "٣", "9" * 30, "9" * 5000, "-1", "1.0", "\0", "")
VERRE_DAGEN = ("0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31")
pytestmark = pytest.mark.amina(in_dienst=True)


@pytest.mark.parametrize("sleutel", VREEMDE_SLEUTELS)
def test_a_strange_key_chooses_nothing(
    als: Als, coordinator: Gebruiker, amina: Werknemer, sleutel: str
) -> None:
    client = als(coordinator)
    vele = {"signaal": sleutel, "actie": "toewijzen", "wie": coordinator.pk}
    assert client.post("/signalen/opvolgen/", vele).status_code == 422
    notitie = {"werknemer": sleutel, "tekst": "x", "soort": "gesprek", "datum": "2026-11-20"}
    assert client.post("/notities/nieuw/", notitie).status_code in {200, 404}
    assert client.get("/notities/nieuw/", {"werknemer": sleutel}).status_code in {200, 404}
    traject = {"traject": sleutel, "fase": "stage"}
    adres = f"/werknemers/{amina.pk}/traject/"
    assert client.post(adres, traject).status_code in {404, 422}
    assert not Notitie.objects.exists()
    assert not Traject.objects.exists()


@pytest.mark.parametrize(
    "terug",
    [
        *("2001", "naam", "trajects:vandaag", "//elders.example/", "vandaag/"),
        *("/bestaat/niet/", "/static/js/doorstroom.js", "/\\elders.example/", "/\0", "http://["),
        "/vandaag/?" + "x" * 20_000,
    ],
)
def test_a_strange_address_to_go_back_to_does_not_count(
    als: Als, coordinator: Gebruiker, amina: Werknemer, terug: str
) -> None:
    """A word without a slash would be taken for the name of an address."""
    signaal = SignaalFactory(advies=AdviesFactory(werknemer=amina))
    client = als(coordinator)
    for adres in ("gezien", "heropenen"):
        antwoord = client.post(f"/signalen/{signaal.pk}/{adres}/", {"terug": terug})
        assert (antwoord.status_code, antwoord.url) == (302, "/signalen/")
    antwoord = client.post(f"/signalen/{signaal.pk}/gezien/", {"terug": "/vandaag/"})
    assert antwoord.url == "/vandaag/"


def test_a_refusal_of_many_signals_leads_back_to_a_page(als: Als, coordinator: Gebruiker) -> None:
    """The address that takes the form answers no GET, and what was sent is not repeated."""
    for terug, naar in (("", "/signalen/"), ("//x/", "/signalen/"), ("/vandaag/", "/vandaag/")):
        antwoord = als(coordinator).post("/signalen/opvolgen/", {"terug": terug})
        assert (antwoord.status_code, antwoord.context["terug"]) == (422, naar)


@pytest.mark.parametrize("terug", ["/bestaat/niet/", "/vandaag/"])
def test_what_was_done_is_never_followed_by_an_error(
    als: Als, coordinator: Gebruiker, amina: Werknemer, terug: str
) -> None:
    actie = ActieFactory(werknemer=amina)
    velden = {"terug": terug, "gedaan_op": "2026-11-20", "resultaat": "Af"}
    client, adres = als(coordinator), f"/acties/{actie.pk}/gedaan/"
    form = client.get(adres).context["form"]
    gezien = {naam: form[naam].value() or "" for naam in form.fields}
    antwoord = client.post(adres, gezien | velden)
    assert antwoord.status_code == 302
    verwacht = terug if terug == "/vandaag/" else f"/werknemers/{amina.pk}/plan/"
    assert antwoord.url.startswith(verwacht)
    assert client.get(antwoord.url).status_code == 200


@pytest.mark.parametrize("koppen", [{}, {"HX-Request": "true"}], ids=["page", "fragment"])
@pytest.mark.parametrize(
    "adres",
    [
        "/werknemers/?dienst=x",
        "/bord/?dienst=x",
        "/signalen/?dienst=x",
        "/documenten/?dienst=x",
        "/notities/?soort=x",
        "/uitstroom/?dienst=x",
        "/uitstroom/uitgestroomd/?dienst=x",
        "/vormingen/?jaar=x",
        "/vormingen/overzicht/?dienst=x",
        "/werkgevers/?sector=x",
    ],
)
def test_a_filter_that_cannot_be_is_named_and_nothing_is_counted(
    als: Als, coordinator: Gebruiker, amina: Werknemer, adres: str, koppen: dict[str, str]
) -> None:
    """What is not filtered must not look as if it were."""
    SignaalFactory(advies=AdviesFactory(werknemer=amina))
    antwoord = als(coordinator).get(adres, headers=koppen)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    zinnen = (
        "Een van de (filters|keuzes) in het adres",
        "Je keuze bij [^<]* bestaat niet",
        "foutenoverzicht",
        "class=.fouten",
    )
    assert re.search("|".join(zinnen), tekst)
    assert not re.search('data-aankondiging="[0-9]', tekst)
    assert f'href="/werknemers/{amina.pk}/' not in tekst
    if not koppen and "uitstroom/" not in adres:
        assert "invalid-feedback" in tekst


@pytest.mark.parametrize("dag", VERRE_DAGEN)
def test_a_far_off_day_is_refused_with_a_sentence(
    als: Als, coordinator: Gebruiker, begeleider: Gebruiker, amina: Werknemer, dag: str
) -> None:
    signaal = SignaalFactory(advies=AdviesFactory(werknemer=amina))
    vervanger = GebruikerFactory(organisatie=amina.organisatie)
    vervanging = {"begeleider": begeleider.pk, "vervanger": vervanger.pk, "van": "2026-11-23"}
    traject = {"fase": "stage", "gestart_op": "2026-11-01", "beoogde_uitstroom": dag}
    inzendingen: dict[str, dict[str, Any]] = {
        "/beheer/vervanging/nieuw/": vervanging | {"tot_en_met": dag},
        f"/werknemers/{amina.pk}/traject/": traject,
        f"/werknemers/{amina.pk}/logboek/": {"tekst": "x", "soort": "gesprek", "datum": dag},
        f"/signalen/{signaal.pk}/uitstellen/": {"tot": dag, "reden": "x"},
    }
    for adres, gegevens in inzendingen.items():
        antwoord = als(coordinator).post(adres, gegevens)
        assert antwoord.status_code == 422
        assert "Kijk het jaartal na." in antwoord.content.decode(), adres
    for model in (Waarneming, Traject, Notitie):
        assert not model._default_manager.exists()
    assert Signaal.objects.get().uitgesteld_tot is None


@pytest.mark.parametrize(
    "gezien",
    [
        "[" * 100_000,
        json.dumps({"op": "x", "waarden": {"geboortedatum": "geen datum"}}),
        json.dumps({"op": "x", "waarden": {"geboortedatum": 5}}),
        json.dumps({"op": "x", "waarden": {"voertaal": ["nl"]}}),
        json.dumps({"op": "x", "waarden": {"voornaam": "\ud800"}}),
        json.dumps({"op": 1e300, "waarden": {}}),
    ],
)
def test_a_forged_snapshot_counts_as_a_clash(
    als: Als, coordinator: Gebruiker, amina: Werknemer, gezien: str
) -> None:
    gegevens = {"voornaam": "Zoë", "familienaam": "B", "personeelsnummer": "9", "voertaal": "nl"}
    adres = f"/werknemers/{amina.pk}/bewerk/"
    assert als(coordinator).post(adres, gegevens | {"gezien": gezien}).status_code == 422
    amina.refresh_from_db()
    assert amina.voornaam == "Amina"


def test_a_search_text_of_thousands_of_words_finds_nobody(
    als: Als, coordinator: Gebruiker, amina: Werknemer
) -> None:
    """Each word is a condition of its own: two thousand of them keep the database busy."""
    for adres in ("/werknemers/", "/documenten/"):
        antwoord = als(coordinator).get(adres, {"zoek": "a " * 2000})
        assert antwoord.status_code == 200
        assert list(antwoord.context["pagina"]) == []
    assert len(als(coordinator).get("/werknemers/", {"zoek": "a " * 40}).context["pagina"]) == 1


def test_the_night_of_an_impossible_day(amina: Werknemer) -> None:
    for dag in VERRE_DAGEN:
        with pytest.raises(CommandError, match="tussen 1900 en 2100"):
            call_command("bepaal_signalen", "--datum", dag)
    call_command("bepaal_signalen", "--datum", date(2100, 12, 31).isoformat())
