"""Receipts of what is in the database: the same code everywhere, kept, and laid beside today."""

import json
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, close_old_connections, transaction
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from financiering.domein.bewijsbeheer import bewaar_bewijs
from financiering.domein.laden import laad_gegevens
from financiering.domein.momentopnames import bewaar_voor
from financiering.domein.prognosebeeld import Prognosebeeld
from financiering.domein.prognoses import Prognoseuitkomst, prognose_van, zonder_ingreep
from financiering.domein.rekenbewijs import bewijs_van, bewijs_van_een, code_van, reken_na
from financiering.domein.scenarios import zoek_toekomst
from financiering.domein.tarieven import Tarieftijdvak
from financiering.exports.prognose_xlsx import schrijf_prognose
from financiering.keuzes import Bewijssoort, Scenariobasis
from financiering.models import Kerncijfer, Klaverbladbron, Rekenbewijs
from gebruikers.models import Gebruiker
from gedeeld.bewijs.papier import Bewijsbestand, Bewijsfout, lees_bestand
from gedeeld.kwartaal import Kwartaal
from gedeeld.models import Auditregel
from gedeeld.periode import Periode, plus_dagen
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    LoonopgaveFactory,
    OrganisatieFactory,
    RegelparameterFactory,
    ScenariobladFactory,
    ScenarioFactory,
    ScenarioinstroomFactory,
    ScenarioverlengingFactory,
    ScenariovertrekFactory,
    WerknemerFactory,
)
from tests.financiering.bewijsmakers import gewone_spaties
from tests.financiering.conftest import Huis
from werknemers.domein.insz import zoek_insz
from werknemers.models import Arbeidsovereenkomst, Loonopgave

VANDAAG = date(2026, 11, 23)
VAK = Tarieftijdvak(Kwartaal(2026, 4), 20)
PROGNOSE = reverse("financiering:prognose")


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


@pytest.fixture
def vol(huis: Huis) -> Huis:
    """Somebody in two services, the LDE transition, an extension, and a scenario with all in it."""
    nest = DienstFactory(organisatie=huis.organisatie, naam="Het Nest")
    cem = WerknemerFactory(organisatie=huis.organisatie, personeelsnummer="3")
    for dienst, breuk in ((huis.dienst, "0.5"), (nest, "0.3")):
        ContractFactory(
            werknemer=cem,
            dienst=dienst,
            periode=Periode(date(2026, 2, 10)),
            tewerkstellingsbreuk=Decimal(breuk),
            bruto_maandloon=Decimal("1150.37"),
        )
    AdviesFactory(
        werknemer=cem,
        soort="lde_overgang",
        besluitdatum=date(2023, 7, 1),
        periode=Periode(date(2023, 7, 1), date(2027, 1, 15)),
    )
    RegelparameterFactory(
        organisatie=huis.organisatie, code=Parametercode.LDE_VERGOEDING, waarde=Decimal("1672.53")
    )
    scenario = ScenarioFactory(
        organisatie=huis.organisatie,
        naam="Alles",
        basis=Scenariobasis.MET_VERVANGING,
        jaarindex=Decimal(2),
    )
    ScenariovertrekFactory(scenario=scenario, werknemer=cem, laatste_dag=date(2028, 5, 17))
    ScenarioverlengingFactory(scenario=scenario, werknemer=huis.amina)
    ScenarioinstroomFactory(scenario=scenario, dienst=nest, aantal=2, elk_jaar=True)
    ScenariobladFactory(scenario=scenario, dienst=nest)
    return huis


def prognose(
    huis: Huis, naam: str = "niets doen", tijdvak: Tarieftijdvak = VAK
) -> Prognoseuitkomst:
    toekomst = zoek_toekomst(huis.organisatie.pk, naam)
    return prognose_van(huis.organisatie.pk, toekomst, tijdvak, VANDAAG)


def als_bestand(pad: Path, bewijs: Bewijsbestand) -> str:
    pad.write_bytes(bewijs.als_bestand())
    return str(pad)


