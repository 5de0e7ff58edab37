"""A file that cannot be used gets one clear sentence and never more memory than it deserves."""

import io
import zipfile

import pytest

from tests.werknemers.invoer.bladen import RIJ, csvbestand, herpak, lees_blad, rij, tabel, xlsx
from werknemers.domein.invoer.lezen import MAX_BYTES
from werknemers.domein.invoer.meldingen import BestandGeweigerd

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOED = xlsx(tabel(rij()))


def zip_met(*namen: str, **inhoud: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam in namen:
            archief.writestr(naam, b"")
        for naam, waarde in inhoud.items():
            archief.writestr(naam, waarde)
    return uit.getvalue()


def zonder(kolom: str) -> list[list[object]]:
    weg = list(RIJ).index(kolom)
    return [cellen[:weg] + cellen[weg + 1 :] for cellen in tabel(rij())]


def dubbele_kolom() -> bytes:
    rijen = tabel(rij())
    rijen[0].append(" insz")
    return xlsx(rijen)


def versleutelde_zip() -> bytes:
    """Only the flag says so: the rest of the zip is as usual."""
    bytes_ = bytearray(GOED)
    plaats = bytes_.index(b"PK\x01\x02")
    bytes_[plaats + 8] |= 1
    return bytes(bytes_)


def blad(*cellen: str) -> bytes:
    """The workbook with a sheet of these cells added under the header."""
    xml = zipfile.ZipFile(io.BytesIO(GOED)).read("xl/worksheets/sheet1.xml")
    extra = "".join(cellen).encode()
    return herpak(
        GOED,
        {"xl/worksheets/sheet1.xml": xml.replace(b"</sheetData>", extra + b"</sheetData>")},
    )


def gedeelde_tekst_bom(formule: str = "") -> bytes:
    """One text of 32,000 characters in 20,000 cells: 600 MB from a few kB."""
    tekst = b"<sst><si><t>" + b"a" * 32_000 + b"</t></si></sst>"
    rijen = "".join(f'<row><c t="s">{formule}<v>0</v></c></row>' for _ in range(20_000))
    xml = f"<worksheet><sheetData>{rijen}</sheetData></worksheet>".encode()
    return herpak(GOED, {"xl/sharedStrings.xml": tekst, "xl/worksheets/sheet1.xml": xml})


BESTANDEN = {
    "leeg": b"",
    "leeg_wit": b" \r\n\r\n",
    "te_groot": b"a;b\n" * (MAX_BYTES // 4 + 1),
    "versleuteld_office": OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
    "versleuteld_zip": versleutelde_zip(),
    "oud_xls": OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"),
    "oud_word": OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
    "ods": zip_met(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
    "xlsb": zip_met("xl/workbook.bin"),
    "numbers": zip_met("Index/Document.iwa"),
    "word": zip_met("word/document.xml"),
    "zip": zip_met("foto.jpg"),
    "pdf": b"%PDF-1.7\n%\xe2\xe3",
    "png": b"\x89PNG\r\n\x1a\n\0\0",
    "html": b"<html><table><tr><td>Personeelsnummer",
    "xml": b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>',
    "binair": b"\x7fELF\x02\x01\0\0\0",
    "tekst": b"Beste collega, dit is een brief.",
    "halve_zip": GOED[: len(GOED) // 2],
    "kapotte_inhoud": GOED.replace(b"PK\x01\x02", b"PK\x01\x03", 1),
    "kapotte_xml": herpak(GOED, {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData>"}),
    "zonder_relaties": herpak(GOED, {"xl/_rels/workbook.xml.rels": b"<Relationships/>"}),
    "eigen_doctype": herpak(
        GOED, {"xl/sharedStrings.xml": b'<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst>&a;</sst>'}
    ),
    "zipbom": herpak(GOED, {"xl/media/foto.bin": b"\0" * 5_000_000}),
    "veel_delen": zip_met("xl/workbook.xml", *(f"xl/{n}" for n in range(1_001))),
    "gedeelde_tekst": gedeelde_tekst_bom(),
    "gedeelde_tekst_in_formules": gedeelde_tekst_bom("<f>A1</f>"),
    "ver_weg": blad('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "ver_weg_zonder_plaats": blad('<row r="900000"><c r="ZZ900000"/><c><v>1</v></c></row>'),
    "geen_kopregel": xlsx([["Naam", "Schoenmaat"], ["Amina", 38]]),
    "lege_werkmap": xlsx([]),
    "alleen_kop": xlsx(tabel()),
    "alleen_kop_csv": csvbestand(tabel({}, {})),
    "kolom_weg": xlsx(zonder("Dienst")),
    "kolom_dubbel": dubbele_kolom(),
    "aanhalingsteken": csvbestand(tabel(rij())) + b'"nooit gesloten;\r\nW2;B;C\r\n',
    "csv_te_lange_cel": csvbestand(tabel(rij())) + b'"' + b"a" * 200_000 + b'"\r\n',
    "nullen": csvbestand(tabel(rij())) + b"\0",
}

CODES = {
    "leeg": "leeg",
    "leeg_wit": "leeg",
    "te_groot": "te_groot",
    "versleuteld_office": "versleuteld",
    "versleuteld_zip": "versleuteld",
    "oud_xls": "beschadigd",
    "oud_word": "geen_rekenblad",
    "ods": "beschadigd",
    "xlsb": "beschadigd",
    "numbers": "ander_formaat",
    "word": "geen_rekenblad",
    "zip": "geen_rekenblad",
    "pdf": "geen_rekenblad",
    "png": "geen_rekenblad",
    "html": "geen_rekenblad",
    "xml": "geen_rekenblad",
    "binair": "geen_rekenblad",
    "tekst": "geen_kopregel",
    "halve_zip": "beschadigd",
    "kapotte_inhoud": "beschadigd",
    "kapotte_xml": "beschadigd",
    "zonder_relaties": "beschadigd",
    "eigen_doctype": "beschadigd",
    "zipbom": "te_groot_uitgepakt",
    "veel_delen": "te_groot_uitgepakt",
    "gedeelde_tekst": "te_groot_uitgepakt",
    "gedeelde_tekst_in_formules": "te_groot_uitgepakt",
    "ver_weg": "blad_te_groot",
    "ver_weg_zonder_plaats": "blad_te_groot",
    "geen_kopregel": "geen_kopregel",
    "lege_werkmap": "geen_kopregel",
    "alleen_kop": "geen_rijen",
    "alleen_kop_csv": "geen_rijen",
    "kolom_weg": "kolom_ontbreekt",
    "kolom_dubbel": "kolom_dubbel",
    "aanhalingsteken": "csv_aanhalingsteken",
    "csv_te_lange_cel": "csv_aanhalingsteken",
    "nullen": "geen_rekenblad",
}


@pytest.mark.parametrize("naam", BESTANDEN)
def test_a_bad_file_is_refused_with_a_sentence(naam: str) -> None:
    with pytest.raises(BestandGeweigerd) as weigering:
        lees_blad(BESTANDEN[naam])
    assert weigering.value.code == CODES[naam]
    zin = weigering.value.zin
    assert zin[0].isupper()
    assert zin.endswith(".")
    assert weigering.value.messages == [zin]


def test_the_sentence_names_the_columns_that_are_missing_or_double() -> None:
    with pytest.raises(BestandGeweigerd, match=r"rij 1\) ontbreekt de kolom “Dienst”\."):
        lees_blad(BESTANDEN["kolom_weg"])
    with pytest.raises(BestandGeweigerd, match=r"“INSZ”.*kolom D en U"):
        lees_blad(BESTANDEN["kolom_dubbel"])
    with pytest.raises(
        BestandGeweigerd,
        match=r"ontbreken de kolommen “Familienaam”, “Dienst” en “Tewerkstellingsbreuk”",
    ):
        lees_blad(xlsx([["Personeelsnummer", "Voornaam", "Start contract"], ["1", "2", "3"]]))


def test_a_zip_that_lies_about_its_sizes_is_damaged() -> None:
    """The reader would unpack all of it; here the check sum stops it."""
    inhoud = bytearray(herpak(GOED, {"xl/styles.xml": b" " * 3_000}))
    maat = (3_000).to_bytes(4, "little")
    while maat in inhoud:
        plaats = inhoud.index(maat)
        inhoud[plaats : plaats + 4] = (30).to_bytes(4, "little")
    with pytest.raises(BestandGeweigerd) as weigering:
        lees_blad(bytes(inhoud))
    assert weigering.value.code == "beschadigd"
