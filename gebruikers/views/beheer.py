"""The way into the administration, with only what this role may use."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gebruikers.beheerpaginas import beheerpaginas_voor
from gebruikers.rechten import mag_beheer_zien
from gebruikers.verzoek import Verzoek
from gedeeld.web import vereist


@require_safe
@vereist(mag_beheer_zien)
def beheer(request: Verzoek) -> HttpResponse:
    context = {"ingangen": beheerpaginas_voor(request.user)}
    return render(request, "gebruikers/beheer.html", context)
