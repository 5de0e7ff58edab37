"""An administrator: the spreadsheet of today comes in, and a colleague gets in."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from gebruikers.models import Gebruiker
from gedeeld.models import UitgaandeMail
from tests.e2e.bezoek import LAPTOP, TELEFOON, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg
from tests.fabrieken import WACHTWOORD
from werknemers.models import Importopdracht, Werknemer

FOTO = Path(settings.BASE_DIR) / "tests" / "voorbeelden" / "foto-rommelig.xlsx"
LIES = "lies.maes@voorbeeld.be"
GEWEIGERD = 9  # the rows that foto-rommelig.verwacht.json calls wrong


@pytest.mark.usefixtures("worker")
@op_schermen(LAPTOP)
def test_the_spreadsheet_of_today_comes_in(
    bezoek: Bezoek, beheerder: Gebruiker, tmp_path: Path
) -> None:
    page = bezoek.page
    bezoek.meld_aan(beheerder)
    bezoek.kijk("vandaag-zonder-werknemers")
    bezoek.volg("Breng een lijst in")
    bezoek.ziet_kop("Werknemers inbrengen")
    bezoek.kijk("import-bestand")
    page.get_by_label("Rekenblad").set_input_files(FOTO)
    bezoek.klik("Kijk het bestand na")

    bezoek.ziet_kop("Diensten die nog niet bestaan")
    bezoek.kijk("import-nakijken-diensten")
    for vakje in page.locator("input[name=dienst]").all():
        vakje.check()
    bezoek.klik("Neem deze diensten mee")
    inbrengen = page.get_by_role("button", name=re.compile("Breng .* in"))
    expect(inbrengen).to_be_visible()
    bezoek.kijk("import-nakijken")

    geweigerd = tmp_path / "geweigerd.xlsx"
    bezoek.download("Geweigerde rijen (XLSX)").save_as(geweigerd)
    kop, *rijen = CalamineWorkbook.from_path(geweigerd).get_sheet_by_index(0).to_python()
    assert len(rijen) == GEWEIGERD
    assert kop[0] == "Reden van weigering"

    page.get_by_label("6 lonen liggen onder het minimum voor hun breuk.").check()
    inbrengen.click()
    bezoek.ziet("Het bestand is ingebracht.")
    bezoek.kijk("import-klaar")
    assert Importopdracht.objects.get().status == Importopdracht.Status.KLAAR
    bezoek.volg("Bekijk de werknemers")
    expect(page.locator("#lijst")).to_contain_text(f"{Werknemer.objects.count()} werknemers")
    bezoek.kijk("werknemers-beheerder")


@op_schermen(TELEFOON, LAPTOP)
def test_inviting_a_colleague_who_chooses_a_password(
    bezoek: Bezoek, beheerder: Gebruiker, ploeg: Ploeg
) -> None:
    bezoek.meld_aan(beheerder)
    bezoek.kijk("vandaag-beheerder")
    bezoek.ga_naar("Beheer")
    bezoek.kijk("beheer")
    bezoek.volg("Gebruikers")
    bezoek.kijk("gebruikers")
    _nodig_uit(bezoek, LIES)
    rij = bezoek.page.get_by_role("row").filter(has_text=LIES)
    expect(rij).to_contain_text("uitgenodigd")
    bezoek.kijk("gebruikers-uitgenodigd")
    bezoek.ga_naar("Beheer")
    bezoek.volg("Taken")
    bezoek.ziet("Signalen bepalen")
    bezoek.ziet("geslaagd")
    bezoek.kijk("taken")
    _meld_af(bezoek)
    _kies_wachtwoord(bezoek, LIES)
    bezoek.page.goto("/")
    bezoek.vul_aanmelding_in(Gebruiker.objects.get(email=LIES))
    bezoek.ziet("Er is nog niemand aan jou toegewezen.")
    bezoek.kijk("vandaag-nieuwe-begeleider")


def _nodig_uit(bezoek: Bezoek, email: str) -> None:
    bezoek.volg("Nodig iemand uit")
    bezoek.page.get_by_label("E-mailadres").fill(email)
    bezoek.page.get_by_label("Voornaam").fill("Lies")
    bezoek.page.get_by_label("Familienaam").fill("Maes")
    bezoek.page.get_by_label("Begeleider: volgt").check()
    bezoek.kijk("gebruiker-nieuw")
    bezoek.klik("Stuur de uitnodiging")
    bezoek.ziet_melding(f"De uitnodiging is onderweg naar {email}.")


def _kies_wachtwoord(bezoek: Bezoek, email: str) -> None:
    """Follow the link in the mail."""
    link = re.search(r"https?://[^/]+(/\S+)", UitgaandeMail.objects.get(aan=email).tekst)
    assert link is not None
    bezoek.page.goto(link[1])
    bezoek.kijk("wachtwoord-kiezen")
    for veld in bezoek.page.locator("input[type=password]").all():
        veld.fill(WACHTWOORD)
    bezoek.page.get_by_role("main").get_by_role("button").click()
    expect(bezoek.page.locator("input[type=password]")).to_have_count(0)
    bezoek.kijk("wachtwoord-gekozen")


def _meld_af(bezoek: Bezoek) -> None:
    if bezoek.scherm.breedte < 1000:
        bezoek.page.get_by_text("Meer", exact=True).click()
    bezoek.page.get_by_role("button", name="Afmelden").locator("visible=true").click()
    expect(bezoek.page).to_have_url(re.compile("/account/login/"))
    bezoek.kijk("afgemeld")