def herreken(wat: str, *opties: str) -> str:
    uit = StringIO()
    call_command("herreken", wat, *opties, stdout=uit)
    return uit.getvalue()


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


# --- what is otherwise today ------------------------------------------------------------------


def anders(huis: Huis, bewijs: Bewijsbestand, tmp_path: Path) -> list[str]:
    uit = json.loads(herreken(als_bestand(tmp_path / "bewijs.json", bewijs), "--json"))
    assert uit["klopt"]
    zinnen = [f"{v['wat']}: toen {v['toen']}, nu {v['nu']}" for v in uit["vandaag_anders"]]
    return [gewone_spaties(zin) for zin in zinnen]


def test_each_thing_that_changed_is_named(vol: Huis, tmp_path: Path) -> None:
    bewijs = bewijs_van(prognose(vol, "volgens plan"), vol.organisatie.pk)
    ggmmi = Regelparameter.objects.filter(code="ggmmi", organisatie=None).latest("geldig")
    van = ggmmi.geldig.van
    Regelparameter.objects.filter(pk=ggmmi.pk).update(waarde=Decimal("2300.00"))
    contracten = Arbeidsovereenkomst.objects.filter(werknemer=vol.amina)
    contracten.update(bruto_maandloon=Decimal("2500.00"))
    AdviesFactory(
        werknemer=vol.bart,
        soort="imw_2",
        besluitdatum=VANDAAG,
        periode=Periode(date(2026, 10, 1), date(2028, 10, 1)),
    )
    Klaverbladbron.objects.update(bedrag=Decimal("21000.00"))
    vol.amina.trajecten.update(beoogde_uitstroom=date(2027, 9, 30))
    gevonden = anders(vol, bewijs, tmp_path)
    label = Parametercode.GGMMI.label
    assert gevonden[0].startswith(f"{label} vanaf {van:%d/%m/%Y}: toen € 2.233,61 per maand")
    assert gevonden[0].endswith("nu € 2.300,00 per maand")
    assert (
        "het contract van werknemer 1 vanaf 01/04/2025: brutoloon: toen € 2.400,00, nu € 2.500,00"
        in gevonden
    )
    assert any(v.startswith("een nieuw advies van werknemer 2 vanaf 01/10/2026") for v in gevonden)
    assert (
        "een bedrag van dienst Klusdienst (lokale vergoeding) vanaf 01/01/2026: bedrag: "
        "toen € 20.000,00, nu € 21.000,00" in gevonden
    )
    assert "de geplande laatste dag van werknemer 1: toen 30/06/2027, nu 30/09/2027" in gevonden
    assert len(gevonden) == 5


def test_a_wage_record_that_changed_is_told_as_a_contribution(vol: Huis, tmp_path: Path) -> None:
    """€ 7,200 by contract: € 8,064 is 12 % more, € 7,920 10 %."""
    opgave = LoonopgaveFactory(
        werknemer=vol.amina,
        kwartaal=date(2026, 7, 1),
        referteloon=Decimal(8064),
        betaalde_uren=None,
    )
    bewijs = bewijs_van(prognose(vol), vol.organisatie.pk)
    Loonopgave.objects.filter(pk=opgave.pk).update(referteloon=Decimal(7920))
    assert anders(vol, bewijs, tmp_path) == [
        "werknemer 1: opgaven van het sociaal secretariaat: "
        "toen van 01/07/2026, bijdrage 12,00 %, nu van 01/07/2026, bijdrage 10,00 %"
    ]


def test_who_came_and_a_scenario_that_changed_are_named(vol: Huis, tmp_path: Path) -> None:
    uitkomst = prognose(vol, "Alles")
    bewijs = bewijs_van(uitkomst, vol.organisatie.pk)
    nieuw = WerknemerFactory(organisatie=vol.organisatie, personeelsnummer="9")
    ContractFactory(werknemer=nieuw, dienst=vol.dienst, periode=Periode(date(2026, 11, 1)))
    scenario = uitkomst.toekomst.eigen
    assert scenario is not None
    scenario.jaarindex = Decimal("1.5")
    scenario.save()
    gevonden = anders(vol, bewijs, tmp_path)
    assert "werknemer 9: toen geen contract in deze kwartalen, nu wel een contract" in gevonden
    assert "het scenario: jaarlijkse index in procent: toen 2, nu 1,5" in gevonden


