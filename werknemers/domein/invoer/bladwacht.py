"""Measures one worksheet before the spreadsheet reader may build it in memory, and notes what
that reader does not tell."""

from dataclasses import dataclass, field
from typing import Final

from werknemers.domein.invoer.bestandssoort import beschadigd
from werknemers.domein.invoer.cel import CEL_FOUT, CEL_ONBEREKEND, CelFout
from werknemers.domein.invoer.getalopmaak import Nulvorm
from werknemers.domein.invoer.kolomletters import kolomletter, kolomplaats
from werknemers.domein.invoer.meldingen import BestandGeweigerd
from werknemers.domein.invoer.werkmapdelen import lokaal, ontleed, waar
from werknemers.domein.invoer.zipwacht import verdacht

# The box around all filled cells: 20,000 rows × 20 columns is 0.4 million.
MAX_CELLEN: Final = 4_000_000
# All texts together once each cell has its own copy.
MAX_TEKST: Final = 200 * 1024 * 1024

Plaats = tuple[int, int]
# First and last row, and column, of cells that were merged into one; counted from 0.
Samengevoegd = tuple[int, int, int]


@dataclass(slots=True)
class Bladmeting:
    """Rows and columns count from 0."""

    gebreken: dict[Plaats, CelFout] = field(default_factory=dict)
    nulvormen: dict[Plaats, Nulvorm] = field(default_factory=dict)
    verborgen: set[int] = field(default_factory=set)
    samengevoegd: list[Samengevoegd] = field(default_factory=list)


class _Meter:
    """What expat has seen so far. Rows count from 1 here, as in the file."""

    __slots__ = (
        "deelt",
        "kolom",
        "kolommen",
        "laatste_rij",
        "meting",
        "rekent_later",
        "rij",
        "soort",
        "uitkomst",
        "verwijzingen",
        "vormen",
        "wacht",
    )

    def __init__(self, vormen: dict[str, Nulvorm], *, rekent_later: bool) -> None:
        self.vormen = vormen
        self.rekent_later = rekent_later
        self.meting = Bladmeting()
        self.rij = 0
        self.kolom = ""
        self.laatste_rij = 0
        self.soort: str | None = None
        self.kolommen: set[str] = set()
        self.deelt = False
        # Of a cell with a formula: whether its value is still to come, and whether it begins now.
        self.wacht = False
        self.uitkomst = False
        self.verwijzingen: list[str] = []

    def begin(self, naam: str, attributen: dict[str, str]) -> None:
        if ":" in naam:
            naam = lokaal(naam)
        if naam == "c":
            self._cel(attributen)
        elif naam in {"v", "is", "f"}:
            self._inhoud(naam)
        elif naam == "row":
            self._rij(attributen)
        elif naam == "mergeCell":
            self._samen(attributen["ref"])

    def _rij(self, attributen: dict[str, str]) -> None:
        self.rij = int(attributen["r"]) if "r" in attributen else self.rij + 1
        self.kolom = ""
        if waar(attributen, "hidden"):
            self.meting.verborgen.add(self.rij - 1)

    def _cel(self, attributen: dict[str, str]) -> None:
        if plaats := attributen.get("r"):
            self.kolom = plaats.rstrip("0123456789")
            self.rij = int(plaats[len(self.kolom) :])
        else:
            self.kolom = kolomletter(kolomplaats(self.kolom) + 1)
        self.soort = attributen.get("t")
        self.deelt = False
        self.wacht = self.uitkomst = False
        if self.soort == "e":
            self.meting.gebreken[self._plaats()] = CEL_FOUT
            self.kolommen.add(self.kolom)
            self.laatste_rij = max(self.laatste_rij, self.rij)
        if self.vormen and (vorm := self.vormen.get(attributen.get("s", ""))):
            self.meting.nulvormen[self._plaats()] = vorm

    def _inhoud(self, naam: str) -> None:
        self.kolommen.add(self.kolom)
        self.laatste_rij = max(self.laatste_rij, self.rij)
        if naam == "f":
            # Until a value turns up; a text may be empty, when the formula says so.
            self.wacht = self.soort != "e"
            if self.wacht:
                self.meting.gebreken[self._plaats()] = CEL_ONBEREKEND
        elif naam == "v" and self.wacht:
            self.wacht = False
            self.uitkomst = self.soort != "str"
            self.deelt = self.soort == "s"
            if not self.uitkomst:
                del self.meting.gebreken[self._plaats()]
        else:
            self.deelt = naam == "v" and self.soort == "s"

    def _plaats(self) -> Plaats:
        return self.rij - 1, kolomplaats(self.kolom)

    def _samen(self, verwijzing: str) -> None:
        boven, _, onder = verwijzing.partition(":")
        kolom = boven.rstrip("0123456789")
        eerste = int(boven[len(kolom) :]) - 1
        laatste = int(onder[len(onder.rstrip("0123456789")) :]) - 1 if onder else eerste
        if laatste > eerste:
            self.meting.samengevoegd.append((eerste, laatste, kolomplaats(kolom)))

    def tekst(self, tekst: str) -> None:
        if self.uitkomst:
            self.uitkomst = False
            # A program that leaves the counting to Excel writes 0 meanwhile.
            if tekst.strip() and not (self.rekent_later and tekst.strip() == "0"):
                self.meting.gebreken.pop(self._plaats(), None)
        if self.deelt:
            self.verwijzingen.append(tekst)
            self.deelt = False


def bewaak_blad(
    xml: bytes, lengtes: list[int], vormen: dict[str, Nulvorm], *, rekent_later: bool
) -> Bladmeting:
    """Refuse a sheet that would not fit in memory; give what the reader does not.

    `lengtes` holds the length of each shared text, `vormen` the formats with zeros in front, see
    `Werkmapdelen`.
    """
    meter = _Meter(vormen, rekent_later=rekent_later)
    ontleed(xml, meter.begin, meter.tekst)
    breedte = max(map(kolomplaats, meter.kolommen), default=0) + 1
    if meter.laatste_rij * breedte > MAX_CELLEN:
        raise blad_te_groot()
    if len(meter.verwijzingen) * max(lengtes, default=0) > MAX_TEKST:
        _bewaak_tekst(meter.verwijzingen, lengtes)
    return meter.meting


def blad_te_groot() -> BestandGeweigerd:
    return BestandGeweigerd(
        "blad_te_groot",
        "Het blad beslaat veel te veel rijen of kolommen: ver van de tabel staat nog iets. "
        "Kopieer alleen de tabel met werknemers naar een nieuw Excel-bestand en kies dat.",
    )


def _bewaak_tekst(verwijzingen: list[str], lengtes: list[int]) -> None:
    try:
        totaal = sum(lengtes[int(verwijzing)] for verwijzing in verwijzingen)
    except (ValueError, IndexError) as fout:
        raise beschadigd() from fout
    if totaal > MAX_TEKST:
        raise verdacht()
