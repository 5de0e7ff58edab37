"""The search box of every page: type, Enter, and whom one looked for opens."""

import re

from playwright.sync_api import expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import LAPTOP, TELEFOON, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg
from tests.fabrieken import NotitieFactory


@op_schermen(TELEFOON, LAPTOP)
def test_from_any_page_to_the_person_with_the_keyboard_alone(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    NotitieFactory(werknemer=ploeg.amina, auteur=begeleider, tekst="Over Celik, haar collega.")
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    vak = page.get_by_role("search", name="Zoek overal").get_by_role("searchbox")
    vak.focus()
    page.keyboard.type("celik")
    page.keyboard.press("Enter")
    bezoek.ziet_kop("Zoeken")
    expect(page).to_have_url(re.compile(r"/zoeken/\?zoek=celik$"))
    mensen = page.get_by_role("region", name="Werknemers")
    notities = page.get_by_role("region", name="Notities")
    expect(mensen.get_by_role("listitem")).to_have_count(1)
    expect(notities.locator("mark")).to_have_text("Celik")
    bezoek.kijk("zoeken-gevonden")

    wie = mensen.get_by_role("link", name="Mehmet Çelik")
    page.locator("#id_zoek").focus()
    for _ in range(4):
        page.keyboard.press("Tab")
        if wie.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    bezoek.ziet_kop("Mehmet Çelik")
    expect(page).to_have_url(re.compile(rf"/werknemers/{ploeg.mehmet.pk}/"))
    bezoek.kijk("werknemer-gevonden")


@op_schermen(TELEFOON, LAPTOP)
def test_what_is_found_follows_as_one_types(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    page.goto("/zoeken/")
    bezoek.kijk("zoeken-leeg")
    vak = page.locator("#id_zoek")
    vak.press_sequentially("ben")
    mensen = page.get_by_role("region", name="Werknemers")
    expect(mensen.get_by_role("link", name="Amina Benali")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/zoeken/\?zoek=ben$"))
    # The arrows stay in the text: who makes it better does not lose the page.
    for _ in range(3):
        vak.press("ArrowLeft")
    vak.press_sequentially("xx")
    expect(page.get_by_text("Niemand gevonden met die naam of dat nummer.")).to_be_visible()
    expect(vak).to_have_value("xxben")
    bezoek.kijk("zoeken-niets")
    vak.fill("1001")
    expect(mensen.get_by_role("link", name="Amina Benali")).to_be_visible()
