"""What can be put on paper: search an employee, download the transition plan."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.web import kies_pagina, toon, vereist
from trajects.paginas.filters.werknemers import WerknemerFilter
from trajects.rechten import mag_documenten_zien, mag_logboek_zien
from werknemers.rechten import ziet_alle_werknemers


class Documentkeuze(WerknemerFilter):
    """By name or number, by service, and also those who left: their papers may still be needed."""

    alleen = frozenset({"zoek", "dienst", "in_dienst"})


@require_safe
@vereist(mag_documenten_zien)
def lijst(request: Verzoek) -> HttpResponse:
    keuze = Documentkeuze(request)
    pagina = kies_pagina(request, keuze.mensen.gesorteerd("naam"))
    context = {
        "filter": keuze,
        "pagina": pagina,
        "ziet_alle": ziet_alle_werknemers(request.user),
        "met_teksten": mag_logboek_zien(request.user),
    }
    adres = keuze.adres("trajects:documenten", pagina.number)
    return toon(request, "trajects/paginas/documenten.html", context, deel="lijst", adres=adres)
