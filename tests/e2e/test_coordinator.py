"""A coordinator who must answer a board member within a minute."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import LAPTOP, TELEFOON, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg
from trajects.models import Signaal


def namen(bezoek: Bezoek) -> list[str]:
    """Who stands in the list of employees."""
    lijst = bezoek.page.locator("#lijst tbody th a")
    return [str(naam) for naam in lijst.all_inner_texts()]


def _rijen(blad: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(blad).get_sheet_by_index(0).to_python()


@op_schermen(LAPTOP)
def test_every_number_leads_to_exactly_those_people(
    bezoek: Bezoek, coordinator: Gebruiker, ploeg: Ploeg, tmp_path: Path
) -> None:
    page = bezoek.page
    bezoek.meld_aan(coordinator)
    bezoek.ziet_kop("Wie vraagt iets?")
    bezoek.kijk("vandaag-coordinator")
    bezoek.ga_naar("Uitstroom")
    bezoek.ziet_kop("Uitstroom")
    bezoek.kijk("uitstroom")
    for kop, mensen in (
        ("verlopen", ["Zoë Aerts"]),
        ("binnen 3 maanden", ["Mehmet Çelik"]),
        ("3 tot 6 maanden", ["Amina Benali"]),
        ("later", ["Bart Dewit"]),
    ):
        getal = page.locator(".getallen").get_by_role("link", name=re.compile(f"{kop}$"))
        assert getal.inner_text().split()[0] == str(len(mensen))
        getal.click()
        expect(page.locator("#lijst")).to_contain_text("1 werknemer")
        assert namen(bezoek) == mensen
        bezoek.kijk(f"werknemers-{kop.replace(' ', '-')}")
        page.go_back()
        bezoek.ziet_kop("Uitstroom")
    cijfers = tmp_path / "uitstroom.xlsx"
    bezoek.download("Excel").save_as(cijfers)
    assert "Sociaal restaurant" in str(_rijen(cijfers))


@op_schermen(TELEFOON, LAPTOP)
def test_filtering_and_the_spreadsheet_of_what_you_see(
    bezoek: Bezoek, coordinator: Gebruiker, ploeg: Ploeg, tmp_path: Path
) -> None:
    page = bezoek.page
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-coordinator")
    bezoek.ga_naar("Werknemers")
    bezoek.kijk("werknemers-coordinator")
    if not page.get_by_label("Begeleider").is_visible():
        page.get_by_text("Filters", exact=True).click()
        bezoek.kijk("werknemers-filters")
    page.get_by_label("Begeleider").select_option("An Peeters")
    expect(page.locator("#lijst")).to_contain_text("3 werknemers")
    expect(page).to_have_url(re.compile("begeleider="))
    page.get_by_label("Zoek op naam of nummer").fill("celik")
    expect(page.locator("#lijst")).to_contain_text("1 werknemer")
    assert namen(bezoek) == ["Mehmet Çelik"]
    bezoek.kijk("werknemers-gefilterd")
    blad = tmp_path / "werknemers.xlsx"
    bezoek.download("Excel").save_as(blad)
    assert [rij[:3] for rij in _rijen(blad)[1:]] == [["1002", "Çelik", "Mehmet"]]


@op_schermen(TELEFOON, LAPTOP)
def test_handing_out_signals(
    bezoek: Bezoek, coordinator: Gebruiker, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-coordinator")
    bezoek.ga_naar("Signalen")
    bezoek.kijk("signalen-coordinator")
    page.get_by_label(re.compile("Kies Amina Benali: (einde )?ondersteuning")).check()
    page.get_by_label(re.compile("Kies Mehmet Çelik: (einde )?ondersteuning")).check()
    page.get_by_text("Meerdere signalen tegelijk").click()
    page.get_by_label("Wat wil je doen?").select_option("Geef aan een collega")
    page.get_by_label("Aan welke collega?").select_option("Karim Haddad")
    bezoek.kijk("signalen-verdelen")
    bezoek.verwachte_klachten.append("422")
    bezoek.klik("Doe dit met wat aangevinkt is")
    bezoek.ziet("Karim Haddad ziet Amina Benali niet.")
    bezoek.kijk("signalen-verdelen-geweigerd")
    page.get_by_label("Aan welke collega?").select_option("An Peeters")
    bezoek.klik("Doe dit met wat aangevinkt is")
    bezoek.ziet_melding("2 signalen toegewezen.")
    toegewezen = Signaal.objects.filter(opgevolgd_door=begeleider)
    assert {s.werknemer.voornaam for s in toegewezen} == {"Amina", "Mehmet"}
