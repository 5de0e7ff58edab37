"""The frame that all pages about money share, and the service that several of them ask for."""

from collections.abc import Mapping
from typing import Any, Final

from django.urls import reverse

from gebruikers.models import Gebruiker
from gedeeld.web import NietGevonden, als_sleutel
from werknemers.models import Dienst

# name, view
_PAGINAS: Final = (
    ("Prognose", "prognose"),
    ("Scenario's", "scenarios"),
    ("Bedragen", "bedragen"),
    ("Betaald", "betaald"),
    ("Werkgeversbijdrage", "bijdrage"),
    ("Verloop", "verloop"),
    ("Bewijzen", "bewijzen"),
)

GEEN_DIENST: Final = (
    "Deze dienst is er niet (meer), of er is niets om te tellen. Kies bij Financiering een andere."
)
GEEN_SCENARIO: Final = "Dit scenario is er niet (meer). Kies bij Financiering een ander."


def punten(pagina: str) -> list[dict[str, Any]]:
    """The tabs; `pagina` is the view whose tab is lit."""
    return [
        {"naam": naam, "url": reverse(f"financiering:{view}"), "actief": view == pagina}
        for naam, view in _PAGINAS
    ]


def lees_dienst(gebruiker: Gebruiker, keuzes: Mapping[str, str]) -> Dienst | None:
    """The service that was asked for; None for all. Raise Http404 for one that is not theirs."""
    gevraagd = keuzes.get("dienst", "")
    if not gevraagd:
        return None
    gevonden = Dienst.objects.zichtbaar_voor(gebruiker).filter(pk=als_sleutel(gevraagd) or 0)
    dienst = gevonden.first()
    if dienst is None:
        raise NietGevonden(GEEN_DIENST)
    return dienst
