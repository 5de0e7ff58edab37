"""For the monitoring: open to everybody, so it says yes or no and never why."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from gedeeld import gezondheid


@login_not_required
@require_safe
def toon_gezondheid(request: HttpRequest) -> JsonResponse:
    """200 when all is well; 503 when something is away or the nightly job was missed.

    `laatste_nacht_op` is the end of the last nightly run that succeeded; null: none yet.
    """
    databank = gezondheid.databank_antwoordt()
    nacht = gezondheid.nacht_van_nu() if databank else None
    delen = {
        "database": databank,
        "broker": gezondheid.broker_antwoordt(),
        "laatste_nacht": nacht is not None and not nacht.alarm,
    }
    in_orde = all(delen.values())
    laatste = None if nacht is None else nacht.laatste
    inhoud = {"in_orde": in_orde} | delen | {"laatste_nacht_op": laatste}
    return JsonResponse(inhoud, status=200 if in_orde else 503)
