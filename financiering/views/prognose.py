"""The forecast of the organisation or of a service."""

from decimal import Decimal
from typing import Any, Final

from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from financiering.domein.prognosebeeld import Kwartaalregel, Prognosebeeld
from financiering.domein.scenarios import laad_toekomsten
from financiering.models import Scenario
from financiering.rechten import mag_financiering_zien
from financiering.views.raam import punten
from financiering.views.vraag import LENGTES, Vraag, beeld_van
from gebruikers.verzoek import Verzoek
from gedeeld.grafiek import Categorie, Reeks, Stapel, Staven, stapelgrafiek
from gedeeld.grafiek.gegevens import Getal
from gedeeld.kwartaal import Kwartaal
from gedeeld.web import kies_pagina, toon, vereist
from gedeeld.weergeven import bedrag_rond, enkele, getal, meervoud

# Whose premium falls, by name in the chart; the page of a service lists everybody.
GENOEMD: Final = 6


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
        "grafiek": teken(beeld.regels, beeld.bladnamen, titel, "klaverblad"),
        "weg": _weg(beeld, vraag),
    }
    return toon(
        request, "financiering/prognose.html", context, "uitkomst", adres=adres + vraag.adres()
    )


def teken(
    regels: list[Kwartaalregel], bladnamen: list[str], titel: str, sleutel: str
) -> SafeString:
    """The leaves stacked, the cost as a line, a mark where premiums fall."""
    staven = Staven(
        titel=titel,
        categorieen=tuple(categorie(regel.kwartaal) for regel in regels),
        reeksen=tuple(
            Reeks(naam, tuple(regel.bladen[nummer][1] for regel in regels))
            for nummer, naam in enumerate(bladnamen)
        ),
        schrijf=_euro,
    )
    kost = Reeks("kost", tuple(regel.loonkost + regel.omkadering for regel in regels))
    return stapelgrafiek(
        Stapel(
            staven=staven,
            lijn=kost,
            merken=tuple(_merk(regel) for regel in regels),
            merk_betekent="bij zoveel werknemers daalt of stopt de loonpremie",
            kort=_kort,
        ),
        sleutel,
    )


def _euro(waarde: Getal) -> str:
    return bedrag_rond(Decimal(waarde))


def _kort(waarde: Getal) -> str:
    return getal(Decimal(waarde), 0)


def categorie(kwartaal: Kwartaal) -> Categorie:
    return Categorie(f"K{kwartaal.nummer}", str(kwartaal.jaar))


def _merk(regel: Kwartaalregel) -> tuple[str, str] | None:
    aantal = len(regel.dalingen)
    if not aantal:
        return None
    wie = enkele([str(daling) for daling in regel.dalingen], GENOEMD, "; ")
    return str(aantal), f"{meervoud(aantal, 'loonpremie', 'loonpremies')} minder of weg. {wie}"


def _weg(beeld: Prognosebeeld, vraag: Vraag) -> list[dict[str, Any]]:
    """How one came down to the service."""
    if beeld.dienst is None:
        return []
    alles = reverse("financiering:prognose") + vraag.adres(dienst="")
    return [{"naam": "Alle diensten", "url": alles}]
