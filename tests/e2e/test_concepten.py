"""What is typed survives: another device, a lost network, logging off, two devices at once."""

import re

import pytest
from playwright.sync_api import Page, expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import Bezoek
from tests.e2e.ploeg import Ploeg
from trajects.models import Concept, Jobdoelwit, Notitie

TEKST = "Ze wil de theorie van haar rijbewijs halen."
VAK = "Wat wil je onthouden?"
BEWAARD = re.compile(r"Concept bewaard om \d\d:\d\d")


@pytest.fixture
def laptop(tweede_bezoek: Bezoek) -> Bezoek:
    return tweede_bezoek


def _open(bezoek: Bezoek, ploeg: Ploeg) -> None:
    bezoek.page.goto(f"/notities/nieuw/?werknemer={ploeg.amina.pk}")
    bezoek.page.wait_for_load_state("networkidle")


def _hier_staat_niets(page: Page) -> None:
    """Nothing about people stays on a device."""
    assert page.evaluate("Object.keys(localStorage).filter(n => n.startsWith('concept:'))") == []


def _typ_alles(bezoek: Bezoek) -> None:
    """A note with a kind, a theme and a next step, which nobody saves."""
    page = bezoek.page
    page.get_by_role("navigation", name="Snelmenu").get_by_role("link", name="Notitie").click()
    venster = page.get_by_role("dialog")
    venster.get_by_role("link", name="Amina Benali").click()
    venster.get_by_label(VAK).fill(TEKST)
    venster.get_by_text("telefoon", exact=True).click()
    venster.get_by_text("Thema’s").click()
    venster.get_by_text("mobiliteit", exact=True).click()
    venster.get_by_text("Volgende stap").click()
    venster.get_by_label("Wat gebeurt er nu?").fill("Een rijschool zoeken")
    expect(venster.get_by_text(BEWAARD)).to_be_visible()
    expect(venster.get_by_label("Naam, als iemand anders het doet")).to_be_hidden()
    bezoek.kijk("notitie-concept-bewaard")
    page.wait_for_load_state("networkidle")
    _hier_staat_niets(page)


