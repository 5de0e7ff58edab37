"""Spreadsheets for the tests, made in memory."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from werknemers.domein.invoer.gelezenblad import GelezenBlad
from werknemers.domein.invoer.kolomkeuze import Kolomkeuze
from werknemers.domein.invoer.lezen import lees_bladen

VOORBEELDEN: Final = Path(__file__).parents[2] / "voorbeelden"
PRAKTIJK: Final = VOORBEELDEN / "praktijk"

RIJ: Final[Mapping[str, Any]] = {
    "Personeelsnummer": "W1",
    "Familienaam": "Benali",
    "Voornaam": "Amina",
    "INSZ": "85.07.30-033.28",
    "Geboortedatum": date(1985, 7, 30),
    "Dienst": "De Lepel",
    "Begeleider": "an.peeters@voorbeeld.be",
    "Functie": "Keukenhulp",
    "Start contract": date(2025, 1, 6),
    "Einde contract": "",
    "Soort contract": "onbepaalde duur",
    "Tewerkstellingsbreuk": 0.8,
    "Bruto maandloon": 2065.04,
    "Soort advies": "IMW 5 jaar",
    "Besluitdatum": date(2025, 2, 14),
    "Einde advies": "",
    "Begeleidingsniveau": "laag",
    "E-mail": "",
    "Gsm": "",
    "Voertaal": "nl",
}


def rij(**anders: Any) -> dict[str, Any]:
    """A good row with some cells changed; `start_contract=` is the column "Start contract"."""
    sleutels = {kolom.lower().replace(" ", "_").replace("-", ""): kolom for kolom in RIJ}
    return {**RIJ, **{sleutels[naam]: waarde for naam, waarde in anders.items()}}


def tabel(*rijen: Mapping[str, Any]) -> list[list[Any]]:
    """A header and rows."""
    return [list(RIJ), *([gegeven.get(kolom, "") for kolom in RIJ] for gegeven in rijen)]


def xlsx(*bladen: Sequence[Sequence[Any]], links: int = 0, boven: int = 0) -> bytes:
    """A workbook with these sheets, the table `links` columns and `boven` rows from A1."""
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"strings_to_formulas": False}) as werkmap:
        datum = werkmap.add_format({"num_format": "dd/mm/yyyy"})
        for rijen in bladen:
            blad = werkmap.add_worksheet()
            for y, cellen in enumerate(rijen, start=boven):
                for x, cel in enumerate(cellen, start=links):
                    if isinstance(cel, date):
                        blad.write_datetime(y, x, datetime.combine(cel, time()), datum)
                    elif cel != "":
                        blad.write(y, x, cel)
    return uit.getvalue()


def csvbestand(
    rijen: Iterable[Sequence[Any]], scheiding: str = ";", codering: str = "utf-8"
) -> bytes:
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=scheiding)
    for cellen in rijen:
        schrijver.writerow([f"{c:%d/%m/%Y}" if isinstance(c, date) else c for c in cellen])
    return uit.getvalue().encode(codering)


def herpak(inhoud: bytes, delen: Mapping[str, bytes]) -> bytes:
    """The same zip with these parts replaced or added."""
    uit = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(inhoud)) as oud,
        zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel,
    ):
        rest = {naam: oud.read(naam) for naam in oud.namelist()}
        for naam, waarde in {**rest, **delen}.items():
            doel.writestr(naam, waarde)
    return uit.getvalue()


def lees_blad(inhoud: bytes) -> GelezenBlad:
    """The only sheet of a file, read by nobody who can be asked about its columns."""
    (blad,) = lees_bladen(inhoud, kolommen=Kolomkeuze(vraagt=False)).bladen
    return blad
