"""The frame that all pages about money share."""

from typing import Any, Final

from django.urls import reverse

# name, view
_PAGINAS: Final = (
    ("Prognose", "prognose"),
    ("Scenario's", "scenarios"),
    ("Bedragen", "bedragen"),
    ("Betaald", "betaald"),
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
