"""Looking for what was said: as one types, with the address to share or to come back to."""

import re

from playwright.sync_api import expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import Bezoek
from tests.e2e.ploeg import Ploeg
from tests.fabrieken import NotitieFactory


def test_found_as_one_types(bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg) -> None:
    page = bezoek.page
    NotitieFactory(werknemer=ploeg.mehmet, auteur=begeleider, tekst="Hij haalt zijn rijbewijs.")
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    bezoek.volg("Zoek in notities")
    bezoek.kijk("notities-zoeken")
    page.get_by_label("Zoek in de tekst").press_sequentially("rijb")
    lijst = page.get_by_role("region", name="Gevonden notities")
    expect(lijst.get_by_role("article")).to_have_count(1)
    expect(lijst.locator("mark")).to_have_text("rijbewijs")
    expect(page).to_have_url(re.compile(r"/notities/\?zoek=rijb$"))
    bezoek.kijk("notities-gevonden")
    page.reload()
    expect(lijst.get_by_role("link", name="Mehmet Çelik")).to_be_visible()
    page.goto(f"/werknemers/{ploeg.amina.pk}/logboek/")
    bezoek.kijk("logboek")
    bezoek.volg("Zoek in dit logboek")
    expect(page.get_by_label("Over wie")).to_have_value(str(ploeg.amina.pk))
    expect(lijst.get_by_role("article")).to_have_count(1)
    bezoek.kijk("notities-van-een-werknemer")
