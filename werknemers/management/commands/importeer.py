"""`importeer BESTAND --organisatie CODE [--blad NAAM | --alle-bladen] [--kolom TITEL=KOLOM]
[--gewoonte TITEL=GEWOONTE] [--proef] [--json] [--maak-diensten] [--aanvaard RIJ | lonen]
[--laat-weg RIJ] [--nagekeken]`"""

import json
from argparse import ArgumentParser
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from gebruikers.domein.opzoeken import organisatie_met_code
from gebruikers.models import Organisatie
from gedeeld.opdrachten import Geweigerd, Opdracht
from werknemers.domein.invoer.antwoorden import Antwoorden, Rijantwoord, Rijplek
from werknemers.domein.invoer.bladkeuze import Bladkeuze, KiesBlad
from werknemers.domein.invoer.inlezen import Inlezing, lees_in
from werknemers.domein.invoer.kolomkeuze import Kolomkeuze
from werknemers.domein.invoer.kolomoordeel import KiesKolommen
from werknemers.domein.invoer.lezen import MAX_BYTES
from werknemers.domein.invoer.nazicht import LONEN
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.invoer.uitkomst import Vergelijking
from werknemers.domein.invoer.vergelijken import dienstsleutels, vergelijk
from werknemers.exports.importuitkomst import als_dict
from werknemers.management.importverslag import als_optie, te_regelen, verslag
from werknemers.management.kolomopties import kolomkeuze, voeg_kolomopties_toe, weiger


class Command(Opdracht):
    help = "Brengt werknemers of loonopgaven in uit een rekenblad (Excel, ODS of CSV)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", metavar="BESTAND", type=Path)
        parser.add_argument("--organisatie", metavar="CODE", required=True)
        parser.add_argument("--proef", action="store_true", help="toon alleen, schrijf niets")
        parser.add_argument("--json", action="store_true", help="uitvoer voor machines")
        parser.add_argument(
            "--maak-diensten", action="store_true", help="maak diensten die nog niet bestaan"
        )
        bladen = parser.add_mutually_exclusive_group()
        bladen.add_argument(
            "--blad",
            metavar="NAAM",
            action="append",
            default=[],
            help="lees dit blad; geef het meer dan eens voor meer bladen",
        )
        bladen.add_argument(
            "--alle-bladen", action="store_true", help="lees elk blad met werknemers"
        )
        voeg_kolomopties_toe(parser)
        parser.add_argument(
            "--aanvaard",
            metavar="RIJ",
            type=rij_of_lonen,
            action="append",
            default=[],
            help="neem deze rij op, ook als er iets in staat wat zelden klopt of als niet zeker is "
            f"over wie ze gaat; van meer bladen: BLAD:RIJ. “{LONEN}”: je keek na wat onder het "
            "minimumloon ligt",
        )
        parser.add_argument(
            "--laat-weg",
            metavar="RIJ",
            type=rijplek,
            action="append",
            default=[],
            help="breng deze rij niet in; van meer bladen: BLAD:RIJ",
        )
        parser.add_argument(
            "--nagekeken",
            action="store_true",
            help="neem alle rijen op waarin iets staat wat zelden klopt, niet waar niet zeker is "
            "over wie ze gaan",
        )

    def handle(self, *_: Any, **opties: Any) -> None:
        organisatie = organisatie_met_code(opties["organisatie"])
        keuze = Bladkeuze(tuple(opties["blad"]), alle=opties["alle_bladen"])
        kolommen = kolomkeuze(opties, organisatie)
        lonen = LONEN in opties["aanvaard"]
        aanvaard = [plek for plek in opties["aanvaard"] if plek != LONEN]
        antwoorden = _antwoorden(aanvaard, opties["laat_weg"], nagekeken=opties["nagekeken"])
        inlezing = _lees(opties["bestand"], keuze, kolommen, antwoorden)
        _eis_rijen(inlezing, antwoorden.rijen)
        maak = dienstsleutels(inlezing.rijen) if opties["maak_diensten"] else frozenset()
        uitkomst = _voer_uit(inlezing, organisatie, maak, proef=opties["proef"])
        if opties["json"]:
            inhoud = als_dict(uitkomst, proef=opties["proef"])
            self.stdout.write(json.dumps(inhoud, ensure_ascii=False, indent=2))
            for zin in te_regelen(uitkomst, proef=opties["proef"], lonen=lonen):
                self.stderr.write(zin)
            return
        for zin in verslag(uitkomst, proef=opties["proef"], lonen=lonen):
            self.stdout.write(zin)


