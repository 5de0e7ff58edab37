"""What a workbook may be inside, and what of it people do not see."""

import io
from datetime import date, datetime, time
from typing import Any

import pytest
import xlsxwriter

from tests.werknemers.invoer.bladen import lees_blad, rij, tabel, xlsx
from tests.werknemers.invoer.werkmappen import herschrijf, ods, vervang, xlsb, zip_van
from werknemers.domein.invoer import werkmapkind
from werknemers.domein.invoer.bladkeuze import Bladkeuze, KiesBlad
from werknemers.domein.invoer.cel import CEL_FOUT, CEL_ONBEREKEND, Opmaakgetal
from werknemers.domein.invoer.getalopmaak import nulvorm, toon_in
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.lezen import lees_bladen
from werknemers.domein.invoer.meldingen import BestandGeweigerd


def hernoemd(oud: str, nieuw: str, *, ook_erin: bool = True) -> bytes:
    """The good workbook with other names of parts, also where they are named."""
    return herschrijf(
        GOED,
        lambda naam: naam.replace(oud, nieuw),
        lambda xml: xml.replace(oud.encode(), nieuw.encode()) if ook_erin else xml,
    )


def met_samengevoegd(inhoud: bytes, *delen: bytes) -> bytes:
    samen = b"<mergeCells>" + b"".join(delen) + b"</mergeCells>"
    return vervang(inhoud, b"</sheetData>", b"</sheetData>" + samen)


GOED = xlsx(tabel(rij(), rij(personeelsnummer="W2", insz="")))
MENSEN = tabel(rij(), rij(personeelsnummer="W2", insz="", begeleider=""))


def werkmap(schrijf: Any, **opties: Any) -> bytes:
    """A workbook whose sheets `schrijf` makes."""
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, opties) as boek:
        schrijf(boek)
    return uit.getvalue()


def vul(blad: Any, boek: Any, rijen: list[list[Any]]) -> None:
    datum = boek.add_format({"num_format": "dd/mm/yyyy"})
    for y, cellen in enumerate(rijen):
        for x, cel in enumerate(cellen):
            if isinstance(cel, date):
                blad.write_datetime(y, x, datetime.combine(cel, time()), datum)
            elif cel != "":
                blad.write(y, x, cel)


# --- the zip ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "inhoud",
    [
        hernoemd("/", "\\", ook_erin=False),
        hernoemd("xl/", "XL/", ook_erin=False),
        hernoemd("xl/", "Excel/"),
        hernoemd("worksheets/", "bladen/"),
        vervang(GOED, b'Target="worksheets', b'Target="/xl/worksheets'),
    ],
    ids=["backslash", "hoofdletters", "andere_map", "bladmap", "volledig_pad"],
)  # fmt: skip
def test_the_relations_say_which_part_is_what(inhoud: bytes) -> None:
    assert lees_blad(inhoud) == lees_blad(GOED)


def test_two_parts_with_the_same_name_are_refused() -> None:
    """Another part could be read than the one that was measured."""
    dubbel = {"xl/workbook.xml": b"<workbook/>", "XL\\Workbook.xml": b"<workbook/>"}
    with pytest.raises(BestandGeweigerd) as weigering:
        lees_bladen(zip_van(dubbel))
    assert weigering.value.code == "beschadigd"


# --- formulas, errors, zeros -----------------------------------------------------------------


def met_formule(xml: bytes, **anders: Any) -> dict[Kolom, Any]:
    """The cells of a row in which M2, the wage, was written like this."""
    inhoud = vervang(xlsx(tabel(rij(**anders))), rb'<c r="M2".*?</c>', xml)
    return dict(lees_blad(inhoud).rijen[0].cellen)


@pytest.mark.parametrize(
    "xml",
    [
        b'<c r="M2"><f>1+1</f></c>',
        b'<c r="M2"><f>1+1</f><v/></c>',
        b'<c r="M2"><f>1+1</f><v></v></c>',
        b'<c r="M2"><f>1+1</f><v> </v></c>',
        b'<c r="M2" t="b"><f>TRUE()</f><v/></c>',
        b'<c r="M2" t="str"><f>A1</f></c>',
        b'<c r="M2"><f t="shared" si="0"/></c>',
        b'<c r="M2"><f t="array" ref="M2">1</f><v/></c>',
    ],
)
def test_a_formula_of_which_no_result_was_saved(xml: bytes) -> None:
    assert met_formule(xml)[Kolom.MAANDLOON] == CEL_ONBEREKEND


