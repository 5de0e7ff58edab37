"""A browser that runs no scripts: slower, and everything works."""

import re

import pytest
from playwright.sync_api import expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import LAPTOP, TELEFOON, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg
from trajects.keuzes import Signaalstatus
from trajects.models import Notitie, Signaal


@pytest.fixture
def javascript() -> bool:
    return False


def test_a_counsellor_writes_a_note_and_postpones(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-zonder-javascript")
    page.get_by_role("main").get_by_role("link", name="Notitie", exact=True).click()
    bezoek.kijk("notitie-wie-zonder-javascript")
    bezoek.volg("Mehmet Çelik 1002")
    page.get_by_label("Wat wil je onthouden?").fill("Hij wil graag koken.")
    page.get_by_text("Volgende stap").click()
    page.get_by_label("Wat gebeurt er nu?").fill("Een kookles zoeken")
    bezoek.kijk("notitie-zonder-javascript")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Je notitie over Mehmet Çelik is bewaard.")
    bezoek.kijk("logboek-zonder-javascript")
    notitie = Notitie.objects.get(werknemer=ploeg.mehmet)
    assert notitie.tekst == "Hij wil graag koken."
    assert [actie.wat for actie in notitie.acties.all()] == ["Een kookles zoeken"]

    bezoek.ga_naar("Signalen")
    bezoek.kijk("signalen-zonder-javascript")
    page.get_by_role(
        "link", name=re.compile("Later….*Mehmet Çelik, (einde )?ondersteuning")
    ).click()
    page.get_by_label("Tot wanneer?").fill("2026-12-01")
    page.get_by_label("Waarom?").fill("eerst het overleg")
    bezoek.kijk("uitstellen-zonder-javascript")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Uitgesteld.")
    uitgesteld = Signaal.objects.get(status=Signaalstatus.UITGESTELD)
    assert uitgesteld.werknemer == ploeg.mehmet


def test_a_counsellor_searches_whom_it_is_about(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-zonder-javascript")
    page.goto("/notities/nieuw/")
    page.get_by_label("Zoek op naam of nummer").fill("celik")
    bezoek.klik("Zoek")
    bezoek.kijk("notitie-wie-zonder-javascript")
    bezoek.volg("Mehmet Çelik 1002")
    page.get_by_label("Wat wil je onthouden?").fill("Hij wil graag koken.")
    bezoek.kijk("notitie-zonder-javascript")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Je notitie over Mehmet Çelik is bewaard.")
    bezoek.kijk("logboek-zonder-javascript")


@op_schermen(TELEFOON, LAPTOP)
def test_a_coordinator_filters_the_list(
    bezoek: Bezoek, coordinator: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-zonder-javascript")
    bezoek.ga_naar("Werknemers")
    if not page.get_by_label("Dienst", exact=True).is_visible():
        page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Dienst", exact=True).select_option("Groendienst")
    bezoek.klik("Zoek")
    expect(page.locator("#lijst")).to_contain_text("2 werknemers")
    bezoek.kijk("werknemers-zonder-javascript")
    page.get_by_label("Zoek op naam of nummer").fill("zoe")
    bezoek.klik("Zoek")
    expect(page.locator("#lijst")).to_contain_text("1 werknemer")
    expect(page.locator("#lijst")).to_contain_text("Zoë Aerts")
