"""Which values a parameter can have, by its unit; further off it is a slip of the keyboard."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.core.exceptions import ValidationError

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.domein.parameters import eenheid_van, in_woorden
from regels.keuzes import Eenheid, Parametercode


@dataclass(frozen=True, slots=True)
class Grens:
    """From `laagste` to `hoogste`, with at most so many decimals."""

    hoogste: int
    decimalen: int = 2
    laagste: int = 0


_PER_EENHEID: Final = {
    Eenheid.DAGEN: Grens(366, decimalen=0),
    Eenheid.WEKEN: Grens(260, decimalen=0),
    Eenheid.MAANDEN: Grens(120, decimalen=0),
    Eenheid.JAAR: Grens(100, decimalen=0),
    Eenheid.WERKDAGEN: Grens(60, decimalen=0, laagste=1),
    Eenheid.EURO: Grens(1_000_000),
    Eenheid.UREN: Grens(2_000),
    Eenheid.PROCENT: Grens(100),
    Eenheid.KEER: Grens(10),
    Eenheid.EURO_PER_MAAND: Grens(100_000),
    Eenheid.EURO_PER_KWARTAAL: Grens(100_000),
    Eenheid.KWARTAAL: Grens(20, decimalen=0, laagste=1),
    Eenheid.CATEGORIE: Grens(3, decimalen=0, laagste=1),
    Eenheid.JA_NEE: Grens(1, decimalen=0),
}
# A year has twelve months of wage, and what comes on top has two decimals. A review that comes
# every zero months is always late.
_PER_CODE: Final = {
    Parametercode.LOONMAANDEN: Grens(24, laagste=12),
    Parametercode.VOLTIJDSE_WEEK: Grens(48, laagste=30),
    Parametercode.EVALUATIE_MAANDEN: Grens(60, decimalen=0, laagste=1),
}


def grens_van(code: Parametercode) -> Grens:
    return _PER_CODE.get(code) or _PER_EENHEID[eenheid_van(code)]


def controleer_waarde(code: Parametercode, waarde: Decimal) -> None:
    """Raise ValidationError at `waarde` with what is wrong and how to mend it."""
    zin = _bezwaar(code, grens_van(code), waarde)
    if zin:
        raise ValidationError({"waarde": zin})


def _bezwaar(code: Parametercode, grens: Grens, waarde: Decimal) -> str:
    if waarde < 0:
        return "Een waarde kan niet negatief zijn."
    if waarde < grens.laagste:
        return f"Deze waarde is minstens {in_woorden(code, Decimal(grens.laagste))}."
    if waarde > grens.hoogste:
        return f"Deze waarde is hoogstens {in_woorden(code, Decimal(grens.hoogste))}."
    if waarde != round(waarde, grens.decimalen):
        return (
            f"Schrijf hoogstens {grens.decimalen} cijfers na de komma."
            if grens.decimalen
            else "Schrijf een geheel getal, zonder komma."
        )
    return ""


def raakt_wat_loopt(periode: Periode, op: date) -> bool:
    """Whether a value counts in a quarter that is over, or in the one of the day `op`."""
    return periode.van <= Kwartaal.van(op).laatste_dag
