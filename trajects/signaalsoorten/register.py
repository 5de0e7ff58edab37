"""Every kind of signal and of next step, the most urgent step first.

Adding one: docs/een-signaal-toevoegen.md.
"""

from typing import Final

from trajects.signaalsoorten.soort import Regel, Soort
from trajects.signaalsoorten.soorten import (
    beroep_kan,
    beslissing_verwacht,
    bijsturing_kan,
    einde_ondersteuning,
    evaluatie,
    geen_gesprek,
    import_wacht,
    kwalificatie,
    mail_opgegeven,
    opvolging,
    plan_bespreken,
    plan_herzien,
    plan_ondertekenen,
    team_onvolledig,
    uitnodiging_open,
    verlenging_kan,
    waarden_oud,
)

REGELS: Final[tuple[Regel, ...]] = (
    beroep_kan.REGEL,
    geen_gesprek.REGEL,
    evaluatie.REGEL,
    verlenging_kan.REGEL,
    plan_bespreken.REGEL,
    team_onvolledig.REGEL,
    plan_herzien.REGEL,
    kwalificatie.REGEL,
    plan_ondertekenen.REGEL,
    beslissing_verwacht.REGEL,
    bijsturing_kan.REGEL,
    opvolging.REGEL,
    einde_ondersteuning.REGEL,
    # About the organisation: no step of an employee.
    mail_opgegeven.REGEL,
    import_wacht.REGEL,
    uitnodiging_open.REGEL,
    waarden_oud.REGEL,
)

SIGNAALREGELS: Final = tuple(regel for regel in REGELS if regel.is_signaal)
SOORTEN: Final[dict[str, Soort]] = {
    soort.code: soort for regel in REGELS for soort in regel.soorten
}
_VOLGORDE: Final = {code: plaats for plaats, code in enumerate(SOORTEN)}
_REGEL_VAN: Final = {soort.code: regel for regel in REGELS for soort in regel.soorten}


def soort_van(code: str) -> Soort:
    """Raises KeyError for a kind that is no longer there."""
    return SOORTEN[code]


def regel_van(code: str) -> Regel:
    """The rule of a kind."""
    return _REGEL_VAN[code]


def plaats_van(code: str) -> int:
    """Where a kind stands in the order of steps."""
    return _VOLGORDE[code]


def keuzes() -> list[tuple[str, str]]:
    """The kinds that can be a signal, for a filter."""
    return [(soort.code, soort.naam) for regel in SIGNAALREGELS for soort in regel.soorten]
