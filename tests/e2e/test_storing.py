"""The database hangs while somebody works: the page says so, and no word is lost."""

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from playwright.sync_api import expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import LAPTOP, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg
from tests.sloten import op_slot
from trajects.models import Notitie

TEKST = "Ze wil de theorie van haar rijbewijs halen."
VAK = "Wat wil je onthouden?"
NIETS = "Er is niets bewaard. Wat je typte, is er nog. Verstuur het over een minuut opnieuw."


@pytest.fixture(autouse=True)
def _kort_geduld(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the web has in production, and shorter."""
    opties = connection.settings_dict["OPTIONS"]
    monkeypatch.setitem(opties, "options", f"{opties['options']} -c lock_timeout=300ms")


@pytest.fixture(autouse=True)
def _klaagt_terecht(bezoek: Bezoek) -> None:
    bezoek.verwachte_klachten.append("503")


def test_in_a_window_the_text_stays_and_the_message_says_what_happened(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    page.goto(f"/werknemers/{ploeg.amina.pk}/")
    bezoek.kijk("werknemer-begeleider")
    page.get_by_role("main").get_by_role("link", name="Notitie", exact=True).click()
    page.get_by_label(VAK).fill(TEKST)
    with op_slot("trajects_notitie", "EXCLUSIVE"):
        bezoek.klik("Bewaar")
        expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text(NIETS)
        bezoek.kijk("storing-venster")
    expect(page.get_by_label(VAK)).to_have_value(TEKST)
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Je notitie over Amina Benali is bewaard.")
    assert Notitie.objects.filter(tekst=TEKST).count() == 1


def test_from_a_page_it_is_sent_again_with_one_button(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    page.goto(f"/werknemers/{ploeg.amina.pk}/logboek/")
    bezoek.kijk("logboek")
    page.get_by_label(VAK).fill(TEKST)
    with op_slot("trajects_notitie", "EXCLUSIVE"):
        bezoek.klik("Bewaar")
        bezoek.ziet(NIETS)
        bezoek.kijk("storing")
    bezoek.klik("Verstuur opnieuw")
    bezoek.ziet_melding("Je notitie over Amina Benali is bewaard.")
    assert Notitie.objects.filter(tekst=TEKST).count() == 1


@op_schermen(LAPTOP)
def test_a_list_that_does_not_come_says_so_and_stays_as_it_was(
    bezoek: Bezoek, coordinator: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-coordinator")
    page.goto("/werknemers/")
    bezoek.kijk("werknemers")
    with op_slot("werknemers_werknemer", "ACCESS EXCLUSIVE"):
        page.get_by_label("In dienst").select_option(index=1)
        bezoek.ziet_melding("Doorstroom antwoordt even niet. Probeer het over een minuut opnieuw.")
        bezoek.kijk("storing-lijst")
    expect(page.get_by_role("link", name="Amina Benali").first).to_be_visible()


def test_who_was_logged_out_with_a_file_in_hand_can_log_in_from_the_window(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.verwachte_klachten.append("413")
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    page.goto(f"/werknemers/{ploeg.amina.pk}/")
    bezoek.kijk("werknemer-begeleider")
    page.get_by_role("main").get_by_role("link", name="Notitie", exact=True).click()
    page.get_by_label(VAK).fill(TEKST)
    venster = page.get_by_role("dialog")
    venster.locator("summary").filter(has_text="bijlagen").click()
    groot = {"name": "attest.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4" * 20_000}
    venster.locator("input[type=file]").set_input_files(groot)
    Session.objects.all().delete()
    bezoek.klik("Bewaar")
    melding = venster.get_by_role("alert")
    expect(melding).to_contain_text("Je bent afgemeld, en dan kun je geen bestanden versturen.")
    bezoek.kijk("afgemeld-met-bestand")
    melding.get_by_role("link", name="Meld je opnieuw aan").click()
    bezoek.kijk("aanmelden")
    bezoek.vul_aanmelding_in(begeleider)
    bezoek.ziet_kop("Amina Benali")
