"""The refused rows of an import, with their cells as they stood in the file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from werknemers.domein.invoer.gelezenblad import RuweRij
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.opslag import Bewaard
from werknemers.domein.invoer.uitkomst import Rijactie
from werknemers.domein.invoer.uitvoering import open_bestand
from werknemers.models import Importopdracht


@dataclass(frozen=True, slots=True)
class GeweigerdeRij:
    """`redenen` as (column, sentence); an empty column means the whole row."""

    rij: RuweRij
    redenen: list[tuple[str, str]]


def geweigerde_rijen(opdracht: Importopdracht) -> list[GeweigerdeRij]:
    """Those that the kept outcome refuses, in the order of the file; none without an outcome."""
    if opdracht.uitkomst is None:
        return []
    bewaard: Bewaard = opdracht.uitkomst
    redenen = {
        (rij.get("blad", ""), rij["rijnummer"]): [
            (m["kolom"], m["tekst"]) for m in rij["meldingen"]
        ]
        for rij in bewaard["rijen"]
        if rij["actie"] == Rijactie.GEWEIGERD
    }
    rijen = open_bestand(opdracht, vraagt=False).ruwe_rijen if redenen else ()
    return [
        GeweigerdeRij(rij, redenen[rij.blad, rij.rijnummer])
        for rij in rijen
        if (rij.blad, rij.rijnummer) in redenen
    ]


def zonder_insz(rijen: Iterable[GeweigerdeRij]) -> list[GeweigerdeRij]:
    """The same rows for who may not see a national number, and did not choose the file either: an
    empty cell erases none when the rows come back."""
    return [replace(geweigerd, rij=_zonder_insz(geweigerd.rij)) for geweigerd in rijen]


def _zonder_insz(rij: RuweRij) -> RuweRij:
    cellen = dict(rij.cellen)
    cellen.pop(Kolom.INSZ, None)
    return replace(rij, cellen=cellen)
