"""`importeer BESTAND --organisatie CODE [--blad NAAM | --alle-bladen] [--kolom TITEL=KOLOM]
[--gewoonte TITEL=GEWOONTE] [--proef] [--json] [--maak-diensten] [--aanvaard RIJ | --nagekeken]`"""

import json
from argparse import ArgumentParser
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from gebruikers.domein.opzoeken import organisatie_met_code
from gebruikers.models import Organisatie
from gedeeld.opdrachten import Geweigerd, Opdracht
from gedeeld.weergeven import meervoud
from werknemers.domein.invoer.bladkeuze import Bladkeuze, KiesBlad
from werknemers.domein.invoer.inlezen import Inlezing, lees_in
from werknemers.domein.invoer.kolomkeuze import Kolomkeuze
from werknemers.domein.invoer.kolomoordeel import KiesKolommen
from werknemers.domein.invoer.lezen import MAX_BYTES
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.invoer.uitkomst import Rijactie, Rijuitkomst, Vergelijking
from werknemers.domein.invoer.vergelijken import dienstsleutels, vergelijk
from werknemers.exports.importuitkomst import als_dict
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
        nazicht = parser.add_mutually_exclusive_group()
        nazicht.add_argument(
            "--aanvaard",
            metavar="RIJ",
            type=int,
            action="append",
            default=[],
            help="neem deze rij op, ook als er iets in staat wat zelden klopt",
        )
        nazicht.add_argument("--nagekeken", action="store_true", help="neem al zulke rijen op")

    def handle(self, *_: Any, **opties: Any) -> None:
        organisatie = organisatie_met_code(opties["organisatie"])
        keuze = Bladkeuze(tuple(opties["blad"]), alle=opties["alle_bladen"])
        inlezing = _lees(opties["bestand"], keuze, kolomkeuze(opties, organisatie))
        maak = dienstsleutels(inlezing.rijen) if opties["maak_diensten"] else frozenset()
        aanvaard = None if opties["nagekeken"] else opties["aanvaard"]
        uitkomst = _voer_uit(inlezing, organisatie, maak, aanvaard, proef=opties["proef"])
        if opties["json"]:
            inhoud = als_dict(uitkomst, proef=opties["proef"])
            self.stdout.write(json.dumps(inhoud, ensure_ascii=False, indent=2))
            for zin in _te_regelen(uitkomst, proef=opties["proef"]):
                self.stderr.write(zin)
            return
        for zin in _verslag(uitkomst, proef=opties["proef"]):
            self.stdout.write(zin)


def _inhoud(pad: Path) -> bytes:
    """The file, or one byte more than is allowed of a larger one."""
    try:
        with pad.open("rb") as bestand:
            return bestand.read(MAX_BYTES + 1)
    except OSError:
        raise Geweigerd(
            f"We kunnen het bestand {pad} niet lezen. Kijk de naam en de rechten na."
        ) from None


def _lees(pad: Path, keuze: Bladkeuze, kolommen: Kolomkeuze) -> Inlezing:
    try:
        return lees_in(_inhoud(pad), keuze=keuze, kolommen=kolommen)
    except KiesKolommen as vraag:
        raise weiger(vraag) from None
    except KiesBlad as vraag:
        hoe = "Geef --blad NAAM mee, of --alle-bladen om ze samen te lezen."
        raise Geweigerd(f"{vraag.zin} {hoe}") from None


def _voer_uit(
    inlezing: Inlezing,
    organisatie: Organisatie,
    maak: frozenset[str],
    aanvaard: Collection[int] | None,
    *,
    proef: bool,
) -> Vergelijking:
    if proef:
        return vergelijk(
            inlezing.rijen,
            organisatie=organisatie,
            opmerkingen=inlezing.opmerkingen,
            maak_diensten=maak,
            aanvaard=aanvaard,
        )
    return pas_toe(
        inlezing.rijen,
        organisatie=organisatie,
        door=None,
        opmerkingen=inlezing.opmerkingen,
        maak_diensten=maak,
        aanvaard=aanvaard,
    )


def _verslag(uitkomst: Vergelijking, *, proef: bool) -> Iterator[str]:
    yield "Proef: er is niets geschreven." if proef else "De import is klaar."
    gevuld = [rij for rij in uitkomst.rijen if rij.actie is not Rijactie.LEEG]
    delen = (f"{aantal} {actie}" for actie, aantal in uitkomst.samenvatting.items() if aantal)
    yield f"{meervoud(len(gevuld), 'rij', 'rijen')}: {', '.join(delen)}."
    yield from _te_regelen(uitkomst, proef=proef)
    for rij in uitkomst.rijen:
        yield from _rijverslag(rij)


def _te_regelen(uitkomst: Vergelijking, *, proef: bool) -> Iterator[str]:
    """What concerns the whole file: columns, services and counsellors that are missing."""
    for opmerking in uitkomst.opmerkingen:
        yield opmerking.tekst
    if uitkomst.nieuwe_diensten:
        wat = "komen erbij" if proef else "zijn gemaakt"
        yield f"Deze diensten {wat}: {', '.join(uitkomst.nieuwe_diensten)}."
    if uitkomst.voorgestelde_diensten:
        yield (
            f"Deze diensten bestaan nog niet: {', '.join(uitkomst.voorgestelde_diensten)}. "
            "Verbeter de namen, of geef --maak-diensten mee om ze te maken."
        )
    if uitkomst.onbekende_begeleiders:
        namen = ", ".join(uitkomst.onbekende_begeleiders)
        yield (
            f"We weten niet wie deze begeleiders zijn: {namen}. Vul hun e-mailadres in, of "
            "nodig hen uit in de toepassing en breng het bestand daarna opnieuw in."
        )
    if wachten := [rij for rij in uitkomst.rijen if rij.wacht_op_aanvaarding]:
        opties = " ".join(f"--aanvaard {rij.rijnummer}" for rij in wachten[:10])
        rijen = meervoud(len(wachten), "rij is geweigerd", "rijen zijn geweigerd")
        yield (
            f"{rijen} omdat er iets in staat wat zelden klopt. Klopt het toch? Geef {opties} mee, "
            "of --nagekeken voor alle rijen."
        )


def _rijverslag(rij: Rijuitkomst) -> Iterator[str]:
    waar = f"  rij {rij.rijnummer}" + (f" van “{rij.blad}”" if rij.blad else "")
    wie = f"{rij.personeelsnummer} {rij.naam}".strip()
    begin = f"{waar}, {wie}" if wie else waar
    for melding in rij.meldingen:
        yield f"{begin}, {melding.kolom} ({melding.ernst}): {melding.tekst}"
    for wijziging in rij.wijzigingen:
        oud = f"{wijziging.oud} wordt" if wijziging.oud else "komt erbij:"
        yield f"{begin}, {wijziging.kolom}: {oud} {wijziging.nieuw}"