@pytest.mark.parametrize(
    ("xml", "waarde"),
    [
        (b'<c r="M2"><f>1+1</f><v>2</v></c>', 2),
        (b'<c r="M2" t="str"><f>A1</f><v>2000</v></c>', "2000"),
        (b'<c r="M2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', CEL_FOUT),
        (b'<c r="M2" t="str"><f>IF(1,"","")</f><v></v></c>', None),
        (b'<c r="M2"><v>0</v></c>', 0),
    ],
)
def test_a_saved_result_is_the_value(xml: bytes, waarde: object) -> None:
    assert met_formule(xml).get(Kolom.MAANDLOON) == waarde


def test_the_zero_of_a_program_that_does_not_count_is_no_result() -> None:
    """It asks Excel to count when the file opens, and writes 0 meanwhile."""

    def schrijf(boek: Any) -> None:
        blad = boek.add_worksheet()
        vul(blad, boek, tabel(rij()))
        blad.write_formula(1, list(Kolom).index(Kolom.MAANDLOON), "=1000+1000")

    assert lees_blad(werkmap(schrijf)).rijen[0].cellen[Kolom.MAANDLOON] == CEL_ONBEREKEND


def test_a_formula_right_of_all_that_is_filled_is_seen() -> None:
    rijen = [[*tabel({})[0]], ["W1", "Benali"]]
    inhoud = vervang(xlsx(rijen), rb"(<row r=\"2\".*?)</row>", rb'\1<c r="T2"><f>1</f></c></row>')
    assert lees_blad(inhoud).rijen[0].cellen[Kolom.VOERTAAL] == CEL_ONBEREKEND


@pytest.mark.parametrize(
    "tekst", ["#N/B", "#N/A", "#VERW!", "#WAARDE!", "#DEEL/0!", "#NAAM?", "Err:502", "########"]
)
def test_an_error_that_came_as_text_is_an_error(tekst: str) -> None:
    assert lees_blad(xlsx(tabel(rij(dienst=tekst)))).rijen[0].cellen[Kolom.DIENST] == CEL_FOUT


@pytest.mark.parametrize(
    ("code", "getal", "tekst"),
    [
        ("00000", 123, "00123"),
        ("0000", 12345, "12345"),
        ("00000;-00000", 7, "00007"),
        ('00"."00"."00"-"000"."00', 1020304567, "01.02.03-045.67"),
        (r"000\-000", 1234, "001-234"),
        ("[Red]000", 5, "005"),
        ('"W"0000', 12, "W0012"),
        ("000_ ", 5, "005"),
    ],
)
def test_a_format_with_zeros_shows_them(code: str, getal: int, tekst: str) -> None:
    vorm = nulvorm(code)
    assert vorm
    assert toon_in(vorm, getal) == tekst


@pytest.mark.parametrize(
    "code", ["0", "0.00", "#,##0", "General", "dd/mm/yyyy", "0%", "0.00E+00", "@", "", '"']
)
def test_other_formats_keep_the_number(code: str) -> None:
    assert nulvorm(code) is None


def test_an_amount_stays_an_amount_whatever_its_format() -> None:
    def schrijf(boek: Any) -> None:
        blad = boek.add_worksheet()
        vul(blad, boek, tabel(rij(personeelsnummer=42, bruto_maandloon=2100)))
        nullen = boek.add_format({"num_format": "00000"})
        blad.write(1, 0, 42, nullen)
        blad.write(1, list(Kolom).index(Kolom.MAANDLOON), 2100, nullen)

    (gelezen,) = lees_in(werkmap(schrijf)).rijen
    assert gelezen.gegevens
    assert (gelezen.personeelsnummer, gelezen.gegevens.contract.bruto_maandloon) == ("00042", 2100)
    assert Opmaakgetal(42, "00042") == 42


# --- merged cells, hidden rows, days from 1904 -----------------------------------------------


