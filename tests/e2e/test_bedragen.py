"""A coordinator reads on the dashboard when the money runs out, and enters what a service gets."""

from playwright.sync_api import expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import LAPTOP, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg
from werknemers.models import Arbeidsovereenkomst


@op_schermen(LAPTOP)
def test_from_the_dashboard_to_the_amounts_of_a_service_and_back(
    bezoek: Bezoek, coordinator: Gebruiker, ploeg: Ploeg
) -> None:
    Arbeidsovereenkomst.objects.filter(dienst=ploeg.tuin).delete()
    page = bezoek.page
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-coordinator-bedragen")
    bezoek.ga_naar("Uitstroom")
    bezoek.ziet("Het saldo ligt nu al onder nul")
    bezoek.kijk("uitstroom-financiering")
    bezoek.volg("Vul de bedragen in")
    bezoek.ziet_kop("Financiering")
    bezoek.kijk("bedragen-leeg")
    bezoek.volg("Bedrag voor Sociaal restaurant")
    bezoek.kijk("bedrag-nieuw")
    page.get_by_label("Soort inkomst").select_option("lokale vergoeding")
    page.get_by_label("Bedrag", exact=False).first.fill("90.000")
    page.get_by_label("Eerste dag").fill("2026-01-01")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Lokale vergoeding van Sociaal restaurant is toegevoegd.")
    bezoek.ziet("Naast de premies komt er nu € 90.000,00 per kwartaal binnen.")
    bezoek.kijk("bedragen-een")
    bezoek.ga_naar("Uitstroom")
    bezoek.ziet("blijft het saldo tot en met 2031-K3 boven nul")
    bezoek.ga_naar("Werknemers")
    bezoek.kijk("werknemers-bij-bedragen")
    bezoek.volg("Amina Benali")
    bezoek.ziet("Nu brengt de ondersteuning van Amina")
    expect(page.get_by_role("cell", name="€ 0,00").first).to_be_visible()
    bezoek.kijk("werknemer-premies")
