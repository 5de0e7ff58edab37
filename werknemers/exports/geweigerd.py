"""Refused rows as a spreadsheet that can be mended and brought in again."""

from collections.abc import Iterable

from gedeeld.rekenblad import Bladkolom, Werkmap
from werknemers.domein.invoer.cel import Cel, Opmaakgetal
from werknemers.domein.invoer.herstel import GeweigerdeRij
from werknemers.domein.invoer.kolommen import REDEN, Kolom


def schrijf_geweigerd(rijen: Iterable[GeweigerdeRij]) -> bytes:
    """A workbook with the known columns and, first, why each row was refused.

    Cells are what they were: dates stay dates, numbers numbers, and text is never a formula.
    """
    werkmap = Werkmap("Geweigerde rijen")
    koppen = [Bladkolom(REDEN, 60, omloop=True), *(Bladkolom(str(kolom)) for kolom in Kolom)]
    werkmap.blad("Geweigerd", koppen, map(_cellen, rijen))
    return werkmap.inhoud()


def _cellen(geweigerd: GeweigerdeRij) -> list[Cel | None]:
    delen = (f"{kolom}: {zin}" if kolom else zin for kolom, zin in geweigerd.redenen)
    waar = f"Rij {geweigerd.rij.rijnummer}"
    if geweigerd.rij.blad:
        waar += f" van “{geweigerd.rij.blad}”"
    reden = f"{waar}. {' '.join(delen)}"
    return [reden, *(_als_getoond(geweigerd.rij.cellen.get(kolom)) for kolom in Kolom)]


def _als_getoond(cel: Cel | None) -> Cel | None:
    """A number with zeros in front stays as people saw it."""
    return cel.tekst if isinstance(cel, Opmaakgetal) else cel
