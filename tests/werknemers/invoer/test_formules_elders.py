"""What ODS and XLS tell beside the values: formulas without a saved result, errors, hidden rows."""

import struct
from contextlib import suppress
from typing import Any

import pytest

from tests.werknemers.invoer.bladen import PRAKTIJK, rij, tabel
from tests.werknemers.invoer.werkmappen import ods, vervang, xlsb
from werknemers.domein.invoer.cel import CEL_FOUT, CEL_ONBEREKEND
from werknemers.domein.invoer.inlezen import Inlezing, lees_in
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.lezen import lees_bladen
from werknemers.domein.invoer.meldingen import BestandGeweigerd

MENSEN = tabel(rij(), rij(personeelsnummer="W2", insz="", voornaam="Mo"))
OUD = (PRAKTIJK / "oud.xls").read_bytes()
NIVEAU = 16
# Row 2 of the old workbook ends with a level and a language, in 28 bytes together.
PLEK = OUD.index(struct.pack("<HHHHHI", 0xFD, 10, 1, NIVEAU, 17, 0x1B))
LEEG = b"\x03\0\0\0\0\0\xff\xff"
NUL = struct.pack("<d", 0)


def gezegd(inlezing: Inlezing) -> list[str]:
    return [melding.tekst for melding in inlezing.opmerkingen]


def cel(inlezing: Inlezing, kolom: Kolom) -> Any:
    return next(inlezing.ruwe_rijen).cellen.get(kolom)


def odscel(kolom: str, xml: str) -> bytes:
    """The workbook with this XML as the cell of the first person in a column."""
    merk = [[*MENSEN[0]], [*MENSEN[1]], [*MENSEN[2]]]
    merk[1][MENSEN[0].index(kolom)] = "MERK"
    oud = rb'<table:table-cell office:value-type="string"><text:p>MERK</text:p></table:table-cell>'
    return vervang(ods(merk), oud, xml.encode())


def xls(uitkomst: bytes, vlaggen: int) -> bytes:
    """The old workbook with a formula as level, in place of it and the language."""
    formule = struct.pack("<HHHHH", 0x06, 24, 1, NIVEAU, 17) + uitkomst
    formule += struct.pack("<HIHBB", vlaggen, 0, 2, 0x1D, 1)
    assert len(formule) == 28
    return OUD[:PLEK] + formule + OUD[PLEK + 28 :]


# --- ODS -------------------------------------------------------------------------------------


def test_a_formula_without_a_result_in_ods_is_no_empty_cell() -> None:
    formule = '<table:table-cell table:formula="of:=[.A1]"/>'
    inlezing = lees_in(odscel("Einde contract", formule))
    assert cel(inlezing, Kolom.EINDE_CONTRACT) == CEL_ONBEREKEND
    (melding,) = inlezing.rijen[0].meldingen
    assert (melding.kolom, melding.ernst) == ("Einde contract", "fout")
    assert melding.tekst.startswith("Hier staat een formule zonder bewaarde uitkomst")
    assert gezegd(inlezing) == []


@pytest.mark.parametrize(
    ("formule", "waarde"),
    [
        ('office:value-type="string"><text:p>laag</text:p></table:table-cell>', "laag"),
        ('office:value-type="string"><text:p/></table:table-cell>', None),
        ('office:value-type="float" office:value="3"/>', 3.0),
    ],
)
def test_a_formula_with_a_result_is_that_result(formule: str, waarde: object) -> None:
    inhoud = odscel("Begeleidingsniveau", f'<table:table-cell table:formula="of:=1" {formule}')
    assert cel(lees_in(inhoud), Kolom.NIVEAU) == waarde


def test_places_count_cells_and_rows_that_stand_for_many() -> None:
    herhaald = (
        b'<table:table-cell table:number-columns-repeated="2" table:formula="of:=1"/>'
        b"<table:covered-table-cell/>"
    )
    inhoud = vervang(
        odscel("Soort advies", "<MERK/>"),
        rb'<MERK/><table:table-cell office:value-type="date"[^>]*/><table:table-cell/>',
        herhaald,
    )
    inlezing = lees_in(
        vervang(
            inhoud,
            rb"<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Pers",
            b'<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
            rb"<table:table-row><table:table-cell office:value-type='string'><text:p>Pers",
        )
    )
    (rij_,) = [rij for rij in inlezing.ruwe_rijen if rij.rijnummer == 5]
    gebreken = [kolom for kolom, waarde in rij_.cellen.items() if waarde == CEL_ONBEREKEND]
    assert gebreken == [Kolom.SOORT_ADVIES, Kolom.BESLUITDATUM]


