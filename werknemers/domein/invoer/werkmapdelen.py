"""The XML parts of an XLSX, read with expat: fast, and without what makes XML dangerous.

A zip may write the names of its parts with backslashes, in capitals or in another folder; the
relations say which part is what.
"""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from posixpath import basename, dirname, join, normpath
from typing import Final
from xml.parsers import expat

from werknemers.domein.invoer.bestandssoort import beschadigd
from werknemers.domein.invoer.getalopmaak import Nulvorm, nulvorm

Begin = Callable[[str, dict[str, str]], None]
Tekst = Callable[[str], None]

WERKMAP: Final = "xl/workbook.xml"
_WORTEL: Final = "_rels/.rels"
_GEDEELD: Final = "xl/sharedstrings.xml"
_WAAR: Final = frozenset({"1", "true", "on"})
_VERBORGEN: Final = frozenset({"hidden", "veryHidden"})


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


def waar(attributen: dict[str, str], naam: str) -> bool:
    return attributen.get(naam, "").lower() in _WAAR


def gewoon(naam: str) -> str:
    """The name of a part as the relations write it; capitals mean nothing there."""
    return naam.replace("\\", "/").removeprefix("/").casefold()


@dataclass(frozen=True, slots=True)
class Bladdeel:
    """A tab: its name, the part that holds it, and whether people see it."""

    naam: str
    deel: str
    zichtbaar: bool


@dataclass(slots=True)
class Werkmapinhoud:
    """`telt_vanaf_1904`: its days count from 1904 instead of 1900. `rekent_later`: results of
    formulas come only when somebody opens it."""

    bladen: list[Bladdeel] = field(default_factory=list)
    telt_vanaf_1904: bool = False
    rekent_later: bool = False


class Werkmapdelen:
    """The parts of a zip by what they are. Raises BestandGeweigerd for what is broken."""

    def __init__(self, archief: zipfile.ZipFile) -> None:
        self._archief = archief
        self._namen = {gewoon(naam): naam for naam in archief.namelist()}
        self._werkmap = self._zoek_werkmap()

    @property
    def is_xlsx(self) -> bool:
        return bool(self._werkmap)

    def heeft(self, deel: str) -> bool:
        return deel in self._namen

    def lees(self, deel: str) -> bytes:
        return self._archief.read(self._namen[deel])

    def werkmap(self) -> Werkmapinhoud:
        """The tabs in their order, chart sheets left out, and how the workbook counts."""
        doelen = self._relaties(self._werkmap)
        if not doelen:
            raise beschadigd()
        gelezen = Werkmapinhoud()

        def begin(naam: str, attributen: dict[str, str]) -> None:
            element = lokaal(naam)
            if element == "sheet":
                verwijzing = next((attributen[a] for a in attributen if lokaal(a) == "id"), "")
                soort, deel = doelen.get(verwijzing, ("", ""))
                if soort == "worksheet" and deel in self._namen:
                    zichtbaar = attributen.get("state") not in _VERBORGEN
                    gelezen.bladen.append(Bladdeel(attributen["name"], deel, zichtbaar))
            elif element == "workbookPr":
                gelezen.telt_vanaf_1904 = waar(attributen, "date1904")
            elif element == "calcPr":
                gelezen.rekent_later = waar(attributen, "fullCalcOnLoad")

        ontleed(self.lees(self._werkmap), begin)
        return gelezen

    def tekstlengtes(self) -> list[int]:
        """The length of every shared text, in the order in which cells refer to them."""
        deel = self._enige("sharedStrings", _GEDEELD)
        lengtes: list[int] = []

        def begin(naam: str, _: dict[str, str]) -> None:
            if lokaal(naam) == "si":
                lengtes.append(0)

        def tekst(stuk: str) -> None:
            if lengtes:
                lengtes[-1] += len(stuk)

        if deel:
            ontleed(self.lees(deel), begin, tekst)
        return lengtes

    def nulvormen(self) -> dict[str, Nulvorm]:
        """The formats that show zeros in front, by the number with which cells ask for them."""
        deel = self._enige("styles", "xl/styles.xml")
        return _nulvormen(self.lees(deel)) if deel else {}

    def _zoek_werkmap(self) -> str:
        """Empty when this is no XLSX. Two workbooks in one zip are refused: which one is read?"""
        genoemd = [deel for soort, deel in self._relaties("").values() if soort == "officeDocument"]
        namen = {deel for deel in (*genoemd, WERKMAP) if deel in self._namen}
        if len(namen) > 1:
            raise beschadigd()
        return next((naam for naam in namen if naam.endswith(".xml")), "")

    def _enige(self, soort: str, anders: str) -> str:
        genoemd = [deel for s, deel in self._relaties(self._werkmap).values() if s == soort]
        namen = {deel for deel in (*genoemd, anders) if deel in self._namen}
        if len(namen) > 1:
            raise beschadigd()
        return next(iter(namen), "")

    def _relaties(self, bron: str) -> dict[str, tuple[str, str]]:
        """Kind and part of whatever `bron` refers to, by key; "" is the zip itself."""
        map_ = dirname(bron)
        deel = join(map_, "_rels", f"{basename(bron)}.rels")
        gevonden: dict[str, tuple[str, str]] = {}

        def begin(naam: str, attributen: dict[str, str]) -> None:
            if lokaal(naam) == "Relationship":
                soort = attributen.get("Type", "").rpartition("/")[2]
                gevonden[attributen["Id"]] = (soort, _pad(map_, attributen["Target"]))

        if deel in self._namen:
            ontleed(self.lees(deel), begin)
        return gevonden


def _pad(map_: str, doel: str) -> str:
    doel = doel.replace("\\", "/")
    return gewoon(doel if doel.startswith("/") else normpath(join(map_, doel)))


def _nulvormen(xml: bytes) -> dict[str, Nulvorm]:
    codes: dict[str, str] = {}
    stijlen: list[str] = []
    afdeling = ""

    def begin(naam: str, attributen: dict[str, str]) -> None:
        nonlocal afdeling
        element = lokaal(naam)
        if element in {"numFmts", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"}:
            afdeling = element
        elif element == "numFmt" and afdeling == "numFmts":
            codes[attributen["numFmtId"]] = attributen["formatCode"]
        elif element == "xf" and afdeling == "cellXfs":
            stijlen.append(attributen.get("numFmtId", ""))

    ontleed(xml, begin)
    vormen = {nummer: vorm for nummer, code in codes.items() if (vorm := nulvorm(code))}
    return {str(plaats): vormen[n] for plaats, n in enumerate(stijlen) if n in vormen}
