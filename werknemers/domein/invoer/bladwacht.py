"""Measures one worksheet before the spreadsheet reader may build it in memory."""

from typing import Final

from werknemers.domein.invoer.bestandssoort import beschadigd
from werknemers.domein.invoer.kolomletters import kolomletter, kolomplaats
from werknemers.domein.invoer.meldingen import BestandGeweigerd
from werknemers.domein.invoer.werkmapdelen import lokaal, ontleed
from werknemers.domein.invoer.zipwacht import verdacht

# The box around all filled cells: 20,000 rows × 20 columns is 0.4 million.
MAX_CELLEN: Final = 4_000_000
# All texts together once each cell has its own copy.
MAX_TEKST: Final = 200 * 1024 * 1024


class _Meting:
    """What expat has seen so far. Rows count from 1 here, as in the file."""

    __slots__ = (
        "deelt",
        "fouten",
        "kolom",
        "kolommen",
        "laatste_rij",
        "rij",
        "soort",
        "verwijzingen",
    )

    def __init__(self) -> None:
        self.rij = 0
        self.kolom = ""
        self.laatste_rij = 0
        self.soort: str | None = None
        self.kolommen: set[str] = set()
        self.deelt = False
        self.verwijzingen: list[str] = []
        self.fouten: list[tuple[int, int]] = []

    def begin(self, naam: str, attributen: dict[str, str]) -> None:
        if ":" in naam:
            naam = lokaal(naam)
        if naam == "c":
            self._cel(attributen)
        elif naam in {"v", "is"}:
            self.kolommen.add(self.kolom)
            self.laatste_rij = max(self.laatste_rij, self.rij)
            self.deelt = naam == "v" and self.soort == "s"
        elif naam == "row":
            self.rij = int(attributen["r"]) if "r" in attributen else self.rij + 1
            self.kolom = ""

    def _cel(self, attributen: dict[str, str]) -> None:
        if plaats := attributen.get("r"):
            self.kolom = plaats.rstrip("0123456789")
            self.rij = int(plaats[len(self.kolom) :])
        else:
            self.kolom = kolomletter(kolomplaats(self.kolom) + 1)
        self.soort = attributen.get("t")
        if self.soort == "e":
            self.fouten.append((self.rij - 1, kolomplaats(self.kolom)))

    def tekst(self, tekst: str) -> None:
        if self.deelt:
            self.verwijzingen.append(tekst)
            self.deelt = False


def bewaak_blad(xml: bytes, lengtes: list[int]) -> frozenset[tuple[int, int]]:
    """Refuse a sheet that would not fit in memory; give the places of its error cells.

    `lengtes` holds the length of each shared text, see `werkmapdelen.tekstlengtes`.
    """
    meting = _Meting()
    ontleed(xml, meting.begin, meting.tekst)
    breedte = max(map(kolomplaats, meting.kolommen), default=0) + 1
    if meting.laatste_rij * breedte > MAX_CELLEN:
        raise BestandGeweigerd(
            "blad_te_groot",
            "Het blad beslaat veel te veel rijen of kolommen: ver van de tabel staat nog iets. "
            "Kopieer alleen de tabel met werknemers naar een nieuw Excel-bestand en kies dat.",
        )
    if len(meting.verwijzingen) * max(lengtes, default=0) > MAX_TEKST:
        _bewaak_tekst(meting.verwijzingen, lengtes)
    return frozenset(meting.fouten)


def _bewaak_tekst(verwijzingen: list[str], lengtes: list[int]) -> None:
    try:
        totaal = sum(lengtes[int(verwijzing)] for verwijzing in verwijzingen)
    except (ValueError, IndexError) as fout:
        raise beschadigd() from fout
    if totaal > MAX_TEKST:
        raise verdacht()
