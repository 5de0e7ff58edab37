"""The command `parameter`: reads a value on a day, and sets it by the rules of the page."""

import json
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from gedeeld.models import Auditregel
from gedeeld.opdrachten import Geweigerd
from regels.models import Regelparameter
from tests.financiering.conftest import BEGIN, Huis

pytestmark = pytest.mark.django_db
BIJDRAGE = "patronale_bijdrage"


def doe(*opties: str) -> str:
    uit = StringIO()
    call_command("parameter", *opties, stdout=uit)
    return uit.getvalue()


def lees(*opties: str) -> dict[str, Any]:
    inhoud: dict[str, Any] = json.loads(doe(*opties, "--json"))
    return inhoud


def weigering(*opties: str) -> tuple[str, str]:
    """The refusal, and what was said before it."""
    fout_uit = StringIO()
    with pytest.raises(Geweigerd) as fout:
        call_command("parameter", *opties, stderr=fout_uit)
    return str(fout.value), fout_uit.getvalue()


def eigen_later() -> bool:
    """Whether an organisation has a value that was not there from the begin."""
    rijen = Regelparameter.objects.exclude(organisatie=None)
    return rijen.exclude(geldig__startswith=BEGIN).exists()


def test_what_counts_today_with_where_it_comes_from() -> None:
    assert doe("ggmmi").splitlines()[:2] == [
        "Gewaarborgd gemiddeld minimummaandinkomen (GGMMI) op 23 november 2026: €\u00a02.233,61 "
        "per maand.",
        "Geldig 01/07/2026 t.e.m. …. Bron: FOD WASO en NAR, GGMMI, aangehaald in drie openbare "
        "verzamelingen (nagekeken tot 4 oktober 2026) (zekerheid C+: twee onafhankelijke bronnen "
        "die een officiële pagina aanhalen).",
    ]
    assert "Tegenspraak: Accuria kondigde" in doe("ggmmi", "--op", "2026-05-01")


def test_the_shape_for_machines(huis: Huis) -> None:
    uitkomst = lees("ggmmi", "--op", "2026-06-30", "--organisatie", "huis")
    toelichting, tegenspraak = uitkomst.pop("toelichting"), uitkomst.pop("tegenspraak")
    assert uitkomst == {
        "code": "ggmmi",
        "omschrijving": "Gewaarborgd gemiddeld minimummaandinkomen (GGMMI)",
        "organisatie": "huis",
        "op": "2026-06-30",
        "eenheid": "euro_maand",
        "eigen": False,
        "waarde": "2189.81",
        "vanaf": "2026-04-01",
        "tot_en_met": "2026-06-30",
        "bron": "Loonnota's in een openbare verzameling",
        "zekerheid": "C+",
        "plaats": "CAO 43/18 van 24 maart 2026",
        "citaat": "",
        "nagekeken_op": "2026-11-29",
    }
    assert toelichting.startswith("CAO 43/18")
    assert tegenspraak.startswith("Accuria")
    niets = lees("ggmmi", "--op", "2020-01-01")
    assert (niets["waarde"], niets["bron"], niets["vanaf"]) == (None, None, None)
    assert lees("lde_vergoeding")["waarde"] is None


def test_an_own_value_from_the_next_quarter_is_saved(huis: Huis) -> None:
    uitkomst = lees(
        BIJDRAGE, "--organisatie", "huis", "--waarde", "12,5", "--vanaf", "2027-01-01",
        "--bron", "Sociaal secretariaat",
    )  # fmt: skip
    assert (uitkomst["waarde"], uitkomst["eigen"], uitkomst["op"]) == ("12.5", True, "2027-01-01")
    assert uitkomst["bron"] == "Sociaal secretariaat"
    assert lees(BIJDRAGE, "--organisatie", "huis")["waarde"] == "25"
    regel = Auditregel.objects.filter(soort="regelparameter").latest("pk")
    assert (regel.organisatie_id, regel.door_id) == (huis.organisatie.pk, None)


def test_what_is_past_changes_only_after_a_look(huis: Huis) -> None:
    opties = (BIJDRAGE, "--organisatie", "huis", "--waarde", "30", "--vanaf", "2026-10-01")
    zin, gezegd = weigering(*opties)
    assert zin.endswith("Herhaal de opdracht met --bevestig.")
    assert gezegd.splitlines() == [
        "30 % in plaats van 25 %.",
        f"{huis.organisatie.naam}: premie en loonkost van 2 werknemers, 2026-K4; "
        "premies €\u00a072,00, loonkost €\u00a0835,20.",
    ]
    assert not eigen_later()
    assert lees(*opties, "--bevestig")["waarde"] == "30"


def test_a_value_for_everybody_needs_a_source_of_the_table() -> None:
    opties = ("ggmmi", "--waarde", "2.300,00", "--vanaf", "2027-03-01")
    assert weigering(*opties)[0].startswith("Geef met --bron de code van de bron")
    assert lees(*opties, "--bron", "securex-ggmmi", "--zekerheid", "B")["waarde"] == "2300"
    rij = Regelparameter.objects.filter(code="ggmmi").latest("geldig")
    assert (rij.geldig.van, rij.waarde, rij.bron.code) == (
        date(2027, 3, 1), Decimal(2300), "securex-ggmmi",
    )  # fmt: skip


@pytest.mark.parametrize(("gezegd", "waarde"), [("nee", "0"), ("Ja", "1"), ("0", "0")])
def test_yes_and_no_are_said_in_words(gezegd: str, waarde: str) -> None:
    code = "begeleiding_telt_keten"
    opties = ("--waarde", gezegd, "--vanaf", "2027-03-01", "--bron", "eigen-keuze")
    assert lees(code, *opties)["waarde"] == waarde
    woord = "ja" if waarde == "1" else "nee"
    assert f"op 1 maart 2027: {woord}." in doe(code, "--op", "2027-03-01")


@pytest.mark.parametrize("gezegd", ["misschien", "2", ""])
def test_what_is_neither_yes_nor_no_is_refused(gezegd: str) -> None:
    opties = ("--waarde", gezegd, "--vanaf", "2027-03-01", "--bron", "eigen-keuze")
    zin, _ = weigering("begeleiding_telt_keten", *opties)
    assert zin in {"Kies ja of nee.", "Dit veld is verplicht."}


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        (("btw",), "Er is geen parameter “btw”."),
        ((BIJDRAGE, "--waarde", "5"), "Geef --waarde en --vanaf samen"),
        (
            (BIJDRAGE, "--organisatie", "huis", "--waarde", "veel", "--vanaf", "2027-01-01"),
            "Dit is geen getal. Schrijf het zo: 13,92.",
        ),
        (
            (BIJDRAGE, "--organisatie", "huis", "--waarde", "101", "--vanaf", "2027-01-01"),
            "Deze waarde is hoogstens 100 %.",
        ),
        (
            ("plafondfactor", "--organisatie", "huis", "--waarde", "3", "--vanaf", "2027-01-01"),
            "Deze waarde is voor iedereen dezelfde. De operator houdt ze bij.",
        ),
        ((BIJDRAGE, "--organisatie", "elders"), "Er is geen organisatie met code “elders”."),
    ],
)
def test_what_cannot_be_is_refused_as_on_the_page(
    huis: Huis, opties: tuple[str, ...], zin: str
) -> None:
    assert weigering(*opties)[0].startswith(zin)
    assert not eigen_later()
