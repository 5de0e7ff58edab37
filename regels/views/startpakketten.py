"""The rules that the application counts with, and their sources; where those disagree, next to
each other."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from gebruikers.rechten import is_lid, mag_beheer_zien
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import vereist
from regels.domein.vergelijking import vergelijk
from regels.models import Startpakket


@require_safe
@vereist(is_lid)
def startpakketten(request: Verzoek) -> HttpResponse:
    pakketten = Startpakket.objects.op(vandaag()).order_by("soort", "-standaard", "variant", "pk")
    vergelijkingen = vergelijk(pakketten.select_related("bron").prefetch_related("schijven"))
    context = {
        "vergelijkingen": vergelijkingen,
        "terug_url": "",
        "terug": "",
        "mag_parameters": mag_beheer_zien(request.user),
    }
    if mag_beheer_zien(request.user):
        context |= {"terug_url": reverse("gebruikers:beheer"), "terug": "Beheer"}
    return render(request, "regels/startpakketten.html", context)
