"""A counsellor between two tasks: what asks attention, why, and what was said."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import Bezoek
from tests.e2e.ploeg import Ploeg
from trajects.keuzes import Signaalstatus
from trajects.models import Notitie, Signaal
from trajects.signaalsoorten.soorten.einde_ondersteuning import EINDE, VERLOPEN

VAK = "Wat wil je onthouden?"
LATER_AMINA = re.compile("Later….*Amina Benali, (einde )?ondersteuning")


def test_postponing_one_signal_and_following_up_another(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.ziet_kop("Eerst dit")
    bezoek.kijk("vandaag-begeleider")

    # Vandaag shows the most urgent about somebody; here are the others too.
    bezoek.ga_naar("Signalen")
    bezoek.kijk("signalen-begeleider")
    bezoek.volg(LATER_AMINA)
    venster = page.get_by_role("dialog")
    expect(venster.get_by_role("heading", name="Amina Benali")).to_be_visible()
    bezoek.kijk("signaal-uitstellen-venster")
    venster.get_by_label("Tot wanneer?").fill("2026-12-10")
    venster.get_by_label("Waarom?").fill("eerst het gesprek van 3 december")
    venster.get_by_role("button", name="Bewaar").click()
    bezoek.ziet_melding("Uitgesteld.")
    expect(page.get_by_role("link", name=LATER_AMINA)).to_have_count(0)

    bezoek.volg(re.compile("Geef aan….*Mehmet Çelik, (einde )?ondersteuning"))
    venster.get_by_label("Wat is de volgende stap?").fill("Verlenging bespreken")
    bezoek.kijk("signaal-opvolgen-venster")
    venster.get_by_role("button", name="Bewaar").click()
    bezoek.ziet_melding("Opvolging bewaard.")
    bezoek.ziet("Verlenging bespreken")

    over_einde = Signaal.objects.filter(soort__in=(EINDE, VERLOPEN))
    standen = over_einde.values_list("werknemer__voornaam", "status")
    assert dict(standen) == {
        "Amina": Signaalstatus.UITGESTELD,
        "Mehmet": Signaalstatus.IN_OPVOLGING,
        "Zoë": Signaalstatus.NIEUW,
    }


def test_why_this_date_and_this_premium(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    bezoek.volg("Amina Benali")
    bezoek.ziet_kop("Amina Benali")
    bezoek.kijk("werknemer-begeleider")
    page.get_by_text("waarom?", exact=True).first.click()
    bezoek.ziet("t.e.m. 31 maart 2027")
    page.get_by_text("toon als tabel").click()
    bezoek.kijk("werknemer-waarom")
    bezoek.volg("Advies en contract")
    page.get_by_text("waarom deze premie?").click()
    bezoek.ziet("Startpakket: IMW 2 jaar")
    bezoek.kijk("contract-waarom")


@pytest.mark.usefixtures("worker")
def test_a_note_its_correction_and_the_plan_on_paper(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg, tmp_path: Path
) -> None:
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    bezoek.volg("Amina Benali")
    bezoek.kijk("werknemer-begeleider")
    _noteer_in_venster(bezoek, "Amina wil in de ochtend werken.")
    bezoek.volg("Lees het hele logboek")
    bezoek.kijk("logboek")
    bezoek.volg("Verbeter de notitie van 23 november 2026")
    bezoek.page.get_by_label(VAK).fill("Amina wil in de voormiddag werken.")
    bezoek.kijk("notitie-verbeteren")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("De verbetering is bewaard.")
    bezoek.page.get_by_text("verbeterd, toon eerdere versies").click()
    bezoek.ziet("Amina wil in de ochtend werken.")
    bezoek.kijk("logboek-eerdere-versies")

    bezoek.volg("Overzicht")
    plan = tmp_path / "plan.pdf"
    bezoek.haal("Plan als PDF").save_as(plan)
    tekst = "".join(blad.extract_text() for blad in PdfReader(plan).pages)
    assert "Amina Benali" in tekst
    assert "voormiddag" in tekst
    assert Notitie.objects.geldend().filter(werknemer=ploeg.amina).count() == 2


def _noteer_in_venster(bezoek: Bezoek, tekst: str) -> None:
    hoofd = bezoek.page.get_by_role("main")
    hoofd.get_by_role("link", name="Notitie", exact=True).click()
    venster = bezoek.page.get_by_role("dialog")
    expect(venster.get_by_label(VAK)).to_be_focused()
    venster.get_by_label(VAK).fill(tekst)
    bezoek.kijk("notitie-venster")
    venster.get_by_role("button", name="Bewaar").click()
    bezoek.ziet_melding("Je notitie over Amina Benali is bewaard.")
    expect(venster).to_be_hidden()
    bezoek.ziet(tekst)


def test_adjusting_the_plan(bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    bezoek.ga_naar("Werknemers")
    bezoek.ziet_kop("Werknemers")
    bezoek.kijk("werknemers-begeleider")
    bezoek.volg("Bart Dewit")
    bezoek.kijk("werknemer-zonder-traject")
    page.get_by_role("navigation", name="Over Bart Dewit").get_by_role("link", name="Plan").click()
    bezoek.kijk("plan-zonder-traject")
    bezoek.volg("Start een traject")
    bezoek.ziet_kop("Start een traject")
    bezoek.kijk("traject-starten")
    page.get_by_label("Jobdoelwit").fill("tuinman bij de stad")
    bezoek.klik("Start het traject")
    bezoek.ziet_melding("Het traject is gestart.")
    bezoek.kijk("traject")
    bezoek.ziet("tuinman bij de stad")
