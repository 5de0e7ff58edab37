"""The value of a Regelparameter on a day, for an organisation."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from regels.keuzes import EENHEID, Eenheid, Parametercode
from regels.models import Regelparameter


class ParameterOnbekend(LookupError):
    """No value of this parameter is in force on the day, or its value is not known."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """Every parameter in force on the day `op` for one organisation; read once, asked often."""

    op: date
    gevonden: dict[str, Regelparameter]

    def regel(self, code: Parametercode) -> Regelparameter | None:
        """The row with value, source and certainty; None when there is none."""
        return self.gevonden.get(code)

    def waarde(self, code: Parametercode) -> Decimal | None:
        """The value in the unit of the code; None when it is not known."""
        regel = self.regel(code)
        return None if regel is None else regel.waarde

    def aantal(self, code: Parametercode) -> int:
        """A whole number of weeks or months. Raises ParameterOnbekend."""
        waarde = self.waarde(code)
        if waarde is None:
            raise ParameterOnbekend(f"{code.label} is niet bekend op {self.op}.")
        return int(waarde)


def laad_parameters(op: date, organisatie_id: int | None) -> Parameters:
    """One query; a value of the organisation goes before the national one."""
    rijen = Regelparameter.objects.van(organisatie_id).op(op).select_related("bron")
    in_volgorde = sorted(rijen, key=lambda rij: rij.organisatie_id is not None)
    return Parameters(op, {rij.code: rij for rij in in_volgorde})


def eenheid_van(code: str) -> Eenheid:
    return EENHEID[Parametercode(code)]
