"""What can be put on paper: search an employee, download the transition plan."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from doorstroom.gedeeld.web import toon, vereist, wil_fragment
from gebruikers.verzoek import Verzoek
from trajects.filters import WerknemerFilter
from trajects.rechten import mag_documenten_zien, mag_logboek_zien
from werknemers.rechten import ziet_alle_werknemers

PER_PAGINA = 25


class Documentkeuze(WerknemerFilter):
    """By name or number, by service, and also those who left: their papers may still be needed."""

    alleen = frozenset({"zoek", "dienst", "in_dienst"})


@require_safe
@vereist(mag_documenten_zien)
def lijst(request: Verzoek) -> HttpResponse:
    keuze = Documentkeuze(request)
    mensen = keuze.mensen.gesorteerd("naam")
    pagina = Paginator(mensen, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "filter": keuze,
        "pagina": pagina,
        "ziet_alle": ziet_alle_werknemers(request.user),
        "met_teksten": mag_logboek_zien(request.user),
    }
    antwoord = toon(request, "trajects/documenten.html", context, deel="lijst")
    if wil_fragment(request):
        return push_url(antwoord, keuze.adres("trajects:documenten", pagina.number))
    return antwoord
