"""A coordinator who is asked when the money runs out, and why."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import LAPTOP, TELEFOON, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg
from tests.fabrieken import KlaverbladbronFactory, OmkaderingFactory


@pytest.mark.usefixtures("worker")
@op_schermen(TELEFOON, LAPTOP)
def test_from_the_shortage_down_to_why_an_amount_is_what_it_is(
    bezoek: Bezoek, coordinator: Gebruiker, ploeg: Ploeg, tmp_path: Path
) -> None:
    for dienst in (ploeg.keuken, ploeg.tuin):
        KlaverbladbronFactory(dienst=dienst)
        OmkaderingFactory(dienst=dienst)
    page = bezoek.page
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-coordinator")
    bezoek.ga_naar("Financiering")
    bezoek.ziet_kop("Financiering")
    bezoek.ziet("Als niemand vertrekt en niemand bijkomt")
    bezoek.kijk("financiering")
    assert "Diensten" in _bladen(bezoek, tmp_path / "prognose.xlsx")
    bezoek.volg("Sociaal restaurant")
    bezoek.ziet_kop("Werknemers van Sociaal restaurant")
    bezoek.kijk("financiering-dienst")
    page.get_by_label("Premies tellen mee").select_option("als ze binnenkomen")
    expect(page.get_by_text("waarin ze binnenkomen")).to_be_visible()
    expect(page).to_have_url(re.compile(r"kas=1"))
    page.get_by_label("Wat als").select_option("volgens plan")
    bezoek.ziet("Als iedereen volgens plan vertrekt")
    bezoek.volg("Amina Benali")
    bezoek.ziet("Wat dit werk binnenbrengt en kost")
    bezoek.kijk("financiering-amina")
    if bezoek.scherm.breedte < 992:
        page.get_by_text("Toon de cijfers per kwartaal").click()
    bezoek.volg(re.compile(r"waarom deze bedragen in 2026-K4"))
    bezoek.ziet_kop("Waarom dit bedrag?")
    bezoek.ziet("Telt mee (het laagste van de twee)")
    bezoek.kijk("financiering-waarom")
    bezoek.volg("Amina Benali")
    bezoek.ziet("Scenario:")


def _bladen(bezoek: Bezoek, boek: Path) -> list[str]:
    bezoek.haal("Excel").save_as(boek)
    return CalamineWorkbook.from_path(boek).sheet_names


def test_a_counsellor_finds_no_money(bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    expect(page.get_by_role("link", name="Financiering")).to_have_count(0)
    bezoek.verwachte_klachten.append("403")
    page.goto("/financiering/")
    bezoek.ziet("Dit kun je niet openen")
    bezoek.kijk("financiering-verboden")
