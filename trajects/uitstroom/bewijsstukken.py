"""What is on file about the path of an employee, for who must account for an end of contract: where
the support stands, and each part of the openness dossier."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gedeeld.weergeven import datum_voluit, en, meervoud
from trajects.keuzes import Dossierdeel
from trajects.openheidsdossier.dossier import Openheidsdossier, stel_dossier_samen
from trajects.openheidsdossier.stuk import Openheidsstuk
from werknemers.domein.ondersteuning import bepaal
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Bewijsstuk:
    """One thing that is there or not, in a word; `wat` is a whole sentence, `details` are more."""

    aanwezig: bool
    wat: str
    woord: str = ""
    details: tuple[str, ...] = ()

    @property
    def stand(self) -> str:
        return self.woord or ("genoteerd" if self.aanwezig else "ontbreekt")


def bewijsstukken(werknemer: Werknemer, op: date) -> list[Bewijsstuk]:
    """End of support, what the dossier holds, and what it misses; a fixed number of reads."""
    dossier = stel_dossier_samen(werknemer, op)
    delen = (_deel(deel, stukken) for deel, stukken in dossier.per_deel)
    return [_einde(werknemer, op), *delen, _volledig(dossier)]


def _einde(werknemer: Werknemer, op: date) -> Bewijsstuk:
    """Reached when the last day of support is the last one in service, or lies before it."""
    steun = bepaal(werknemer.adviezen.all(), op)
    bereikt = steun.laatste_dag is not None and steun.laatste_dag <= op
    woord = "bereikt" if bereikt else "nog niet bereikt"
    return Bewijsstuk(bereikt, f"Einde van de ondersteuning op die dag: {steun.in_woorden}.", woord)


def _deel(deel: Dossierdeel, stukken: Iterable[Openheidsstuk]) -> Bewijsstuk:
    regels = tuple(map(_in_woorden, stukken))
    aantal = meervoud(len(regels), "stuk", "stukken") if regels else "nog niets"
    return Bewijsstuk(bool(regels), f"{deel.label}: {aantal}.", details=regels)


def _in_woorden(stuk: Openheidsstuk) -> str:
    return f"{datum_voluit(stuk.op)}: {stuk.wat}" if stuk.op else stuk.wat


def _volledig(dossier: Openheidsdossier) -> Bewijsstuk:
    if dossier.compleet:
        return Bewijsstuk(True, "Het openheidsdossier is volledig.", "volledig")
    gaten = en([gat.label for gat in dossier.gaten])
    return Bewijsstuk(False, f"In het openheidsdossier ontbreekt nog: {gaten}.", "onvolledig")
