"""XLSX: the sheets of a workbook as rows of raw cells, numbered as Excel shows them."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineWorkbook

from werknemers.domein.invoer.bestandssoort import beschadigd
from werknemers.domein.invoer.bladwacht import bewaak_blad, tekstlengtes
from werknemers.domein.invoer.cel import CEL_FOUT, Cel
from werknemers.domein.invoer.zipwacht import open_xlsx

_REL: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REL_STRICT: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True, slots=True)
class RuwBlad:
    """A sheet from its cell A1 on; empty rows and columns before the data are included."""

    naam: str
    rijen: list[list[Cel]]


def lees_xlsx(inhoud: bytes) -> Iterator[RuwBlad]:
    """The sheets in the order of the tabs, each read only when it is asked for.

    Formulas give the value that was saved with them; nothing is computed.
    """
    with open_xlsx(inhoud) as archief:
        lengtes = tekstlengtes(archief)
        werkmap = _open_werkmap(inhoud)
        for naam, deel in _bladdelen(archief):
            fouten = bewaak_blad(archief.read(deel), lengtes)
            yield RuwBlad(naam, _lees_blad(werkmap, naam, fouten))


def _open_werkmap(inhoud: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    except (CalamineError, ValueError, OSError) as fout:
        raise beschadigd() from fout


def _lees_blad(
    werkmap: CalamineWorkbook, naam: str, fouten: frozenset[tuple[int, int]]
) -> list[list[Cel]]:
    try:
        rijen = werkmap.get_sheet_by_name(naam).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OSError) as fout:
        raise beschadigd() from fout
    cellen = cast(list[list[Cel]], rijen)
    # The reader gives an error cell as empty, which would lose it without a word.
    for rij, kolom in fouten:
        if rij < len(cellen) and kolom < len(cellen[rij]):
            cellen[rij][kolom] = CEL_FOUT
    return cellen


def _bladdelen(archief: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Name and part of each worksheet in the order of the tabs; chart sheets are left out."""
    try:
        doelen = _doelen(archief)
        werkmap = ElementTree.fromstring(archief.read("xl/workbook.xml"))
    except (ElementTree.ParseError, KeyError, ValueError) as fout:
        raise beschadigd() from fout
    namen = set(archief.namelist())
    bladen = [
        (blad.get("name", ""), doelen.get(blad.get(_REL) or blad.get(_REL_STRICT) or "", ""))
        for blad in werkmap.iter()
        if blad.tag.endswith("}sheet")
    ]
    return [(naam, deel) for naam, deel in bladen if "worksheets/" in deel and deel in namen]


def _doelen(archief: zipfile.ZipFile) -> dict[str, str]:
    """Relation id to part name, for the relations of the workbook."""
    relaties = ElementTree.fromstring(archief.read("xl/_rels/workbook.xml.rels"))
    return {relatie.get("Id", ""): _pad(relatie.get("Target", "")) for relatie in relaties}


def _pad(doel: str) -> str:
    return doel.removeprefix("/") if doel.startswith("/") else f"xl/{doel}"