def test_a_filtered_row_of_ods_is_read_and_told() -> None:
    verborgen = vervang(
        ods(MENSEN),
        rb"<table:table-row>(?=<table:table-cell[^>]*><text:p>W2)",
        b'<table:table-row table:visibility="filter">',
    )
    assert gezegd(lees_in(verborgen)) == ["1 verborgen rij lazen we ook."]


@pytest.mark.parametrize("herhaald", [5_000_000, 10**9])
def test_formulas_without_end_are_stopped(herhaald: int) -> None:
    bom = odscel(
        "Gsm",
        f'<table:table-cell table:number-columns-repeated="{herhaald}" table:formula="of:=1"/>',
    )
    with pytest.raises(BestandGeweigerd) as weigering:
        lees_bladen(bom)
    assert weigering.value.code == "blad_te_groot"


# --- XLS -------------------------------------------------------------------------------------


@pytest.mark.parametrize("uitkomst", [LEEG, NUL])
def test_a_formula_that_still_has_to_be_counted_in_xls_is_no_empty_cell(uitkomst: bytes) -> None:
    assert cel(lees_in(OUD), Kolom.NIVEAU) == "laag"
    inlezing = lees_in(xls(uitkomst, 3))
    assert cel(inlezing, Kolom.NIVEAU) == CEL_ONBEREKEND
    assert [m.code for m in inlezing.rijen[0].meldingen] == ["formule_onberekend"]


def test_a_formula_that_says_nothing_in_xls_is_an_empty_cell() -> None:
    assert cel(lees_in(xls(LEEG, 1)), Kolom.NIVEAU) is None


@pytest.mark.parametrize("soort", ["formule", "waarde"])
def test_an_error_in_xls_is_no_empty_cell(soort: str) -> None:
    inhoud = xls(b"\x02\0\x2a\0\0\0\xff\xff", 0)
    if soort == "waarde":
        fout = struct.pack("<HHHHHBB", 0x205, 8, 1, NIVEAU, 17, 0x2A, 1)
        inhoud = OUD[:PLEK] + fout + struct.pack("<HH", 0x99, 12) + bytes(12) + OUD[PLEK + 28 :]
    assert cel(lees_in(inhoud), Kolom.NIVEAU) == CEL_FOUT


def test_a_hidden_row_of_xls_is_read_and_told() -> None:
    assert gezegd(lees_in(OUD)) == ["We lazen het blad “Mensen”. Niet gelezen: “Oud” (verborgen)."]
    rij_ = struct.pack("<HHHHHH", 0x208, 16, 2, 0, 20, 0xFF)
    plek = OUD.index(rij_) + 4 + 12
    verborgen = OUD[:plek] + bytes([OUD[plek] | 0x20]) + OUD[plek + 1 :]
    assert gezegd(lees_in(verborgen))[1:] == ["1 verborgen rij lazen we ook."]


@pytest.mark.parametrize("weg", range(512, len(OUD), 331))
def test_a_broken_container_is_read_or_refused(weg: int) -> None:
    """Pointers that lead nowhere, or round and round."""
    for vulling in (b"\0", b"\xff", b"\1"):
        kapot = OUD[:weg] + vulling * 64 + OUD[weg + 64 :]
        with suppress(BestandGeweigerd):
            lees_bladen(kapot)


# --- XLSB ------------------------------------------------------------------------------------


def test_what_xlsb_cannot_tell_is_said_once() -> None:
    assert gezegd(lees_in(xlsb(MENSEN))) == [
        "In dit soort bestand zien we geen verborgen rijen. Een fout of een formule zonder "
        "uitkomst lezen we als een lege cel. Twijfel je daaraan? Bewaar het dan als .xlsx."
    ]
