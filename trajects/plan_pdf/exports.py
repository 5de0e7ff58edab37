"""The transition plan as PDF: content in, bytes out."""

from typing import Final

from django.template.loader import render_to_string

from gedeeld.grafiek import tijdlijn_svg
from trajects.plan_pdf.planinhoud import Planinhoud

_STIJL: Final = ("css/pdf.css", "css/pdf-plan.css")


def plan_html(plan: Planinhoud) -> str:
    """The page that becomes the PDF."""
    tekening = tijdlijn_svg(plan.tijdlijn, "tijdlijn")
    return render_to_string("trajects/plan_pdf/plan.html", {"plan": plan, "tijdlijn": tekening})


def maak_plan(plan: Planinhoud) -> bytes:
    """The tagged PDF; the same plan on the same day gives the same bytes."""
    # WeasyPrint takes more than a second to import; only who prints waits for it.
    from gedeeld.pdf import maak_pdf

    return maak_pdf(plan_html(plan), *_STIJL)
