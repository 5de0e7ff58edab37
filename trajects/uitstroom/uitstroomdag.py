"""On which day somebody can leave: in service by then, and once for each time in service."""

from datetime import date

from django.core.exceptions import ValidationError

from gedeeld.weergeven import datum_voluit
from trajects.models import Uitstroom


def eis_dag(uitstroom: Uitstroom, datum: date) -> None:
    """Raises ValidationError when the day cannot be the last one in service.

    Between two outflows a contract begins: two for one departure would count it twice. The caller
    holds the lock on the employee.
    """
    if uitstroom.pk and datum == uitstroom.datum:
        return
    werknemer = uitstroom.werknemer
    begindagen = sorted(contract.periode.van for contract in werknemer.contracten.all())
    if begindagen and datum < begindagen[0]:
        eerste = datum_voluit(begindagen[0])
        zin = f"{werknemer.voornaam} begon pas op {eerste}. Kies een latere dag."
        raise ValidationError({"datum": zin})
    for ander in werknemer.uitstromen.exclude(pk=uitstroom.pk):
        vroeger, later = sorted((ander.datum, datum))
        if not any(vroeger < dag <= later for dag in begindagen):
            raise ValidationError({"datum": _zin(ander)})


def _zin(ander: Uitstroom) -> str:
    return (
        f"Er staat al een uitstroom op {datum_voluit(ander.datum)}. Pas die aan. "
        "Een tweede kan pas na een nieuw contract."
    )
