"""Why the amounts of a service in a quarter are what they are."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from financiering.domein.waarom_dienst import Dienstwaarom
from financiering.rechten import mag_financiering_zien
from financiering.views.bewijsblok import bewijs_bij
from financiering.views.raam import punten
from financiering.views.vraag import Vraag, beeld_van
from gebruikers.verzoek import Verzoek
from gedeeld.web import kies_pagina, vereist


@require_safe
@vereist(mag_financiering_zien)
def waarom(request: Verzoek, pk: int, kwartaal: str) -> HttpResponse:
    """By quarter in which premiums are earned, as the page of an employee."""
    vraag = replace(Vraag.uit(request), dienst=pk, kas=False)
    plaats = vraag.kwartaal(kwartaal) - vraag.getoond.van
    beeld = beeld_van(request, vraag)
    uitleg = Dienstwaarom(beeld, beeld.dienst or "", plaats)
    pagina = kies_pagina(request, uitleg.werknemers)
    context = {
        "waarom": uitleg,
        "onder": f"{uitleg.dienst}, {uitleg.kwartaal}",
        "toekomst": vraag.toekomst,
        "pagina": pagina,
        "werknemers": [uitleg.werknemer(rij) for rij in pagina],
        "vraagstaart": vraag.adres(dienst=""),
        **bewijs_bij(request, beeld.uitkomst, vraag.adres(dienst="")),
        "punten": punten("prognose"),
        "terug_url": reverse("financiering:prognose") + vraag.adres(),
    }
    return render(request, "financiering/waarom_dienst.html", context)