def test_merged_cells_count_downwards_under_the_header_only() -> None:
    def schrijf(boek: Any) -> None:
        blad = boek.add_worksheet()
        vul(
            blad,
            boek,
            [["Foto"], *tabel(*(rij(personeelsnummer=f"W{n}", begeleider="") for n in range(4)))],
        )
        blad.merge_range(0, 0, 0, 5, "Foto van alle diensten")
        blad.merge_range(2, 5, 4, 6, "De Lepel")
        blad.merge_range(5, 7, 5, 7 + 1, "")

    blad = lees_blad(werkmap(schrijf))
    assert [r.cellen.get(Kolom.DIENST) for r in blad.rijen] == ["De Lepel"] * 4
    assert [r.cellen.get(Kolom.BEGELEIDER) for r in blad.rijen][:3] == [None] * 3


def test_a_merged_range_far_below_the_table_costs_nothing() -> None:
    inhoud = met_samengevoegd(GOED, b'<mergeCell ref="F2:F1048576"/>')
    assert len(lees_blad(inhoud).rijen) == 2


def test_overlapping_merged_ranges_without_end_are_refused() -> None:
    veel = b'<mergeCell ref="F2:F20000"/>' * 3000
    rijen = tabel(*(rij(personeelsnummer=f"W{n}", insz="") for n in range(2000)))
    inhoud = met_samengevoegd(xlsx(rijen), veel)
    with pytest.raises(BestandGeweigerd) as weigering:
        lees_blad(inhoud)
    assert weigering.value.code == "beschadigd"


def test_hidden_rows_count_when_they_hold_somebody() -> None:
    def schrijf(boek: Any) -> None:
        blad = boek.add_worksheet()
        vul(blad, boek, tabel(rij(), {}, rij(personeelsnummer="W2"), rij(personeelsnummer="W3")))
        for y in (2, 3, 4):
            blad.set_row(y, None, None, {"hidden": True})

    blad = lees_blad(werkmap(schrijf))
    assert (len(blad.rijen), blad.verborgen) == (4, 2)


def test_days_may_count_from_1904() -> None:
    def schrijf(boek: Any) -> None:
        blad = boek.add_worksheet()
        vul(blad, boek, tabel(rij(bruto_maandloon=44000)))
        blad.write_number(1, list(Kolom).index(Kolom.START_CONTRACT), 44201)

    (gelezen,) = lees_in(werkmap(schrijf, date_1904=True)).rijen
    assert gelezen.gegevens
    assert gelezen.gegevens.geboortedatum == date(1985, 7, 30)
    assert gelezen.gegevens.contract.start == date(2025, 1, 6)
    assert gelezen.gegevens.contract.bruto_maandloon == 44000


# --- tabs ------------------------------------------------------------------------------------


def tabs(*namen: tuple[str, list[list[Any]], str]) -> bytes:
    def schrijf(boek: Any) -> None:
        for naam, rijen, hoe in namen:
            blad = boek.add_worksheet(naam)
            vul(blad, boek, rijen)
            if hoe == "verborgen":
                blad.hide()
            elif hoe == "diep verborgen":
                blad.very_hidden()

    return werkmap(schrijf)


VOOR = ("Uitleg", [["Lees dit eerst"]], "")


def gezegd(inhoud: bytes, keuze: Bladkeuze | None = None) -> list[str]:
    return [melding.tekst for melding in lees_bladen(inhoud, keuze).opmerkingen]


@pytest.mark.parametrize("hoe", ["verborgen", "diep verborgen"])
def test_a_hidden_tab_is_never_chosen(hoe: str) -> None:
    inhoud = tabs(VOOR, ("Oud", MENSEN, hoe), ("Mensen", MENSEN, ""))
    assert gezegd(inhoud) == [
        "We lazen het blad “Mensen”. Niet gelezen: “Uitleg” (geen werknemers) en “Oud” (verborgen)."
    ]
    for keuze in (None, Bladkeuze(("Oud",))):
        alleen = tabs(VOOR, ("Oud", MENSEN, hoe))
        with pytest.raises(BestandGeweigerd, match="“Oud” is verborgen") as weigering:
            lees_bladen(alleen, keuze)
        assert weigering.value.code == "blad_verborgen"


