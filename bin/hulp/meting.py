"""make bench: the funding model beside the least that any program must do."""

from hulp.omgeving import test_omgeving
from hulp.processen import voer_op_voorgrond_uit
from hulp.virtueel import PYTHON, zorg_voor_pakketten


def bench(argumenten: list[str]) -> int:
    """1 when a limit is not kept; needs no database."""
    zorg_voor_pakketten(ontwikkeling=True)
    # One thread for both: what is measured is work, not how many share it.
    omgeving = test_omgeving() | {"OPENBLAS_NUM_THREADS": "1"}
    opdracht = [str(PYTHON), "-m", "tests.financiering.meting", *argumenten]
    return voer_op_voorgrond_uit(opdracht, omgeving=omgeving)
