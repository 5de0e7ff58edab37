"""Every kind of signal and of next step, the most urgent step first.

Adding one: docs/een-signaal-toevoegen.md.
"""

from typing import Final

from trajects.signaalsoorten.soort import Regel, Soort
from trajects.signaalsoorten.soorten import (
    attest_verloopt,
    contract_eindigt,
    einde_ondersteuning,
    fonds_zonder_antwoord,
    geen_gesprek,
    import_wacht,
    mail_opgegeven,
    overdrachtsgesprek,
    stage_zonder_evaluatie,
    terugkeergarantie,
    toestemming_ingetrokken,
    uitnodiging_open,
    vorming_zonder_resultaat,
    waarden_oud,
)

REGELS: Final[tuple[Regel, ...]] = (
    toestemming_ingetrokken.REGEL,
    overdrachtsgesprek.REGEL,
    stage_zonder_evaluatie.REGEL,
    geen_gesprek.REGEL,
    einde_ondersteuning.REGEL,
    contract_eindigt.REGEL,
    attest_verloopt.REGEL,
    terugkeergarantie.REGEL,
    vorming_zonder_resultaat.REGEL,
    # About the organisation: no step of an employee.
    mail_opgegeven.REGEL,
    import_wacht.REGEL,
    uitnodiging_open.REGEL,
    waarden_oud.REGEL,
    fonds_zonder_antwoord.REGEL,
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