def test_a_scenario_that_is_gone_is_said_and_the_receipt_still_counts(
    vol: Huis, tmp_path: Path
) -> None:
    uitkomst = prognose(vol, "Alles")
    bewijs = bewijs_van(uitkomst, vol.organisatie.pk)
    assert uitkomst.toekomst.eigen is not None
    uitkomst.toekomst.eigen.delete()
    uit = herreken(als_bestand(tmp_path / "bewijs.json", bewijs))
    assert "tot op de cent hetzelfde" in uit
    assert "Het scenario van dit bewijs is er niet meer." in uit


# --- the command ------------------------------------------------------------------------------


def test_other_cents_end_with_one_and_are_named(vol: Huis, tmp_path: Path) -> None:
    bewijs = bewijs_van(prognose(vol), vol.organisatie.pk)
    uitkomst = bewijs.uitkomst_data
    uitkomst["Klusdienst"]["loonkost"][0] += 100
    oud = Bewijsbestand(
        bewijs.soort, bewijs.dag, "0.2.0", bewijs.regelset, bewijs.invoer,
        json.dumps(uitkomst).encode(),
    )  # fmt: skip
    with pytest.raises(CommandError, match=r"rekent anders dan versie 0\.2\.0: 1 bedrag") as fout:
        herreken(als_bestand(tmp_path / "bewijs.json", oud))
    assert fout.value.returncode == 1


def test_a_file_that_was_changed_ends_with_two(vol: Huis, tmp_path: Path) -> None:
    pad = tmp_path / "bewijs.json"
    als_bestand(pad, bewijs_van(prognose(vol), vol.organisatie.pk))
    pad.write_text(pad.read_text().replace("240000", "250000", 1))
    with pytest.raises(CommandError, match="veranderd nadat het gemaakt is") as fout:
        herreken(str(pad))
    assert fout.value.returncode == 2


@pytest.mark.parametrize("wat", ["7F3K-Q2MX-0ABC-9DEF", "onzin", "../weg.json"])
@pytest.mark.django_db
def test_what_is_no_code_and_no_file_ends_with_two(wat: str) -> None:
    with pytest.raises(CommandError, match="is geen bestand en geen code") as fout:
        herreken(wat)
    assert fout.value.returncode == 2


def test_a_code_is_looked_up_as_people_type_it(vol: Huis) -> None:
    bewaar_voor(vol.organisatie, VANDAAG)
    code = Rekenbewijs.objects.get().code
    assert f"Bewijs {code}, berekend op 23 november 2026" in herreken(code.lower())


# --- what is kept -----------------------------------------------------------------------------


def test_nights_on_which_nothing_changed_share_a_receipt(huis: Huis) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    bewaar_voor(huis.organisatie, plus_dagen(VANDAAG, 1))
    (een,) = Rekenbewijs.objects.all()
    assert (een.soort, een.dag, een.door) == (Bewijssoort.KERNCIJFERS, VANDAAG, None)
    assert set(Kerncijfer.objects.values_list("bewijs", flat=True)) == {een.pk}
    Arbeidsovereenkomst.objects.filter(werknemer=huis.bart).update(bruto_maandloon=Decimal(2450))
    bewaar_voor(huis.organisatie, plus_dagen(VANDAAG, 2))
    bewaar_voor(huis.organisatie, plus_dagen(VANDAAG, 3))
    assert Rekenbewijs.objects.count() == 2
    per_dag = dict(Kerncijfer.objects.filter(dienst=None).values_list("op", "bewijs__dag"))
    assert list(per_dag.values()) == [
        VANDAAG, VANDAAG, plus_dagen(VANDAAG, 2), plus_dagen(VANDAAG, 2),
    ]  # fmt: skip


