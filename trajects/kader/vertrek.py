"""How it is with somebody who left or is about to: what was written down, and what comes next."""

from dataclasses import dataclass
from datetime import date

from trajects.kader.nazorgbeeld import nazorgbeeld
from trajects.kader.uitstroombeeld import uitstroom_van
from trajects.kader.werknemerbeeld import Werknemerbeeld
from trajects.keuzes import Fase
from trajects.models import Nazorgmoment, Uitstroom


@dataclass(frozen=True, slots=True)
class Vertrek:
    """`uitstroom` None when nothing was written down, or when the employee came back since;
    `nu` is the aftercare to ask now, `straks` the day of what comes next."""

    uitstroom: Uitstroom | None = None
    nu: Nazorgmoment | None = None
    straks: date | None = None
    is_terug: bool = False


def lees_vertrek(beeld: Werknemerbeeld) -> Vertrek | None:
    """None for who is at work, and before the first day in service.

    No query for who follows a trajectory at work, at most three for who left; for a reader who
    may see the plan of this employee.
    """
    if beeld.diensten:
        return _uit_dienst_straks(beeld)
    return _uit_dienst(beeld) if beeld.is_vertrokken else None


def _uit_dienst_straks(beeld: Werknemerbeeld) -> Vertrek | None:
    """Registering an outflow puts the trajectory in aftercare, or ends it, before the last day."""
    in_nazorg = beeld.traject is not None and beeld.traject.fase == Fase.NAZORG
    if beeld.traject is not None and not in_nazorg:
        return None
    uitstroom = uitstroom_van(beeld.werknemer)
    if uitstroom is not None and uitstroom.datum >= beeld.op:
        return Vertrek(uitstroom)
    return Vertrek(is_terug=uitstroom is not None) if in_nazorg else None


def _uit_dienst(beeld: Werknemerbeeld) -> Vertrek:
    uitstroom = uitstroom_van(beeld.werknemer)
    if uitstroom is None or uitstroom.datum >= beeld.op:
        return Vertrek(uitstroom)
    nazorg = nazorgbeeld(uitstroom, beeld.op, beeld.contracten)
    nu = nazorg.aan_de_beurt
    return Vertrek(uitstroom, nu.moment if nu else None, nazorg.volgende_op(beeld.op))
