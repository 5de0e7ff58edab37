"""The icon set: line drawings on a 24 × 24 grid, always shown next to a word."""

from functools import cache
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# name → the drawing, as SVG path data; the stroke takes the colour of the text around it.
TEKENINGEN: Final[dict[str, str]] = {
    "vandaag": "M5 5h14v15H5zM5 10h14M9 3v4M15 3v4M9 15l2 2 4-4",
    "werknemers": "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-4 2.5-6 6-6s6 2 6 6"
    "M16 5a3 3 0 0 1 0 6M18 14.5c2 .8 3 2.7 3 5.5",
    "signalen": "M6 17V11a6 6 0 0 1 12 0v6l2 1H4zM10 21h4",
    "uitstroom": "M13 4H5v16h8M10 12h11M17 8l4 4-4 4",
    "financiering": "M18 7a6.5 6.5 0 1 0 0 10M4 10.5h9M4 13.5h9",
    "documenten": "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
    "beheer": "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
    "notitie": "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
    "plus": "M12 5v14M5 12h14",
    "meer": "M4 7h16M4 12h16M4 17h16",
    "zoek": "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20",
    "vink": "M5 13l4.5 4.5L19 7",
    "verlopen": "M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM12 8v5M12 16v.5",
    "klok": "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2",
    "gepland": "M5 5h14v15H5zM5 10h14M9 3v4M15 3v4",
    "rechts": "M9 5l7 7-7 7",
    "links": "M15 5l-7 7 7 7",
    "omhoog": "M12 20V5M6 11l6-6 6 6",
    "omlaag": "M12 4v15M6 13l6 6 6-6",
    "download": "M12 4v11M7 11l5 5 5-5M5 20h14",
    "upload": "M12 16V4M7 9l5-5 5 5M5 20h14",
    "waarschuwing": "M12 4l9 16H3zM12 10v4.5M12 17v.5",
    "info": "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5M12 7.5V8",
    "sluit": "M6 6l12 12M18 6L6 18",
    "gebruiker": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20.5c0-4 3-6 7-6s7 2 7 6",
    "afmelden": "M13 4H5v16h8M10 12h11M17 8l4 4-4 4",
    "bewerk": "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
    "slot": "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
    "doel": "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z"
    "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 11.5v1",
    "gesprek": "M4 5h16v11h-8l-4 4v-4H4zM8 9h8M8 12h5",
    "mail": "M4 6h16v12H4zM4 7l8 6 8-6",
    "telefoon": "M6 4h4l1.5 4.5-2 1.5a10 10 0 0 0 4.5 4.5l1.5-2L20 14v4c0 1-1 2-2 2"
    "C11 20 4 13 4 6c0-1 1-2 2-2z",
    "filter": "M4 5h16l-6 7.5V19l-4-2v-4.5z",
    "herhaal": "M19 8a8 8 0 1 0 1 6M20 4v5h-5",
}


@cache
def icoon(naam: str) -> SafeString:
    """The inline SVG, hidden from screen readers because the word stands beside it.

    Raises KeyError for a name outside the set."""
    return format_html(
        '<svg class="icoon" viewBox="0 0 24 24" width="20" height="20" fill="none" '
        'stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" '
        'aria-hidden="true" focusable="false"><path d="{}"/></svg>',
        mark_safe(TEKENINGEN[naam]),  # noqa: S308 - a literal of this module
    )
