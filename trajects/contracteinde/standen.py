"""What happened about the end of each contract of an employee, for the page of the contracts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef

from gebruikers.rechten import HeeftRol
from gedeeld.meelezen import als_records, mee_heel
from trajects.contracteinde.lopend import Lopend, lees_lopend
from werknemers.domein.contracteinde.lopend import nog_mogelijk
from werknemers.models import Arbeidsovereenkomst, Contracteinde, Werknemer


@dataclass(frozen=True, slots=True)
class Eindestand:
    """`kan_erbij`: whether something can happen next that is not written down yet."""

    contract: Arbeidsovereenkomst
    rijen: list[Lopend]
    kan_erbij: bool


def eindes_erbij(lezer: HeeftRol) -> dict[str, Any]:
    """What `lees_standen` wants annotated on the employee."""
    eindes = Contracteinde.objects.zichtbaar_voor(lezer)
    return {"einderijen": mee_heel(eindes.filter(contract__werknemer=OuterRef("pk")))}


def lees_standen(werknemer: Werknemer, op: date) -> list[Eindestand]:
    """Of contracts that are not over, and of those about which something was written down."""
    per_contract: dict[int, list[Contracteinde]] = {}
    for einde in als_records(Contracteinde, werknemer.einderijen):  # type: ignore[attr-defined]
        per_contract.setdefault(einde.contract_id, []).append(einde)
    standen = [
        _stand(contract, per_contract.get(contract.pk, []), op)
        for contract in werknemer.contracten.all()
    ]
    return [stand for stand in standen if stand.rijen or stand.kan_erbij]


def _stand(contract: Arbeidsovereenkomst, eindes: Iterable[Contracteinde], op: date) -> Eindestand:
    alle = list(eindes)
    for einde in alle:
        einde.contract = contract
    kan_erbij = bool(nog_mogelijk(alle)) and not contract.periode.voorbij(op)
    return Eindestand(contract, lees_lopend(alle, op), kan_erbij)
