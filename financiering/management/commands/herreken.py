"""`herreken CODE|BESTAND [--json]`: exit 0 the same cents, 1 other cents, 2 no receipt to use."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from django.core.management.base import CommandError

from financiering.domein.bewijsvandaag import leg_naast_vandaag
from financiering.models import Rekenbewijs
from gedeeld.bewijs.bewijscode import lees_code
from gedeeld.bewijs.papier import Bewijsbestand, Bewijsfout, lees_bestand
from gedeeld.bewijs.verschil import Naast
from gedeeld.opdrachten import Opdracht
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit, meervoud

_ONBEKEND: Final = (
    "“{wat}” is geen bestand en geen code van een bewaard bewijs. Een code ziet er zo uit: "
    "7F3K-Q2MX-0ABC-9DEF."
)
_ONLEESBAAR: Final = 2


class Command(Opdracht):
    help = "Rekent een bewijs na, en zegt wat er vandaag anders is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bewijs", metavar="CODE|BESTAND")
        parser.add_argument("--json", action="store_true", help="uitvoer voor machines")

    def handle(self, *_: Any, **opties: Any) -> None:
        try:
            bewijs = _zoek(opties["bewijs"])
            naast = leg_naast_vandaag(bewijs, vandaag())
        except Bewijsfout as fout:
            raise CommandError(str(fout), returncode=_ONLEESBAAR) from fout
        if opties["json"]:
            inhoud = _als_dict(bewijs, naast)
            self.stdout.write(json.dumps(inhoud, ensure_ascii=False, indent=2))
        else:
            self._toon(bewijs, naast)
        if not naast.klopt:
            raise CommandError(
                f"Deze versie rekent anders dan versie {bewijs.versie}: "
                f"{meervoud(len(naast.andere_uitkomst), 'bedrag', 'bedragen')}."
            )

    def _toon(self, bewijs: Bewijsbestand, naast: Naast) -> None:
        dag = datum_voluit(bewijs.dag)
        self.stdout.write(f"Bewijs {bewijs.code}, berekend op {dag} met versie {bewijs.versie}.")
        if naast.klopt:
            self.stdout.write("Nagerekend: tot op de cent hetzelfde.")
        for verschil in naast.andere_uitkomst:
            self.stdout.write(f"  {verschil}")
        if naast.zonder_vandaag:
            self.stdout.write(naast.zonder_vandaag)
        elif not naast.anders:
            self.stdout.write("Vandaag tellen we met precies hetzelfde.")
        else:
            self.stdout.write("Dit is vandaag anders:")
            for verschil in naast.anders:
                self.stdout.write(f"  {verschil}")


def _zoek(wat: str) -> Bewijsbestand:
    """From a file when there is one, else by the code of what was kept. Raises Bewijsfout."""
    pad = Path(wat)
    if pad.is_file():
        return lees_bestand(pad.read_bytes())
    code = lees_code(wat)
    rij = None if code is None else Rekenbewijs.objects.filter(code=code).first()
    if rij is None:
        raise Bewijsfout(_ONBEKEND.format(wat=wat))
    return rij.bewijs


def _als_dict(bewijs: Bewijsbestand, naast: Naast) -> dict[str, Any]:
    return {
        "code": bewijs.code,
        "soort": bewijs.soort,
        "dag": bewijs.dag.isoformat(),
        "versie": bewijs.versie,
        "klopt": naast.klopt,
        "andere_uitkomst": [asdict(verschil) for verschil in naast.andere_uitkomst],
        "vandaag_anders": [asdict(verschil) for verschil in naast.anders],
        "zonder_vandaag": naast.zonder_vandaag,
    }
