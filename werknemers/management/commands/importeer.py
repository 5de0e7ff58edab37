"""`importeer BESTAND --organisatie CODE [--blad NAAM | --alle-bladen] [--kolom TITEL=KOLOM]
[--gewoonte TITEL=GEWOONTE] [--proef] [--json] [--maak-diensten] [--aanvaard RIJ] [--laat-weg RIJ]
[--nagekeken]`"""

import json
import shlex
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from gebruikers.domein.opzoeken import organisatie_met_code
from gebruikers.models import Organisatie
from gedeeld.opdrachten import Geweigerd, Opdracht
from gedeeld.weergeven import datum_kort, getal, meervoud
from werknemers.domein.invoer.antwoorden import Antwoorden, Rijantwoord, Rijplek
from werknemers.domein.invoer.bladkeuze import Bladkeuze, KiesBlad
from werknemers.domein.invoer.inlezen import Inlezing, lees_in
from werknemers.domein.invoer.kolomkeuze import Kolomkeuze
from werknemers.domein.invoer.kolomoordeel import KiesKolommen
from werknemers.domein.invoer.lezen import MAX_BYTES
from werknemers.domein.invoer.ontbrekend import zin_over
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
        parser.add_argument(
            "--aanvaard",
            metavar="RIJ",
            type=rijplek,
            action="append",
            default=[],
            help="neem deze rij op, ook als er iets in staat wat zelden klopt of als niet zeker is "
            "over wie ze gaat; van meer bladen: BLAD:RIJ",
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
        inlezing = _lees(opties["bestand"], keuze, kolommen, _antwoorden(opties))
        _eis_rijen(inlezing, [*opties["aanvaard"], *opties["laat_weg"]])
        maak = dienstsleutels(inlezing.rijen) if opties["maak_diensten"] else frozenset()
        uitkomst = _voer_uit(inlezing, organisatie, maak, proef=opties["proef"])
        if opties["json"]:
            inhoud = als_dict(uitkomst, proef=opties["proef"])
            self.stdout.write(json.dumps(inhoud, ensure_ascii=False, indent=2))
            for zin in _te_regelen(uitkomst, proef=opties["proef"]):
                self.stderr.write(zin)
            return
        for zin in _verslag(uitkomst, proef=opties["proef"]):
            self.stdout.write(zin)


def rijplek(tekst: str) -> Rijplek:
    """12, or Keuken:12 when several sheets are read. Raises ValueError."""
    blad, _, nummer = tekst.rpartition(":")
    return Rijplek(blad, int(nummer))


def _antwoorden(opties: dict[str, Any]) -> Antwoorden:
    if beide := set(opties["aanvaard"]) & set(opties["laat_weg"]):
        raise Geweigerd(f"Rij {_als_optie(min(beide))} kun je niet opnemen én weglaten. Kies één.")
    return Antwoorden(
        dict.fromkeys(opties["aanvaard"], Rijantwoord(ja=None))
        | dict.fromkeys(opties["laat_weg"], Rijantwoord(weg=True)),
        nagekeken=opties["nagekeken"],
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
            raise Geweigerd(f"Rij {_als_optie(plek)} staat niet in wat we lezen. Kijk het na.")


def _als_optie(plek: Rijplek) -> str:
    return f"{plek.blad}:{plek.rijnummer}" if plek.blad else str(plek.rijnummer)


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


def _verslag(uitkomst: Vergelijking, *, proef: bool) -> Iterator[str]:
    yield "Proef: er is niets geschreven." if proef else "De import is klaar."
    gevuld = [rij for rij in uitkomst.rijen if rij.actie is not Rijactie.LEEG]
    delen = (
        f"{getal(Decimal(aantal), 0)} {actie}"
        for actie, aantal in uitkomst.samenvatting.items()
        if aantal
    )
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
    yield from _vragen(uitkomst)
    if zin := zin_over(len(uitkomst.ontbreekt)):
        yield f"{zin} Vertrokken? Sluit dan hun contract af. Vanzelf gebeurt er niets."


def _vragen(uitkomst: Vergelijking) -> Iterator[str]:
    """What was refused for a question, and how that is answered."""
    wachten = [rij for rij in uitkomst.rijen if rij.wacht_op_aanvaarding]
    if wie := [rij for rij in wachten if rij.wacht_op_wie]:
        rijen = meervoud(len(wie), "rij is geweigerd", "rijen zijn geweigerd")
        gaat = "ze gaat" if len(wie) == 1 else "ze gaan"
        yield (
            f"{rijen} omdat niet zeker is over wie {gaat}. Lees wat er bij de rij staat. Geef dan "
            f"{_opties('--aanvaard', wie)} mee om op te nemen, of {_opties('--laat-weg', wie)}."
        )
    if zelden := [rij for rij in wachten if not rij.wacht_op_wie]:
        rijen = meervoud(len(zelden), "rij is geweigerd", "rijen zijn geweigerd")
        yield (
            f"{rijen} omdat er iets in staat wat zelden klopt. Klopt het toch? Geef "
            f"{_opties('--aanvaard', zelden)} mee, of --nagekeken voor alle rijen."
        )


def _opties(optie: str, rijen: Iterable[Rijuitkomst]) -> str:
    plekken = (_als_optie(Rijplek(rij.blad, rij.rijnummer)) for rij in islice(rijen, 10))
    return " ".join(f"{optie} {shlex.quote(plek)}" for plek in plekken)


def _rijverslag(rij: Rijuitkomst) -> Iterator[str]:
    waar = f"  rij {rij.rijnummer}" + (f" van “{rij.blad}”" if rij.blad else "")
    wie = f"{rij.personeelsnummer} {rij.naam}".strip()
    begin = f"{waar}, {wie}" if wie else waar
    for melding in rij.meldingen:
        yield f"{begin}, {melding.kolom} ({melding.ernst}): {melding.tekst}"
    if rij.actie is Rijactie.NIEUW and not rij.wijzigingen:
        yield f"{begin}: nieuw"
    if rij.einde:
        yield f"{begin}, Einde ondersteuning: {_wordt(_dag(rij.einde.oud), _dag(rij.einde.nieuw))}"
    for wijziging in rij.wijzigingen:
        yield f"{begin}, {wijziging.kolom}: {_wordt(wijziging.oud, wijziging.nieuw)}"


def _wordt(oud: str, nieuw: str) -> str:
    """As the preview says it."""
    return f"{oud} wordt {nieuw}" if oud else f"komt erbij: {nieuw}"


def _dag(dag: date | None) -> str:
    return datum_kort(dag) if dag else ""
