"""A coordinator who tries out an answer before choosing it."""

import re

from playwright.sync_api import expect

from financiering.models import Scenario
from gebruikers.models import Gebruiker
from tests.e2e.bezoek import LAPTOP, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg
from tests.fabrieken import KlaverbladbronFactory, OmkaderingFactory

pytestmark = op_schermen(LAPTOP)


def test_from_a_question_to_plans_side_by_side(
    bezoek: Bezoek, coordinator: Gebruiker, ploeg: Ploeg
) -> None:
    for dienst in (ploeg.keuken, ploeg.tuin):
        KlaverbladbronFactory(dienst=dienst)
        OmkaderingFactory(dienst=dienst)
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-coordinator")
    bezoek.ga_naar("Financiering")
    bezoek.kijk("financiering")
    bezoek.volg("Scenario's")
    bezoek.kijk("scenarios")
    _maak(bezoek)
    _voeg_instroom_toe(bezoek)
    _kies_amina(bezoek)
    _vergelijk(bezoek)

    scenario = Scenario.objects.get()
    assert [deel.aantal for deel in scenario.scenarioinstroom_set.all()] == [2]
    [vertrek] = scenario.scenariovertrek_set.all()
    assert (vertrek.werknemer, str(vertrek.laatste_dag)) == (ploeg.amina, "2027-03-31")


def _maak(bezoek: Bezoek) -> None:
    bezoek.volg("Nieuw scenario")
    bezoek.kijk("scenario-nieuw")
    bezoek.page.get_by_label("Naam").fill("Twee starters in de lente")
    bezoek.klik("Maak dit scenario")
    bezoek.ziet_melding("Zeg nu wat er anders gaat.")
    bezoek.kijk("scenario-leeg")


def _voeg_instroom_toe(bezoek: Bezoek) -> None:
    page = bezoek.page
    bezoek.volg("Voeg instroom toe")
    bezoek.kijk("scenario-instroom")
    page.get_by_label("Dienst").select_option("Sociaal restaurant")
    page.get_by_label("Eerste werkdag").fill("2027-04-01")
    page.get_by_label("Hoeveel mensen?").fill("2")
    page.get_by_label("Bruto maandloon").fill("2.300,00")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Dat is bewaard in “Twee starters in de lente”.")
    bezoek.ziet("2 starters")


def _kies_amina(bezoek: Bezoek) -> None:
    page = bezoek.page
    bezoek.volg("Kies een werknemer")
    bezoek.kijk("scenario-werknemers")
    bezoek.volg("Amina Benali")
    bezoek.kijk("scenario-amina")
    page.get_by_label("vertrekt op een dag die je kiest").check()
    page.get_by_label("Laatste dag in dienst").fill("2027-03-31")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Amina Benali is ingesteld")
    bezoek.ziet("Een scenario gaat over plaatsen en geld, niet over wie weg moet")
    bezoek.kijk("scenario-gevuld")


def _vergelijk(bezoek: Bezoek) -> None:
    page = bezoek.page
    bezoek.volg(re.compile("Vergelijk"))
    bezoek.kijk("scenario-vergelijk")
    page.get_by_label("Scenario 3").select_option("Twee starters in de lente")
    bezoek.ziet("Verschil Twee starters in de lente")
    expect(page).to_have_url(re.compile(r"s=.*s=.*s="))
    bezoek.ziet("Hoe onzeker is")
    bezoek.kijk("scenario-vergelijk-drie")
