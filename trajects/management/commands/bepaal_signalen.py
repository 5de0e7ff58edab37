"""`bepaal_signalen [--datum JJJJ-MM-DD] [--organisatie CODE] [--json]`"""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from gebruikers.domein.opzoeken import organisatie_met_code
from gedeeld.opdrachten import Opdracht, leesbare_datum
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit, meervoud
from trajects.signalen.bepaal_signalen import bepaal_signalen
from trajects.signalen.exports import als_dict


class Command(Opdracht):
    help = "Bepaalt wie een signaal krijgt, voor vandaag of voor een andere dag."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--datum", type=leesbare_datum, help="JJJJ-MM-DD, anders vandaag")
        parser.add_argument("--organisatie", metavar="CODE", help="alleen deze organisatie")
        parser.add_argument("--json", action="store_true", help="uitvoer voor machines")

    def handle(self, *_: Any, **opties: Any) -> None:
        op: date = opties["datum"] or vandaag()
        code = opties["organisatie"]
        uitkomst = bepaal_signalen(op=op, organisatie=organisatie_met_code(code) if code else None)
        if opties["json"]:
            inhoud = {
                "datum": op.isoformat(),
                "nieuw": len(uitkomst.nieuw),
                "ingetrokken": uitkomst.ingetrokken,
                "signalen": [als_dict(signaal, op) for signaal in uitkomst.signalen()],
            }
            self.stdout.write(json.dumps(inhoud, ensure_ascii=False, indent=2))
            return
        nieuw = meervoud(len(uitkomst.nieuw), "nieuw signaal", "nieuwe signalen")
        self.stdout.write(
            f"{datum_voluit(op)}: {nieuw}, {uitkomst.vervangen} vervangen, "
            f"{uitkomst.ingetrokken} ingetrokken."
        )
