"""Sets up an organisation with its first administrator."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from gebruikers.domein.organisaties import maak_organisatie


class Geweigerd(CommandError):
    """Refused input; Django prints the name of this class before the sentence and exits with 1."""


class Command(BaseCommand):
    help = "Maak een organisatie met een eerste beheerder, en toon de link voor het wachtwoord."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="kort, zonder spaties: de-lepel")
        parser.add_argument("--naam", required=True, metavar="NAAM", help="naam van de organisatie")
        parser.add_argument(
            "--beheerder", required=True, metavar="E-MAIL", help="adres van de eerste beheerder"
        )
        parser.add_argument("--json", action="store_true", help="antwoord als JSON")

    def handle(self, *, code: str, naam: str, beheerder: str, **opties: Any) -> None:
        try:
            nieuw = maak_organisatie(code=code, naam=naam, beheerder=beheerder)
        except ValidationError as weigering:
            raise Geweigerd(" ".join(weigering.messages)) from weigering
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
            f"{nieuw.organisatie.naam} ({nieuw.organisatie.code}) is aangemaakt.\n"
            f"Geef deze link aan {nieuw.beheerder.email} (werkt één keer, drie dagen lang):\n"
            f"{nieuw.link}"
        )
