"""`vul_bank --organisaties N [--groot N] [--mensen N] [--notities N] [--wachtwoord W] [--json]`"""

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from time import monotonic
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction

from demo.land.bank import eis_lege_bank, ruim_op, zet_reeksen
from demo.land.land import TABELLEN
from demo.land.maat import Maat
from demo.land.vullen import Gevuld, maak_opzet, vul
from gedeeld.opdrachten import Geweigerd, Opdracht
from gedeeld.tijd import vandaag


class Command(Opdracht):
    help = "Vult een lege databank met een verzonnen land, om in te meten en te proberen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organisaties", type=int, required=True, metavar="N")
        parser.add_argument(
            "--groot", type=int, default=5000, metavar="N", help="mensen in de eerste organisatie"
        )
        parser.add_argument(
            "--mensen", type=int, default=330, metavar="N", help="mensen in elke andere"
        )
        parser.add_argument(
            "--notities", type=int, default=20, metavar="N", help="notities per werknemer"
        )
        parser.add_argument(
            "--wachtwoord", help="waarmee iedereen zich kan aanmelden; anders kan niemand dat"
        )
        parser.add_argument(
            "--processen", type=int, default=2, metavar="N", help="1: alles of niets"
        )
        parser.add_argument("--json", action="store_true", help="uitvoer voor machines")

    def handle(self, *_: Any, **opties: Any) -> None:
        if settings.PRODUCTIE:
            raise Geweigerd("Een verzonnen land komt niet in productie. Er is niets veranderd.")
        maat = Maat(opties["organisaties"], opties["groot"], opties["mensen"], opties["notities"])
        maat.controleer()
        eis_lege_bank()
        begin = monotonic()
        opzet = maak_opzet(maat, vandaag(), make_password(opties["wachtwoord"]))
        stil, processen = opties["json"], opties["processen"]
        rijen: Counter[str] = Counter()
        seconden: Counter[str] = Counter()
        with transaction.atomic() if processen == 1 else nullcontext():
            for gevuld in self._met_voortgang(vul(opzet, processen), maat.organisaties, stil):
                rijen += gevuld.rijen
                seconden += gevuld.seconden
            zet_reeksen(TABELLEN)
        if not connection.in_atomic_block:
            ruim_op()
        if opties["json"]:
            inhoud = {
                "rijen": dict(rijen),
                "seconden": {naam: round(duur, 1) for naam, duur in seconden.items()},
                "duur": round(monotonic() - begin, 1),
            }
            self.stdout.write(json.dumps(inhoud, ensure_ascii=False, indent=2))
            return
        self.stdout.write(f"Klaar: {rijen.total()} rijen in {monotonic() - begin:.0f} seconden.")

    def _met_voortgang(self, stroom: Iterator[Gevuld], aantal: int, stil: bool) -> Iterator[Gevuld]:
        begin = monotonic()
        getoond = 0
        for klaar, gevuld in enumerate(stroom, start=1):
            yield gevuld
            tiende = 10 * klaar // aantal
            if tiende > getoond and not stil:
                getoond = tiende
                self.stdout.write(
                    f"{10 * tiende:>3} %: {klaar} van {aantal} organisaties, "
                    f"{monotonic() - begin:.0f} seconden"
                )
