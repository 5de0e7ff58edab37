"""What an employee answered to the plan on paper, in words."""

from django import template
from django.utils.safestring import SafeString

from gedeeld.templatetags.onderdelen import toestand
from gedeeld.weergeven import datum_voluit
from trajects.keuzes import Planantwoord
from trajects.models import Planbespreking

register = template.Library()

_KLEUREN = {Planantwoord.JA: "groen", Planantwoord.DEELS: "oranje", Planantwoord.NEE: "rood"}


@register.filter
def antwoord_op_plan(bespreking: Planbespreking) -> SafeString | str:
    antwoord = Planantwoord(bespreking.antwoord)
    if antwoord not in _KLEUREN:
        return antwoord.label
    return toestand(_KLEUREN[antwoord], antwoord.label)


@register.filter
def besproken(bespreking: Planbespreking) -> str:
    """When and in which language, and whether the employee signed."""
    getekend = bespreking.ondertekend_op
    einde = f"ondertekend op {datum_voluit(getekend)}" if getekend else "niet ondertekend"
    dag = datum_voluit(bespreking.besproken_op)
    return f"Besproken op {dag} in het {bespreking.taal_in_woorden}; {einde}."
