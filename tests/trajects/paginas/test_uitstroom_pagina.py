"""Leaving on the last stretch: the form, what it shows around a falling premium, what it asks."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    ContractFactory,
    NazorgmomentFactory,
    TrajectFactory,
    UitstroomFactory,
)
from tests.trajects.uitstroom.uitstroomhulp import HTMX, VANDAAG, invoer, tekst, velden
from trajects.keuzes import Fase
from trajects.models import Traject, Uitstroom
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
VERBOD = "de volgende ondersteuning stopzetten"
# Nothing on the screen may sound like leave to dismiss somebody.
VERBODEN_WOORDEN = (
    "toegelaten", "toegestaan", "mag je ontslaan", "mag ontslaan", "kan je ontslaan", "rechtmatig",
    "wettelijk in orde", "is in orde", "geldige reden", "gegronde reden", "geen probleem", "veilig",
)  # fmt: skip
pytestmark = pytest.mark.amina(in_dienst=True, steun_tot_maart=True)


def nieuw(amina: Werknemer) -> str:
    return f"/werknemers/{amina.pk}/uitstroom/"


def overgang(amina: Werknemer) -> str:
    return f"/werknemers/{amina.pk}/overgang/"


def gelezen(antwoord: Any) -> str:
    """What the notice sends along."""
    (waarde,) = html.fromstring(antwoord.content.decode()).xpath("//input[@name='gelezen']/@value")
    return str(waarde)


def test_leaving_in_place_and_the_moments_below(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    formulier = client.get(nieuw(amina), headers=HTMX).content.decode()
    assert "<html" not in formulier
    assert "Sluit het contract af" not in formulier
    antwoord = client.post(nieuw(amina), velden(werkgever="De Linde", breuk="80%"), headers=HTMX)
    assert antwoord["HX-Refresh"] == "true"
    assert Uitstroom.objects.get().breuk == Decimal("0.8")
    pagina = tekst(client.get(overgang(amina)))
    for zin in (
        "De nazorg staat gepland.",
        "reguliere economie, De Linde",
        "80 % van voltijds",
        "Na 52 weken",
        "21 december 2026",
        "Het contract loopt door na 23 november 2026. HR of de coördinator sluit het af.",
    ):
        assert zin in pagina


def test_who_took_the_initiative_is_chosen_never_assumed(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    antwoord = als(begeleider).post(nieuw(amina), {"datum": "2026-11-23"})
    assert antwoord.status_code == 422
    assert set(antwoord.context["form"].errors) == {"bestemming", "initiatief"}


def test_without_javascript_it_is_refused_once_with_what_to_read(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    werkgever = velden(initiatief="werkgever")
    eerst = client.post(nieuw(amina), werkgever | {"motief": "De dienst sluit."})
    assert eerst.status_code == 422
    assert VERBOD in tekst(eerst)
    assert not Uitstroom.objects.exists()
    mee = werkgever | {"gelezen": gelezen(eerst)}
    zonder = client.post(nieuw(amina), mee)
    assert zonder.status_code == 422
    assert list(zonder.context["form"].errors) == ["motief"]
    assert client.post(nieuw(amina), mee | {"motief": "De dienst sluit."}).status_code == 302
    assert Uitstroom.objects.get().motief == "De dienst sluit."


def test_what_was_read_about_another_day_does_not_count(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    alles = velden(initiatief="werkgever", motief="Sluit.", gelezen="2027-01-01")
    antwoord = als(begeleider).post(nieuw(amina), alles)
    assert antwoord.status_code == 422
    assert gelezen(antwoord) == "2027-04-01"


def test_with_htmx_it_shows_while_the_form_is_filled_in(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    leeg = client.get(nieuw(amina), headers=HTMX)
    (plek,) = html.fromstring(leeg.content.decode()).xpath("//*[@id='vervanging']")
    assert plek.get("hx-get") == nieuw(amina)
    assert (plek.get("hx-select"), plek.get("hx-params")) == ("#vervanging", "datum,initiatief")
    assert VERBOD not in tekst(leeg)
    for datum, initiatief, toont in (
        ("2026-11-23", "werkgever", True),
        ("2026-11-23", "samen", False),
        ("2026-03-01", "werkgever", False),
        ("", "werkgever", False),
        ("9999-99-99", "werkgever", False),
        ("2026-11-23", "onzin", False),
    ):
        vraag = {"datum": datum, "initiatief": initiatief}
        assert (VERBOD in tekst(client.get(nieuw(amina), vraag, headers=HTMX))) is toont


def test_it_never_says_that_a_dismissal_is_allowed(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    vraag = {"datum": "2026-11-23", "initiatief": "werkgever"}
    formulier = tekst(client.get(nieuw(amina), vraag))
    assert VERBOD in formulier
    assert "Deze toepassing beoordeelt geen ontslag." in formulier
    assert "De regels om een overeenkomst te beëindigen blijven altijd gelden." in formulier
    for zin in ("nog niet bereikt", "geen jobdoelwit", "zekerheid E", "1 oktober 2027"):
        assert zin in formulier
    mee = velden(initiatief="werkgever", motief="De dienst sluit.", gelezen="2027-04-01")
    assert client.post(nieuw(amina), mee).status_code == 302
    for pagina in (formulier, tekst(als(coordinator).get(overgang(amina)))):
        for woord in VERBODEN_WOORDEN:
            assert woord not in pagina.lower(), woord


def test_who_edits_contracts_closes_it_at_once_or_with_a_button(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    client = als(hr)
    assert "Sluit het contract af op deze dag" in tekst(client.get(nieuw(amina)))
    client.post(nieuw(amina), velden())
    assert "Sluit het contract af op 23 november 2026" in tekst(client.get(overgang(amina)))
    uitstroom = Uitstroom.objects.get()
    antwoord = client.post(f"/uitstromen/{uitstroom.pk}/contract/")
    assert antwoord.url == f"{overgang(amina)}#uitstroom"
    assert amina.contracten.get().periode.laatste_dag == VANDAAG
    assert "Sluit het contract af" not in tekst(client.get(overgang(amina)))


def test_mended_afterwards(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    client = als(begeleider)
    client.post(nieuw(amina), velden(werkgever="De Linde", breuk="30,4/38"))
    adres = f"/uitstromen/{Uitstroom.objects.get().pk}/"
    ingevuld = invoer(client, adres)
    assert (ingevuld["werkgever"], ingevuld["breuk"]) == ("De Linde", "0,8")
    antwoord = client.post(adres, ingevuld | {"datum": "2026-11-20", "functie": "kok"})
    assert antwoord.url == f"{overgang(amina)}#uitstroom"
    assert "18 december 2026" in tekst(client.get(overgang(amina)))


def test_a_mistake_is_taken_back_after_asking(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    TrajectFactory(werknemer=amina, fase=Fase.JOBMATCHING)
    client = als(begeleider)
    client.post(nieuw(amina), velden())
    adres = f"/uitstromen/{Uitstroom.objects.get().pk}/weg/"
    vraag = client.get(adres, headers=HTMX)
    assert "Je wist de uitstroom van Amina" in tekst(vraag)
    assert vraag.context["form"]["naar_fase"].value() == "jobmatching"
    assert Uitstroom.objects.exists()
    assert client.post(adres, invoer(client, adres)).status_code == 302
    assert not Uitstroom.objects.exists()
    assert Traject.objects.get().fase == "jobmatching"


def test_not_when_it_has_results_or_changed_meanwhile(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    uitstroom = UitstroomFactory(werknemer=amina, datum=date(2026, 9, 30))
    client = als(begeleider)
    adres = f"/uitstromen/{uitstroom.pk}/weg/"
    ingevuld = invoer(client, adres)
    NazorgmomentFactory(uitstroom=uitstroom, resultaat="niet", gemeten_op=VANDAAG)
    antwoord = client.post(adres, ingevuld)
    assert antwoord.status_code == 422
    assert "Er is al nazorg gedaan" in tekst(antwoord)
    assert "Dit was een vergissing" not in tekst(client.get(overgang(amina)))
    uitstroom.bestemming = "sociaal"
    uitstroom.save()
    antwoord = client.post(adres, ingevuld)
    assert antwoord.status_code == 422
    assert "sociale economie" in tekst(antwoord)


def test_who_came_back_can_leave_again(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    amina.contracten.update(periode=Periode(date(2024, 1, 1), date(2026, 3, 1)))
    UitstroomFactory(werknemer=amina, datum=date(2026, 2, 28))
    client = als(begeleider)
    assert "Registreer een nieuwe uitstroom" not in tekst(client.get(overgang(amina)))
    ContractFactory(werknemer=amina, periode=Periode(date(2026, 6, 1)))
    pagina = tekst(client.get(overgang(amina)))
    assert "Amina is terug in dienst sinds 1 juni 2026." in pagina
    assert "Registreer een nieuwe uitstroom" in pagina


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_number_of_queries_does_not_grow(
    als: Als, coordinator: Gebruiker, amina: Werknemer, aantal: int
) -> None:
    for jaar in range(2026 - aantal, 2026):
        uitstroom = UitstroomFactory(werknemer=amina, datum=date(jaar, 9, 30))
        for weken in range(1, aantal + 1):
            NazorgmomentFactory(uitstroom=uitstroom, weken=weken)
    client = als(coordinator)
    with CaptureQueriesContext(connection) as vragen:
        client.get(overgang(amina))
    assert len(vragen) == 10
