"""What a letter of notice says, beside what follows from the rules."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from django.core.exceptions import ValidationError

from gedeeld.periode import Periode
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_kort, datum_met_dag, getal, verkeerd_om
from werknemers.domein.contracteinde.einderegels import Einderegels, volgens_regel
from werknemers.domein.contracteinde.gevolgen import outplacement, sollicitatieverlof
from werknemers.keuzes import Bezorging, Eindewijze
from werknemers.models import Arbeidsovereenkomst, Contracteinde

VORM_WERKGEVER: Final = (
    "Een werkgever zegt op met een aangetekende brief of met een gerechtsdeurwaarder. Een brief "
    "die afgegeven is, telt niet. Kijk na hoe ze gegeven is."
)
_ZELF: Final = "Vul in wat er in de brief staat: voor dit contract rekenen we dit niet uit."
_LATER: Final = "Noteer dit op de dag zelf of erna."
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Opzegbrief:
    """As typed; `eerste_dag` and `laatste_dag` None: as the rules say."""

    wijze: Eindewijze
    bezorging: str
    gegeven_op: date
    eerste_dag: date | None
    laatste_dag: date | None

    def periode(self, contract: Arbeidsovereenkomst, regels: Einderegels) -> Periode:
        """Raises ValidationError by field."""
        if self.wijze == Eindewijze.AKKOORD:
            return self._periode_van_akkoord()
        volgens = volgens_regel(contract, regels, self.wijze, self.gegeven_op, self.bezorging)
        if volgens is None and None in {self.eerste_dag, self.laatste_dag}:
            raise ValidationError({"laatste_dag": _ZELF})
        begin = self.eerste_dag or (volgens.van if volgens else self.gegeven_op)
        laatste = self.laatste_dag or regels.vanaf(self.wijze, begin).laatste_dag
        if laatste < begin:
            raise ValidationError({"laatste_dag": verkeerd_om(begin, laatste)})
        return Periode.tem(begin, laatste)

    def eis_dag(self, contract: Arbeidsovereenkomst) -> None:
        """What happened lies in the contract and not ahead. Raises ValidationError by field."""
        if self.gegeven_op > vandaag():
            raise ValidationError({"gegeven_op": _LATER})
        if self.gegeven_op not in contract.periode:
            zin = f"Op {datum_kort(self.gegeven_op)} liep dit contract niet ({contract.periode})."
            raise ValidationError({"gegeven_op": zin})

    def _periode_van_akkoord(self) -> Periode:
        if self.laatste_dag is None:
            raise ValidationError({"laatste_dag": "Vul in op welke dag het contract eindigt."})
        if self.laatste_dag < self.gegeven_op:
            zin = verkeerd_om(self.gegeven_op, self.laatste_dag)
            raise ValidationError({"laatste_dag": zin})
        return Periode.tem(self.gegeven_op, self.laatste_dag)


def afwijking(einde: Contracteinde, regels: Einderegels) -> str:
    """What the rules say about a notice whose letter says something else; "" when it does not."""
    wijze = Eindewijze(einde.wijze)
    volgens = volgens_regel(einde.contract, regels, wijze, einde.gegeven_op, einde.bezorging)
    if volgens is None or volgens.laatste_dag is None or volgens == einde.periode:
        return ""
    return (
        f"Volgens de regels begint ze op {datum_met_dag(volgens.van)} en loopt ze t.e.m. "
        f"{datum_met_dag(volgens.laatste_dag)}."
    )


def verlof_van(einde: Contracteinde, regels: Einderegels, tot: date | None = None) -> Decimal:
    """Days of leave to look for work in the whole of a notice that was given; `tot`: up to the
    day on which something else ended the contract first."""
    gevonden = regels.zoals_genoteerd(einde)
    contract, recht = einde.contract, None
    if einde.wijze == Eindewijze.WERKGEVER:
        recht = outplacement(gevonden, contract.werknemer.geboortedatum, regels.parameters)
    niet_gelopen = (gevonden.laatste_dag - tot).days // _WEEK if tot else 0
    heel, rest = (
        sollicitatieverlof(
            replace(gevonden, weken=weken),
            contract.tewerkstellingsbreuk,
            regels.parameters,
            met_outplacement=recht is not None,
        )
        for weken in (gevonden.weken, min(niet_gelopen, gevonden.weken))
    )
    return heel - rest


def vragen_over_brief(einde: Contracteinde, regels: Einderegels) -> Iterator[str]:
    """What somebody has to look at before it is kept."""
    if einde.wijze == Eindewijze.WERKGEVER and einde.bezorging == Bezorging.AFGEGEVEN:
        yield VORM_WERKGEVER
    if zin := afwijking(einde, regels):
        yield f"{zin} Kijk na wat er in de brief staat."


def vraag_over_verlof(einde: Contracteinde, regels: Einderegels) -> str:
    recht = verlof_van(einde, regels)
    if einde.verlof_opgenomen <= recht:
        return ""
    return (
        f"Er zijn {getal(recht)} dagen sollicitatieverlof in deze opzegging, en je noteert er "
        f"{getal(einde.verlof_opgenomen)}. Kijk het aantal na."
    )
