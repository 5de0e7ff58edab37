"""What of a scenario or an amount can be counted at all."""

from datetime import date
from typing import Final

from financiering.domein.tarieven import MEESTE_KWARTALEN
from financiering.models import Scenarioblad, Scenarioinstroom
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit
from werknemers.models import Dienst

# No amount of this sector is older, no forecast goes further.
GELDJAREN: Final = Periode.tem(date(2015, 1, 1), date(2060, 12, 31))
GELDJAREN_ZIN: Final = "Bedragen tellen van 2015 tot en met 2060. Kijk het jaartal na."


def te_laat(deel: Scenarioinstroom | Scenarioblad, dag: date) -> str:
    """Why what begins on a day is in no forecast; else "". An amount counts from the first quarter
    that begins on the day or later."""
    laatste = Kwartaal.van(vandaag()) + (MEESTE_KWARTALEN - 1)
    uiterste = laatste.laatste_dag if isinstance(deel, Scenarioinstroom) else laatste.eerste_dag
    if dag <= uiterste:
        return ""
    return (
        f"Dit telt nooit mee: een prognose gaat hoogstens tot en met {laatste}. "
        f"Kies een dag tot en met {datum_voluit(uiterste)}."
    )


def gesloten(dienst: Dienst) -> str:
    """Why nobody starts in a service; else ""."""
    if dienst.actief:
        return ""
    return f"{dienst} is gesloten, dus daar start niemand meer. Kies een andere dienst."
