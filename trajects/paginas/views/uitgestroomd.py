"""The list of those who left: what the figures of the dashboard count."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.web import kies_pagina, toon, vereist
from trajects.paginas.filters.uitstromen import UitstroomFilter
from trajects.rechten import mag_dashboard_zien


@require_safe
@vereist(mag_dashboard_zien)
def lijst(request: Verzoek) -> HttpResponse:
    zeef = UitstroomFilter(request.GET, request=request)
    context = {"zeef": zeef, "pagina": kies_pagina(request, zeef.gevonden)}
    return toon(request, "trajects/paginas/uitgestroomd.html", context, deel="lijst")