def test_a_note_goes_on_on_another_device(
    bezoek: Bezoek, laptop: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    _typ_alles(bezoek)
    bezoek.page.context.close()

    laptop.meld_aan(begeleider)
    laptop.kijk("vandaag-onbewaard")
    laptop.volg(re.compile("Notitie over Amina Benali"))
    venster = laptop.page.get_by_role("dialog")
    expect(venster.get_by_label(VAK)).to_have_value(TEKST)
    expect(venster.get_by_text("Je concept van")).to_be_visible()
    expect(venster.get_by_label("telefoon")).to_be_checked()
    expect(venster.get_by_label("mobiliteit")).to_be_checked()
    expect(venster.get_by_label("Wat gebeurt er nu?")).to_have_value("Een rijschool zoeken")
    laptop.kijk("notitie-concept-elders")
    venster.get_by_role("button", name="Bewaar").click()
    laptop.ziet_melding("Je notitie over Amina Benali is bewaard.")
    notitie = Notitie.objects.get(tekst=TEKST, werknemer=ploeg.amina)
    assert (notitie.soort, notitie.themas) == ("telefoon", ["mobiliteit"])
    assert [actie.wat for actie in notitie.acties.all()] == ["Een rijschool zoeken"]
    expect(laptop.page.get_by_text("Nog niet bewaard")).to_have_count(0)
    assert not Concept.objects.exists()


def test_two_devices_never_overwrite_each_other_unseen(
    bezoek: Bezoek, laptop: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    for waar in (bezoek, laptop):
        waar.verwachte_klachten.append("409")  # the browser's own line on a conflict
        waar.meld_aan(begeleider)
        waar.kijk("vandaag-begeleider")
        _open(waar, ploeg)
    bezoek.kijk("notitie-nieuw")
    bezoek.page.get_by_label(VAK).fill("Op mijn telefoon.")
    expect(bezoek.page.get_by_text(BEWAARD)).to_be_visible()
    laptop.page.get_by_label(VAK).fill("Op mijn laptop.")
    botsing = laptop.page.get_by_role("alert")
    expect(botsing).to_contain_text("Op mijn telefoon.")
    laptop.kijk("concept-botsing")
    expect(laptop.page.get_by_label(VAK)).to_have_value("Op mijn laptop.")
    assert Concept.objects.get().velden["tekst"] == ["Op mijn telefoon."]
    laptop.klik("Houd wat ik hier typte")
    expect(laptop.page.get_by_text(BEWAARD)).to_be_visible()
    assert Concept.objects.get().velden["tekst"] == ["Op mijn laptop."]

    bezoek.page.get_by_label(VAK).fill("Op mijn telefoon, nog iets.")
    expect(bezoek.page.get_by_role("alert")).to_contain_text("Op mijn laptop.")
    bezoek.kijk("concept-botsing")
    bezoek.klik("Neem die tekst")
    expect(bezoek.page.get_by_label(VAK)).to_have_value("Op mijn laptop.")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Je notitie over Amina Benali is bewaard.")
    bezoek.kijk("logboek")
    assert Notitie.objects.geldend().first().tekst == "Op mijn laptop."
    assert not Concept.objects.exists()


def test_a_lost_network_loses_nothing(bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg) -> None:
    page = bezoek.page
    bezoek.verwachte_klachten.append("ERR_INTERNET_DISCONNECTED")
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    _open(bezoek, ploeg)
    bezoek.kijk("notitie-nieuw")
    page.context.set_offline(True)
    page.get_by_label(VAK).fill(TEKST)
    expect(page.get_by_text("Concept bewaard op dit toestel om")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text(BEWAARD)).to_be_visible()
    assert Concept.objects.get().velden["tekst"] == [TEKST]

    page.context.set_offline(True)
    page.get_by_label(VAK).fill(f"{TEKST} In januari.")
    expect(page.get_by_text("Concept bewaard op dit toestel om")).to_be_visible()
    page.context.set_offline(False)
    page.goto("/werknemers/")  # another page hands it over as well
    page.wait_for_load_state("networkidle")
    bezoek.kijk("werknemers-begeleider")
    _open(bezoek, ploeg)
    expect(page.get_by_label(VAK)).to_have_value(f"{TEKST} In januari.")
    _hier_staat_niets(page)


def test_a_long_text_of_the_plan_survives_a_closed_tab(
    bezoek: Bezoek, laptop: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    for waar in (bezoek, laptop):
        waar.meld_aan(begeleider)
        waar.kijk("vandaag-begeleider")
        waar.page.goto(f"/werknemers/{ploeg.amina.pk}/plan/")
        waar.kijk("plan")
    with bezoek.page.expect_response("**/concepten/lees.json*"):  # before that, the device keeps it
        bezoek.page.get_by_role("link", name="Wijzig het jobdoelwit").click()
    bezoek.page.wait_for_load_state("networkidle")
    vak = bezoek.page.get_by_label("Waarom dit werk?")
    vak.fill("Ze kookt graag.")
    bezoek.page.close(run_before_unload=True)  # at once: the last words are handed over
    laptop.page.wait_for_timeout(500)
    laptop.page.get_by_role("link", name="Wijzig het jobdoelwit").click()
    vak = laptop.page.get_by_label("Waarom dit werk?")
    expect(vak).to_have_value("Ze kookt graag.")
    laptop.klik("Wis het concept")
    expect(vak).to_have_value("")
    vak.fill("Ze kookt graag, en goed.")
    laptop.klik("Bewaar")
    laptop.ziet_melding("Het jobdoelwit is bewaard.")
    assert Jobdoelwit.objects.get(tot=None).waarom == "Ze kookt graag, en goed."
    laptop.page.wait_for_load_state("networkidle")
    assert not Concept.objects.exists()


def test_logging_off_hands_over_and_leaves_nothing_behind(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    _open(bezoek, ploeg)
    bezoek.kijk("notitie-nieuw")
    page.get_by_label(VAK).fill(TEKST)
    menu = page.get_by_role("navigation", name="Snelmenu")
    menu.get_by_text("Meer", exact=True).click()
    menu.get_by_role("button", name="Afmelden").click()
    expect(page).to_have_url(re.compile("/account/login/"))
    bezoek.kijk("aanmelden")
    _hier_staat_niets(page)
    bezoek.vul_aanmelding_in(begeleider)
    bezoek.ziet("Nog niet bewaard")
    _open(bezoek, ploeg)
    expect(page.get_by_label(VAK)).to_have_value(TEKST)
