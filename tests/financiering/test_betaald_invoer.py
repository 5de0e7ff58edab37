"""What a payment statement says, as people have it: every line comes in, or none."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from financiering.domein.betaalinvoer import lees_regels, splits
from financiering.models import Betaling
from gedeeld.models import Auditregel
from tests.fabrieken import WerknemerFactory
from tests.financiering.betaalhulp import betaal, plak
from tests.financiering.conftest import Huis


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ("1;x", "Regel 1: “x” is geen bedrag. Schrijf het zo: 2154,11."),
        ("1;100\n1;200", "Regel 2: nummer 1 staat ook op regel 1. Tel de bedragen op, of laat "
         "een van beide weg."),
        ("1", "Regel 1: schrijf een personeelsnummer en een bedrag."),
        ("1;-5", "Regel 1: Een afrekening kan niet negatief zijn (-5). Is het een correctie? Kies "
         "dan “correctie”."),
        ("1;5;400", "Regel 1: “400” is geen percentage. Schrijf 40."),
        ("1;5;40;1;0", "Regel 1: een referteloon van 0 kan niet. Zegt de afrekening het niet? "
         "Laat het leeg."),
        ("1;5;40;1;1;0", "Regel 1: een plafond van 0 kan niet. Zegt de afrekening het niet? "
         "Laat het leeg."),
        ("1;5;40;1;1;1;7", "Regel 1: dit zijn te veel kolommen. Hoogstens: personeelsnummer, "
         "bedrag, percentage, breuk, referteloon, plafond."),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named(tekst: str, fout: str) -> None:
    assert lees_regels(splits(tekst), "afrekening").fouten == (fout,)


def test_pasted_lines_come_in_as_people_have_them() -> None:
    tekst = "Nummer\tBedrag\tPercentage\n\nA 1\t€ 1.234,56\t40 %\n2\t1234.5\t\t0,8\n"
    gelezen = lees_regels(splits(tekst), "afrekening")
    assert [(r.plaats, r.nummer, r.bedrag) for r in gelezen.regels] == [
        (3, "A 1", Decimal("1234.56")),
        (4, "2", Decimal("1234.50")),
    ]
    assert gelezen.regels[0].opgave.percentage == 40
    assert gelezen.regels[1].opgave.breuk == Decimal("0.8")
    assert lees_regels(splits("12 1.234,56"), "afrekening").regels[0].bedrag == Decimal("1234.56")


def test_all_lines_come_in_or_none(huis: Huis) -> None:
    ander = WerknemerFactory(personeelsnummer="77")
    assert ander.organisatie != huis.organisatie
    with pytest.raises(ValidationError) as weigering:
        betaal(huis, "1;1800\n77;5\n78;5")
    assert weigering.value.message_dict == {
        "regels": [
            f"Regel {plaats}: wij kennen niemand met personeelsnummer {nummer}. Kijk het nummer na."
            for plaats, nummer in ((2, 77), (3, 78))
        ]
    }
    assert not Betaling.objects.exists()


def test_a_settlement_comes_once(huis: Huis) -> None:
    betaal(huis, "1;1500")
    with pytest.raises(ValidationError) as weigering:
        betaal(huis, "1;1800", op=date(2026, 11, 11))
    assert weigering.value.messages == [
        "Amina Benali: deze afrekening van de loonpremie staat er al. Is het bedrag later "
        "veranderd? Geef alleen het verschil in, als correctie."
    ]
    with pytest.raises(ValidationError, match="beide premies samen, of elk apart"):
        betaal(huis, "1;1800", blad="samen")


def test_the_trail_says_who_wrote_what(huis: Huis) -> None:
    betaal(huis, "1;1800")
    (regel,) = Auditregel.objects.filter(soort="betaling")
    assert (regel.organisatie, regel.door) == (huis.organisatie, huis.coordinator)
    assert regel.betrokkene_id == huis.amina.pk


def werkmap(*rijen: list[Any]) -> SimpleUploadedFile:
    boek, uit = openpyxl.Workbook(), BytesIO()
    for rij in rijen:
        boek.active.append(rij)
    boek.save(uit)
    return SimpleUploadedFile("afrekening.xlsx", uit.getvalue())


def test_a_file_comes_in_as_what_is_pasted(bezoeker: Client) -> None:
    bestand = werkmap(["Nummer", "Bedrag", "%"], [1, 2700.0, 0.3], [2, 12.34, None])
    assert plak(bezoeker, bestand=bestand).status_code == 302
    gelezen = Betaling.objects.order_by("bedrag").values_list("bedrag", "percentage", "bron")
    assert list(gelezen) == [
        (Decimal("12.34"), None, "bestand"),
        (Decimal("2700.00"), 30, "bestand"),
    ]


def test_a_csv_comes_in_too(bezoeker: Client) -> None:
    inhoud = 'Nummer;"Bedrag"\r\n"1";"1.800,00"\r\n'.encode("cp1252")
    assert plak(bezoeker, bestand=SimpleUploadedFile("a.csv", inhoud)).status_code == 302
    assert Betaling.objects.get().bedrag == 1800


@pytest.mark.parametrize("inhoud", [b"", b"%PDF-1.4", b"PK niets", b"1;x"])
def test_another_file_is_refused(bezoeker: Client, inhoud: bytes) -> None:
    antwoord = plak(bezoeker, bestand=SimpleUploadedFile("a.xlsx", inhoud), regels="")
    assert antwoord.status_code == 422
    assert not Betaling.objects.exists()