@pytest.mark.parametrize(
    "voor",
    [
        ("Sjabloon", tabel(), ""),
        ("Draaitabel", [["Dienst", "Functie", "Totaal"], ["De Lepel", "Keukenhulp", 3]], ""),
        ("Dubbel", [[*tabel()[0], "Dienst"], ["x"] * 21], ""),
        ("Leeg", [], ""),
        ("Voorgevuld", [tabel()[0], [""] * 19 + ["nl"]], ""),
    ],
    ids=lambda tab: str(tab[0]),
)
def test_a_tab_that_cannot_be_read_does_not_stop_the_file(
    voor: tuple[str, list[list[Any]], str],
) -> None:
    inhoud = tabs(voor, ("Mensen", MENSEN, ""))
    assert gezegd(inhoud) == [
        f"We lazen het blad “Mensen”. Niet gelezen: “{voor[0]}” (geen werknemers)."
    ]
    with pytest.raises(BestandGeweigerd):
        lees_bladen(tabs(voor))


def test_rows_of_several_tabs_name_their_tab() -> None:
    keuken, was = tabel(rij(dienst="Keuken")), tabel(rij(personeelsnummer="W2", insz=""), rij())
    inhoud = tabs(("Keuken", keuken, ""), ("Was", was, ""))
    with pytest.raises(KiesBlad) as vraag:
        lees_bladen(inhoud)
    assert vraag.value.keuze == (("Keuken", 1), ("Was", 2))
    rijen = lees_in(inhoud, keuze=Bladkeuze(alle=True)).rijen
    assert [(r.blad, r.rijnummer, r.geweigerd) for r in rijen] == [
        ("Keuken", 2, False),
        ("Was", 2, False),
        ("Was", 3, True),
    ]
    assert "staat ook in rij 2 van “Keuken”" in rijen[2].meldingen[0].tekst
    assert [r.blad for r in lees_in(inhoud, keuze=Bladkeuze(("Was",))).rijen] == ["", ""]


def test_the_tabs_together_hold_no_more_than_one_file_may() -> None:
    kort = ["Personeelsnummer", "Familienaam", "Voornaam", "Dienst", "Start contract",
            "Tewerkstellingsbreuk"]  # fmt: skip
    helft = [kort, *([f"W{n}", "A", "B", "C", "01/01/2025", "1"] for n in range(10_001))]
    with pytest.raises(BestandGeweigerd, match=r"telt 20\.002 rijen\. Hoogstens 20\.000 kunnen"):
        lees_bladen(tabs(("Een", helft, ""), ("Twee", helft, "")), Bladkeuze(alle=True))


# --- other kinds of workbook -----------------------------------------------------------------


@pytest.mark.parametrize("maak", [ods, xlsb])
def test_other_workbooks_give_the_same_rows(maak: Any) -> None:
    (een, twee) = lees_in(maak(MENSEN)).rijen
    (ook, _) = lees_in(xlsx(MENSEN)).rijen
    assert (een.gegevens, een.meldingen) == (ook.gegevens, ook.meldingen)
    assert twee.personeelsnummer == "W2"


def test_a_hidden_tab_of_another_workbook_is_not_chosen() -> None:
    with pytest.raises(BestandGeweigerd, match="verborgen"):
        lees_bladen(xlsb(MENSEN, zichtbaar=False))


@pytest.mark.parametrize(("rijen", "kolommen"), [(50_000, 200), (1_048_576, 60)])
def test_a_table_without_end_is_stopped_by_its_limits(rijen: int, kolommen: int) -> None:
    """One cell that says to be a million rows: too many to pass on, and too many to hold."""
    herhaald = (
        f'<table:table-row table:number-rows-repeated="{rijen}"><table:table-cell '
        f'table:number-columns-repeated="{kolommen}" office:value-type="float" office:value="1"/>'
        "</table:table-row>"
    )
    bom = vervang(ods([["x"]]), rb"<table:table-row>.*</table:table-row>", herhaald.encode())
    with pytest.raises(BestandGeweigerd) as weigering:
        lees_bladen(bom)
    assert weigering.value.code == "blad_te_groot"


@pytest.mark.parametrize("weg", range(0, 4000, 397))
def test_a_broken_workbook_of_another_kind_is_one_sentence(weg: int) -> None:
    for goed in (ods(MENSEN), xlsb(MENSEN)):
        with pytest.raises(BestandGeweigerd) as weigering:
            lees_bladen(goed[: len(goed) * weg // 4000])
        assert weigering.value.zin.endswith(".")


def test_the_limits_are_those_of_the_measured_kind() -> None:
    assert werkmapkind.MAX_CELLEN == 4_000_000
