"""A signal for machines, the public form of the commands; and the inbox as a spreadsheet."""

from datetime import date
from typing import Any, Final

from gedeeld.lijstblad import rijkolom
from trajects.models import Signaal
from trajects.signaalsoorten.soorten.einde_ondersteuning import EINDE, VERLOPEN
from trajects.signalen.signaaltekst import feit_van, over_signaal, zin_van


def _van(rij: Any, veld: str) -> Any:
    """Of the employee; None for what concerns the organisation."""
    return getattr(rij.werknemer, veld) if rij.werknemer else None


# Of a `Signaalregel` whose `stap` is the next step itself.
KOLOMMEN: Final = (
    rijkolom("Personeelsnummer", 18, lambda rij: _van(rij, "personeelsnummer")),
    rijkolom("Naam", 28, lambda rij: _van(rij, "naam")),
    rijkolom("Dienst", 24, lambda rij: ", ".join(_van(rij, "diensten") or ())),
    rijkolom("Begeleider", 22, lambda rij: _van(rij, "begeleider_naam")),
    rijkolom("Groep", 24, lambda rij: rij.groep),
    rijkolom("Soort", 24, lambda rij: rij.soort),
    rijkolom("Wat", 50, lambda rij: rij.zin, omloop=True),
    rijkolom("Dag", 14, lambda rij: rij.signaal.dag),
    rijkolom("Sinds", 14, lambda rij: rij.signaal.sinds or rij.signaal.ontstaan_op),
    rijkolom("Stand", 16, lambda rij: rij.signaal.get_status_display()),
    rijkolom("Uitgesteld tot", 16, lambda rij: rij.signaal.uitgesteld_tot),
    rijkolom("Opgevolgd door", 22, lambda rij: rij.signaal.opgevolgd_door),
    rijkolom("Toelichting", 50, lambda rij: rij.signaal.toelichting, omloop=True),
    rijkolom("Volgende stap", 50, lambda rij: rij.stap.zin, omloop=True),
)


def als_dict(signaal: Signaal, op: date) -> dict[str, Any]:
    """What it is about as `zin`; the number is null for what concerns the organisation. Of the end
    of support also the threshold in months (0: ended) and the last day as ISO date."""
    over_einde = signaal.soort in {EINDE, VERLOPEN}
    dag = signaal.dag.isoformat() if signaal.dag else None
    return {
        "personeelsnummer": signaal.werknemer.personeelsnummer if signaal.werknemer else None,
        "soort": signaal.soort,
        "drempel_maanden": signaal.drempel if over_einde else None,
        "einde_ondersteuning": dag if over_einde else None,
        "dag": dag,
        "sinds": signaal.sinds.isoformat() if signaal.sinds else None,
        "zin": zin_van(feit_van(signaal), over_signaal(signaal, op)),
    }
