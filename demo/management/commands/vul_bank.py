"""`vul_bank --organisaties N [--groot N] [--mensen N] [--notities N] [--wachtwoord W] [--json]`"""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password

from demo.land.maat import Landmaat
from demo.land.verslag import Verslag
from demo.land.vullen import vul_bank
from gedeeld.opdrachten import Geweigerd, Opdracht
from gedeeld.tijd import vandaag


class Command(Opdracht):
    help = "Vult een lege databank met een verzonnen land, om in te meten en te proberen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        getal: dict[str, Any] = {"type": int, "metavar": "N"}
        parser.add_argument("--organisaties", required=True, help="hoeveel", **getal)
        parser.add_argument("--groot", default=5000, help="mensen in de eerste", **getal)
        parser.add_argument("--mensen", default=330, help="mensen in elke andere", **getal)
        parser.add_argument("--notities", default=20, help="notities per werknemer", **getal)
        parser.add_argument(
            "--processen", default=2, choices=range(1, 17), help="1: alles of niets", **getal
        )
        parser.add_argument(
            "--wachtwoord", help="waarmee iedereen zich kan aanmelden; anders kan niemand dat"
        )
        parser.add_argument("--json", action="store_true", help="uitvoer voor machines")

    def handle(self, *_: Any, **opties: Any) -> None:
        if settings.PRODUCTIE:
            raise Geweigerd("Een verzonnen land komt niet in productie. Er is niets veranderd.")
        maat = Landmaat(
            opties["organisaties"], opties["groot"], opties["mensen"], opties["notities"]
        )
        verslag = Verslag(maat.organisaties)
        for gevuld in vul_bank(
            maat,
            op=vandaag(),
            wachtwoord=make_password(opties["wachtwoord"]),
            processen=opties["processen"],
        ):
            zin = verslag.tel_op(gevuld)
            if zin and not opties["json"]:
                self.stdout.write(zin)
        if opties["json"]:
            self.stdout.write(json.dumps(verslag.als_dict(), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(str(verslag))
