"""What somebody ordered: the page that waits for it, and the download. The apps above order with
`begin_uitvoer`."""

from datetime import timedelta
from typing import Any, Final, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from gebruikers.rechten import is_lid
from gebruikers.verzoek import Verzoek
from gedeeld.models import Uitvoer
from gedeeld.tasks import bel_voor_uitvoer
from gedeeld.tijd import nu
from gedeeld.uitvoer.bestelling import Bestelling, bestel
from gedeeld.uitvoer.bundel import eerste_bestand, stroom_zip
from gedeeld.uitvoer.soorten import soort_van
from gedeeld.uitvoer.werk import STIL_NA
from gedeeld.versleuteling import OnleesbareWaarde
from gedeeld.web import ZIP, download, download_stroom, toon, vereist, wil_fragment

# One document takes about a second; who waits for many looks less often.
_KORT_NA: Final = timedelta(seconds=5)
_RECENT: Final = 5
# Who orders more than this in the days that it is kept has them in their own files by now.
_HOOGSTENS: Final = 100


class Gevraagd(NamedTuple):
    """The own orders that are still kept: the last few, and those that fold open."""

    recent: list[Uitvoer]
    eerder: list[Uitvoer]


def begin_uitvoer(request: Verzoek, bestelling: Bestelling) -> HttpResponse:
    """Order it for who asks, and lead to the page that waits for it."""
    try:
        uitvoer = bestel(bestelling, door=request.user)
    except ValidationError as weigering:
        messages.warning(request, weigering.messages[0])
        return redirect(bestelling.terug)
    bel_voor_uitvoer(len(bestelling.porties))
    return redirect(_halen(uitvoer))


def gevraagde_uitvoer(request: Verzoek) -> Gevraagd:
    """What who asks finds back where the page of an order says it is."""
    alle = list(Uitvoer.objects.zichtbaar_voor(request.user)[:_HOOGSTENS])
    return Gevraagd(alle[:_RECENT], alle[_RECENT:])


@require_safe
@vereist(is_lid)
def uitvoer_pagina(request: Verzoek, pk: int) -> HttpResponse:
    """The page of one order, whatever its state; htmx asks it for progress only.

    With `?haal=1` the download begins by itself once it is ready.
    """
    uitvoer = get_object_or_404(Uitvoer.objects.zichtbaar_voor(request.user), pk=pk)
    context = {"uitvoer": uitvoer, "terug": uitvoer.terug, "hier": _halen(uitvoer)}
    if uitvoer.is_open:
        context |= _voortgang(uitvoer)
        return toon(request, "gebruikers/uitvoer/bezig.html", context, deel="stand")
    if wil_fragment(request):
        return HttpResponseClientRedirect(_halen(uitvoer))
    if not uitvoer.is_klaar:
        return render(request, "gebruikers/uitvoer/mislukt.html", context)
    context |= {"overgeslagen": uitvoer.overgeslagen(), "bestanden": uitvoer.aantal_bestanden()}
    vanzelf = bool(request.GET.get("haal") and context["bestanden"])
    antwoord = render(request, "gebruikers/uitvoer/klaar.html", context | {"vanzelf": vanzelf})
    if vanzelf:
        antwoord["Refresh"] = f"0; url={reverse('gebruikers:uitvoer_bestand', args=[pk])}"
    return antwoord


@require_safe
@vereist(is_lid)
def uitvoer_bestand(request: Verzoek, pk: int) -> HttpResponseBase:
    """What was made, for who ordered it and may still see it."""
    klaar = Uitvoer.objects.zichtbaar_voor(request.user).filter(status=Uitvoer.Status.KLAAR)
    uitvoer = get_object_or_404(klaar, pk=pk)
    soort = soort_van(uitvoer.soort)
    if not soort.recht(request.user):
        raise PermissionDenied
    if not soort.mag(request.user, uitvoer.parameters):
        raise Http404
    try:
        eerste = eerste_bestand(uitvoer)
    except OnleesbareWaarde:
        return render(request, "onderdelen/onleesbaar.html", {"wat": uitvoer}, status=409)
    if eerste is None:
        raise Http404
    if uitvoer.bundelnaam:
        return download_stroom(stroom_zip(uitvoer), ZIP, uitvoer.bundelnaam)
    return download(eerste.inhoud, eerste.mediatype, eerste.naam)


def _halen(uitvoer: Uitvoer) -> str:
    return f"{reverse('gebruikers:uitvoer', args=[uitvoer.pk])}?haal=1"


def _voortgang(uitvoer: Uitvoer) -> dict[str, Any]:
    """How far it is; of one piece there is nothing to tell but that it is at work."""
    vers = uitvoer.gevraagd_op > nu() - _KORT_NA
    return {
        "gedaan": uitvoer.gedaan() if uitvoer.aantal > 1 else None,
        "traag": uitvoer.verder_op < nu() - STIL_NA,
        "trigger": f"load delay:{'300ms' if vers else '1s'}, every 5s",
    }
