"""What was recorded about the end of a contract, with the days that follow from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from gedeeld.ernst import Ernst
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_met_dag, datum_voluit, meervoud
from regels.domein.herkomst import uit_parameters
from regels.keuzes import Parametercode
from trajects.contracteinde.dagen import Einddag, op_dag
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
_GENOTEERD: Final = Uitleg("", "Zoals het genoteerd is bij dit contract.")


@dataclass(frozen=True, slots=True)
class Lopend:
    """One that was recorded, as it stands on the day `op`. `beslist`: the contract ends by it."""

    einde: Contracteinde
    op: date
    beslist: bool = False
    aandacht: str = ""
    dagen: tuple[Einddag, ...] = ()

    @property
    def zin(self) -> str:
        if self.einde.ingetrokken_op:
            dag = datum_voluit(self.einde.ingetrokken_op)
            return f"{hoofdletter(self.einde.get_wijze_display())}, ingetrokken op {dag}"
        return hoofdletter(in_woorden(self.einde, self.op))

    @property
    def stand(self) -> tuple[Ernst, str]:
        """How it is to be taken, and the word for it."""
        if not self.einde.geldt:
            return Ernst.RUSTIG, "ingetrokken"
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
    rijen = [Lopend(einde, op, beslist=einde == wint) for einde in alle]
    return sorted(rijen, key=lambda rij: not rij.einde.geldt)


def met_dagen(rij: Lopend, regels: Einderegels) -> Lopend:
    """The same with what follows from it, by the law."""
    aandacht = afwijking(rij.einde, regels) or _vorm(rij.einde)
    dagen = tuple(_dagen(rij.einde, regels))
    return Lopend(rij.einde, rij.op, beslist=rij.beslist, aandacht=aandacht, dagen=dagen)


def _vorm(einde: Contracteinde) -> str:
    fout = einde.wijze == Eindewijze.WERKGEVER and einde.bezorging == Bezorging.AFGEGEVEN
    return VORM_WERKGEVER if fout else ""


def _dagen(einde: Contracteinde, regels: Einderegels) -> Iterator[Einddag]:
    laatste = einde.laatste_dag
    if einde.wijze == Eindewijze.AKKOORD:
        yield op_dag("Getekend", einde.gegeven_op, _GENOTEERD)
    else:
        yield _gegeven(einde, regels)
        yield from _looptijd(einde, regels)
    yield from _opgeschoven(einde)
    schuift = einde.wijze == Eindewijze.WERKGEVER
    yield op_dag(
        "Laatste dag van het contract", laatste, SCHUIFT_OP if schuift else SCHUIFT_NIET_OP
    )
    if einde.nieuwe_job_op:
        yield aansluiting(laatste, einde.nieuwe_job_op)
    if einde.wijze in {Eindewijze.WERKGEVER, Eindewijze.WERKNEMER}:
        yield verlof(verlof_van(einde, regels), regels.parameters, einde.verlof_opgenomen)
    if einde.wijze == Eindewijze.WERKGEVER:
        yield from _na_ontslag(einde, regels)
    yield c4(laatste)


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


def _na_ontslag(einde: Contracteinde, regels: Einderegels) -> Iterator[Einddag]:
    gevonden = regels.zoals_genoteerd(einde)
    geboren = einde.contract.werknemer.geboortedatum
    gekend = regels.kennisgeving(einde.gegeven_op, einde.bezorging)
    yield outplacementdag(gevonden, geboren, regels.parameters)
    yield motivering(gevonden, gekend, regels.parameters)
