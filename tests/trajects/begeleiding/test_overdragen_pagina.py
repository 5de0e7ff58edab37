"""The pages of a hand-over between counsellors, for each who has a part in it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import BegeleiderswisselFactory, GebruikerFactory, WerknemerFactory
from trajects.begeleiding.begeleiderswissels import bevestig, draag_over
from trajects.models import Begeleiderswissel
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.amina(in_dienst=True)


@pytest.fixture
def lies(organisatie: Organisatie) -> Gebruiker:
    return GebruikerFactory(organisatie=organisatie, voornaam="Lies", naam="Maes")


def _adres(werknemer: Werknemer) -> str:
    return f"/werknemers/{werknemer.pk}/overdragen/"


def _invoer(antwoord: Any) -> dict[str, Any]:
    """What the form with a successor would send back untouched."""
    formulieren = html.fromstring(antwoord.content.decode()).xpath("//form[.//*[@name='naar']]")
    waarden: dict[str, Any] = {}
    for naam, waarde in formulieren[0].form_values():
        waarden.setdefault(naam, []).append((waarde or "").lstrip("\n"))
    return waarden


@pytest.mark.parametrize("in_plaats", [True, False])
def test_from_hand_over_to_confirmation(
    als: Als, begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer, in_plaats: bool
) -> None:
    koppen = HTMX if in_plaats else {}
    van, naar = als(begeleider), als(lies)
    assert _adres(amina) in van.get(f"/werknemers/{amina.pk}/").content.decode()
    invoer = _invoer(van.get(_adres(amina), headers=koppen))
    gegevens = invoer | {"naar": lies.pk, "risicos": "Belt liever niet.\nStuur een bericht."}
    antwoord = van.post(_adres(amina), gegevens, headers=koppen)
    assert (antwoord["HX-Redirect"] if in_plaats else antwoord.url) == "/vandaag/"
    vandaag = van.get("/vandaag/").content.decode()
    assert "Lies Maes begeleidt Amina Benali vanaf nu." in vandaag
    assert "nog niet bevestigd" in vandaag
    assert van.get(f"/werknemers/{amina.pk}/").status_code == 404

    blad = f"/overdrachtsblad/{Begeleiderswissel.objects.get().pk}/"
    assert blad in naar.get("/vandaag/").content.decode()
    gelezen = naar.get(blad).content.decode()
    assert "Belt liever niet.<br>Stuur een bericht." in gelezen
    assert "Ik heb dit gelezen" in gelezen
    assert naar.post(f"{blad}bevestig/").url == blad
    assert "De overdracht van Amina Benali is bevestigd." in naar.get(blad).content.decode()
    assert "Nieuw in je caseload" not in naar.get("/vandaag/").content.decode()
    assert "nog niet bevestigd" not in van.get("/vandaag/").content.decode()
    assert "bevestigd" in van.get("/vandaag/").content.decode()


@pytest.mark.vandaag("2026-12-02")
def test_after_a_week_what_is_settled_is_gone(
    als: Als, begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer
) -> None:
    wissel = draag_over([amina], van=begeleider, naar=lies, door=begeleider)[0]
    bevestig(wissel, door=lies)
    client = als(begeleider)
    assert "Wat je overdroeg" in client.get("/vandaag/").content.decode()
    Begeleiderswissel.objects.update(bevestigd_op="2026-11-24T12:00Z")
    assert "Wat je overdroeg" not in client.get("/vandaag/").content.decode()


def test_a_refusal_keeps_what_was_typed(
    als: Als, begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    invoer = _invoer(client.get(_adres(amina)))
    antwoord = client.post(_adres(amina), invoer | {"risicos": "Belt liever niet."})
    assert antwoord.status_code == 422
    assert "Belt liever niet." in antwoord.content.decode()
    assert not Begeleiderswissel.objects.exists()


def test_two_people_at_once_hand_over_once(
    als: Als,
    begeleider: Gebruiker,
    lies: Gebruiker,
    coordinator: Gebruiker,
    amina: Werknemer,
) -> None:
    een, twee = als(begeleider), als(coordinator)
    van_een, van_twee = _invoer(een.get(_adres(amina))), _invoer(twee.get(_adres(amina)))
    een.post(_adres(amina), van_een | {"naar": lies.pk})
    antwoord = twee.post(_adres(amina), van_twee | {"naar": coordinator.pk, "risicos": "Let op."})
    assert antwoord.status_code == 422
    assert "Intussen is Lies Maes de begeleider." in antwoord.content.decode()
    assert "Let op." in antwoord.content.decode()
    amina.refresh_from_db()
    assert amina.begeleider == lies


def test_a_stand_in_gives_nobody_away(
    als: Als, lies: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    pagina = als(coordinator).get(f"/werknemers/{amina.pk}/").content.decode()
    assert _adres(amina) in pagina
    assert als(lies).get(_adres(amina)).status_code == 404


def test_an_open_hand_over_is_shown_instead_of_a_second_one(
    als: Als, begeleider: Gebruiker, lies: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    wissel = draag_over([amina], van=begeleider, naar=lies, door=begeleider)[0]
    pagina = als(coordinator).get(f"/werknemers/{amina.pk}/").content.decode()
    assert _adres(amina) not in pagina
    assert f"/overdrachtsblad/{wissel.pk}/" in pagina
    blad = als(coordinator).get(f"/overdrachtsblad/{wissel.pk}/").content.decode()
    assert "Bevestig in de plaats van Lies Maes" in blad
    assert "Lies Maes bevestigt na het lezen." in blad


def test_a_whole_caseload_with_one_sheet_each(
    als: Als, begeleider: Gebruiker, lies: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    mehmet = WerknemerFactory(
        organisatie=amina.organisatie, begeleider=begeleider, in_dienst=True, voornaam="Mehmet"
    )
    weg = WerknemerFactory(organisatie=amina.organisatie, begeleider=begeleider, voornaam="Weg")
    client, adres = als(coordinator), f"/overdragen/?begeleider={begeleider.pk}"
    assert "An Peeters (3)" in client.get("/overdragen/").content.decode()
    invoer = _invoer(client.get(adres))
    assert sorted(invoer["werknemers"]) == sorted([str(amina.pk), str(mehmet.pk)])
    antwoord = client.post(adres, invoer | {"naar": lies.pk, "risicos": "An is weg."})
    assert antwoord.url == "/overdragen/"
    pagina = client.get("/overdragen/").content.decode()
    assert "Lies Maes begeleidt vanaf nu 2 werknemers meer." in pagina
    assert pagina.count("Lees het blad") == 2
    wissels = Begeleiderswissel.objects.all()
    assert {(w.werknemer, w.risicos) for w in wissels} == {
        (amina, "An is weg."),
        (mehmet, "An is weg."),
    }
    assert list(begeleider.werknemers.all()) == [weg]


def test_who_waits_for_a_confirmation_is_not_in_the_list(
    als: Als, begeleider: Gebruiker, lies: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    draag_over([amina], van=begeleider, naar=lies, door=begeleider)
    client = als(coordinator)
    antwoord = client.get(f"/overdragen/?begeleider={lies.pk}")
    assert not antwoord.context["form"].fields["werknemers"].queryset.exists()
    assert "Nog niet bevestigd" in antwoord.content.decode()


def test_a_counsellor_gives_the_own_caseload_only(
    als: Als, begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    assert "Werknemers van An Peeters" in client.get("/overdragen/").content.decode()
    assert client.get(f"/overdragen/?begeleider={lies.pk}").status_code == 404
    for vreemd in ("²", "x", "", str(10**30)):
        assert client.get("/overdragen/", {"begeleider": vreemd}).status_code == 404


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_as_for_three(
    als: Als,
    begeleider: Gebruiker,
    lies: Gebruiker,
    coordinator: Gebruiker,
    aantal: int,
    django_assert_num_queries: Any,
) -> None:
    for _ in range(aantal):
        wissel = BegeleiderswisselFactory(
            werknemer__organisatie=lies.organisatie, werknemer__begeleider=lies,
            van=begeleider, naar=lies,
        )  # fmt: skip
        WerknemerFactory(organisatie=lies.organisatie, begeleider=lies, in_dienst=True)
    client = als(coordinator)
    # session, user; counsellor, sheets that wait, caseload, colleagues, successors
    with django_assert_num_queries(8):
        client.get(f"/overdragen/?begeleider={lies.pk}")
    # session, user; the sheet, which holds no notes
    with django_assert_num_queries(4):
        client.get(f"/overdrachtsblad/{wissel.pk}/")


def test_three_sheets_ask_no_more_of_the_database_than_one(
    als: Als, begeleider: Gebruiker, lies: Gebruiker
) -> None:
    client, geteld = als(lies), []
    for _ in range(3):
        BegeleiderswisselFactory(
            werknemer__organisatie=lies.organisatie, werknemer__begeleider=lies,
            van=begeleider, naar=lies,
        )  # fmt: skip
        with CaptureQueriesContext(connection) as vragen:
            pagina = client.get("/vandaag/").content.decode()
        geteld.append((pagina.count("Lees het overdrachtsblad"), len(vragen)))
    assert geteld == [(1, geteld[0][1]), (2, geteld[0][1]), (3, geteld[0][1])]


def test_who_came_by_the_form_is_new_without_a_sheet(
    als: Als, begeleider: Gebruiker, lies: Gebruiker, hr: Gebruiker, amina: Werknemer
) -> None:
    adres = f"/werknemers/{amina.pk}/bewerk/"
    client = als(hr)
    formulier = html.fromstring(client.get(adres).content.decode()).xpath("//form[@data-bewaak]")[0]
    client.post(adres, dict(formulier.form_values()) | {"begeleider": lies.pk})
    pagina = als(lies).get("/vandaag/").content.decode()
    assert "Nieuw in je caseload" in pagina
    assert "Er is geen overdrachtsblad." in pagina
    with time_machine.travel("2026-12-02T12:00Z"):
        assert "Nieuw in je caseload" not in als(lies).get("/vandaag/").content.decode()


def test_switching_off_who_still_guides_is_warned_about(
    als: Als, begeleider: Gebruiker, beheerder: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    client, adres = als(beheerder), f"/beheer/gebruikers/{begeleider.pk}/"
    pagina = client.get(adres)
    assert f"/werknemers/?begeleider={begeleider.pk}" in pagina.content.decode()
    formulier = html.fromstring(pagina.content.decode()).xpath("//form[@data-bewaak]")[0]
    gegevens = dict(formulier.form_values())
    gegevens.pop("is_active")
    antwoord = client.post(adres, gegevens, follow=True)
    assert "heeft nog 1 werknemer." in antwoord.content.decode()
    vandaag = als(coordinator).get("/vandaag/").content.decode()
    assert f"/overdragen/?begeleider={begeleider.pk}" in vandaag


def test_the_old_sheet_is_dated(
    als: Als, begeleider: Gebruiker, lies: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    wissel = draag_over([amina], van=begeleider, naar=lies, door=begeleider)[0]
    Begeleiderswissel.objects.filter(pk=wissel.pk).update(op=date(2026, 11, 2))
    pagina = als(coordinator).get(f"/overdrachtsblad/{wissel.pk}/").content.decode()
    assert "Zoals het was op 2 november 2026." in pagina
