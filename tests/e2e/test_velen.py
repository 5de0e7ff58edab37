"""In an organisation with more people than a list can hold, one searches and asks for more."""

import re

from playwright.sync_api import Page, expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import Bezoek
from tests.e2e.ploeg import Ploeg
from tests.fabrieken import AdviesFactory, DienstFactory, NotitieFactory, TrajectFactory
from tests.trajects.veel import maak_mensen
from trajects.keuzes import Fase
from trajects.models import Traject, Vormingsactie


def _staat_stil(page: Page) -> None:
    """Wait until the page is drawn, with its letters: then nothing moves it by itself any more."""
    page.wait_for_load_state("load")
    page.evaluate("""async () => {
        await document.fonts.ready;
        for (let beeld = 0; beeld < 3; beeld += 1) await new Promise(requestAnimationFrame);
    }""")


def test_participants_are_found_by_name(
    bezoek: Bezoek, coordinator: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    maak_mensen(ploeg.tuin, 40)
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-coordinator")
    page.goto("/vormingen/nieuw/")
    page.get_by_label("Titel").fill("Hygiëne")
    page.get_by_label("Eerste dag").fill("2026-12-01")
    page.get_by_label("Laatste dag").fill("2026-12-01")
    zoekveld = page.get_by_label("Zoek een naam")
    zoekveld.press_sequentially("celik")
    page.get_by_label("Mehmet Çelik (1002)").check()
    zoekveld.fill("")
    zoekveld.press_sequentially("W039")
    # Enter looks up, and sends nothing.
    zoekveld.press("Enter")
    page.get_by_label(re.compile("W039")).check()
    expect(page.get_by_label("Mehmet Çelik (1002)")).to_be_checked()
    bezoek.kijk("vorming-nieuw-met-velen")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Hygiëne is toegevoegd.")
    bezoek.kijk("vorming-van-twee")
    namen = Vormingsactie.objects.get().deelnames.values_list("werknemer__voornaam", flat=True)
    assert sorted(namen) == ["Mehmet", "Wim"]


def test_notes_about_one_of_many(bezoek: Bezoek, coordinator: Gebruiker, ploeg: Ploeg) -> None:
    page = bezoek.page
    maak_mensen(ploeg.tuin, 40)
    NotitieFactory(werknemer=ploeg.mehmet, auteur=ploeg.karim, tekst="Hij haalt zijn rijbewijs.")
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-coordinator")
    page.goto("/notities/")
    if not page.get_by_label("Over wie", exact=True).is_visible():
        page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Over wie", exact=True).press_sequentially("celik")
    page.get_by_label("Mehmet Çelik (1002)").check()
    expect(page).to_have_url(re.compile(rf"/notities/\?werknemer={ploeg.mehmet.pk}$"))
    lijst = page.get_by_role("region", name="Gevonden notities")
    expect(lijst.get_by_role("article")).to_have_count(1)
    bezoek.kijk("notities-over-een-van-velen")


def test_the_rest_of_a_column_comes_when_asked(
    bezoek: Bezoek, coordinator: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    Traject.objects.bulk_create(
        TrajectFactory.build(werknemer=werknemer, fase=Fase.STAGE)
        for werknemer in maak_mensen(ploeg.tuin, 20)
    )
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-coordinator")
    page.goto("/bord/")
    bezoek.kijk("bord-met-velen")
    kolom = page.get_by_role("region", name="Stage 20")
    expect(kolom.get_by_role("listitem")).to_have_count(15)
    meer = kolom.get_by_role("link", name="Toon er 5 meer in stage")
    meer.scroll_into_view_if_needed()
    hoogte = page.evaluate("document.getElementById('meer-stage').getBoundingClientRect().top")
    meer.click()
    expect(kolom.get_by_role("listitem")).to_have_count(20)
    # One reads on where the link stood, with the focus on the first card that came.
    zestiende = kolom.get_by_role("listitem").nth(15).get_by_role("link").first
    expect(zestiende).to_be_focused()
    plek = zestiende.evaluate("kaart => kaart.getBoundingClientRect().top")
    assert abs(plek - hoogte) < 60
    expect(page).to_have_url(re.compile(r"/bord/\?meer=stage-30$"))
    bezoek.kijk("bord-met-een-lange-kolom")
    # Who reloads, or comes back from somebody's page, stays where the browser put them.
    zestiende.evaluate("kaart => kaart.scrollIntoView()")
    page.reload()
    _staat_stil(page)
    expect(zestiende).to_be_in_viewport()
    page.goto("/werknemers/")
    bezoek.kijk("werknemers-met-velen")
    page.go_back()
    _staat_stil(page)
    expect(zestiende).to_be_in_viewport()


def test_many_services_fit_on_the_screen(
    bezoek: Bezoek, coordinator: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    for nummer in range(20):
        dienst = DienstFactory(organisatie=coordinator.organisatie, naam=f"Kringwinkel {nummer}")
        (werknemer,) = maak_mensen(dienst, 1)
        AdviesFactory(werknemer=werknemer)
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-coordinator")
    page.goto("/uitstroom/")
    bezoek.ziet_kop("Einde ondersteuning per kwartaal")
    bezoek.kijk("uitstroom-met-vele-diensten")
