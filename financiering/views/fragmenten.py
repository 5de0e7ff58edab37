"""Short answers on money, for pages that are about something else: htmx puts them there."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from financiering.domein.laden import Gegevens
from financiering.domein.paneel import paneelzin
from financiering.domein.prognoses import zonder_ingreep
from financiering.domein.steunbedragen import steunbedragen
from financiering.domein.tarieven import MEESTE_KWARTALEN
from financiering.rechten import mag_financiering_zien
from financiering.views.raam import GEEN_DIENST, punten
from financiering.views.scenariokeuze import organisatie_van
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import NietGevonden, als_sleutel, toon, vereist
from werknemers.models import Dienst, Werknemer

_PANEEL_KWARTALEN: Final = 20


@require_safe
@vereist(mag_financiering_zien)
def paneel(request: Verzoek) -> HttpResponse:
    """For the outflow dashboard: when the balance falls below zero."""
    uitkomst = zonder_ingreep(organisatie_van(request), _PANEEL_KWARTALEN, vandaag())
    dienst = _dienst(request, uitkomst.gegevens)
    context = {
        "zin": paneelzin(uitkomst, dienst.naam if dienst else None),
        "dienst": dienst,
        "onder": dienst.naam if dienst else "",
        "zonder_bedragen": not uitkomst.gegevens.stand.bedragen,
        "punten": punten("prognose"),
    }
    return toon(request, "financiering/paneel.html", context, deel="paneel")


@require_safe
@vereist(mag_financiering_zien)
def steun(request: Verzoek, pk: int) -> HttpResponse:
    """For the pages of an employee: the next step of the premiums, and their end."""
    werknemer = get_object_or_404(Werknemer.objects.zichtbaar_voor(request.user), pk=pk)
    uitkomst = zonder_ingreep(
        organisatie_van(request), MEESTE_KWARTALEN, vandaag(), werknemer=werknemer.pk
    )
    context = {
        "werknemer": werknemer,
        "steun": steunbedragen(uitkomst, werknemer),
        "punten": punten("prognose"),
    }
    return toon(request, "financiering/steun.html", context, deel="steun")


def _dienst(request: Verzoek, gegevens: Gegevens) -> Dienst | None:
    """The service that the dashboard is about; Http404 when it is not there."""
    gevraagd = request.GET.get("dienst", "")
    if not gevraagd:
        return None
    per_sleutel = {dienst.pk: dienst for dienst in gegevens.diensten.values()}
    dienst = per_sleutel.get(als_sleutel(gevraagd) or 0)
    if dienst is None:
        raise NietGevonden(GEEN_DIENST)
    return dienst
