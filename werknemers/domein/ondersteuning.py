"""Where an employee stands in the support: until when, which advice ends it, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gedeeld.periode import Periode, ketens
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_kort, datum_voluit, en, nog_tot
from regels.keuzes import IN_KWARTALEN
from werknemers.domein.adviesloop import is_gestopt, volledige_periode
from werknemers.domein.termijn import begin_volgens_regel
from werknemers.keuzes import Steun
from werknemers.models import Adviesperiode

REGEL = (
    "De ondersteuning loopt tot de laatste dag van de ononderbroken reeks adviezen. "
    "Een verlenging die de dag erna begint, schuift het einde op."
)


@dataclass(frozen=True, slots=True)
class Ondersteuning:
    """The support of one employee on the day `op`; `keten` is the chain of advice that counts, and
    `hierna` the next one, after a gap."""

    op: date
    steun: Steun
    keten: Periode | None = None
    slotadvies: Adviesperiode | None = None
    begint_op: date | None = None
    hierna: Periode | None = None

    @property
    def laatste_dag(self) -> date | None:
        return None if self.keten is None else self.keten.laatste_dag

    @property
    def onderbreking(self) -> str:
        """The gap before the next advice, as a sentence; "" when there is none."""
        if self.hierna is None or self.keten is None or self.keten.tot is None:
            return ""
        leeg = Periode(self.keten.tot, self.hierna.van)
        return (
            f"Daarna is er geen ondersteuning van {datum_voluit(leeg.van)} "
            f"t.e.m. {datum_voluit(leeg.laatste_dag or leeg.van)}: het volgende advies begint op "
            f"{datum_voluit(self.hierna.van)}."
        )

    @property
    def in_woorden(self) -> str:
        """As in "nog 7 maanden, t.e.m. 30 juni 2027"; says as well when there is nothing to end."""
        if self.laatste_dag is not None:
            return f"{nog_tot(self.op, self.laatste_dag)}, t.e.m. {datum_voluit(self.laatste_dag)}"
        if self.begint_op is not None:
            return f"nog niet gestart, begint op {datum_voluit(self.begint_op)}"
        return "nog geen advies"


def bepaal(adviezen: Iterable[Adviesperiode], op: date) -> Ondersteuning:
    """The support on a day from all advice of one employee.

    The chain that began last on or before the day counts (docs/regels.md#end-of-support). The
    same rule for many employees at once is `WerknemerQuerySet.met_ondersteuning`.
    """
    alle = sorted(adviezen, key=lambda advies: advies.periode)
    reeks = ketens(advies.periode for advies in alle)
    begonnen = [keten for keten in reeks if keten.van <= op]
    if not begonnen:
        if not alle:
            return Ondersteuning(op, Steun.GEEN)
        return Ondersteuning(op, Steun.NOG_NIET, begint_op=alle[0].periode.van)
    keten = begonnen[-1]
    slot = next(advies for advies in alle if advies.periode.tot == keten.tot)
    steun = Steun.LOOPT if op in keten else Steun.VERLOPEN
    hierna = next(iter(reeks[len(begonnen) :]), None)
    return Ondersteuning(op, steun, keten, slot, hierna=hierna)


def leg_uit(adviezen: Iterable[Adviesperiode], op: date) -> Uitleg:
    """Why the support ends when it does: each advice that the end follows from."""
    stand = bepaal(adviezen, op)
    schakels = [
        advies
        for advies in sorted(adviezen, key=lambda advies: advies.periode)
        if stand.keten is not None and stand.keten.omvat(advies.periode)
    ]
    invoer = tuple(
        (
            f"{advies.get_soort_display()}, besluit van {datum_voluit(advies.besluitdatum)}",
            f"{advies.periode}{_gestopt(advies)}",
        )
        for advies in schakels
    )
    return Uitleg(
        antwoord=stand.in_woorden,
        regel=" ".join(filter(None, (REGEL, stand.onderbreking))),
        invoer=invoer,
        bron=_bron(schakels),
    )


def _gestopt(advies: Adviesperiode) -> str:
    vol = volledige_periode(advies).laatste_dag
    if vol is None or not is_gestopt(advies):
        return ""
    return f", door een beslissing; eerst t.e.m. {datum_kort(vol)}"


def _bron(schakels: Sequence[Adviesperiode]) -> str:
    """Said of the advices of which it is true: an extension begins when the one before it ends,
    and a transition follows no quarters."""
    volgens = [advies for advies in schakels if _volgt_de_regel(advies)]
    if not volgens:
        return ""
    wat = "De termijn"
    if len(volgens) < len(schakels):
        besluiten = [datum_voluit(advies.besluitdatum) for advies in volgens]
        wat = f"De termijn van het advies van {en(besluiten)}"
    return f"{wat} loopt vanaf het kwartaal van het besluit (vlaanderen.be, individueel maatwerk)."


def _volgt_de_regel(advies: Adviesperiode) -> bool:
    begin = begin_volgens_regel(advies.soort, advies.besluitdatum)
    return advies.soort in IN_KWARTALEN and advies.periode.van == begin
