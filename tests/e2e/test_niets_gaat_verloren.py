"""What somebody types is kept: without a mouse, at a double click, when the session is gone."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Locator, expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import LAPTOP, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg
from tests.fabrieken import WACHTWOORD
from trajects.models import Notitie

TEKST = "Ze wil de theorie van haar rijbewijs halen."
VAK = "Wat wil je onthouden?"


def tab_naar(bezoek: Bezoek, doel: Locator) -> None:
    """Press Tab until this has the focus, and see that it shows."""
    for _ in range(60):
        bezoek.page.keyboard.press("Tab")
        if doel.count() and doel.first.evaluate("el => el === document.activeElement"):
            zichtbaar = doel.first.evaluate(
                "el => { const s = getComputedStyle(el);"
                " return s.outlineStyle !== 'none' || s.boxShadow !== 'none' }"
            )
            assert zichtbaar, "The focus does not show."
            return
    pytest.fail(f"Tab never reaches {doel}.")


@op_schermen(LAPTOP)
def test_from_logging_in_to_a_note_with_the_keyboard(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    toets = page.keyboard
    page.goto("/")
    bezoek.kijk("aanmelden")
    tab_naar(bezoek, page.get_by_label("E-mailadres"))
    toets.type(begeleider.email)
    tab_naar(bezoek, page.get_by_label("Wachtwoord"))
    toets.type(WACHTWOORD)
    toets.press("Enter")
    bezoek.ziet_kop("Eerst dit")
    bezoek.kijk("vandaag-begeleider")
    tab_naar(bezoek, page.get_by_role("link", name="Naar de inhoud"))
    toets.press("Enter")
    tab_naar(bezoek, page.get_by_role("main").get_by_role("link", name="Notitie", exact=True))
    toets.press("Enter")
    venster = page.get_by_role("dialog")
    expect(venster.get_by_label("Zoek op naam of nummer")).to_be_focused()
    bezoek.kijk("vandaag-notitie-wie")
    tab_naar(bezoek, venster.get_by_role("link", name="Amina Benali"))
    toets.press("Enter")
    expect(venster.get_by_label(VAK)).to_be_focused()
    toets.type(TEKST)
    bezoek.kijk("vandaag-notitie")
    tab_naar(bezoek, venster.get_by_role("button", name="Bewaar"))
    toets.press("Enter")
    bezoek.ziet_melding("Je notitie over Amina Benali is bewaard.")
    assert Notitie.objects.filter(werknemer=ploeg.amina, tekst=TEKST).count() == 1


def test_clicking_twice_saves_once(bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg) -> None:
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    bezoek.page.goto(f"/werknemers/{ploeg.amina.pk}/logboek/")
    bezoek.page.get_by_label(VAK).fill(TEKST)
    bezoek.page.get_by_role("button", name="Bewaar").dblclick()
    bezoek.ziet_melding("Je notitie over Amina Benali is bewaard.")
    bezoek.kijk("logboek")
    expect(bezoek.page.get_by_label(VAK)).to_have_value("")
    assert Notitie.objects.filter(tekst=TEKST).count() == 1


def test_a_page_that_the_browser_kept_is_asked_for_again(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    """Its form would count as sent, also when that was undone meanwhile."""
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    page.goto(f"/werknemers/{ploeg.amina.pk}/logboek/")
    bezoek.kijk("logboek")
    page.get_by_label(VAK).fill("een begin")
    terug = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
    page.evaluate(terug)
    expect(page.get_by_label(VAK)).to_have_value("een begin")
    page.evaluate(
        "document.querySelector('form[data-bewaak]').dispatchEvent(new SubmitEvent("
        "'submit', { bubbles: true, cancelable: true }))"
    )
    with page.expect_navigation():
        page.evaluate(terug)


def test_an_expired_session_in_a_window_costs_no_word(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    page.goto(f"/werknemers/{ploeg.amina.pk}/")
    bezoek.kijk("werknemer-begeleider")
    notitie = page.get_by_role("main").get_by_role("link", name="Notitie", exact=True)
    notitie.click()
    page.get_by_label(VAK).fill(TEKST)
    Session.objects.all().delete()
    bezoek.klik("Bewaar")
    melding = page.get_by_role("dialog").get_by_role("alert")
    expect(melding).to_contain_text("Je bent afgemeld.")
    bezoek.kijk("sessie-verlopen-venster")
    melding.get_by_role("link", name="Meld je opnieuw aan").click()
    bezoek.kijk("aanmelden")
    bezoek.vul_aanmelding_in(begeleider)
    bezoek.ziet_kop("Amina Benali")
    notitie.click()
    _bewaar_het_concept(bezoek)


@pytest.mark.parametrize("adres", ["/notities/nieuw/?werknemer={}", "/werknemers/{}/logboek/"])
def test_an_expired_session_on_a_page_costs_no_word(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg, adres: str
) -> None:
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    bezoek.page.goto(adres.format(ploeg.amina.pk))
    bezoek.kijk("notitie-nieuw" if "nieuw" in adres else "logboek")
    bezoek.page.get_by_label(VAK).fill(TEKST)
    _verlies_de_sessie(bezoek, begeleider)
    _bewaar_het_concept(bezoek)


def _verlies_de_sessie(bezoek: Bezoek, gebruiker: Gebruiker) -> None:
    """Save in vain, and log in again."""
    Session.objects.all().delete()
    bezoek.klik("Bewaar")
    expect(bezoek.page).to_have_url(re.compile("/account/login/"))
    bezoek.kijk("aanmelden")
    bezoek.vul_aanmelding_in(gebruiker)


def _bewaar_het_concept(bezoek: Bezoek) -> None:
    """The text is back, is saved once, and does not come back any more."""
    expect(bezoek.page.get_by_label(VAK)).to_have_value(TEKST)
    bezoek.ziet("Je concept van")
    bezoek.kijk("notitie-concept-terug")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Je notitie over Amina Benali is bewaard.")
    notitie = Notitie.objects.get(tekst=TEKST)
    bezoek.page.goto(f"/werknemers/{notitie.werknemer_id}/logboek/")
    bezoek.kijk("logboek")
    expect(bezoek.page.get_by_label(VAK)).to_have_value("")
