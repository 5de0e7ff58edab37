"""What each gap says to who fills it: in a sentence, and on which page of the employee."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from trajects.keuzes import Dossiergat
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Gatregel:
    """`waar` is the page of the employee and `sectie` the part of it where it is filled in."""

    gat: Dossiergat
    zin: str
    waar: str
    sectie: str


_REGELS: Final[Mapping[Dossiergat, tuple[str, str, str]]] = {
    Dossiergat.PASSAGE: (
        "Kies welke bijzondere passage in het contract staat, en overloop ze samen.",
        "contract", "openheid",
    ),
    Dossiergat.UITLEG: (
        "Overloop de passage mondeling met {0}, met een tolk als dat helpt.",
        "contract", "openheid",
    ),
    Dossiergat.BEVESTIGING: (
        "Vraag {0} in eigen woorden wat de passage betekent, en noteer de dag.",
        "contract", "openheid",
    ),
    Dossiergat.GESPREK: (
        "Noteer een gesprek over het einddoel. Een vertrouwelijke notitie telt niet mee.",
        "contract", "openheid",
    ),
    Dossiergat.JOBDOELWIT: ("Kies samen met {0} een jobdoelwit.", "plan", "jobdoelwit"),
    Dossiergat.DOEL: ("Spreek samen een eerste doel af op weg naar die job.", "plan", "doelen"),
    Dossiergat.BESPREKING: (
        "Overloop het plan op papier met {0}, en noteer het antwoord.", "plan", "planbesprekingen"
    ),
    Dossiergat.VORMING: ("Schrijf {0} in voor een vorming.", "plan", "vorming"),
    Dossiergat.ATTEST: (
        "Voeg bij elk attest het bestand toe: minstens één heeft er nog geen.", "plan", "vorming"
    ),
    Dossiergat.OVERDRACHT: (
        "Bereid de overdracht naar de volgende werkgever voor.", "overgang", "overdracht"
    ),
}  # fmt: skip


def gatregels(gaten: Iterable[Dossiergat], werknemer: Werknemer) -> list[Gatregel]:
    return [_regel(gat, werknemer.voornaam) for gat in gaten]


def _regel(gat: Dossiergat, voornaam: str) -> Gatregel:
    zin, waar, sectie = _REGELS[gat]
    return Gatregel(gat, zin.format(voornaam), waar, sectie)
