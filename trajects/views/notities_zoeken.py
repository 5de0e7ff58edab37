"""Looks for notes, over all that this user may read."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from doorstroom.gedeeld.web import kies_pagina, toon, vereist
from gebruikers.verzoek import Verzoek
from trajects.domein.logregels import logregels
from trajects.filters.notities import NotitieFilter
from trajects.rechten import mag_logboek_zien
from trajects.views.tabbladen import tabbladen

PER_PAGINA = 20


@require_safe
@vereist(mag_logboek_zien)
def zoek(request: Verzoek) -> HttpResponse:
    keuze = NotitieFilter(request)
    pagina = kies_pagina(request, keuze.gevonden, PER_PAGINA)
    context = {
        "filter": keuze,
        "pagina": pagina,
        "logregels": logregels(pagina, request.user),
        "punten": tabbladen(request.user, "notities"),
    }
    vraag = keuze.vraag()
    adres = f"{reverse('trajects:notities')}{'?' if vraag else ''}{vraag}"
    return toon(request, "trajects/notities/lijst.html", context, "lijst", adres=adres)
