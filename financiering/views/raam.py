"""The frame that all pages about money share."""

from typing import Any, Final

from django.urls import reverse

# name, view
_PAGINAS: Final = (
    ("Prognose", "prognose"),
    ("Scenario's", "scenarios"),
    ("Bedragen", "bedragen"),
    ("Verloop", "verloop"),
)


def punten(pagina: str) -> list[dict[str, Any]]:
    """The tabs; `pagina` is the view whose tab is lit."""
    return [
        {"naam": naam, "url": reverse(f"financiering:{view}"), "actief": view == pagina}
        for naam, view in _PAGINAS
    ]
