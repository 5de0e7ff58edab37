"""Workbooks of other kinds than XLSX, and parts of an XLSX that its writer does not make."""

import io
import re
import struct
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_RUIMTEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def zip_van(delen: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def herschrijf(
    inhoud: bytes, naam: Callable[[str], str] = str, deel: Callable[[bytes], bytes] = bytes
) -> bytes:
    """The same zip with other names of parts, and other parts."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        return zip_van({naam(n): deel(archief.read(n)) for n in archief.namelist()})


def vervang(inhoud: bytes, patroon: bytes, door: bytes) -> bytes:
    """The workbook with one thing in its XML replaced."""
    gedaan = 0

    def deel(xml: bytes) -> bytes:
        nonlocal gedaan
        nieuw, aantal = re.subn(patroon, door, xml)
        gedaan += aantal
        return nieuw

    uit = herschrijf(inhoud, deel=deel)
    assert gedaan, patroon
    return uit


def ods(rijen: Sequence[Sequence[Any]]) -> bytes:
    """As LibreOffice writes it, as far as the reader looks."""
    xml = "".join(
        f"<table:table-row>{''.join(map(_odscel, rij))}</table:table-row>" for rij in rijen
    )
    inhoud = (
        f'<?xml version="1.0"?><office:document-content {_RUIMTEN}>'
        "<office:body><office:spreadsheet>"
        f'<table:table table:name="Mensen">{xml}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zip_van(
        {
            "mimetype": _ODS.encode(),
            "content.xml": inhoud.encode(),
            "META-INF/manifest.xml": b"<manifest/>",
        }
    )


def _odscel(waarde: Any) -> str:
    if isinstance(waarde, date):
        dag = waarde.isoformat()
        return f'<table:table-cell office:value-type="date" office:date-value="{dag}"/>'
    if isinstance(waarde, float | int):
        return f'<table:table-cell office:value-type="float" office:value="{waarde}"/>'
    if waarde == "":
        return "<table:table-cell/>"
    tekst = f"<text:p>{escape(waarde)}</text:p>"
    return f'<table:table-cell office:value-type="string">{tekst}</table:table-cell>'


def xlsb(rijen: Sequence[Sequence[Any]], *, zichtbaar: bool = True) -> bytes:
    """The binary sister of XLSX; dates are text in it."""
    relaties = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>'
    )
    naam = struct.pack("<II", 0 if zichtbaar else 1, 1) + _tekst("rId1") + _tekst("Mensen")
    werkmap = _record(131) + _record(143) + _record(156, naam) + _record(144) + _record(132)
    breedte = max(map(len, rijen))
    blad = _record(129) + _record(148, struct.pack("<IIII", 0, len(rijen) - 1, 0, breedte - 1))
    blad += _record(145) + b"".join(_xlsbrij(y, rij) for y, rij in enumerate(rijen))
    return zip_van(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.bin": werkmap,
            "xl/_rels/workbook.bin.rels": relaties,
            "xl/worksheets/sheet1.bin": blad + _record(146) + _record(130),
        }
    )


def _xlsbrij(y: int, rij: Sequence[Any]) -> bytes:
    uit = _record(0, struct.pack("<I", y) + b"\0" * 13)
    for x, waarde in enumerate(rij):
        begin = struct.pack("<II", x, 0)
        if isinstance(waarde, date):
            uit += _record(6, begin + _tekst(f"{waarde:%d/%m/%Y}"))
        elif isinstance(waarde, float | int):
            uit += _record(5, begin + struct.pack("<d", waarde))
        elif waarde:
            uit += _record(6, begin + _tekst(waarde))
    return uit


def _tekst(tekst: str) -> bytes:
    return struct.pack("<I", len(tekst)) + tekst.encode("utf-16-le")


def _record(soort: int, inhoud: bytes = b"") -> bytes:
    kop = bytes([soort]) if soort < 128 else bytes([soort & 0x7F | 0x80, soort >> 7])
    lengte, rest = b"", len(inhoud)
    while rest > 127:
        lengte += bytes([rest & 0x7F | 0x80])
        rest >>= 7
    return kop + lengte + bytes([rest]) + inhoud
