"""HR notes a notice, and the counter-notice of who found a job, as they happen."""

from datetime import date

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import LAPTOP, TELEFOON, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg


@op_schermen(TELEFOON, LAPTOP)
def test_a_notice_and_a_counter_notice(bezoek: Bezoek, hr: Gebruiker, ploeg: Ploeg) -> None:
    """Posted on Tuesday 3 November, it runs for ten weeks; a job begins on 4 January."""
    page = bezoek.page
    bezoek.meld_aan(hr)
    bezoek.kijk("vandaag-hr")
    page.goto(f"/werknemers/{ploeg.amina.pk}/contract/")
    bezoek.kijk("contract-zonder-einde")
    _noteer(bezoek, "2026-11-03")
    bezoek.ziet("Opzegging loopt t.e.m. zondag 17 januari 2027")
    bezoek.kijk("contract-opgezegd")
    bezoek.volg("Noteer wat er gebeurde Sociaal restaurant")
    page.get_by_label("tegenopzegging").check()
    page.get_by_label("Op welke dag?").fill("2026-11-23")
    page.get_by_label("Een nieuwe job begint op").fill("2027-01-04")
    page.get_by_label("Hoe is ze gegeven?").select_option("afgegeven tegen handtekening")
    bezoek.kijk("einde-tegenopzegging")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Genoteerd: tegenopzegging. De laatste dag is 27 december 2026.")
    bezoek.volg("Bekijk alle dagen rond het einde van het contract bij Sociaal restaurant")
    bezoek.ziet_kop("Als dit contract eindigt")
    bezoek.ziet("7 dagen ertussen: de nieuwe job begint op maandag 4 januari 2027")
    bezoek.kijk("contracteinde-tegenopzegging")
    page.go_back()
    bezoek.ziet_kop("Als het contract eindigt")
    page.get_by_role("button", name="Zet dit einde op het contract").click()
    bezoek.ziet_melding("Het contract eindigt nu op 27 december 2026.")
    bezoek.kijk("contract-met-einde")
    assert ploeg.amina.contracten.get().periode.laatste_dag == date(2026, 12, 27)


def _noteer(bezoek: Bezoek, dag: str) -> None:
    bezoek.volg("Noteer wat er gebeurde Sociaal restaurant")
    bezoek.page.get_by_label("opzegging door de werkgever").check()
    bezoek.page.get_by_label("Op welke dag?").fill(dag)
    bezoek.kijk("einde-noteren")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Genoteerd: opzegging door de werkgever.")
