"""Whether the support of an employee can be extended, from which percentage, and if not, why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from gedeeld.weergeven import datum_voluit
from regels.models import Startpakket
from werknemers.domein.adviesdagen.verlengbaar import waarom_niet_verlengbaar
from werknemers.domein.premies import laad_startpakketten, schijven_van
from werknemers.models import Adviesperiode, Werknemer


@dataclass(frozen=True, slots=True)
class Verlengbaarheid:
    """`advies` is the last one, None without. `percentage` is its last step. `waarom_niet` is ""
    when an extension can be asked."""

    advies: Adviesperiode | None
    percentage: int | None
    waarom_niet: str

    @property
    def kan(self) -> bool:
        return not self.waarom_niet


def verlengbaarheid(werknemer: Werknemer, op: date) -> Verlengbaarheid:
    """Four queries."""
    adviezen = werknemer.adviezen.prefetch_related("schijven")
    return bepaal_verlengbaarheid(werknemer.voornaam, adviezen, laad_startpakketten(), op)


def bepaal_verlengbaarheid(
    wie: str, adviezen: Iterable[Adviesperiode], startpakketten: Iterable[Startpakket], op: date
) -> Verlengbaarheid:
    """Pure once read. The advice that ends last counts."""
    laatste = max(adviezen, key=attrgetter("periode"), default=None)
    if laatste is None:
        return Verlengbaarheid(None, None, f"{wie} heeft nog geen advies.")
    schijven = schijven_van(laatste, startpakketten)
    percentage = max(schijven, key=attrgetter("periode")).percentage if schijven else None
    return Verlengbaarheid(laatste, percentage, _waarom_niet(laatste, percentage, op))


def _waarom_niet(laatste: Adviesperiode, percentage: int | None, op: date) -> str:
    if reden := waarom_niet_verlengbaar(laatste):
        return reden
    einde = laatste.periode.laatste_dag
    if einde is not None and einde < op:
        return (
            f"De ondersteuning stopte op {datum_voluit(einde)}. Een verlenging kan dan niet meer. "
            "Vraag bij VDAB na of er een nieuw advies kan komen."
        )
    if percentage is None:
        return "Bij het laatste advies staat geen percentage. Vul de schijven eerst aan."
    return ""
