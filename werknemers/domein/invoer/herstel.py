"""The refused rows of an import, with their cells as they stood in the file."""

from dataclasses import dataclass

from werknemers.domein.invoer.gelezenblad import RuweRij
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
