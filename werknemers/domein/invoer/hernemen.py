"""An import whose worker died, or whose bell was never heard: begun again, or given back."""

from datetime import timedelta
from typing import Any, Final

from django.db import transaction

from gedeeld.tijd import nu
from werknemers.models import Importopdracht
from werknemers.schrijvers import IMPORTS

# A task that has not come by then, or was not heard of since it began, was probably lost.
VERLOREN_NA: Final = timedelta(minutes=2)
# How often a step may begin: a fourth try would not help.
HOOGSTENS: Final = 3

Status = Importopdracht.Status
_NIET_GELEZEN: Final = "Het lezen lukte drie keer niet. Kies het bestand opnieuw."
_NIET_INGEBRACHT: Final = (
    "Het inbrengen lukte drie keer niet. Er is niets veranderd. Probeer het later opnieuw, of "
    "vraag het na bij je beheerder."
)
_NIET_TERUG: Final = (
    "Het ongedaan maken lukte drie keer niet. Er is niets veranderd. Probeer het later opnieuw, of "
    "vraag het na bij je beheerder."
)


def lijkt_verloren(opdracht: Importopdracht) -> bool:
    """Whether its task should have come by now, so that asking again makes sense."""
    return opdracht.bezig and opdracht.gevraagd_op <= nu() - VERLOREN_NA


@transaction.atomic
def te_hernemen() -> list[Importopdracht]:
    """The imports whose step must be asked for again.

    One that a worker is at this moment is locked, and left alone. One that began `HOOGSTENS` times
    goes back to the user, or is refused when it could not even be read; one that never began only
    waits for a worker, however long.
    """
    verloren = Importopdracht.objects.licht().filter(
        status__in=Importopdracht.BEZIG, gevraagd_op__lte=nu() - VERLOREN_NA
    )
    vast = verloren.order_by("pk").select_for_update(of=("self",), skip_locked=True)
    return [opdracht for opdracht in vast if not _geef_op(opdracht)]


def _geef_op(opdracht: Importopdracht) -> bool:
    """Whether it was tried often enough; it goes back then."""
    if opdracht.pogingen < HOOGSTENS:
        return False
    return IMPORTS.schrijf(opdracht, _terug(opdracht), door=None, actie="teruggezet")


def _terug(opdracht: Importopdracht) -> dict[str, Any]:
    """What the user finds: the preview or what was brought in, with a sentence, or a file that was
    refused."""
    if opdracht.status == Status.TERUG:
        return {"status": Status.KLAAR, "weigering": _NIET_TERUG, "pogingen": 0}
    if opdracht.status == Status.WACHT:
        return {"status": Status.GEWEIGERD, "weigering": _NIET_GELEZEN, "pogingen": 0}
    return {"status": Status.NAKIJKEN, "weigering": _NIET_INGEBRACHT, "pogingen": 0}
