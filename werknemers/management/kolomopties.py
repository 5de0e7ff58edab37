"""`--kolom "Titel=Kolom"` and `--gewoonte "Titel=procenten"`: what a command is told about the
columns of a file, and what it says when that is not enough."""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from typing import Any

from gebruikers.models import Organisatie
from gedeeld.opdrachten import Geweigerd
from gedeeld.weergeven import en
from werknemers.domein.invoer.herinneren import herinner
from werknemers.domein.invoer.kolomkeuze import Antwoord, Kolomkeuze
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.kolomoordeel import KiesKolommen, Kolomoordeel, korte_titel
from werknemers.domein.invoer.titels import herken, titelsleutel


def voeg_kolomopties_toe(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--kolom",
        metavar="TITEL=KOLOM",
        action="append",
        default=[],
        help="lees wat onder deze titel staat als deze kolom; niets na = leest het niet",
    )
    parser.add_argument(
        "--gewoonte",
        metavar="TITEL=GEWOONTE",
        action="append",
        default=[],
        help="hoe deze kolom geschreven is: “procenten”, “uren op 38”, “maand eerst” …",
    )


def kolomkeuze(opties: dict[str, Any], organisatie: Organisatie) -> Kolomkeuze:
    """What was typed, and what this organisation answered before. Raises Geweigerd."""
    onthouden = herinner(organisatie.pk)
    gekozen: dict[str, Antwoord] = {}
    for titel, naam in _paren("--kolom", opties["kolom"]):
        gekozen[titelsleutel(titel)] = Antwoord(_kolom(naam) if naam else None)
    for titel, gewoonte in _paren("--gewoonte", opties["gewoonte"]):
        code, herkenning = titelsleutel(titel), herken(titel)
        eerder = gekozen.get(code) or onthouden.get(code)
        kolom = eerder.kolom if eerder else herkenning.kolom if herkenning else None
        gekozen[code] = Antwoord(kolom, gewoonte)
    return Kolomkeuze(gekozen, onthouden)


def _paren(optie: str, waarden: Sequence[str]) -> Iterator[tuple[str, str]]:
    for waarde in waarden:
        titel, teken, rest = waarde.rpartition("=")
        if not teken or not titel.strip():
            raise Geweigerd(f"We begrijpen {optie} “{waarde}” niet. Schrijf TITEL=ANTWOORD.")
        yield titel.strip(), rest.strip()


def _kolom(naam: str) -> Kolom:
    for kolom in Kolom:
        if titelsleutel(kolom) == titelsleutel(naam):
            return kolom
    raise Geweigerd(f"“{naam}” is geen kolom. Kies uit: {', '.join(Kolom)}.")


def weiger(vraag: KiesKolommen) -> Geweigerd:
    """One sentence for each column that needs an answer, with what to type."""
    zinnen = [_zin(oordeel) for oordeel in vraag.oordelen if oordeel.open]
    if vraag.ontbreekt:
        namen = en([f"“{kolom}”" for kolom in vraag.ontbreekt])
        zinnen.append(f'Er is geen kolom voor {namen}. Geef --kolom "TITEL=KOLOM" mee.')
    return Geweigerd(" ".join(zinnen))


def _zin(oordeel: Kolomoordeel) -> str:
    titel, kolom = korte_titel(oordeel.titel.tekst), oordeel.titel.kolom
    if kolom is None:
        return (
            f'De kolom “{titel}” kennen we niet. Geef --kolom "{titel}=KOLOM" mee, of --kolom '
            f'"{titel}=" om ze niet te lezen.'
        )
    if oordeel.titel.gevraagd:
        return (
            f'Is “{titel}” de kolom “{kolom}”? Geef dan --kolom "{titel}={kolom}" mee, of --kolom '
            f'"{titel}=" om ze niet te lezen.'
        )
    opties = oordeel.vraag.opties if oordeel.vraag else ()
    eerste = f'--gewoonte "{titel}={opties[0]}"'
    rest = " of ".join(f"“{optie}”" for optie in opties[1:])
    return f"In “{titel}” staat {en(oordeel.voorbeelden)}. Geef {eerste} mee, of kies {rest}."
