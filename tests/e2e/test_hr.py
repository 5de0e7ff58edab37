"""HR: the papers, the whole INSZ, and somebody new."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import LAPTOP, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg
from werknemers.models import Werknemer

pytestmark = op_schermen(LAPTOP)


@pytest.mark.usefixtures("worker")
def test_documents_and_the_whole_insz(
    bezoek: Bezoek, hr: Gebruiker, ploeg: Ploeg, tmp_path: Path
) -> None:
    page = bezoek.page
    bezoek.meld_aan(hr)
    bezoek.kijk("vandaag-hr")
    bezoek.ga_naar("Documenten")
    bezoek.ziet_kop("Documenten")
    bezoek.kijk("documenten")
    page.get_by_role("main").get_by_role("searchbox").fill("amina")
    expect(page.locator("#lijst")).to_contain_text("1 werknemer")
    plan = tmp_path / "plan.pdf"
    bezoek.haal("Plan van Amina Benali (PDF)").save_as(plan)
    assert plan.read_bytes().startswith(b"%PDF-")
    bezoek.volg("Amina Benali")
    bezoek.ziet("85.07.30-033.28")
    expect(page.get_by_text("Logboek")).to_have_count(0)
    bezoek.kijk("werknemer-hr")


def test_somebody_new_with_contract_and_advice(bezoek: Bezoek, hr: Gebruiker, ploeg: Ploeg) -> None:
    page = bezoek.page
    bezoek.meld_aan(hr)
    bezoek.kijk("vandaag-hr")
    bezoek.ga_naar("Werknemers")
    bezoek.kijk("werknemers-hr")
    bezoek.volg("Nieuwe werknemer")
    page.get_by_label("Voornaam").fill("Fatou")
    page.get_by_label("Familienaam").fill("Diallo")
    page.get_by_label("Personeelsnummer").fill("1005")
    page.get_by_label("Begeleider").select_option("An Peeters")
    bezoek.kijk("werknemer-nieuw")
    bezoek.klik("Bewaar en vul het contract in")
    bezoek.ziet_melding("Fatou Diallo is toegevoegd.")
    page.get_by_label("Dienst").select_option("Groendienst")
    page.get_by_label("Eerste dag").fill("2026-11-02")
    page.get_by_label("Tewerkstellingsbreuk").fill("80%")
    bezoek.kijk("contract-nieuw")
    bezoek.klik("Bewaar en vul een advies in")
    bezoek.ziet_kop("Nieuw advies")
    page.get_by_label("Soort").select_option("IMW 5 jaar")
    page.get_by_label("Besluitdatum").fill("2026-11-10")
    uitkomst = page.locator("#berekening")
    expect(uitkomst).to_contain_text("1 oktober 2026 t.e.m. 30 september 2031")
    bezoek.kijk("advies-nieuw")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("loopt t.e.m. 30 september 2031")
    bezoek.kijk("werknemer-nieuw-klaar")
    fatou = Werknemer.objects.get(personeelsnummer="1005")
    assert fatou.adviezen.get().periode.laatste_dag == date(2031, 9, 30)
