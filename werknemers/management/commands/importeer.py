"""`importeer BESTAND --organisatie CODE [--proef] [--json] [--maak-diensten] [--nagekeken]`"""

import json
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gebruikers.domein.opzoeken import organisatie_met_code
from gebruikers.models import Organisatie
from gedeeld.opdrachten import Geweigerd, Opdracht
from gedeeld.weergeven import meervoud
from werknemers.domein.invoer.inlezen import Inlezing, lees_in
from werknemers.domein.invoer.lezen import MAX_BYTES
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.invoer.uitkomst import Rijactie, Rijuitkomst, Vergelijking
from werknemers.domein.invoer.vergelijken import dienstsleutels, vergelijk
from werknemers.exports.importuitkomst import als_dict


class Command(Opdracht):
    help = "Brengt werknemers of loonopgaven in uit een rekenblad (XLSX of CSV)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", metavar="BESTAND", type=Path)
        parser.add_argument("--organisatie", metavar="CODE", required=True)
        parser.add_argument("--proef", action="store_true", help="toon alleen, schrijf niets")
        parser.add_argument("--json", action="store_true", help="uitvoer voor machines")
        parser.add_argument(
            "--maak-diensten", action="store_true", help="maak diensten die nog niet bestaan"
        )
        parser.add_argument(
            "--nagekeken",
            action="store_true",
            help="neem ook bedragen op die ver van het contract liggen",
        )

    def handle(self, *_: Any, **opties: Any) -> None:
        organisatie = organisatie_met_code(opties["organisatie"])
        inlezing = lees_in(_inhoud(opties["bestand"]))
        maak = dienstsleutels(inlezing.rijen) if opties["maak_diensten"] else frozenset()
        bewaak = _neem_alles if opties["nagekeken"] else _eis_nagekeken
        uitkomst = _voer_uit(inlezing, organisatie, maak, bewaak, proef=opties["proef"])
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


def _neem_alles(_: Vergelijking) -> None:
    """Somebody looked at what is far from the contract."""


def _eis_nagekeken(vergelijking: Vergelijking) -> None:
    """Raise Geweigerd, before anything is written, for amounts that somebody has to look at."""
    ver = vergelijking.te_bevestigen
    if ver:
        hoeveel = meervoud(len(ver), "bedrag ligt", "bedragen liggen")
        zin = (
            f"{hoeveel} ver van het contract; er is niets geschreven. Klopt het? Geef --nagekeken."
        )
        raise Geweigerd("\n".join([zin, *(regel for rij in ver for regel in _rijverslag(rij))]))


def _voer_uit(
    inlezing: Inlezing,
    organisatie: Organisatie,
    maak: frozenset[str],
    bewaak: Callable[[Vergelijking], None],
    *,
    proef: bool,
) -> Vergelijking:
    if proef:
        return vergelijk(
            inlezing.rijen,
            organisatie=organisatie,
            opmerkingen=inlezing.opmerkingen,
            maak_diensten=maak,
        )
    return pas_toe(
        inlezing.rijen,
        organisatie=organisatie,
        door=None,
        opmerkingen=inlezing.opmerkingen,
        maak_diensten=maak,
        bewaak=bewaak,
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
        adressen = ", ".join(uitkomst.onbekende_begeleiders)
        yield (
            f"Bij deze adressen hoort geen begeleider: {adressen}. "
            "Nodig hen uit in de toepassing en breng het bestand daarna opnieuw in."
        )


def _rijverslag(rij: Rijuitkomst) -> Iterator[str]:
    for melding in rij.meldingen:
        wie = f", {rij.personeelsnummer}" if rij.personeelsnummer else ""
        yield f"  rij {rij.rijnummer}{wie}, {melding.kolom} ({melding.ernst}): {melding.tekst}"
