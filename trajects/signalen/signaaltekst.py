"""What a signal says, in one sentence; the same on screen and in mail."""

from datetime import date

from gedeeld.periode import dag_erna
from gedeeld.weergeven import datum_voluit, duur


def in_een_zin(laatste_dag: date, op: date) -> str:
    """As in "ondersteuning stopt over 3 maanden, t.e.m. 28 februari 2027"."""
    if laatste_dag < op:
        return f"ondersteuning afgelopen op {datum_voluit(laatste_dag)}, nog in dienst"
    if laatste_dag == op:
        return "ondersteuning stopt na vandaag"
    over = duur(op, dag_erna(laatste_dag))
    return f"ondersteuning stopt over {over}, t.e.m. {datum_voluit(laatste_dag)}"
