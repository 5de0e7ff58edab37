"""CSV: find the encoding and the separator, then read the records."""

import csv
import io
from itertools import islice
from typing import Final

from werknemers.domein.invoer.bestandssoort import geen_rekenblad
from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.kopregel import ZOEKDIEPTE, treffers, vaste_kop
from werknemers.domein.invoer.meldingen import BestandGeweigerd

_SCHEIDINGEN: Final = (";", ",", "\t")
_CODERINGEN: Final = ("utf-8-sig", "cp1252")


def ontcijfer(inhoud: bytes) -> str:
    """The text of a CSV: UTF-16 when it says so, UTF-8 when it is valid, else Windows-1252."""
    coderingen = ("utf-16",) if inhoud[:2] in {b"\xff\xfe", b"\xfe\xff"} else _CODERINGEN
    for codering in coderingen:
        try:
            tekst = inhoud.decode(codering)
        except UnicodeDecodeError:
            continue
        if "\x00" in tekst:
            break
        return tekst
    raise geen_rekenblad()


def lees_csv(inhoud: bytes) -> list[list[str]]:
    """All records; a blank line is an empty record, a quoted newline stays inside its record.

    That is how a spreadsheet numbers the rows of the same file.
    """
    tekst = ontcijfer(inhoud)
    if tekst[:4].lower() == "sep=":  # Excel's own hint; it shows no row for it
        tekst = tekst.partition("\n")[2]
    return _lees(tekst, _kies_scheiding(tekst))


def _lees(tekst: str, scheiding: str, aantal: int | None = None) -> list[list[str]]:
    """Read strictly: a stray quote would otherwise swallow the rows that follow it."""
    records: list[list[str]] = []
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True)
    try:
        records.extend(islice(lezer, aantal))
    except csv.Error as fout:
        raise BestandGeweigerd(
            "csv_aanhalingsteken",
            f"Rond rij {len(records) + 1} van de CSV staat een aanhalingsteken verkeerd, of is een "
            "cel veel te lang. Open het bestand in Excel, bewaar het als .xlsx en kies dat.",
        ) from fout
    return records


def _kies_scheiding(tekst: str) -> str:
    """The separator under which the header shows most columns; titles above it may hold commas.

    Without titles it is the one that has a quarter where wage records have one.
    """

    def score(scheiding: str) -> tuple[int, bool]:
        try:
            begin = _lees(tekst, scheiding, ZOEKDIEPTE)
        except BestandGeweigerd:
            return -1, False
        titels = max((treffers(record) for record in begin), default=0)
        return titels, vaste_kop([list[Cel](record) for record in begin]) is not None

    return max(_SCHEIDINGEN, key=score)
