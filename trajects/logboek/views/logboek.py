"""The log of one employee."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from gebruikers.verzoek import Verzoek
from gedeeld.web import kies_pagina, toon, vereist
from trajects.concepten.concepten import notitiesleutel
from trajects.kader.views.raam import beeld_van, raam_van
from trajects.logboek.forms.notitie import NotitieFormulier
from trajects.logboek.logregels import logregels
from trajects.logboek.views.notities import schrijf
from trajects.models import Notitie
from trajects.rechten import mag_logboek_zien

NOTITIES_PER_PAGINA = 20


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_logboek_zien)
def logboek(request: Verzoek, pk: int) -> HttpResponse:
    beeld = beeld_van(request.user, pk)
    sleutel = notitiesleutel(beeld.werknemer)
    form = NotitieFormulier(request.POST or None, request.FILES or None, concept=sleutel)
    if request.method == "POST" and schrijf(request, beeld.werknemer, form):
        return redirect("trajects:logboek", pk)
    notities = Notitie.objects.zichtbaar_voor(request.user).geldend().filter(werknemer=pk)
    pagina = kies_pagina(request, notities.select_related("auteur"), NOTITIES_PER_PAGINA)
    context = raam_van(beeld, request.user, "logboek") | {
        "form": form,
        "pagina": pagina,
        "logregels": logregels(pagina, request.user),
    }
    status = 422 if form.errors else 200
    return toon(request, "trajects/logboek/logboek.html", context, deel="notities", status=status)
