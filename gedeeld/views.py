"""For the monitoring, and for when something breaks: open to all, so never a word about why."""

import sys
from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from gedeeld.gezondheid.peiling import peil
from gedeeld.verzoek.inzendingen import SLEUTELVELD
from gedeeld.verzoek.storing import Bewaarstand, is_storing
from gedeeld.verzoek.verzoekgrens import is_klein
from gedeeld.web import NietGevonden

_WACHT_S: Final = 30
# What nobody should find in a page, also not in the one to send it again.
_GEHEIM: Final = "password"
_ZINNEN: Final = {
    Bewaarstand.NIETS: (
        "Er is niets bewaard. Wat je typte, is er nog. Verstuur het over een minuut opnieuw."
    ),
    Bewaarstand.ALLES: "Wat je verstuurde, is bewaard. Alleen de pagina erna kwam niet.",
    Bewaarstand.ONZEKER: (
        "We weten niet of dit bewaard is. Verstuur het gerust opnieuw: het komt er één keer in."
    ),
}
# Of what is not sent again: a file would not be known as the same, a password stands in no page.
_ZINNEN_ZONDER: Final = _ZINNEN | {
    Bewaarstand.NIETS: "Er is niets bewaard. Probeer het over een minuut opnieuw.",
    Bewaarstand.ONZEKER: (
        "We weten niet of dit bewaard is. Kijk het na voor je het opnieuw verstuurt."
    ),
}


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


def niet_gevonden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for what is not there (404), with the sentence of who looked for it."""
    zin = exception.zin if isinstance(exception, NietGevonden) else ""
    return render(request, "404.html", {"zin": zin}, status=404)


def serverfout(request: HttpRequest) -> HttpResponse:
    """The page for what went wrong with us (500), or when the database did not answer (503).

    It says what became of what was sent, and offers to send it again as it was: it needs neither
    the database nor a script. Files cannot come along.
    """
    verstuurd = request.method == "POST"
    storing = is_storing(sys.exc_info()[1], bij_bewaren=verstuurd)
    stand = getattr(request, "bewaard", Bewaarstand.NIETS)
    bestanden = verstuurd and _is_gelezen(request) and bool(request.FILES)
    mee = verstuurd and (stand == Bewaarstand.NIETS or not bestanden)
    velden = _velden(request) if mee else []
    context = {
        "zin": (_ZINNEN if velden else _ZINNEN_ZONDER)[stand] if verstuurd else "",
        "opnieuw": [] if stand == Bewaarstand.ALLES else velden,
        "met_bestand": bestanden,
    }
    inhoud = render_to_string("503.html" if storing else "500.html", context)
    if storing:
        return HttpResponse(inhoud, status=503, headers={"Retry-After": str(_WACHT_S)})
    return HttpResponse(inhoud, status=500)


def _is_gelezen(request: HttpRequest) -> bool:
    """Whether the form can be had: read before, or small enough to read from whomever it is."""
    try:
        return hasattr(request, "_post") or (is_klein(request) and request.POST is not None)
    except (MultiPartParserError, UnreadablePostError):
        return False


def _velden(request: HttpRequest) -> list[tuple[str, str]]:
    """What was sent, by name; nothing when it holds a password or no token to send it with."""
    if not _is_gelezen(request) or SLEUTELVELD not in request.POST:
        return []
    if any(_GEHEIM in naam for naam in request.POST):
        return []
    return [(naam, waarde) for naam in request.POST for waarde in request.POST.getlist(naam)]