def test_a_night_that_is_as_an_earlier_one_was_finds_its_receipt(huis: Huis) -> None:
    contract = Arbeidsovereenkomst.objects.filter(werknemer=huis.bart)
    for dagen, bruto in enumerate((2400, 2450, 2400)):
        contract.update(bruto_maandloon=Decimal(bruto))
        bewaar_voor(huis.organisatie, plus_dagen(VANDAAG, dagen))
    assert Rekenbewijs.objects.count() == 2


def test_a_name_or_another_day_of_birth_is_no_new_receipt(huis: Huis) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    huis.bart.voornaam = "Bertrand"
    huis.bart.save()
    bewaar_voor(huis.organisatie, plus_dagen(VANDAAG, 1))
    assert Rekenbewijs.objects.count() == 1


def test_the_figures_of_a_night_follow_from_their_receipt(vol: Huis) -> None:
    bewaar_voor(vol.organisatie, VANDAAG)
    bewijs = Rekenbewijs.objects.get().bewijs
    for cijfer in Kerncijfer.objects.exclude(dienst=None).select_related("dienst"):
        assert cijfer.dienst is not None
        lijnen = bewijs.uitkomst_data[cijfer.dienst.naam]
        assert cijfer.saldo * 100 == lijnen["saldo"][0]
        assert cijfer.premies * 100 == lijnen["loonpremie"][0] + lijnen["begeleidingspremie"][0]


def test_a_stored_receipt_does_not_change_and_does_not_go(huis: Huis) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Rekenbewijs.objects.update(versie="9")
    with pytest.raises(IntegrityError, match="kerncijfer_bewijs"), transaction.atomic():
        Rekenbewijs.objects.all()._raw_delete("default")
    Kerncijfer.objects.all().delete()
    Rekenbewijs.objects.all()._raw_delete("default")
    uitkomst = prognose(huis)
    for bewijs, door in (
        (bewijs_van(uitkomst, huis.organisatie.pk), None),
        (bewijs_van(prognose(huis, "volgens plan"), huis.organisatie.pk), huis.coordinator),
    ):
        bewaar_bewijs(huis.organisatie, bewijs, door=door)
    for rij in Rekenbewijs.objects.all():
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            Rekenbewijs.objects.filter(pk=rij.pk)._raw_delete("default")


def test_a_row_that_was_changed_behind_our_back_is_refused(huis: Huis) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    rij = Rekenbewijs.objects.get()
    rij.invoer = zlib.compress(zlib.decompress(rij.invoer).replace(b"240000", b"250000"))
    with pytest.raises(Bewijsfout, match="veranderd nadat het gemaakt is"):
        _ = rij.bewijs
    rij.invoer = b"geen zlib"
    with pytest.raises(Bewijsfout, match="veranderd nadat het gemaakt is"):
        _ = rij.bewijs


def test_somebody_keeps_a_receipt_once_and_sees_it(vol: Huis, bezoeker: Client) -> None:
    adres = reverse("financiering:prognose_bewijs")
    eerste, tweede = bezoeker.post(adres), bezoeker.post(adres)
    rij = Rekenbewijs.objects.get()
    pagina = reverse("financiering:bewijs", args=[rij.code])
    assert eerste["Location"] == tweede["Location"] == pagina
    assert (rij.door, rij.soort) == (vol.coordinator, Bewijssoort.PROGNOSE)
    spoor = Auditregel.objects.get(soort="rekenbewijs")
    assert spoor.onderwerp_id == rij.pk
    tekst = bezoeker.get(pagina).content.decode()
    assert "Uit dit bewijs komen vandaag dezelfde cijfers, tot op de cent." in tekst
    assert "Niets: vandaag tellen we met precies hetzelfde." in tekst
    assert "4 contracten" in tekst
    assert rij.code in bezoeker.get(reverse("financiering:bewijzen")).content.decode()
    bestand = bezoeker.get(reverse("financiering:bewijs_bestand", args=[rij.code]))
    assert lees_bestand(bestand.content) == rij.bewijs


