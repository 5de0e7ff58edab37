"""What the law says about the end of one contract, and what follows from it for a notice."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gedeeld.periode import Periode, hele_maanden, ketens
from gedeeld.weergeven import datum_voluit
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode, Tabelcode
from regels.models import Regeltabel
from werknemers.domein.contracteinde.opzegging import (
    Opzegging,
    begint_na,
    laatste_opzegging,
    opzegging,
    werkt_op,
)
from werknemers.keuzes import Bezorging, Eindewijze, SoortContract
from werknemers.models import Arbeidsovereenkomst, Contracteinde

TABELLEN: Final = {
    Eindewijze.WERKGEVER: Tabelcode.OPZEG_WERKGEVER,
    Eindewijze.WERKNEMER: Tabelcode.OPZEG_WERKNEMER,
    Eindewijze.TEGEN: Tabelcode.TEGENOPZEG,
}
_WEEK: Final = 7
_VOOR_2014: Final = (
    "Wie voor 2014 in dienst kwam, heeft een opzegging in twee delen. Die rekenen we niet uit: "
    "vraag ze aan het sociaal secretariaat."
)
_NIET_ONBEPAALD: Final = (
    "Dit is een contract van {soort}. Het eindigt op zijn eigen manier; deze dagen zijn voor "
    "contracten van onbepaalde duur."
)
_VOORBIJ: Final = "Dit contract liep tot en met {dag}. Er is geen opzegging meer te tellen."
_BEKEND: Final = (
    "Dit contract heeft al een laatste dag: {dag}. Er is geen opzegging meer te tellen. Klopt die "
    "dag niet? Pas dan het contract aan."
)


@dataclass(frozen=True)
class Einderegels:
    """What the law says for one contract; `sinds` is since when the employee is in service without
    a break, and `sinds_gekend` whether there is a table for who began then."""

    sinds: date
    sinds_gekend: bool
    parameters: Parameters
    tabellen: Mapping[str, Regeltabel]

    @property
    def werkdagen(self) -> int:
        """After which a registered letter counts."""
        return self.parameters.aantal(Parametercode.AANGETEKEND)

    def laatste(self, wijze: Eindewijze, uiterlijk: date) -> Opzegging | None:
        return laatste_opzegging(self.sinds, uiterlijk, self.tabellen[TABELLEN[wijze]])

    def vanaf(self, wijze: Eindewijze, begin: date) -> Opzegging:
        return opzegging(self.sinds, begin, self.tabellen[TABELLEN[wijze]])

    def gegeven(self, wijze: Eindewijze, dag: date, bezorging: str) -> Opzegging:
        """The notice that begins with what was given on this day."""
        return self.vanaf(wijze, begint_na(self.kennisgeving(dag, bezorging)))

    def kennisgeving(self, dag: date, bezorging: str) -> date:
        """On which day it counts as given: what is handed over counts at once."""
        return werkt_op(dag, self.werkdagen) if bezorging == Bezorging.AANGETEKEND else dag

    def zoals_genoteerd(self, einde: Contracteinde, tot: date | None = None) -> Opzegging:
        """The notice that the letter says, with the days by which it moved; `tot` as in
        `brief.verlof_van`."""
        dagen = einde.periode.dagen or 0
        weken, rest = divmod(dagen + _WEEK - 1, _WEEK)
        verschuiving = einde.schorsingsdagen + rest - (_WEEK - 1)
        maanden = hele_maanden(self.sinds, einde.periode.van)
        gevonden = Opzegging(einde.periode.van, maanden, weken, verschuiving)
        if tot is None:
            return gevonden
        return replace(gevonden, verschuiving=verschuiving + (tot - gevonden.laatste_dag).days)


def laad_einderegels(contract: Arbeidsovereenkomst, parameters: Parameters) -> Einderegels:
    """Three queries."""
    perioden = [ander.periode for ander in contract.werknemer.contracten.all()]
    sinds = next(reeks.van for reeks in ketens(perioden) if contract.periode.van in reeks)
    gekend = Regeltabel.objects.op(sinds).exists()
    tabellen = Regeltabel.objects.op(contract.periode.van).select_related("bron")
    return Einderegels(sinds, gekend, parameters, {tabel.code: tabel for tabel in tabellen})


def niet_te_rekenen(contract: Arbeidsovereenkomst, regels: Einderegels) -> str:
    """Why no notice can be worked out for this contract; "" when it can."""
    if contract.soort != SoortContract.ONBEPAALD:
        return _NIET_ONBEPAALD.format(soort=contract.get_soort_display())
    return "" if regels.sinds_gekend else _VOOR_2014


def waarom_niet(contract: Arbeidsovereenkomst, regels: Einderegels, *, loopt: bool = False) -> str:
    """Why there is no notice to plan for this contract; "" when there is.

    `loopt`: something was given already, so that a last day that is known is no reason.
    """
    laatste = contract.periode.laatste_dag
    if laatste is not None and laatste < regels.parameters.op:
        return _VOORBIJ.format(dag=datum_voluit(laatste))
    if reden := niet_te_rekenen(contract, regels):
        return reden
    return _BEKEND.format(dag=datum_voluit(laatste)) if laatste and not loopt else ""


def volgens_regel(
    contract: Arbeidsovereenkomst,
    regels: Einderegels,
    wijze: Eindewijze,
    dag: date,
    bezorging: str,
) -> Periode | None:
    """From when until when a notice runs that was given on this day; None when that cannot be
    worked out, or for an agreement."""
    if wijze not in TABELLEN or niet_te_rekenen(contract, regels):
        return None
    gevonden = regels.gegeven(wijze, dag, bezorging)
    return Periode.tem(gevonden.begin, gevonden.laatste_dag)
