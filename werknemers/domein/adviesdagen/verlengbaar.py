"""Which advice cannot be extended, and what the employer can do instead."""

from typing import Final

from regels.keuzes import NIET_VERLENGBAAR, SoortAdvies
from werknemers.domein.adviesloop import is_gestopt
from werknemers.models import Adviesperiode

# docs/regels.md#adjustment-and-extension
_TWEE_JAAR: Final = (
    "Een advies van 2 jaar kan niet verlengd worden. Is er nog ondersteuning nodig? Dan kan de "
    "werkgever een nieuwe premie aanvragen. Onder welke voorwaarden dat kan, is niet bekend: vraag "
    "het na bij VDAB."
)
# docs/regels.md#lde-transition
_LDE: Final = (
    "Een LDE-overgang wordt niet verlengd. Om de ondersteuning te houden, vraagt de werkgever een "
    "evaluatie aan bij VDAB."
)
GESTOPT: Final = (
    "Een beslissing heeft dit advies vroeger stopgezet. Of er daarna nog ondersteuning kan, is "
    "niet bekend: vraag het na bij VDAB."
)
_KORT_TWEE_JAAR: Final = "Vraag na bij VDAB of een nieuwe premie kan."
_KORT_LDE: Final = "Vraag een evaluatie aan bij VDAB."


def waarom_niet_verlengbaar(advies: Adviesperiode) -> str:
    """What can be done instead; "" for advice that can be extended."""
    if advies.soort in NIET_VERLENGBAAR:
        return _TWEE_JAAR
    if advies.soort == SoortAdvies.LDE_OVERGANG:
        return _LDE
    return GESTOPT if is_gestopt(advies) else ""


def wat_wel(soort: str) -> str:
    """The same as something to do, for a list."""
    return _KORT_LDE if soort == SoortAdvies.LDE_OVERGANG else _KORT_TWEE_JAAR
