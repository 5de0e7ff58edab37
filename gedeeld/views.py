"""For the monitoring: open to everybody, so it says which part is not well and never why."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from gedeeld.peiling import peil


@login_not_required
@require_safe
def toon_gezondheid(request: HttpRequest) -> JsonResponse:
    """200 when all is well; 503 when a part is not, or does not answer within two seconds.

    `laatste_nacht_op` is the end of the last nightly run that succeeded; null: none yet.
    """
    peiling = peil()
    in_orde = all(peiling.delen.values())
    inhoud = {
        "in_orde": in_orde,
        **peiling.delen,
        "laatste_nacht_op": peiling.laatste_nacht_op,
    }
    return JsonResponse(inhoud, status=200 if in_orde else 503)
