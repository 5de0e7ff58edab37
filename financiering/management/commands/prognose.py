"""`prognose --organisatie CODE --van 2026-K4 --kwartalen 20 [--scenario NAAM] [--json]`"""

import json
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from financiering.domein.prognoses import Prognoseuitkomst, prognose_van
from financiering.domein.rekenbewijs import code_van
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.scenarios import zoek_toekomst
from financiering.domein.tarieven import MEESTE_KWARTALEN, Tarieftijdvak
from financiering.exports.prognose_json import als_dict
from financiering.keuzes import Scenariobasis
from gebruikers.domein.opzoeken import organisatie_met_code
from gedeeld.kwartaal import Kwartaal
from gedeeld.opdrachten import Opdracht
from gedeeld.tijd import vandaag
from gedeeld.weergeven import bedrag, getal


def _kwartaal(tekst: str) -> Kwartaal:
    try:
        return Kwartaal.lees(tekst)
    except ValueError as fout:
        raise ArgumentTypeError(str(fout)) from None


def _aantal(tekst: str) -> int:
    if tekst.isdecimal() and 1 <= int(tekst) <= MEESTE_KWARTALEN:
        return int(tekst)
    raise ArgumentTypeError(f"Kies een aantal kwartalen van 1 tot en met {MEESTE_KWARTALEN}.")


class Command(Opdracht):
    help = "Rekent uit wat de ondersteuning opbrengt en wat er tekortkomt, kwartaal per kwartaal."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organisatie", metavar="CODE", required=True)
        parser.add_argument("--van", type=_kwartaal, metavar="2026-K4", help="anders dit kwartaal")
        parser.add_argument("--kwartalen", type=_aantal, default=20, metavar="AANTAL")
        parser.add_argument("--scenario", default=Scenariobasis.NIETS_DOEN.label, metavar="NAAM")
        parser.add_argument("--json", action="store_true", help="uitvoer voor machines")

    def handle(self, *_: Any, **opties: Any) -> None:
        organisatie = organisatie_met_code(opties["organisatie"])
        toekomst = zoek_toekomst(organisatie.pk, opties["scenario"])
        tijdvak = Tarieftijdvak(opties["van"] or Kwartaal.van(vandaag()), opties["kwartalen"])
        uitkomst = prognose_van(organisatie.pk, toekomst, tijdvak, vandaag())
        if opties["json"]:
            inhoud = als_dict(uitkomst, organisatie.code, code_van(uitkomst, organisatie.pk))
            self.stdout.write(json.dumps(inhoud, ensure_ascii=False, indent=2))
            return
        self._toon(uitkomst)

    def _toon(self, uitkomst: Prognoseuitkomst) -> None:
        totaal = uitkomst.prognose.totaal
        rijen = zip(
            uitkomst.prognose.tarieven.kwartalen,
            totaal.inkomsten,
            totaal.kosten,
            totaal.saldo,
            strict=True,
        )
        self.stdout.write(f"Scenario: {uitkomst.toekomst.naam}")
        koppen = f"{'kwartaal':<10}{'inkomsten':>18}{'kosten':>18}{'saldo':>18}"
        self.stdout.write(f"{koppen}{'voltijdse jobs':>16}")
        for plaats, (tarief, *centen) in enumerate(rijen):
            kolommen = "".join(f"{bedrag(euro(int(waarde))):>18}" for waarde in centen)
            jobs = getal(totaal.vte_in_jobs(plaats))
            self.stdout.write(f"{tarief.kwartaal!s:<10}{kolommen}{jobs:>16}")
        for aanname in uitkomst.aannames:
            if aanname.let_op:
                self.stdout.write(f"Let op: {aanname.tekst}")
