"""The forecast as a spreadsheet, recalculated by a program that knows nothing of the model."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlencode

import formulas
import openpyxl
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from financiering.domein.prognoses import prognose_van
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.bijdrage import Bijdragekeuze
from financiering.domein.rekenmodel.klaverblad import PERSOONSBLADEN
from financiering.domein.scenarios import eigen_toekomst
from financiering.domein.tarieven import Tarieftijdvak
from financiering.keuzes import Scenariobasis
from financiering.models import Scenario
from gedeeld.bestandsnaam import bestandsnaam
from gedeeld.bewijs.bewijscode import lees_code
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from gedeeld.rekenblad import Bladkolom, Formule, Werkmap
from regels.domein.regelset import regelset
from regels.keuzes import Parametercode, Zekerheid
from regels.models import Regelparameter
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    LoonopgaveFactory,
    OrganisatieFactory,
    ScenarioFactory,
    WerknemerFactory,
)
from tests.financiering.conftest import Huis
from tests.uitvoer import haal
from werknemers.models import Werknemer

XLSX: Final = reverse("financiering:prognose_xlsx")
VEL: Final = "Narekenen"
OP: Final = date(2026, 11, 23)
BIJDRAGE: Final = Parametercode.BIJDRAGE
# The columns of the three premiums and the wage cost in the rows of the quarters.
BEDRAGEN: Final = "GKNO"


@pytest.fixture
def client_van_huis(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def parameter(huis: Huis, code: Parametercode, waarde: str, van: date) -> Regelparameter:
    bron = Regelparameter.objects.filter(code=Parametercode.GGMMI)[0].bron
    return Regelparameter.objects.create(
        code=code,
        organisatie=huis.organisatie,
        waarde=Decimal(waarde),
        geldig=Periode(van),
        bron=bron,
        zekerheid=Zekerheid.E,
    )


def maak_ingewikkeld(huis: Huis) -> Werknemer:
    """Two contracts that begin and end inside a month, LDE and then a chain of IMW, a minimum wage
    that changes inside a quarter and lets the cap count, and amounts that end on half a cent."""
    wie = WerknemerFactory(organisatie=huis.organisatie, voornaam="Zoë", personeelsnummer="=3")
    anders = DienstFactory(organisatie=huis.organisatie, naam="Poetsdienst")
    for dienst, van, tot, breuk, bruto in (
        (huis.dienst, date(2026, 1, 1), date(2028, 5, 11), "0.600000", "1234.01"),
        (anders, date(2026, 11, 13), None, "0.250000", "800.37"),
    ):
        ContractFactory(
            werknemer=wie,
            dienst=dienst,
            periode=Periode(van, tot),
            tewerkstellingsbreuk=Decimal(breuk),
            bruto_maandloon=Decimal(bruto),
        )
    AdviesFactory(
        werknemer=wie, soort="lde_overgang", periode=Periode(date(2023, 7, 1), date(2027, 2, 18))
    )
    for van, tot in ((date(2027, 1, 1), date(2027, 7, 1)), (date(2027, 7, 1), date(2032, 7, 1))):
        AdviesFactory(
            werknemer=wie,
            besluitdatum=van,
            periode=Periode(van, tot),
            begeleidingsniveau="hoog",
        )
    parameter(huis, Parametercode.LDE_VERGOEDING, "3000.01", date(2026, 1, 1))
    parameter(huis, Parametercode.GGMMI, "1000.37", date(2027, 2, 1))
    return wie


def scenario_met_index(huis: Huis) -> Scenario:
    return ScenarioFactory(
        organisatie=huis.organisatie, basis=Scenariobasis.NIETS_DOEN, jaarindex=Decimal("2.00")
    )


def volgens_model(huis: Huis, scenario: Scenario, wie: Werknemer) -> list[list[Decimal]]:
    """By quarter: the three premiums and the wage cost."""
    tijdvak = Tarieftijdvak(Kwartaal(2026, 4), 8)
    toekomst = eigen_toekomst(scenario)
    prognose = prognose_van(huis.organisatie.pk, toekomst, tijdvak, date(2026, 11, 23)).prognose
    rij = [persoon.sleutel for persoon in prognose.personen].index(str(wie.pk))
    tabellen = [*(prognose.bladen[blad] for blad in PERSOONSBLADEN), prognose.loonkost]
    return [[euro(int(tabel[rij, plaats])) for tabel in tabellen] for plaats in range(8)]


def kwartaalrijen(inhoud: bytes) -> list[int]:
    """The numbers of the rows with quarters, as a spreadsheet counts them."""
    vel = openpyxl.load_workbook(BytesIO(inhoud))[VEL]
    koppen = [rij for rij in range(1, vel.max_row + 1) if vel.cell(rij, 7).value == "Loonpremie"]
    return list(range(koppen[0] + 1, vel.max_row + 1))


def centen(cellen: dict[str, float], rijen: list[int]) -> list[list[Decimal]]:
    return [
        [Decimal(f"{cellen[f'{kolom}{rij}']:.6f}").quantize(Decimal("0.01")) for kolom in BEDRAGEN]
        for rij in rijen
    ]


def rekenblad(client: Client, wie: int | str = "", **vraag: object) -> bytes:
    """What the job makes of a question; `wie` is the key of who can be recalculated."""
    antwoord = haal(client, f"{XLSX}?{urlencode(vraag)}", werknemer=wie)
    assert antwoord["Content-Disposition"].startswith("attachment; filename")
    assert "-2026-11-23.xlsx" in antwoord["Content-Disposition"]
    return bytes(antwoord.content)


class Rekenmachine:
    """A spreadsheet program: the workbook is read once, and computed for other inputs too."""

    def __init__(self, map_: Path, inhoud: bytes) -> None:
        bestand = map_ / "prognose.xlsx"
        bestand.write_bytes(inhoud)
        self._model = formulas.ExcelModel().loads(str(bestand)).finish()

    def reken(self, **invoer: float) -> dict[str, float]:
        """The cells of the sheet to recalculate; `invoer` by cell of the sheet of parameters."""
        anders = {f"'[prognose.xlsx]PARAMETERS'!{cel}": waarde for cel, waarde in invoer.items()}
        uit = self._model.calculate(inputs=anders)
        voor = f"'[prognose.xlsx]{VEL.upper()}'!"
        return {
            naam.removeprefix(voor): float(uit[naam].value[0, 0])
            for naam in map(str, uit)
            if naam.startswith(voor) and ":" not in naam and _is_getal(uit[naam].value[0, 0])
        }


def _is_getal(waarde: Any) -> bool:
    try:
        float(waarde)
    except (TypeError, ValueError):
        return False
    return True


@pytest.mark.parametrize("keuze", Bijdragekeuze)
def test_another_program_comes_to_the_same_cents_and_follows_the_parameters(
    client_van_huis: Client, huis: Huis, tmp_path: Path, keuze: Bijdragekeuze
) -> None:
    wie, scenario = maak_ingewikkeld(huis), scenario_met_index(huis)
    if keuze is Bijdragekeuze.VERMINDERING:
        Regelparameter.objects.filter(organisatie=huis.organisatie, code=BIJDRAGE).delete()
    elif keuze is Bijdragekeuze.OPGAVE:
        LoonopgaveFactory(werknemer=wie, referteloon=Decimal("4100.37"))
    inhoud = rekenblad(client_van_huis, wie.pk, kwartalen=8, scenario=scenario.pk)
    rijen, machine = kwartaalrijen(inhoud), Rekenmachine(tmp_path, inhoud)

    cellen = machine.reken()
    model = volgens_model(huis, scenario, wie)
    assert centen(cellen, rijen) == model
    assert all(any(rij[kolom] for rij in model) for kolom in range(4))
    assert all(cellen[f"T{rij}"] == 0 for rij in rijen)

    bewaard = openpyxl.load_workbook(BytesIO(inhoud), data_only=True)[VEL]
    levend = openpyxl.load_workbook(BytesIO(inhoud))[VEL]
    formules = [c.coordinate for rij in levend for c in rij if str(c.value).startswith("=")]
    assert len(formules) > 8 * 3 * 2 * 15  # every month of each contract, and the quarters
    for plaats in formules:
        assert cellen[plaats] == pytest.approx(float(bewaard[plaats].value), abs=1e-6), plaats

    waarden = openpyxl.load_workbook(BytesIO(inhoud))["Parameters"]
    [ggmmi] = [rij[1].coordinate for rij in waarden if rij[1].value == 1000.37]
    Regelparameter.objects.filter(organisatie=huis.organisatie, code=Parametercode.GGMMI).update(
        waarde=Decimal("1100.55")
    )
    anders = volgens_model(huis, scenario, wie)
    assert anders != model
    assert centen(machine.reken(**{ggmmi: 1100.55}), rijen) == anders


# Of the small group of OpenFormula: the same in Excel, LibreOffice and whatever else reads a sheet.
OVERAL_GELIJK = {"ABS", "EDATE", "IF", "INT", "MAX", "MIN", "MONTH", "ROUND", "SUM", "YEAR"}


@pytest.mark.parametrize("keuze", [Bijdragekeuze.VERMINDERING, Bijdragekeuze.EIGEN])
def test_only_functions_that_every_program_knows_alike_are_used(
    client_van_huis: Client, huis: Huis, keuze: Bijdragekeuze
) -> None:
    wie = maak_ingewikkeld(huis)
    if keuze is Bijdragekeuze.VERMINDERING:
        Regelparameter.objects.filter(organisatie=huis.organisatie, code=BIJDRAGE).delete()
    boek = openpyxl.load_workbook(BytesIO(rekenblad(client_van_huis, wie.pk, kwartalen=8)))
    formules = {
        blad.title: [str(cel.value) for rij in blad for cel in rij if cel.data_type == "f"]
        for blad in boek
    }
    assert [naam for naam, gevonden in formules.items() if gevonden] == [VEL]
    gebruikt = set(re.findall(r"([A-Z.]+)\(", " ".join(formules[VEL])))
    assert gebruikt <= OVERAL_GELIJK
    assert "ROUND" in gebruikt


def test_the_values_are_those_of_the_forecast(client_van_huis: Client, huis: Huis) -> None:
    boek = CalamineWorkbook.from_filelike(BytesIO(rekenblad(client_van_huis)))
    assert boek.sheet_names == [
        "Keuze", "Totaal", "Diensten", "Werknemers", "Parameters", "Aannames", VEL,
    ]  # fmt: skip
    bladen = {naam: boek.get_sheet_by_name(naam).to_python() for naam in boek.sheet_names}
    assert bladen["Totaal"][1] == [
        "2026-K4", 1800, 1330, 0, 20000, 0, 0, 0, 23130, 20880, 3000, -750, 1565, 2,
    ]  # fmt: skip
    assert bladen["Diensten"][1] == ["Klusdienst", *bladen["Totaal"][1]]
    assert len(bladen["Totaal"]) == len(bladen["Diensten"]) == 21
    assert len(bladen["Werknemers"]) == 41
    amina = ["1", huis.amina.naam, "Klusdienst", "2026-K4", 1800, 1330, 0, 10440]
    assert amina in bladen["Werknemers"]


def test_every_parameter_and_assumption_has_its_source_and_certainty(
    client_van_huis: Client,
) -> None:
    boek = CalamineWorkbook.from_filelike(BytesIO(rekenblad(client_van_huis)))
    parameters = boek.get_sheet_by_name("Parameters").to_python()[1:]
    assert {rij[0] for rij in parameters} >= {
        Parametercode.GGMMI.label,
        Parametercode.BIJDRAGE.label,
    }
    assert all(rij[6] and rij[7] for rij in parameters)
    aannames = boek.get_sheet_by_name("Aannames").to_python()[1:]
    assert aannames
    assert all(rij[0] and rij[1] and rij[2] for rij in aannames)


def test_what_people_typed_is_never_a_formula(client_van_huis: Client, huis: Huis) -> None:
    huis.amina.familienaam = "=HYPERLINK(1)"
    huis.amina.save()
    inhoud = rekenblad(client_van_huis, huis.amina.pk)
    boek = openpyxl.load_workbook(BytesIO(inhoud))
    getypt = [c for vel in boek for rij in vel for c in rij if "HYPERLINK" in str(c.value)]
    assert getypt
    assert all(cel.data_type != "f" for cel in getypt)
    formules = [c for vel in boek for rij in vel for c in rij if c.data_type == "f"]
    assert {cel.parent.title for cel in formules} == {VEL}


def test_a_list_writes_no_formula_even_when_it_is_handed_one() -> None:
    werkmap = Werkmap("Proef")
    werkmap.blad("Lijst", [Bladkolom("Een")], [[Formule("=1+1", 2)]])
    cel = openpyxl.load_workbook(BytesIO(werkmap.inhoud()))["Lijst"]["A2"]
    assert cel.data_type != "f"


def test_who_does_not_work_here_is_not_found(client_van_huis: Client) -> None:
    elders = ContractFactory(werknemer__organisatie=OrganisatieFactory())
    for sleutel in (elders.werknemer.pk, "abc", "0"):
        assert client_van_huis.post(XLSX, {"werknemer": sleutel}).status_code == 404


def test_who_has_no_contract_in_these_quarters_cannot_be_recalculated(
    client_van_huis: Client, huis: Huis
) -> None:
    huis.bart.contracten.update(periode=Periode(date(2025, 4, 1), date(2026, 5, 1)))
    inhoud = rekenblad(client_van_huis, huis.bart.pk)
    assert VEL not in CalamineWorkbook.from_filelike(BytesIO(inhoud)).sheet_names


def test_an_organisation_without_people_gets_the_sheet_without_formulas(
    client_van_huis: Client, huis: Huis
) -> None:
    huis.amina.contracten.all().delete()
    huis.bart.contracten.all().delete()
    boek = CalamineWorkbook.from_filelike(BytesIO(rekenblad(client_van_huis)))
    assert VEL not in boek.sheet_names


def test_the_same_question_gives_the_same_bytes(client_van_huis: Client) -> None:
    een, twee = (rekenblad(client_van_huis) for _ in range(2))
    assert een == twee


def test_the_workbook_and_its_name_say_what_was_chosen(client_van_huis: Client, huis: Huis) -> None:
    scenario = scenario_met_index(huis)
    vraag = urlencode({"scenario": scenario.pk, "dienst": huis.dienst.pk, "kwartalen": 8})
    antwoord = haal(client_van_huis, f"{XLSX}?{vraag}", werknemer="")
    gekozen = f"{huis.organisatie} {scenario.naam} Klusdienst 8 kwartalen".lower()
    naam = bestandsnaam("prognose", gekozen, OP)
    assert naam.removesuffix(".pdf") in unquote(antwoord["Content-Disposition"])
    boek = CalamineWorkbook.from_filelike(BytesIO(antwoord.content))
    *keuzes, bewijs, versie, regels = boek.get_sheet_by_name("Keuze").to_python()
    assert keuzes == [
        ["Wat", "Keuze"],
        ["Organisatie", str(huis.organisatie)],
        ["Scenario", scenario.naam],
        ["Dat scenario zegt", "Iedereen blijft, en elke ondersteuning stopt op haar einddatum."],
        ["Dat scenario zegt", "Lonen en geïndexeerde bedragen stijgen 2,00 % per jaar."],
        ["Dienst", "Klusdienst"],
        ["Kwartalen", "2026-K4 tot en met 2028-K3"],
        ["Premies tellen mee", "als ze verdiend zijn"],
        ["Gemaakt op", OP],
    ]
    assert bewijs == ["Bewijs", lees_code(bewijs[1])]
    assert (versie, regels) == (["Versie", settings.VERSIE], ["Regels", regelset()])


def test_the_workbook_holds_the_service_that_was_chosen(
    client_van_huis: Client, huis: Huis
) -> None:
    anders = ContractFactory(
        dienst=DienstFactory(organisatie=huis.organisatie, naam="Poetsdienst"),
        werknemer=WerknemerFactory(organisatie=huis.organisatie, familienaam="Aaa"),
    )
    boek = CalamineWorkbook.from_filelike(
        BytesIO(rekenblad(client_van_huis, dienst=anders.dienst.pk))
    )
    bladen = {naam: boek.get_sheet_by_name(naam).to_python() for naam in boek.sheet_names}
    assert {rij[0] for rij in bladen["Diensten"][1:]} == {"Poetsdienst"}
    assert {rij[2] for rij in bladen["Werknemers"][1:]} == {"Poetsdienst"}
    assert [rij[1:] for rij in bladen["Diensten"][1:]] == bladen["Totaal"][1:]
    assert bladen[VEL][0][:2] == ["Werknemer", anders.werknemer.naam]


def test_the_workbook_counts_receipts_as_the_page_does(client_van_huis: Client) -> None:
    boek = CalamineWorkbook.from_filelike(BytesIO(rekenblad(client_van_huis, kas=1)))
    totaal = boek.get_sheet_by_name("Totaal").to_python()
    assert [rij[8] for rij in totaal[1:5]] == [23130, 23130, 23130, 20000]
    assert [totaal[1][0], totaal[-1][0]] == ["2026-K4", "2031-K3"]


def test_no_formula_leaves_its_format_to_the_program(client_van_huis: Client, huis: Huis) -> None:
    """LibreOffice would show 31 days, computed with dates, as 30 January 1900."""
    wie = maak_ingewikkeld(huis)
    vel = openpyxl.load_workbook(BytesIO(rekenblad(client_van_huis, wie.pk)))[VEL]
    vormen = {cel.number_format for rij in vel for cel in rij if cel.data_type == "f"}
    assert vormen == {"#,##0.00", "0", "0.0#####"}
    kop = next(rij for rij in vel if rij[6].value == "Dagen met contract")[6].row
    assert vel.cell(kop + 1, 7).number_format == "0"


def test_days_are_days_and_amounts_are_numbers(client_van_huis: Client, huis: Huis) -> None:
    boek = openpyxl.load_workbook(BytesIO(rekenblad(client_van_huis, huis.amina.pk, kas=1)))
    for blad, cel in (("Keuze", "B9"), ("Parameters", "D2"), (VEL, "C8"), (VEL, "B11")):
        dag = boek[blad][cel]
        assert (blad, cel, dag.is_date, dag.number_format) == (blad, cel, True, "dd/mm/yyyy")
    for blad, rij in (("Totaal", boek["Totaal"][2]), ("Diensten", boek["Diensten"][2])):
        geld = [cel for cel in rij if cel.data_type == "n"]
        assert len(geld) == 13, blad
        assert {cel.number_format for cel in geld} == {"#,##0.00"}


def test_text_in_a_sheet_holds_ordinary_spaces(client_van_huis: Client) -> None:
    boek = CalamineWorkbook.from_filelike(BytesIO(rekenblad(client_van_huis)))
    cellen = [
        str(cel)
        for naam in boek.sheet_names
        for rij in boek.get_sheet_by_name(naam).to_python()
        for cel in rij
    ]
    assert any("€ " in cel for cel in cellen)
    assert not any("\u00a0" in cel for cel in cellen)
