"""Every kind of signal and of next step, the most urgent step first.

Adding one: docs/een-signaal-toevoegen.md.
"""

from typing import Final

from trajects.signaalsoorten.soort import Regel, Signaalsoort
from trajects.signaalsoorten.soorten import (
    afronden,
    attest_verloopt,
    begint_op,
    belemmering,
    beroep_kan,
    beslissing_verwacht,
    bijsturing_kan,
    competenties,
    contract_eindigt,
    contract_open,
    einde_ondersteuning,
    evaluatie,
    fonds_zonder_antwoord,
    geen_advies,
    geen_doelen,
    geen_gesprek,
    geen_jobdoelwit,
    geen_traject,
    import_wacht,
    jobmatching,
    kwalificatie,
    mail_opgegeven,
    nacht_gemist,
    nazorg,
    nazorg_in_dienst,
    openheid,
    opvolging,
    overdrachtsgesprek,
    passage,
    plan_bespreken,
    plan_herzien,
    plan_ondertekenen,
    randvoorwaarden,
    rust,
    stage_zonder_evaluatie,
    team_onvolledig,
    terugkeergarantie,
    toestemming_ingetrokken,
    traject_na_vertrek,
    uitnodiging_open,
    uitstroom_ontbreekt,
    uitstroomdag,
    verlenging_kan,
    vertrekt,
    vorming_zonder_resultaat,
    waarden_oud,
    zonder_begeleider,
)

REGELS: Final[tuple[Regel, ...]] = (
    # Coming and going.
    contract_open.REGEL,
    uitstroom_ontbreekt.REGEL,
    toestemming_ingetrokken.REGEL,
    vertrekt.REGEL,
    nazorg.REGEL,
    traject_na_vertrek.REGEL,
    terugkeergarantie.REGEL,
    begint_op.REGEL,
    nazorg_in_dienst.REGEL,
    # From the first day.
    geen_advies.REGEL,
    openheid.REGEL,
    passage.REGEL,
    geen_traject.REGEL,
    # What cannot wait.
    beroep_kan.REGEL,
    overdrachtsgesprek.REGEL,
    stage_zonder_evaluatie.REGEL,
    geen_gesprek.REGEL,
    verlenging_kan.REGEL,
    beslissing_verwacht.REGEL,
    belemmering.REGEL,
    jobmatching.REGEL,
    # The chain of a trajectory.
    competenties.REGEL,
    randvoorwaarden.REGEL,
    geen_jobdoelwit.REGEL,
    geen_doelen.REGEL,
    uitstroomdag.REGEL,
    afronden.REGEL,
    evaluatie.REGEL,
    plan_bespreken.REGEL,
    # Beside the chain.
    contract_eindigt.REGEL,
    attest_verloopt.REGEL,
    vorming_zonder_resultaat.REGEL,
    team_onvolledig.REGEL,
    plan_herzien.REGEL,
    kwalificatie.REGEL,
    plan_ondertekenen.REGEL,
    bijsturing_kan.REGEL,
    opvolging.REGEL,
    # About the organisation: no step of an employee.
    zonder_begeleider.REGEL,
    mail_opgegeven.REGEL,
    nacht_gemist.REGEL,
    import_wacht.REGEL,
    uitnodiging_open.REGEL,
    waarden_oud.REGEL,
    fonds_zonder_antwoord.REGEL,
    # Without a step of their own.
    einde_ondersteuning.REGEL,
    rust.REGEL,
)

SIGNAALREGELS: Final = tuple(regel for regel in REGELS if regel.is_signaal)
SOORTEN: Final[dict[str, Signaalsoort]] = {
    soort.code: soort for regel in REGELS for soort in regel.soorten
}
_VOLGORDE: Final = {code: plaats for plaats, code in enumerate(SOORTEN)}
_REGEL_VAN: Final = {soort.code: regel for regel in REGELS for soort in regel.soorten}


def soort_van(code: str) -> Signaalsoort:
    """Raises KeyError for a kind that is no longer there."""
    return SOORTEN[code]


def regel_van(code: str) -> Regel:
    """The rule of a kind."""
    return _REGEL_VAN[code]


def plaats_van(code: str) -> int:
    """Where a kind stands in the order of steps."""
    return _VOLGORDE[code]


def keuzes(rol: str) -> list[tuple[str, str]]:
    """The kinds that can be a signal for this role, for a filter, by name."""
    soorten = (soort for regel in SIGNAALREGELS for soort in regel.soorten if rol in soort.voor)
    return sorted(((soort.code, soort.naam) for soort in soorten), key=lambda keuze: keuze[1])
