"""The last day of each contract that was ended by notice or agreement: one entry a contract."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from trajects.kalender.afspraken import Agendabron, Agendadagen, Agendapunt
from werknemers.domein.contracteinde.lopend import beslissend
from werknemers.models import Contracteinde


def _lees(eindes: Any, dagen: Agendadagen) -> Iterator[Agendapunt]:
    rijen: Any = eindes.met_laatste_dag().filter(dagen.telt_mee()).select_related("contract")
    op_contract = rijen.order_by("contract", "pk")
    for _, van_contract in groupby(op_contract, key=lambda einde: einde.contract_id):
        yield from _van_contract(list(van_contract), dagen)


def _van_contract(eindes: Iterable[Contracteinde], dagen: Agendadagen) -> Iterator[Agendapunt]:
    """What it ends by; when all of that was withdrawn, that it does not end any more."""
    *_, laatste = eindes
    contract, geldt = laatste.contract, beslissend(eindes)
    gewijzigd = max(einde.gewijzigd_op for einde in eindes)
    if geldt is None and gewijzigd < dagen.sinds:
        return
    # Who left earlier than the letter says, left then.
    einde_van_contract = contract.periode.laatste_dag
    dag = (geldt or laatste).laatste_dag
    if einde_van_contract is not None:
        dag, gewijzigd = min(dag, einde_van_contract), max(gewijzigd, contract.gewijzigd_op)
    yield Agendapunt(contract.pk, contract.werknemer_id, dag, gewijzigd, vervallen=geldt is None)


CONTRACTEINDES: Final = Agendabron(
    soort="einde-contract",
    titel="Einde contract",
    plek="trajects:contract#contracteinde",
    model=Contracteinde,
    werknemer="contract__werknemer",
    lees=_lees,
    van_iedereen=True,
)
