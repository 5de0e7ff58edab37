"""The forecast of the organisation or of a service."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from financiering.domein.prognosebeeld import Prognosebeeld
from financiering.domein.scenarios import laad_toekomsten
from financiering.models import Scenario
from financiering.rechten import mag_financiering_zien
from financiering.views.bewijsblok import bewijs_bij
from financiering.views.geldgrafiek import (
    GENOEMD,
    cijfers_van,
    dalers_van,
    teken,
    teken_saldo,
)
from financiering.views.raam import punten
from financiering.views.vraag import LENGTES, Vraag, beeld_van
from gebruikers.verzoek import Verzoek
from gedeeld.web import kies_pagina, toon, vereist


@require_safe
@vereist(mag_financiering_zien)
def prognose(request: Verzoek) -> HttpResponse:
    vraag = Vraag.uit(request)
    beeld = beeld_van(request, vraag)
    titel = f"Wat {beeld.dienst or 'de organisatie'} binnenkrijgt en wat het kost, per kwartaal"
    adres = reverse("financiering:prognose")
    pagina = kies_pagina(request, beeld.werknemers)
    context = {
        "beeld": beeld,
        "pagina": pagina,
        "werknemers": [beeld.werknemerregel(rij) for rij in pagina],
        "diensten": [(regel, adres + vraag.adres(dienst=regel.pk)) for regel in beeld.diensten],
        "laatste_kwartaal": beeld.kwartalen[-1],
        "vraagstaart": vraag.adres(dienst="", kas=""),
        "vraag": vraag,
        "punten": punten("prognose"),
        "toekomsten": laad_toekomsten(Scenario.objects.zichtbaar_voor(request.user)),
        "lengtes": LENGTES,
        "saldografiek": teken_saldo(beeld, cijfers_van),
        "grafiek": teken(
            beeld.regels, beeld.bladnamen, titel, "klaverblad", cijfers_van, dalers_van
        ),
        "dalingen": [
            (regel.kwartaal, regel.dalingen[:GENOEMD], len(regel.dalingen[GENOEMD:]))
            for regel in beeld.regels
            if regel.dalingen
        ],
        "weg": _weg(beeld, vraag),
        **bewijs_bij(request, beeld.uitkomst, vraag.adres(dienst="")),
    }
    return toon(
        request, "financiering/prognose.html", context, "uitkomst", adres=adres + vraag.adres()
    )


def _weg(beeld: Prognosebeeld, vraag: Vraag) -> list[dict[str, Any]]:
    """How one came down to the service."""
    if beeld.dienst is None:
        return []
    alles = reverse("financiering:prognose") + vraag.adres(dienst="")
    return [{"naam": "Alle diensten", "url": alles}]
