"""Looks for notes, over all that this user may read."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.web import kies_pagina, toon, vereist
from trajects.kader.views.tabbladen import tabbladen
from trajects.logboek.filters import NotitieFilter
from trajects.logboek.logregels import logregels
from trajects.rechten import mag_logboek_zien

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
    return toon(request, "trajects/logboek/zoeken_lijst.html", context, "lijst", adres=adres)
