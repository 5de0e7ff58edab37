"""The overview for a next employer on paper: content in, bytes out."""

from typing import Final

from django.template.loader import render_to_string

from trajects.overdracht.overdrachtsoverzicht import Overdrachtsoverzicht

_STIJL: Final = ("css/pdf.css",)


def maak_overzicht(overzicht: Overdrachtsoverzicht) -> bytes:
    """The tagged PDF; the same overview on the same day gives the same bytes."""
    # WeasyPrint takes more than a second to import; only who prints waits for it.
    from gedeeld.pdf import maak_pdf

    werkgever = overzicht.overdracht.werkgever.naam
    wie = f" van {overzicht.naam}" if overzicht.naam else ""
    context = {"overzicht": overzicht, "titel": f"Overzicht{wie} voor {werkgever}"}
    return maak_pdf(render_to_string("trajects/overdracht/overdracht_pdf.html", context), *_STIJL)


def overzicht_bestandsnaam(overzicht: Overdrachtsoverzicht) -> str:
    """overdracht-12-2026-11-23.pdf: no name or number of the employee, for the file travels."""
    return f"overdracht-{overzicht.overdracht.pk}-{overzicht.op:%Y-%m-%d}.pdf"
