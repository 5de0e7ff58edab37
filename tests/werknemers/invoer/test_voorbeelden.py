"""The spreadsheets as organisations have them come out as is expected of each row."""

import json
from datetime import date
from typing import Any

import pytest

from gebruikers.models import Gebruiker, Organisatie
from tests.werknemers.invoer.bladen import VOORBEELDEN
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.invoer.uitkomst import Rijactie, Vergelijking
from werknemers.exports.importuitkomst import als_dict
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Dienst, Werknemer

pytestmark = pytest.mark.usefixtures("diensten", "begeleiders")


# Somebody wrote them down before the minimum wage rose: a remark, with which nothing is wrong.
LAAG_LOON = [("Bruto maandloon", "loon_onder_minimum")]


def breng_in(bestand: str, organisatie: Organisatie) -> Vergelijking:
    inlezing = lees_in((VOORBEELDEN / bestand).read_bytes())
    return pas_toe(inlezing.rijen, organisatie=organisatie, door=None)


def verwacht(bestand: str) -> Any:
    return json.loads((VOORBEELDEN / bestand).read_text())


def test_the_messy_sheet_gives_exactly_the_expected_judgements(organisatie: Organisatie) -> None:
    bedoeld = verwacht("foto-rommelig.verwacht.json")
    uitkomst = breng_in("foto-rommelig.xlsx", organisatie)
    oordelen = {rij.rijnummer: rij.oordeel.value for rij in uitkomst.rijen}
    afwijkend = {rij["rijnummer_in_blad"]: rij["oordeel"] for rij in bedoeld["rijen_met_iets"]}
    assert oordelen == dict.fromkeys(oordelen, bedoeld["alle_andere_rijen"]) | afwijkend
    assert uitkomst.aantal(Rijactie.LEEG) == bedoeld["lege_rijen"]
    fouten = sum(1 for oordeel in oordelen.values() if oordeel == "fout")
    assert uitkomst.samenvatting == {
        "nieuw": 40 - fouten,
        "gewijzigd": 0,
        "ongewijzigd": 0,
        "geweigerd": fouten,
        "leeg": 1,
    }
    assert Werknemer.objects.count() == 40 - fouten


def test_the_reasons_stand_at_their_columns(organisatie: Organisatie) -> None:
    uitkomst = als_dict(breng_in("foto-rommelig.xlsx", organisatie), proef=False)
    gevonden = {
        rij["rijnummer"]: [(m["kolom"], m["code"]) for m in rij["meldingen"]]
        for rij in uitkomst["rijen"]
        if rij["meldingen"]
    }
    assert gevonden == {
        6: LAAG_LOON,
        14: [("Geboortedatum", "geboortedatum_insz")],
        16: [("Bruto maandloon", "bedrag_negatief")],
        20: LAAG_LOON,
        22: LAAG_LOON,
        24: [("Tewerkstellingsbreuk", "breuk_te_groot")],
        26: [("Soort advies", "advies_onbekend")],
        27: [("Einde contract", "einde_voor_start")],
        28: [("Besluitdatum", "datum_onbestaand")],
        30: LAAG_LOON,
        32: [("Begeleider", "begeleider_onbekend")],
        34: [("INSZ", "insz_controlegetal")],
        36: [("Familienaam", "verplicht_leeg")],
        37: LAAG_LOON,
        38: [("Familienaam", "formule")],
        42: [*LAAG_LOON, ("Einde advies", "einde_advies_afwijkend")],
        44: [("Personeelsnummer", "dubbel_in_bestand"), ("INSZ", "dubbel_in_bestand")],
    }


def test_the_clean_sheet_comes_in_whole(organisatie: Organisatie) -> None:
    uitkomst = breng_in("werknemers.xlsx", organisatie)
    assert uitkomst.samenvatting["nieuw"] == verwacht("werknemers.verwacht.json")["werknemers"]
    assert {rij.oordeel.value for rij in uitkomst.rijen} == {"goed"}
    assert Werknemer.objects.count() == Adviesperiode.objects.count() == 28
    assert Arbeidsovereenkomst.objects.count() == 28


@pytest.mark.parametrize("dag", ["2026-11-23", "2027-06-30"])
def test_the_ends_of_support_are_those_the_signals_expect(
    organisatie: Organisatie, dag: str
) -> None:
    breng_in("werknemers.xlsx", organisatie)
    op = date.fromisoformat(dag)
    einden = {
        werknemer.personeelsnummer: werknemer.adviezen.get().periode.laatste_dag.isoformat()
        for werknemer in Werknemer.objects.in_dienst_op(op)
    }
    bedoeld = verwacht("werknemers.verwacht.json")["signalen_einde_ondersteuning"][dag]
    for signaal in bedoeld:
        assert einden[signaal["personeelsnummer"]] == signaal["einde_ondersteuning"]


def test_the_csv_of_excel_comes_in_whole(organisatie: Organisatie) -> None:
    uitkomst = breng_in("werknemers-excel.csv", organisatie)
    assert uitkomst.samenvatting["nieuw"] == 12
    assert {rij.oordeel.value for rij in uitkomst.rijen} == {"goed"}
    bjorn = Werknemer.objects.get(personeelsnummer="W3008")
    assert (bjorn.voornaam, bjorn.insz) == ("Björn", "97112099732")


@pytest.mark.parametrize(
    "bestand", ["werknemers.xlsx", "werknemers-excel.csv", "foto-rommelig.xlsx"]
)
def test_the_same_file_twice_changes_nothing(organisatie: Organisatie, bestand: str) -> None:
    eerste = breng_in(bestand, organisatie)
    tweede = breng_in(bestand, organisatie)
    assert tweede.aantal(Rijactie.ONGEWIJZIGD) == eerste.aantal(Rijactie.NIEUW)
    assert (tweede.aantal(Rijactie.NIEUW), tweede.aantal(Rijactie.GEWIJZIGD)) == (0, 0)
    assert [rij.oordeel for rij in tweede.rijen] == [rij.oordeel for rij in eerste.rijen]


def test_another_spelling_is_the_same_service(organisatie: Organisatie) -> None:
    breng_in("foto-rommelig.xlsx", organisatie)
    assert Dienst.objects.count() == 4
    contract = Arbeidsovereenkomst.objects.get(werknemer__personeelsnummer="W2005")
    assert contract.dienst.naam == "Klusdienst Noord"


def test_an_unknown_counsellor_leaves_the_employee_without(organisatie: Organisatie) -> None:
    uitkomst = breng_in("foto-rommelig.xlsx", organisatie)
    assert uitkomst.onbekende_begeleiders == ("niemand@elders.be",)
    assert Werknemer.objects.get(personeelsnummer="W2028").begeleider is None
    assert Werknemer.objects.exclude(personeelsnummer="W2028").filter(begeleider=None).count() == 0
    assert Gebruiker.objects.filter(email="niemand@elders.be").count() == 0
