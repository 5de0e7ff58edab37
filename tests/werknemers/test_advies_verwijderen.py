"""Removing an advice: what goes along is said first, and what may stay in the trail stays."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.urls import reverse

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.aangeraakt import bijgewerkt
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import AdviesFactory, SignaalFactory, WerknemerFactory
from tests.werknemers.blad import bewaar, ingevuld
from tests.werknemers.test_advies_formulier import Als, adres_van_advies
from trajects.models import Signaal
from trajects.signaalsoorten.soorten.einde_ondersteuning import EINDE
from werknemers.domein.adviezen import verwijder_advies
from werknemers.models import Adviesperiode, Werknemer


@pytest.fixture
def werknemer(organisatie: Organisatie) -> Werknemer:
    return WerknemerFactory(organisatie=organisatie, voornaam="Amina", familienaam="Benali")


@pytest.fixture
def lopend(werknemer: Werknemer) -> Adviesperiode:
    """From 1 July 2023 up to and including 30 June 2028."""
    return AdviesFactory(werknemer=werknemer, besluitdatum=date(2023, 7, 3))


def test_removing_asks_first_and_says_what_goes_along(
    als: Als, coordinator: Gebruiker, werknemer: Werknemer, lopend: Adviesperiode
) -> None:
    SignaalFactory(advies=lopend, werknemer=werknemer)
    client = als(coordinator)
    url = reverse("werknemers:advies_verwijder", args=[lopend.pk])
    pagina = client.get(url)
    assert pagina.context["gaat_mee"] == []
    assert "1 juli 2023 t.e.m. 30 juni 2028" in pagina.content.decode()
    assert Adviesperiode.objects.exists()
    antwoord = client.post(url, ingevuld(pagina))
    assert antwoord.url == reverse("trajects:contract", args=[werknemer.pk])
    assert not Adviesperiode.objects.exists()
    (regel,) = Auditregel.objects.order_by("pk")
    signaal = Signaal.objects.get(soort=EINDE)
    assert (signaal.status, signaal.toelichting) == ("ingetrokken", "Ingetrokken: niet in dienst.")
    assert (regel.actie, regel.onderwerp_id, regel.door) == ("verwijderd", lopend.pk, coordinator)
    assert regel.verschil == {
        "werknemer": [f"{werknemer} ({werknemer.pk})", None],
        "soort": ["imw_5", None],
        "besluitdatum": ["2023-07-03", None],
        "periode": ["01/07/2023 t.e.m. 30/06/2028", None],
        "begeleidingsniveau": ["geen", None],
        "bijgetelde_dagen": [0, None],
    }


def test_what_was_written_with_a_signal_is_nowhere_in_the_trail(
    coordinator: Gebruiker, werknemer: Werknemer, lopend: Adviesperiode
) -> None:
    SignaalFactory(advies=lopend, werknemer=werknemer, toelichting="Belde met de psychiater")
    with transaction.atomic(), bijgewerkt():
        verwijder_advies(lopend, door=coordinator)
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT (SELECT string_agg(r::text, ' ') FROM gedeeld_auditregel r)
            || (SELECT string_agg(w::text, ' ') FROM gedeeld_auditwaarde w)"""
        )
        spoor = cursor.fetchone()[0]
    assert "psychiater" not in spoor
    assert "psychiater" in Signaal.objects.get(soort=EINDE).toelichting


def test_the_steps_of_a_removed_advice_stay_to_be_read_too(
    coordinator: Gebruiker, werknemer: Werknemer
) -> None:
    advies = AdviesFactory(werknemer=werknemer, soort="imw_evaluatie")
    advies.schijven.create(
        periode=Periode.tem(date(2026, 10, 1), date(2026, 12, 31)), percentage=60
    )
    verwijder_advies(advies, door=coordinator)
    assert Auditregel.objects.get().verschil["schijven"] == [
        ["60 % 01/10/2026 t.e.m. 31/12/2026"],
        None,
    ]


def test_what_you_did_not_see_you_do_not_remove(
    als: Als, coordinator: Gebruiker, lopend: Adviesperiode
) -> None:
    client = als(coordinator)
    url = reverse("werknemers:advies_verwijder", args=[lopend.pk])
    data = ingevuld(client.get(url))
    bewaar(client, adres_van_advies(lopend), soort="imw_2")
    antwoord = client.post(url, data)
    assert antwoord.status_code == 422
    assert "IMW 5 jaar" in antwoord.content.decode()
    assert Adviesperiode.objects.exists()
    assert client.post(url, ingevuld(antwoord)).status_code == 302
    assert not Adviesperiode.objects.exists()
