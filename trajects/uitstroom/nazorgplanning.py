"""The moments of aftercare that plan themselves when somebody leaves."""

from typing import Final

from django.core.exceptions import ValidationError

from regels.domein.parameters import ParameterOnbekend, laad_parameters
from regels.keuzes import Parametercode
from trajects.keuzes import ZONDER_NAZORG
from trajects.models import Nazorgmoment, Uitstroom

MOMENTEN: Final = (
    Parametercode.NAZORG_1,
    Parametercode.NAZORG_2,
    Parametercode.NAZORG_3,
    Parametercode.NAZORG_4,
)
_TE_VROEG: Final = "Voor die dag weten we niet wanneer nazorg volgt. Kijk het jaartal na."


def plan_nazorg(uitstroom: Uitstroom) -> None:
    """The moments of the rules of the last day; those with a result stay as they are.

    Inside the transaction of the caller. Raises ValidationError on a day without rules.
    """
    weken = _weken(uitstroom)
    uitstroom.nazorg.open().exclude(weken__in=weken).delete()
    momenten = [Nazorgmoment(uitstroom=uitstroom, weken=aantal) for aantal in weken]
    Nazorgmoment.objects.bulk_create(momenten, ignore_conflicts=True)


def _weken(uitstroom: Uitstroom) -> set[int]:
    if uitstroom.bestemming in ZONDER_NAZORG:
        return set()
    regels = laad_parameters(uitstroom.datum, uitstroom.werknemer.organisatie_id)
    try:
        return {regels.aantal(code) for code in MOMENTEN}
    except ParameterOnbekend as fout:
        raise ValidationError({"datum": _TE_VROEG}) from fout
