"""`maak_plan PERSONEELSNUMMER --organisatie CODE --uit BESTAND.pdf [--taal nl]`"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, Final

from gebruikers.domein.opzoeken import organisatie_met_code
from gebruikers.models import Organisatie
from gedeeld.opdrachten import Geweigerd, Opdracht
from gedeeld.tijd import vandaag
from trajects.plan_pdf.exports import maak_met_bewijs
from trajects.plan_pdf.planinhoud import stel_plan_samen
from werknemers.models import Werknemer

TALEN: Final = ("nl",)


class Command(Opdracht):
    """Whoever runs commands on the server may read the log, so the plan holds the talks."""

    help = "Maakt het doorstroomplan van één werknemer als PDF."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("personeelsnummer", metavar="PERSONEELSNUMMER")
        parser.add_argument("--organisatie", metavar="CODE", required=True)
        parser.add_argument("--uit", metavar="BESTAND.pdf", required=True, type=Path)
        parser.add_argument("--taal", default="nl", help="taal van het plan; voorlopig alleen nl")

    def handle(self, *_: Any, **opties: Any) -> None:
        taal = opties["taal"]
        if taal not in TALEN:
            raise Geweigerd(f"Een plan in taal “{taal}” bestaat nog niet. Kies --taal nl.")
        uit: Path = opties["uit"]
        _eis_schrijfbaar(uit)
        organisatie = organisatie_met_code(opties["organisatie"])
        werknemer = _werknemer(organisatie, opties["personeelsnummer"])
        plan = stel_plan_samen(werknemer, op=vandaag(), met_teksten=True)
        try:
            uit.write_bytes(maak_met_bewijs(plan, None))
        except OSError as fout:
            raise Geweigerd(
                f"We kunnen {uit} niet bewaren. "
                "Kijk na of je daar mag schrijven en of er plaats is."
            ) from fout
        self.stdout.write(f"Het plan van {werknemer} staat in {uit}.")


def _eis_schrijfbaar(uit: Path) -> None:
    if uit.is_dir():
        raise Geweigerd(f"{uit} is een map. Geef bij --uit een bestand: {uit / 'plan.pdf'}.")
    if not uit.parent.is_dir():
        raise Geweigerd(f"De map {uit.parent} bestaat niet. Maak ze eerst, of kies een andere map.")


def _werknemer(organisatie: Organisatie, nummer: str) -> Werknemer:
    """The employee with this number. Raises Geweigerd."""
    mensen = Werknemer.objects.select_related("organisatie", "begeleider")
    try:
        return mensen.get(organisatie=organisatie, personeelsnummer=nummer)
    except Werknemer.DoesNotExist:
        raise Geweigerd(
            f"Bij {organisatie} is er niemand met personeelsnummer “{nummer}”. Kijk het nummer na."
        ) from None
