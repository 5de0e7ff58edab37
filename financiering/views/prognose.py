"""The forecast of the organisation, of a service and of one employee."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from doorstroom.gedeeld.kwartaal import Kwartaal
from doorstroom.gedeeld.tijd import vandaag
from doorstroom.gedeeld.web import vereist
from financiering.domein.prognoses import prognose_van
from financiering.domein.scenarios import altijd
from financiering.domein.tarieven import Tijdvak
from financiering.rechten import mag_financiering_zien
from financiering.views.raam import punten
from gebruikers.verzoek import Verzoek


@require_safe
@vereist(mag_financiering_zien)
def prognose(request: Verzoek) -> HttpResponse:
    tijdvak = Tijdvak(Kwartaal.van(vandaag()), 20)
    uitkomst = prognose_van(request.user.organisatie_id, altijd()[0], tijdvak, vandaag())
    context = {"uitkomst": uitkomst, "punten": punten("prognose")}
    return render(request, "financiering/prognose.html", context)
