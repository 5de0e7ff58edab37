"""Receipts of what is in the database: the same code everywhere, and the same cents again."""

import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from financiering.domein.momentopnames import bewaar_voor
from financiering.domein.prognosebeeld import Prognosebeeld
from financiering.domein.rekenbewijs import bewijs_van, bewijs_van_een, code_van, reken_na
from financiering.exports.prognose_xlsx import schrijf_prognose
from financiering.keuzes import Scenariobasis
from financiering.models import Rekenbewijs
from gedeeld.bewijs.papier import lees_bestand
from gedeeld.kwartaal import Kwartaal
from tests.financiering.bewijshulp import VANDAAG, als_bestand, herreken, prognose
from tests.financiering.conftest import Huis
from werknemers.domein.insz import zoek_insz

PROGNOSE = reverse("financiering:prognose")


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


@pytest.mark.parametrize("naam", [*Scenariobasis.labels, "Alles"])
def test_a_file_of_any_scenario_gives_the_same_cents(vol: Huis, naam: str, tmp_path: Path) -> None:
    bewijs = bewijs_van(prognose(vol, naam), vol.organisatie.pk)
    assert lees_bestand(bewijs.als_bestand()) == bewijs
    assert reken_na(bewijs) == ()
    uit = herreken(als_bestand(tmp_path / "bewijs.json", bewijs))
    assert "Nagerekend: tot op de cent hetzelfde." in uit
    assert "Vandaag tellen we met precies hetzelfde." in uit


def test_the_outcome_is_what_the_page_shows(vol: Huis) -> None:
    uitkomst = prognose(vol, "Alles")
    lijnen = bewijs_van(uitkomst, vol.organisatie.pk).uitkomst_data
    assert set(lijnen) == {"Klusdienst", "Het Nest"}
    for naam, klaverblad in uitkomst.prognose.diensten.items():
        assert lijnen[naam]["saldo"] == klaverblad.saldo.tolist()
        assert lijnen[naam]["loonpremie"] == klaverblad.bladen["loonpremie"].tolist()


def test_a_receipt_holds_no_name_and_no_number_of_anybody(vol: Huis) -> None:
    insz = "85073003328"
    vol.amina.insz, vol.amina.insz_hash = insz, zoek_insz(insz)
    vol.amina.save()
    bestand = bewijs_van(prognose(vol, "Alles"), vol.organisatie.pk).als_bestand().decode()
    for iets in ("Amina", "Benali", "Dewit", "85073003328", "personeelsnummer"):
        assert iets not in bestand
    assert str(vol.amina.pk) in json.loads(bestand)["invoer"]["stand"]["personen"]["sleutels"]


def test_the_page_the_spreadsheet_the_json_and_the_night_have_the_same_code(
    vol: Huis, bezoeker: Client
) -> None:
    uitkomst = prognose(vol)
    code = code_van(uitkomst, vol.organisatie.pk)
    bewaar_voor(vol.organisatie, VANDAAG)
    assert Rekenbewijs.objects.get().code == code
    assert code in bezoeker.get(PROGNOSE).content.decode()
    json_ = StringIO()
    call_command("prognose", "--organisatie", "huis", "--json", stdout=json_)
    assert json.loads(json_.getvalue())["bewijs"] == code
    blad = schrijf_prognose(Prognosebeeld(uitkomst), "Huis", None, code)
    keuzes = dict(load_workbook(BytesIO(blad))["Keuze"].iter_rows(values_only=True, max_col=2))
    assert (keuzes["Bewijs"], keuzes["Versie"]) == (code, "0.3.0")
    bestand = bezoeker.get(reverse("financiering:prognose_bewijs"))
    assert bestand["Content-Type"] == "application/json"
    assert f"bewijs-{code}-2026-11-23.json" in bestand["Content-Disposition"]
    assert lees_bestand(bestand.content).code == code


def test_the_receipt_of_an_own_scenario_follows_the_address(vol: Huis, bezoeker: Client) -> None:
    uitkomst = prognose(vol, "Alles")
    vraag = {"scenario": uitkomst.toekomst.code}
    code = code_van(uitkomst, vol.organisatie.pk)
    assert code in bezoeker.get(PROGNOSE, vraag).content.decode()
    bestand = bezoeker.get(reverse("financiering:prognose_bewijs"), vraag)
    assert lees_bestand(bestand.content).code == code


def test_the_four_amounts_of_somebody_have_a_receipt_of_their_own(
    vol: Huis, bezoeker: Client, tmp_path: Path
) -> None:
    adres = [vol.amina.pk, "2026-K4"]
    bestand = bezoeker.get(reverse("financiering:waarom_bewijs", args=adres))
    bewijs = lees_bestand(bestand.content)
    pagina = " ".join(
        bezoeker.get(reverse("financiering:waarom", args=adres)).content.decode().split()
    )
    assert bewijs.code in pagina
    assert (
        "Het aandeel in de bedragen van de dienst hoort bij het bewijs van de prognose." in pagina
    )
    assert {lijn: cijfers[0] for lijn, cijfers in bewijs.uitkomst_data["Klusdienst"].items()} == {
        "loonpremie": 180_000,
        "begeleidingspremie": 133_000,
        "lde_vergoeding": 0,
        "lokale_vergoeding": 0,
        "vlaamse_vergoeding": 0,
        "ald_vergoeding": 0,
        "eigen_opbrengst": 0,
        "loonkost": 1_044_000,
        "omkadering": 0,
        "saldo": -731_000,
        "vte": bewijs.uitkomst_data["Klusdienst"]["vte"][0],
    }
    uit = herreken(als_bestand(tmp_path / "bewijs.json", bewijs))
    assert "Vandaag tellen we met precies hetzelfde." in uit


def test_the_employee_counts_alone_whoever_else_is_read(vol: Huis) -> None:
    uitkomst = prognose(vol)
    bewijs = bewijs_van_een(uitkomst, vol.organisatie.pk, str(vol.amina.pk), Kwartaal(2026, 4))
    assert bewijs.invoer_data["werknemer"] == str(vol.amina.pk)
    assert bewijs.invoer_data["stand"]["personen"]["sleutels"] == [str(vol.amina.pk)]