def rijplek(tekst: str) -> Rijplek:
    """12, or Keuken:12 when several sheets are read. Raises ValueError."""
    blad, _, nummer = tekst.rpartition(":")
    return Rijplek(blad, int(nummer))


def rij_of_lonen(tekst: str) -> Rijplek | str:
    """A row, or the word for all wages under the minimum. Raises ValueError."""
    return tekst if tekst == LONEN else rijplek(tekst)


def _antwoorden(
    aanvaard: Collection[Rijplek], laat_weg: Collection[Rijplek], *, nagekeken: bool
) -> Antwoorden:
    if beide := set(aanvaard) & set(laat_weg):
        raise Geweigerd(f"Rij {als_optie(min(beide))} kun je niet opnemen én weglaten. Kies één.")
    return Antwoorden(
        dict.fromkeys(aanvaard, Rijantwoord(ja=None))
        | dict.fromkeys(laat_weg, Rijantwoord(weg=True)),
        nagekeken=nagekeken,
        beslist=True,
    )


def _eis_rijen(inlezing: Inlezing, plekken: Iterable[Rijplek]) -> None:
    """Refuse the number of a row that is not there, or that could mean more than one."""
    bladen = [blad.naam for blad in inlezing.bladen]
    for plek in plekken:
        if len(bladen) > 1 and not plek.blad:
            opties = " of ".join(f"“{naam}:{plek.rijnummer}”" for naam in bladen)
            raise Geweigerd(f"We lezen meer dan één blad. Welke rij {plek.rijnummer}: {opties}?")
        van_blad = [blad for blad in inlezing.bladen if plek.blad in ("", blad.naam)]
        if not any(r.rijnummer == plek.rijnummer and r.cellen for b in van_blad for r in b.rijen):
            raise Geweigerd(f"Rij {als_optie(plek)} staat niet in wat we lezen. Kijk het na.")


def _inhoud(pad: Path) -> bytes:
    """The file, or one byte more than is allowed of a larger one."""
    try:
        with pad.open("rb") as bestand:
            return bestand.read(MAX_BYTES + 1)
    except OSError:
        raise Geweigerd(
            f"We kunnen het bestand {pad} niet lezen. Kijk de naam en de rechten na."
        ) from None


def _lees(pad: Path, keuze: Bladkeuze, kolommen: Kolomkeuze, antwoorden: Antwoorden) -> Inlezing:
    try:
        return lees_in(_inhoud(pad), keuze=keuze, kolommen=kolommen, antwoorden=antwoorden)
    except KiesKolommen as vraag:
        raise weiger(vraag) from None
    except KiesBlad as vraag:
        hoe = "Geef --blad NAAM mee, of --alle-bladen om ze samen te lezen."
        raise Geweigerd(f"{vraag.zin} {hoe}") from None


def _voer_uit(
    inlezing: Inlezing,
    organisatie: Organisatie,
    maak: frozenset[str],
    *,
    proef: bool,
) -> Vergelijking:
    if proef:
        return vergelijk(
            inlezing.rijen,
            organisatie=organisatie,
            opmerkingen=inlezing.opmerkingen,
            maak_diensten=maak,
            antwoorden=inlezing.antwoorden,
        )
    return pas_toe(
        inlezing.rijen,
        organisatie=organisatie,
        door=None,
        opmerkingen=inlezing.opmerkingen,
        maak_diensten=maak,
        antwoorden=inlezing.antwoorden,
    )
