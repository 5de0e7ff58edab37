"""Pages of higher apps, by what they are for, so that a lower app can point to them unknowing.

An app registers its own places in `AppConfig.ready`; a lower one asks for `adres("werknemer", pk)`
in Python, or `{% plaats "werknemer" pk as url %}` in a template.
"""

from typing import Any, Final

from django.urls import reverse

_PLAATSEN: Final[dict[str, str]] = {}


def registreer(**plaatsen: str) -> None:
    """Say which view (`app:name`) each place is. Raises ValueError when it is another already."""
    for plaats, view in plaatsen.items():
        if _PLAATSEN.setdefault(plaats, view) != view:
            raise ValueError(f"{plaats} is {_PLAATSEN[plaats]} already, not {view}.")


def adres(plaats: str, *args: Any) -> str:
    """The address of a place. Raises KeyError for one that no app registered."""
    return reverse(_PLAATSEN[plaats], args=args)
