"""How the last day of a contract lies beside the first day of the next job."""

from datetime import date
from typing import Final

from gedeeld.periode import Periode, dag_erna
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_met_dag, meervoud
from trajects.contracteinde.dagen import Einddag

_UITLEG: Final = Uitleg(
    "",
    "De dagen tussen de laatste dag van dit contract en de eerste dag van de nieuwe job. Wie op "
    "dezelfde dag bij twee werkgevers in dienst is, heeft met elk van beide afspraken nodig.",
)


def aansluiting(laatste_dag: date, nieuwe_job: date) -> Einddag:
    return Einddag("Tegenover de nieuwe job", in_woorden(laatste_dag, nieuwe_job), _UITLEG)


def in_woorden(laatste_dag: date, nieuwe_job: date) -> str:
    """Whether a day is missing or counted twice between the two."""
    vrij, begint = dag_erna(laatste_dag), f"de nieuwe job begint op {datum_met_dag(nieuwe_job)}"
    if nieuwe_job > vrij:
        return f"{_dagen(vrij, nieuwe_job)} ertussen: {begint}"
    if nieuwe_job < vrij:
        return f"{_dagen(nieuwe_job, vrij)} overlap: {begint}"
    return f"sluit aan: {begint}"


def _dagen(van: date, tot: date) -> str:
    return meervoud(Periode(van, tot).dagen or 0, "dag", "dagen")
