"""CSV: find the separator, then read the records."""

import contextlib
import csv
import io
from collections.abc import Sequence
from itertools import islice
from typing import Final

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.kolomletters import kolomletter
from werknemers.domein.invoer.koppeling import treffers
from werknemers.domein.invoer.kopregel import ZOEKDIEPTE, vaste_kop
from werknemers.domein.invoer.meldingen import BestandGeweigerd
from werknemers.domein.invoer.tekstcodering import ontcijfer

_SCHEIDINGEN: Final = (";", ",", "\t")
# So many separators in one line of a cell: that is no text, but the row below.
_HELE_RIJ: Final = 3


def lees_csv(inhoud: bytes) -> list[list[str]]:
    """All records; a blank line is an empty record, a quoted newline stays inside its record.

    That is how a spreadsheet numbers the rows of the same file.
    """
    tekst = ontcijfer(inhoud)
    if tekst[:4].lower() == "sep=":  # Excel's own hint; it shows no row for it
        tekst = tekst.partition("\n")[2]
    scheiding = _kies_scheiding(tekst)
    records = _lees(tekst, scheiding)
    _eis_geen_opgeslokte_rij(records, scheiding)
    return records


def _lees(tekst: str, scheiding: str) -> list[list[str]]:
    """Read strictly: a stray quote would otherwise swallow the rows that follow it."""
    records: list[list[str]] = []
    regels = list(io.StringIO(tekst, newline=""))
    lezer = csv.reader(iter(regels), delimiter=scheiding, strict=True)
    gelezen = 0
    try:
        for record in lezer:
            records.append(record)
            gelezen = lezer.line_num
    except csv.Error as fout:
        regel = regels[gelezen] if gelezen < len(regels) else ""
        raise _aanhalingsteken(len(records) + 1, regel.split(scheiding)) from fout
    return records


def _aanhalingsteken(rij: int, cellen: Sequence[str]) -> BestandGeweigerd:
    """Names the row, and the cell of it in which the first odd quote stands."""
    plaats = next((i for i, cel in enumerate(cellen) if _is_vreemd(cel)), None)
    waar = f"In rij {rij}"
    if plaats is not None:
        waar += f", kolom {kolomletter(plaats)} ({cellen[plaats].strip()[:30]}),"
    return BestandGeweigerd(
        "csv_aanhalingsteken",
        f'{waar} staat een aanhalingsteken (") verkeerd, of is een cel veel te lang. Haal het '
        "teken weg, of bewaar het blad in Excel als .xlsx, en kies het opnieuw.",
    )


def _is_vreemd(cel: str) -> bool:
    cel = cel.strip("\r\n")
    dicht = len(cel) > 1 and cel.startswith('"') and cel.endswith('"')
    return '"' in cel and not (dicht and '"' not in cel[1:-1].replace('""', ""))


def _eis_geen_opgeslokte_rij(records: Sequence[Sequence[str]], scheiding: str) -> None:
    """Two stray quotes make one cell of all that stands between them, without any fault."""
    breedte = max(map(len, records), default=0)
    grens = max(_HELE_RIJ, (breedte - 1) // 2)
    for rij, record in enumerate(records, start=1):
        for plaats, cel in enumerate(record):
            if "\n" in cel and any(r.count(scheiding) >= grens for r in cel.split("\n")):
                raise _aanhalingsteken(rij, [*record[:plaats], f'"{cel}'])


def _begin(tekst: str, scheiding: str) -> list[list[str]]:
    """The first records, up to one that cannot be read: what is wrong with it comes later."""
    records: list[list[str]] = []
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True)
    with contextlib.suppress(csv.Error):
        records.extend(islice(lezer, ZOEKDIEPTE))
    return records


def _kies_scheiding(tekst: str) -> str:
    """The separator under which the header shows most columns; titles above it may hold commas.

    Without titles it is the one that has a quarter where wage records have one.
    """

    def score(scheiding: str) -> tuple[int, bool]:
        begin = _begin(tekst, scheiding)
        titels = max((treffers(record) for record in begin), default=0)
        return titels, vaste_kop([list[Cel](record) for record in begin]) is not None

    return max(_SCHEIDINGEN, key=score)
