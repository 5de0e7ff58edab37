"""What was recorded about the end of a contract, with the days that follow from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gedeeld.ernst import Ernst
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_met_dag, datum_voluit, meervoud
from regels.domein.herkomst import uit_parameters
from regels.keuzes import Parametercode
from trajects.contracteinde.dagen import EIGEN_KENNIS, Einddag, op_dag
from trajects.contracteinde.gevolgdagen import c4, motivering, outplacementdag, verlof
from trajects.contracteinde.nieuwe_job import aansluiting
from trajects.contracteinde.opzegdagen import SCHUIFT_NIET_OP, SCHUIFT_OP, begin, duur
from werknemers.domein.contracteinde.brief import VORM_WERKGEVER, afwijking, verlof_van
from werknemers.domein.contracteinde.einderegels import Einderegels, niet_te_rekenen
from werknemers.domein.contracteinde.lopend import beslissend, hoofdletter, in_woorden
from werknemers.keuzes import Bezorging, Eindewijze
from werknemers.models import Contracteinde

_TE_BEVESTIGEN: Final = (Ernst.LET_OP, "te bevestigen")
_VOORBIJ: Final = (Ernst.RUSTIG, "voorbij")
_INGEHAALD: Final = Uitleg(
    "",
    "Het contract eindigt op een andere dag: door de tegenopzegging of het akkoord dat ook "
    "genoteerd is.",
)
# docs/regels.md#end-of-a-contract
_VERVALT: Final = Uitleg(
    "",
    "Sollicitatieverlof en de vraag naar de redenen (CAO 109) horen bij een opzegging. We nemen "
    "aan dat ze vervallen als jullie samen een einde afspreken: vraag het na bij het sociaal "
    "secretariaat.",
    bron=EIGEN_KENNIS,
)
_GENOTEERD: Final = Uitleg("", "Zoals het genoteerd is bij dit contract.")


@dataclass(frozen=True, slots=True)
class Lopend:
    """One that was recorded, as it stands on the day `op`; `slot` is what the contract ends by,
    None when nothing counts any more."""

    einde: Contracteinde
    op: date
    slot: Contracteinde | None = None
    aandacht: str = ""
    dagen: tuple[Einddag, ...] = ()

    @property
    def beslist(self) -> bool:
        """Whether the contract ends by this one."""
        return self.einde == self.slot

    @property
    def ingehaald(self) -> bool:
        """Whether it counts and the contract ends by something else."""
        return self.einde.geldt and not self.beslist

    @property
    def zin(self) -> str:
        if self.einde.ingetrokken_op:
            dag = datum_voluit(self.einde.ingetrokken_op)
            return f"{hoofdletter(self.einde.get_wijze_display())}, ingetrokken op {dag}"
        return hoofdletter(in_woorden(self.einde, self.op))

    @property
    def stand(self) -> tuple[Ernst, str]:
        """How it is to be taken, and the word for it."""
        if not (self.einde.geldt and self.beslist):
            return Ernst.RUSTIG, "ingehaald" if self.ingehaald else "ingetrokken"
        if self.op_contract:
            return Ernst.GOED, "op contract"
        if self.op > self.einde.laatste_dag:
            return _TE_BEVESTIGEN if self.te_bevestigen else _VOORBIJ
        if self.einde.wijze == Eindewijze.AKKOORD:
            return Ernst.RUSTIG, "afgesproken"
        if self.op < self.einde.periode.van:
            return Ernst.RUSTIG, "gepland"
        return Ernst.LET_OP, "loopt"

    @property
    def op_contract(self) -> bool:
        """Whether the contract ends on this day by itself too."""
        return self.beslist and self.einde.contract.periode.laatste_dag == self.einde.laatste_dag

    @property
    def te_bevestigen(self) -> bool:
        """Whether the contract goes on after it, so that its end can be put there."""
        return (
            self.beslist
            and not self.op_contract
            and self.einde.laatste_dag in self.einde.contract.periode
        )


def lees_lopend(eindes: Iterable[Contracteinde], op: date) -> list[Lopend]:
    """Without the days; what was withdrawn comes last."""
    alle = list(eindes)
    wint = beslissend(alle)
    rijen = [Lopend(einde, op, wint) for einde in alle]
    return sorted(rijen, key=lambda rij: not rij.einde.geldt)


def met_dagen(rij: Lopend, regels: Einderegels) -> Lopend:
    """The same with what follows from it, by the law."""
    aandacht = afwijking(rij.einde, regels) or _vorm(rij.einde)
    return replace(rij, aandacht=aandacht, dagen=tuple(_dagen(rij, regels)))


def _vorm(einde: Contracteinde) -> str:
    fout = einde.wijze == Eindewijze.WERKGEVER and einde.bezorging == Bezorging.AFGEGEVEN
    return VORM_WERKGEVER if fout else ""


def _dagen(rij: Lopend, regels: Einderegels) -> Iterator[Einddag]:
    einde = rij.einde
    if einde.wijze == Eindewijze.AKKOORD:
        yield op_dag("Getekend", einde.gegeven_op, _GENOTEERD)
    else:
        yield _gegeven(einde, regels)
        yield from _looptijd(einde, regels)
    yield from _opgeschoven(einde)
    if rij.ingehaald:
        yield op_dag("Laatste dag volgens deze opzegging", einde.laatste_dag, _INGEHAALD)
    else:
        yield from _slot(einde)
    yield from _rechten(rij, regels)
    if not rij.ingehaald:
        yield c4(einde.laatste_dag)


def _slot(einde: Contracteinde) -> Iterator[Einddag]:
    schuift = einde.wijze == Eindewijze.WERKGEVER
    uitleg = SCHUIFT_OP if schuift else SCHUIFT_NIET_OP
    yield op_dag("Laatste dag van het contract", einde.laatste_dag, uitleg)
    if einde.nieuwe_job_op:
        yield aansluiting(einde.laatste_dag, einde.nieuwe_job_op)


def _rechten(rij: Lopend, regels: Einderegels) -> Iterator[Einddag]:
    """What notice gives a right to, up to the day on which the contract does end; an agreement
    takes its place, as far as we know."""
    einde, slot = rij.einde, rij.slot
    if slot is None or einde.wijze == Eindewijze.TEGEN:
        return
    if slot.wijze == Eindewijze.AKKOORD:
        yield Einddag(
            "Sollicitatieverlof en redenen vragen", "vervallen door het akkoord", _VERVALT
        )
        return
    tot = slot.laatste_dag if rij.ingehaald else None
    yield verlof(verlof_van(einde, regels, tot), regels.parameters, einde.verlof_opgenomen)
    if einde.wijze == Eindewijze.WERKGEVER:
        yield from _na_ontslag(einde, regels, tot)


def _gegeven(einde: Contracteinde, regels: Einderegels) -> Einddag:
    """When it was given and from when it counts."""
    gekend = regels.kennisgeving(einde.gegeven_op, einde.bezorging)
    waarde = f"{datum_met_dag(einde.gegeven_op)}, {einde.get_bezorging_display()}"
    if einde.bezorging != Bezorging.AANGETEKEND:
        return Einddag("Gegeven", waarde, _GENOTEERD)
    regel = "Een aangetekende brief werkt na drie werkdagen, feestdagen niet meegeteld."
    uitleg = uit_parameters(regel, regels.parameters, Parametercode.AANGETEKEND)
    return Einddag("Gegeven", f"{waarde}; werkt vanaf {datum_met_dag(gekend)}", uitleg)


def _looptijd(einde: Contracteinde, regels: Einderegels) -> Iterator[Einddag]:
    """From when and how long, as the letter says, with what the law says about that."""
    gevonden = regels.zoals_genoteerd(einde)
    yield begin(gevonden, regels)
    if not niet_te_rekenen(einde.contract, regels):
        yield duur(Eindewijze(einde.wijze), gevonden, regels)


def _opgeschoven(einde: Contracteinde) -> Iterator[Einddag]:
    if einde.schorsingsdagen:
        yield Einddag("Opgeschoven", meervoud(einde.schorsingsdagen, "dag", "dagen"), SCHUIFT_OP)


def _na_ontslag(einde: Contracteinde, regels: Einderegels, tot: date | None) -> Iterator[Einddag]:
    gevonden = regels.zoals_genoteerd(einde, tot)
    geboren = einde.contract.werknemer.geboortedatum
    gekend = regels.kennisgeving(einde.gegeven_op, einde.bezorging)
    yield outplacementdag(gevonden, geboren, regels.parameters)
    yield motivering(gevonden, gekend, regels.parameters)
