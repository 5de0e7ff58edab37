"""`signalen --organisatie CODE [--json]`: the open signals."""

import json
from argparse import ArgumentParser
from typing import Any

from gebruikers.domein.opzoeken import organisatie_met_code
from gedeeld.opdrachten import Opdracht
from gedeeld.tijd import vandaag
from trajects.signalen.bepaal_signalen import openstaande
from trajects.signalen.exports import als_dict
from trajects.signalen.signaaltekst import in_een_zin


class Command(Opdracht):
    help = "Toont de open signalen van een organisatie."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organisatie", metavar="CODE", required=True)
        parser.add_argument("--json", action="store_true", help="uitvoer voor machines")

    def handle(self, *_: Any, **opties: Any) -> None:
        signalen = openstaande(organisatie_met_code(opties["organisatie"]))
        if opties["json"]:
            open_signalen = [als_dict(signaal) | {"status": signaal.status} for signaal in signalen]
            inhoud = {"datum": vandaag().isoformat(), "signalen": open_signalen}
            self.stdout.write(json.dumps(inhoud, ensure_ascii=False, indent=2))
            return
        if not signalen:
            self.stdout.write("Er staan geen signalen open.")
        for signaal in signalen:
            zin = in_een_zin(signaal.advies.periode.laatste_dag, vandaag())
            self.stdout.write(
                f"{signaal.werknemer.personeelsnummer:<10} {zin} ({signaal.get_status_display()})"
            )
