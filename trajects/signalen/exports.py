"""A signal for machines, the public form of the commands; and the inbox as a spreadsheet."""

from typing import Any, Final

from gedeeld.lijstblad import rijkolom
from trajects.models import Signaal

# Of a `Signaalregel` whose `stap` is the next step itself.
KOLOMMEN: Final = (
    rijkolom("Personeelsnummer", 18, lambda rij: rij.werknemer.personeelsnummer),
    rijkolom("Naam", 28, lambda rij: rij.werknemer.naam),
    rijkolom("Dienst", 24, lambda rij: ", ".join(rij.werknemer.diensten)),
    rijkolom("Begeleider", 22, lambda rij: rij.werknemer.begeleider_naam),
    rijkolom("Groep", 24, lambda rij: rij.groep),
    rijkolom("Soort", 24, lambda rij: rij.signaal.get_soort_display()),
    rijkolom("Einde ondersteuning", 18, lambda rij: rij.signaal.advies.periode.laatste_dag),
    rijkolom("Sinds", 14, lambda rij: rij.signaal.ontstaan_op),
    rijkolom("Stand", 16, lambda rij: rij.signaal.get_status_display()),
    rijkolom("Uitgesteld tot", 16, lambda rij: rij.signaal.uitgesteld_tot),
    rijkolom("Opgevolgd door", 22, lambda rij: rij.signaal.opgevolgd_door),
    rijkolom("Toelichting", 50, lambda rij: rij.signaal.toelichting, omloop=True),
    rijkolom("Volgende stap", 50, lambda rij: rij.stap.zin, omloop=True),
)


def als_dict(signaal: Signaal) -> dict[str, Any]:
    """Number, kind, threshold in months (0: ended) and the last day of support as ISO date."""
    laatste_dag = signaal.advies.periode.laatste_dag
    return {
        "personeelsnummer": signaal.werknemer.personeelsnummer,
        "soort": signaal.soort,
        "drempel_maanden": signaal.drempel_maanden,
        "einde_ondersteuning": laatste_dag.isoformat() if laatste_dag else None,
    }
