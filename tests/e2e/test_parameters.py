"""An administrator sets the contribution rate that the bookkeeper found, also for the past."""

from playwright.sync_api import expect

from gebruikers.models import Gebruiker
from regels.models import Regelparameter
from tests.e2e.bezoek import LAPTOP, TELEFOON, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg


@op_schermen(LAPTOP)
def test_a_value_of_the_past_asks_first(bezoek: Bezoek, beheerder: Gebruiker, ploeg: Ploeg) -> None:
    page = bezoek.page
    bezoek.meld_aan(beheerder)
    bezoek.kijk("vandaag-beheerder")
    page.goto("/beheer/")
    bezoek.kijk("beheer")
    bezoek.volg("Parameters")
    bezoek.ziet_kop("Parameters")
    bezoek.kijk("parameters")
    bezoek.volg("Netto patronale bijdrage op het brutoloon")
    bezoek.ziet_kop("Netto patronale bijdrage op het brutoloon")
    bezoek.kijk("parameter")
    bezoek.volg("Zet een eigen waarde")
    bezoek.ziet_kop("Eigen waarde")
    page.get_by_label("Waarde (%)").fill("30,5")
    page.get_by_label("Vanaf").fill("2026-07-01")
    page.get_by_label("Waar komt het cijfer vandaan?").fill("Loonboekhouding 2026")
    bezoek.kijk("parameter-waarde")
    bezoek.klik("Bewaar")
    bezoek.ziet_kop("Kijk na wat er verandert")
    expect(page.get_by_role("row", name="Amina Benali")).to_contain_text("2026-K3, 2026-K4")
    bezoek.kijk("parameter-gevolg")
    bezoek.klik("Pas aan")
    expect(page.get_by_label("Waarde (%)")).to_have_value("30,5")
    bezoek.klik("Bewaar")
    bezoek.klik("Bevestig en bewaar")
    bezoek.ziet_melding("je wijziging is bewaard")
    bezoek.ziet("30,50 %")
    bezoek.kijk("parameter-eigen")
    rij = Regelparameter.objects.get(organisatie=beheerder.organisatie)
    assert str(rij.geldig) == "01/07/2026 t.e.m. …"


@op_schermen(TELEFOON, LAPTOP)
def test_a_coordinator_tries_what_another_rate_does(
    bezoek: Bezoek, coordinator: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-coordinator")
    page.goto("/beheer/parameters/patronale_bijdrage/")
    bezoek.kijk("parameter-coordinator")
    bezoek.volg("Probeer een andere waarde")
    page.get_by_label("Waarde (%)").fill("30")
    page.get_by_label("Vanaf").fill("2026-07-01")
    expect(page.get_by_label("Waar komt het cijfer vandaan?")).to_have_count(0)
    bezoek.kijk("parameter-probeer")
    bezoek.klik("Toon wat er verandert")
    bezoek.ziet("Premies dan" if bezoek.scherm.breedte >= 992 else "Per kwartaal")
    expect(page.get_by_role("button", name="Bevestig en bewaar")).to_have_count(0)
    bezoek.kijk("parameter-gevolg-geld")
    bezoek.volg("Terug")
    assert not Regelparameter.objects.exclude(organisatie=None).exists()
