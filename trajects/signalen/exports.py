"""A signal for machines; the public form of the commands."""

from typing import Any

from trajects.models import Signaal


def als_dict(signaal: Signaal) -> dict[str, Any]:
    """Number, kind, threshold in months (0: ended) and the last day of support as ISO date."""
    laatste_dag = signaal.advies.periode.laatste_dag
    return {
        "personeelsnummer": signaal.werknemer.personeelsnummer,
        "soort": signaal.soort,
        "drempel_maanden": signaal.drempel_maanden,
        "einde_ondersteuning": laatste_dag.isoformat() if laatste_dag else None,
    }
