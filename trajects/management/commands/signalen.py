"""`signalen --organisatie CODE [--json]`: the open signals."""

import json
from argparse import ArgumentParser
from typing import Any

from gebruikers.domein.opzoeken import organisatie_met_code
from gedeeld.opdrachten import Opdracht
from gedeeld.tijd import vandaag
from trajects.signalen.bepaal_signalen import openstaande
from trajects.signalen.exports import als_dict
from trajects.signalen.signaaltekst import feit_van, over_signaal, zin_van


class Command(Opdracht):
    help = "Toont de open signalen van een organisatie."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organisatie", metavar="CODE", required=True)
        parser.add_argument("--json", action="store_true", help="uitvoer voor machines")

    def handle(self, *_: Any, **opties: Any) -> None:
        signalen = openstaande(organisatie_met_code(opties["organisatie"]))
        if opties["json"]:
            open_signalen = [
                als_dict(signaal, vandaag()) | {"status": signaal.status} for signaal in signalen
            ]
            inhoud = {"datum": vandaag().isoformat(), "signalen": open_signalen}
            self.stdout.write(json.dumps(inhoud, ensure_ascii=False, indent=2))
            return
        if not signalen:
            self.stdout.write("Er staan geen signalen open.")
        for signaal in signalen:
            zin = zin_van(feit_van(signaal), over_signaal(signaal, vandaag()))
            nummer = signaal.werknemer.personeelsnummer if signaal.werknemer else "-"
            self.stdout.write(f"{nummer:<10} {zin} ({signaal.get_status_display()})")
