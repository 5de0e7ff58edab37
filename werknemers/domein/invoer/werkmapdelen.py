"""The XML parts of an XLSX, read with expat: fast, and without what makes XML dangerous."""

import zipfile
from collections.abc import Callable
from typing import Final
from xml.parsers import expat

from werknemers.domein.invoer.bestandssoort import beschadigd

Begin = Callable[[str, dict[str, str]], None]
Tekst = Callable[[str], None]

WERKMAP: Final = "xl/workbook.xml"
_RELATIES: Final = "xl/_rels/workbook.xml.rels"
_GEDEELD: Final = "xl/sharedStrings.xml"


def ontleed(xml: bytes, begin: Begin, tekst: Tekst | None = None) -> None:
    """Call `begin` for each element, with its name as written, and `tekst` for text between.

    Raises BestandGeweigerd for broken XML and for a document type of its own, which no
    spreadsheet has and which could make a small part endless.
    """
    ontleder = expat.ParserCreate()
    ontleder.buffer_text = True
    ontleder.StartElementHandler = begin
    ontleder.CharacterDataHandler = tekst
    ontleder.StartDoctypeDeclHandler = _weiger_doctype
    try:
        ontleder.Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError) as fout:
        raise beschadigd() from fout


def _weiger_doctype(*_: object) -> None:
    raise ValueError


def lokaal(naam: str) -> str:
    """The name of an element without its prefix."""
    return naam.rpartition(":")[2]


def bladdelen(archief: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Name and part of each worksheet in the order of the tabs; chart sheets are left out."""
    namen = set(archief.namelist())
    if _RELATIES not in namen:
        raise beschadigd()
    doelen: dict[str, str] = {}
    bladen: list[tuple[str, str]] = []

    def relatie(naam: str, attributen: dict[str, str]) -> None:
        if lokaal(naam) == "Relationship":
            doelen[attributen["Id"]] = _pad(attributen["Target"])

    def blad(naam: str, attributen: dict[str, str]) -> None:
        if lokaal(naam) == "sheet":
            verwijzing = next((attributen[a] for a in attributen if lokaal(a) == "id"), "")
            bladen.append((attributen["name"], doelen.get(verwijzing, "")))

    ontleed(archief.read(_RELATIES), relatie)
    ontleed(archief.read(WERKMAP), blad)
    return [(naam, deel) for naam, deel in bladen if "worksheets/" in deel and deel in namen]


def _pad(doel: str) -> str:
    return doel.removeprefix("/") if doel.startswith("/") else f"xl/{doel}"


def tekstlengtes(archief: zipfile.ZipFile) -> list[int]:
    """The length of every shared text, in the order in which cells refer to them."""
    if _GEDEELD not in archief.namelist():
        return []
    lengtes: list[int] = []

    def begin(naam: str, _: dict[str, str]) -> None:
        if lokaal(naam) == "si":
            lengtes.append(0)

    def tekst(deel: str) -> None:
        if lengtes:
            lengtes[-1] += len(deel)

    ontleed(archief.read(_GEDEELD), begin, tekst)
    return lengtes
