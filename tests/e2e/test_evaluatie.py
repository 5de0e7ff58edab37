"""A counsellor prepares an evaluation by VDAB: sees what is missing, writes, takes it along."""

import re

import pytest
from playwright.sync_api import expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import Bezoek
from tests.e2e.ploeg import Ploeg
from tests.fabrieken import WerknemerFactory
from tests.trajects.evaluatiepakket.dossier import GEHEIM, vul_dossier
from tests.trajects.plan_pdf.test_plan import tekst

VRAAG = "Een verlenging, want alleen werken lukt nog niet."


@pytest.mark.usefixtures("worker")
def test_from_what_is_missing_to_the_paper(bezoek: Bezoek, begeleider: Gebruiker) -> None:
    leila = WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider)
    vul_dossier(leila, begeleider)
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-voor-de-evaluatie")
    page.goto(f"/werknemers/{leila.pk}/contract/")
    bezoek.kijk("advies-voor-de-evaluatie")
    page.get_by_role("link", name="Bereid een evaluatie voor").click()
    bezoek.ziet_kop("Evaluatie door VDAB")
    bezoek.kijk("evaluatie")
    page.get_by_role("link", name=re.compile("Wijzig.*Wat we aan VDAB vragen")).click()
    bezoek.ziet_kop("Wat we aan VDAB vragen")
    expect(page.get_by_text("Op deze dag eindigt de ondersteuning")).to_be_visible()
    bezoek.kijk("evaluatie-verzoek")
    page.get_by_label("Een verlenging, een ander niveau").fill(VRAAG)
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("“Wat we aan VDAB vragen” is bewaard.")
    bezoek.ziet(VRAAG)
    papier = " ".join(tekst(bezoek.haal("Evaluatie als PDF").path().read_bytes()))
    assert VRAAG in papier
    assert GEHEIM not in papier


def test_a_version_of_the_plan_is_written_down_in_place(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-voor-een-planversie")
    page.goto(f"/werknemers/{ploeg.amina.pk}/evaluatie/")
    bezoek.ziet("Er staat nog niet wanneer het ondersteuningsplan opgemaakt is.")
    bezoek.kijk("evaluatie-leeg")
    page.get_by_role("link", name="Versie toevoegen").click()
    page.get_by_label("Van welke dag is deze versie?").fill("2026-11-20")
    page.get_by_label("Waarom toen?").fill("Opgemaakt bij de start")
    bezoek.kijk("planversie")
    bezoek.klik("Bewaar")
    bezoek.ziet("20 november 2026: Opgemaakt bij de start")
