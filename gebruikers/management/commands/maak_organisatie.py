"""`maak_organisatie CODE --naam NAAM --beheerder E-MAIL [--json]`"""

import json
from argparse import ArgumentParser
from typing import Any

from gebruikers.domein.organisaties import maak_organisatie
from gedeeld.opdrachten import Opdracht


class Command(Opdracht):
    help = "Maakt een organisatie met een eerste beheerder, en toont de link voor het wachtwoord."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE", help="kort, zonder spaties: de-lepel")
        parser.add_argument("--naam", required=True, metavar="NAAM", help="naam van de organisatie")
        parser.add_argument(
            "--beheerder", required=True, metavar="E-MAIL", help="adres van de eerste beheerder"
        )
        parser.add_argument("--json", action="store_true", help="uitvoer voor machines")

    def handle(self, *, code: str, naam: str, beheerder: str, **opties: Any) -> None:
        nieuw = maak_organisatie(code=code, naam=naam, beheerder=beheerder)
        if opties["json"]:
            inhoud = {
                "code": nieuw.organisatie.code,
                "naam": nieuw.organisatie.naam,
                "beheerder": nieuw.beheerder.email,
                "link": nieuw.link,
            }
            self.stdout.write(json.dumps(inhoud, ensure_ascii=False))
            return
        self.stdout.write(
            f"{nieuw.organisatie.naam} ({nieuw.organisatie.code}) is gemaakt.\n"
            f"Geef deze link aan {nieuw.beheerder.email} (werkt één keer, drie dagen lang):\n"
            f"{nieuw.link}"
        )
