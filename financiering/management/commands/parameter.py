"""`parameter CODE [--organisatie CODE] [--op JJJJ-MM-DD] [--json]` reads a value, and with
`--waarde W --vanaf JJJJ-MM-DD` sets it by the rules of the page.
"""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from typing import Any

from financiering.domein.parametergevolg import Gevolg
from financiering.domein.parameterwijziging import BevestigingNodig, Voorproef, proef, voer_door
from financiering.exports.parameter_json import als_dict
from financiering.forms.parameters import EigenWaardeformulier, LandelijkeWaardeformulier
from gebruikers.domein.opzoeken import organisatie_met_code
from gebruikers.models import Organisatie
from gedeeld.opdrachten import Geweigerd, Opdracht, leesbare_datum
from gedeeld.tijd import vandaag
from gedeeld.weergeven import bedrag, datum_voluit
from regels.domein.parameterketen import Parameterwijziging
from regels.domein.parameters import Parameterregel, laad_parameters
from regels.keuzes import Parametercode, Zekerheid
from regels.models import Bron

Waardeformulier = EigenWaardeformulier | LandelijkeWaardeformulier


class Command(Opdracht):
    help = "Toont de waarde van een parameter op een dag, of zet een nieuwe waarde vanaf een dag."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE", help="bijvoorbeeld patronale_bijdrage")
        parser.add_argument("--organisatie", metavar="CODE", help="anders de waarde voor iedereen")
        parser.add_argument(
            "--op", type=leesbare_datum, metavar="JJJJ-MM-DD", help="anders vandaag"
        )
        parser.add_argument("--waarde", metavar="W", help="de nieuwe waarde: 13,92, ja")
        parser.add_argument("--vanaf", type=leesbare_datum, metavar="JJJJ-MM-DD")
        parser.add_argument(
            "--bron",
            metavar="TEKST",
            help="waar een eigen waarde vandaan komt; voor iedereen de code van een bron",
        )
        parser.add_argument("--zekerheid", choices=Zekerheid.values, default=str(Zekerheid.E))
        parser.add_argument(
            "--bevestig", action="store_true", help="ook als cijfers van voorbije kwartalen bewegen"
        )
        parser.add_argument("--json", action="store_true", help="uitvoer voor machines")

    def handle(self, *_: Any, **opties: Any) -> None:
        code = _code(opties["code"])
        wie = organisatie_met_code(opties["organisatie"]) if opties["organisatie"] else None
        op: date = opties["op"] or vandaag()
        if (opties["waarde"] is None) != (opties["vanaf"] is None):
            raise Geweigerd("Geef --waarde en --vanaf samen: de nieuwe waarde, en vanaf welke dag.")
        if opties["waarde"] is not None:
            self._zet(_formulier(code, wie, opties), wie, bevestig=opties["bevestig"])
            op = opties["op"] or opties["vanaf"]
        self._toon(code, wie, op, als_json=opties["json"])

    def _zet(self, form: Waardeformulier, wie: Organisatie | None, *, bevestig: bool) -> None:
        if not form.is_valid():
            raise Geweigerd(_fouten(form))
        wijziging = _wijziging(form, wie)
        bevestigd = proef(wijziging, vandaag()).kenmerk if bevestig else ""
        try:
            voer_door(
                wijziging=wijziging, door=None, gezien=None, bevestigd=bevestigd, op=vandaag()
            )
        except BevestigingNodig as nodig:
            for regel in _wat_beweegt(nodig.voorproef):
                self.stderr.write(regel)
            raise Geweigerd(
                "De waarde telt in een kwartaal dat voorbij is of nu loopt. Er is niets bewaard. "
                "Klopt wat er verandert? Herhaal de opdracht met --bevestig."
            ) from nodig

    def _toon(
        self, code: Parametercode, wie: Organisatie | None, op: date, *, als_json: bool
    ) -> None:
        rij = laad_parameters(op, None if wie is None else wie.pk).regel(code)
        if als_json:
            inhoud = als_dict(code, rij, op, "" if wie is None else wie.code)
            self.stdout.write(json.dumps(inhoud, ensure_ascii=False, indent=2))
            return
        waarde = Parameterregel(code, rij).waarde_in_woorden
        self.stdout.write(f"{code.label} op {datum_voluit(op)}: {waarde}.")
        if rij is not None:
            eigen = "eigen waarde van" if rij.organisatie_id else "voor iedereen, ook"
            voor = f", {eigen} {wie.naam}" if wie is not None else ""
            self.stdout.write(f"Geldig {rij.geldig}{voor}. Bron: {rij.bron_in_woorden}.")
            for zin in (rij.toelichting, rij.tegenspraak and f"Tegenspraak: {rij.tegenspraak}"):
                if zin:
                    self.stdout.write(zin)


def _code(tekst: str) -> Parametercode:
    if tekst not in Parametercode.values:
        bekend = ", ".join(Parametercode.values)
        raise Geweigerd(f"Er is geen parameter “{tekst}”. Bekende codes: {bekend}.")
    return Parametercode(tekst)


def _formulier(
    code: Parametercode, wie: Organisatie | None, opties: dict[str, Any]
) -> Waardeformulier:
    """The form of the page, filled in: so its checks and its sentences are the same."""
    velden = {
        "waarde": opties["waarde"],
        "van": opties["vanaf"].isoformat(),
        "zekerheid": opties["zekerheid"],
    }
    if wie is not None:
        velden["bronvermelding"] = opties["bron"] or "Gezet met een opdracht op de server"
        return EigenWaardeformulier(velden, code=code, kenmerk="")
    bron = Bron.objects.filter(code=opties["bron"] or "").first()
    if bron is None:
        bekend = ", ".join(Bron.objects.order_by("code").values_list("code", flat=True))
        raise Geweigerd(
            f"Geef met --bron de code van de bron van een waarde voor iedereen. Bekend: {bekend}."
        )
    velden["bron"] = bron.pk
    return LandelijkeWaardeformulier(velden, code=code, kenmerk="", bronnen=Bron.objects.all())


def _wijziging(form: Waardeformulier, wie: Organisatie | None) -> Parameterwijziging:
    if isinstance(form, EigenWaardeformulier) and wie is not None:
        return form.wijziging(wie)
    if isinstance(form, LandelijkeWaardeformulier):
        return form.wijziging()
    raise TypeError("A value of one's own is somebody's.")


def _fouten(form: Waardeformulier) -> str:
    return " ".join(str(fout) for fouten in form.errors.values() for fout in fouten)


def _wat_beweegt(voorproef: Voorproef) -> Iterator[str]:
    yield f"{voorproef.nieuw} in plaats van {voorproef.oud}."
    for gevolg in voorproef.bewegend:
        yield _gevolg_in_woorden(gevolg)
    if not voorproef.bewegend:
        yield "Er verandert geen enkele premie en geen enkele loonkost."


def _gevolg_in_woorden(gevolg: Gevolg) -> str:
    geheel = gevolg.geheel
    return (
        f"{geheel.naam}: {geheel.wat} van {gevolg.werknemers_in_woorden}, "
        f"{gevolg.kwartalen_in_woorden}; premies {bedrag(geheel.premies.verschil)}, "
        f"loonkost {bedrag(geheel.loonkost.verschil)}."
    )
