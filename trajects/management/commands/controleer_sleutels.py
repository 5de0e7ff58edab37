"""`controleer_sleutels [--json]`: whether the keys fit the database, for after a restore."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

from gedeeld.opdrachten import Geweigerd, Opdracht
from gedeeld.versleuteling import OnleesbareWaarde, ontsleutel, ontsleutel_bytes
from trajects.models import Bijlage
from werknemers.domein.insz import zoek_insz
from werknemers.models import Importopdracht, Werknemer


@dataclass(slots=True)
class Sleuteltelling:
    """How many values there are, and how many of them the keys do not fit."""

    insz: int = 0
    insz_onleesbaar: int = 0
    insz_onvindbaar: int = 0
    bestanden: int = 0
    bestanden_onleesbaar: int = 0

    @property
    def in_orde(self) -> bool:
        return not (self.insz_onleesbaar or self.insz_onvindbaar or self.bestanden_onleesbaar)

    def tel_insz(self, geheim: str, zoekwaarde: str | None) -> None:
        self.insz += 1
        try:
            self.insz_onvindbaar += zoek_insz(ontsleutel(geheim)) != zoekwaarde
        except OnleesbareWaarde:
            self.insz_onleesbaar += 1

    def tel_bestand(self, geheim: bytes) -> None:
        self.bestanden += 1
        try:
            ontsleutel_bytes(geheim)
        except OnleesbareWaarde:
            self.bestanden_onleesbaar += 1


def _tel() -> Sleuteltelling:
    telling = Sleuteltelling()
    # As text: the field itself would stop at the first value that no key opens.
    geheimen = Werknemer.objects.exclude(insz="").annotate(geheim=Cast("insz", TextField()))
    for geheim, zoekwaarde in geheimen.values_list("geheim", "insz_hash").iterator():
        telling.tel_insz(geheim, zoekwaarde)
    for inhoud in _bestanden():
        telling.tel_bestand(inhoud)
    return telling


def _bestanden() -> Iterator[bytes]:
    """One at a time, with what was said of the rows of an import; one that was cleared away holds
    nothing any more."""
    velden = ((Bijlage, "inhoud"), (Importopdracht, "inhoud"), (Importopdracht, "antwoorden"))
    for soort, veld in velden:
        for inhoud in soort.objects.values_list(veld, flat=True).iterator(chunk_size=1):
            if inhoud:
                yield bytes(inhoud)


class Command(Opdracht):
    help = "Kijkt of VERSLEUTELINGSSLEUTELS en ZOEKSLEUTEL passen bij wat de databank bewaart."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="uitvoer voor machines")

    def handle(self, **opties: Any) -> None:
        telling = _tel()
        if opties["json"]:
            self.stdout.write(json.dumps(asdict(telling) | {"in_orde": telling.in_orde}))
        if not telling.in_orde:
            raise Geweigerd(
                f"De sleutels passen niet: van {telling.insz} INSZ zijn er "
                f"{telling.insz_onleesbaar} niet te lezen en {telling.insz_onvindbaar} niet op te "
                f"zoeken, van {telling.bestanden} bestanden zijn er "
                f"{telling.bestanden_onleesbaar} niet te lezen. Zet in VERSLEUTELINGSSLEUTELS alle "
                "sleutels die ooit golden, en in ZOEKSLEUTEL die van het begin."
            )
        if not opties["json"]:
            self.stdout.write(
                f"De sleutels passen: {telling.insz} INSZ en {telling.bestanden} bestanden gelezen."
            )