def test_the_page_says_what_is_otherwise_today(vol: Huis, bezoeker: Client) -> None:
    bezoeker.post(reverse("financiering:waarom_bewijs", args=[vol.amina.pk, "2026-K4"]))
    rij = Rekenbewijs.objects.get()
    Arbeidsovereenkomst.objects.filter(werknemer=vol.amina).update(bruto_maandloon=Decimal(2500))
    tekst = bezoeker.get(reverse("financiering:bewijs", args=[rij.code])).content.decode()
    assert "het contract van werknemer 1 vanaf 01/04/2025: brutoloon" in tekst
    assert "€ 2.400,00" in gewone_spaties(tekst)


def test_receipts_of_another_organisation_are_not_there(huis: Huis, client: Client) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    rij = Rekenbewijs.objects.get()
    ander: Gebruiker = GebruikerFactory(rol="coordinator")
    client.force_login(ander)
    assert rij.code not in client.get(reverse("financiering:bewijzen")).content.decode()
    for naam in ("bewijs", "bewijs_bestand"):
        assert client.get(reverse(f"financiering:{naam}", args=[rij.code])).status_code == 404


@pytest.mark.django_db
def test_an_organisation_without_receipts_reads_what_to_do(client: Client) -> None:
    wie: Any = GebruikerFactory(rol="coordinator")
    client.force_login(wie)
    assert (
        "Er is nog geen bewijs bewaard."
        in client.get(reverse("financiering:bewijzen")).content.decode()
    )


def test_what_is_only_read_for_a_page_takes_no_query_more(
    vol: Huis, django_assert_num_queries: Any
) -> None:
    """The code is worked out from what was read."""
    laad_gegevens(vol.organisatie.pk, VAK)
    uitkomst = prognose(vol)
    with django_assert_num_queries(0):
        bewijs_van(uitkomst, vol.organisatie.pk)


@pytest.mark.parametrize("pagina", ["scenario", "waarom_dienst"])
def test_every_page_about_a_forecast_shows_its_code(
    vol: Huis, bezoeker: Client, pagina: str
) -> None:
    uitkomst = prognose(vol, "Alles")
    scenario = uitkomst.toekomst.code
    adressen = {
        "scenario": reverse("financiering:scenario", args=[scenario]),
        "waarom_dienst": reverse("financiering:waarom_dienst", args=[vol.dienst.pk, "2027-K1"])
        + f"?scenario={scenario}",
    }
    tekst = bezoeker.get(adressen[pagina]).content.decode()
    assert code_van(uitkomst, vol.organisatie.pk) in tekst
    assert f"{reverse('financiering:prognose_bewijs')}?scenario={scenario}" in tekst


def test_the_trend_leads_to_the_receipt_of_each_day(huis: Huis, bezoeker: Client) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    code = Rekenbewijs.objects.get().code
    tekst = bezoeker.get(reverse("financiering:verloop")).content.decode()
    assert reverse("financiering:bewijs", args=[code]) in tekst


def test_of_who_has_no_contract_in_the_quarters_a_receipt_holds_nobody(
    huis: Huis, bezoeker: Client
) -> None:
    niemand = WerknemerFactory(organisatie=huis.organisatie)
    adres = [niemand.pk, "2026-K4"]
    bestand = bezoeker.get(reverse("financiering:waarom_bewijs", args=adres)).content
    assert reken_na(lees_bestand(bestand)) == ()
    assert lees_bestand(bestand).uitkomst_data == {}
    pagina = bezoeker.get(reverse("financiering:waarom", args=adres)).content.decode()
    assert "Bewaar dit bewijs" not in pagina


@pytest.mark.django_db(transaction=True)
def test_two_who_keep_the_same_at_once_have_one_row() -> None:
    organisatie, samen = OrganisatieFactory(), Barrier(2)
    bewijs = bewijs_van(zonder_ingreep(organisatie.pk, 4, VANDAAG), organisatie.pk)

    def bewaar() -> int:
        try:
            samen.wait()
            return bewaar_bewijs(organisatie, bewijs, door=None).pk
        finally:
            close_old_connections()

    with ThreadPoolExecutor(2) as draden:
        een, twee = (klus.result() for klus in [draden.submit(bewaar) for _ in range(2)])
    assert een == twee == Rekenbewijs.objects.get().pk
