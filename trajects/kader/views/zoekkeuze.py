"""The answer in place to who types a name to choose an employee."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.web import vereist
from trajects.kader.filters import werknemers
from trajects.kader.keuzevelden import tekstnaam
from trajects.kader.zoekkeuze import zoek_mensen, zoektekst
from trajects.rechten import mag_plan_zien
from werknemers.models.werknemer import WerknemerQuerySet


@require_safe
@vereist(mag_plan_zien)
def werknemers_zoeken(request: Verzoek) -> HttpResponse:
    """For the field `werknemer` of a filter: one, or everybody."""
    return toon_gevonden(request, "werknemer", werknemers(request), leeg="iedereen")


def toon_gevonden(
    request: Verzoek, veld: str, mensen: WerknemerQuerySet, **anders: Any
) -> HttpResponse:
    """Who is chosen in the field and who is found, as the field itself shows them.

    Only ever a part of a page: without JavaScript the form around the field is sent instead.
    """
    tekst = zoektekst(request.GET.get(tekstnaam(veld), ""))
    gekozen = [sleutel for sleutel in request.GET.getlist(veld) if sleutel]
    zoek = {
        "naam": veld,
        "id": f"id_{veld}",
        "soort": "radio",
        "leeg": "",
        "gekozen": gekozen,
        "resultaat": zoek_mensen(mensen, tekst, gekozen, anders.pop("al", ())),
    }
    context = {"zoek": zoek | anders}
    return render(request, "trajects/kader/zoekkeuze_gevonden.html", context)
