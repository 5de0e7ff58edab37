"""Parts of tables and of counts of employees."""

from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from gedeeld.periode import Periode

register = template.Library()

ICONEN = {"ascending": "omlaag", "descending": "omhoog"}


@register.inclusion_tag("trajects/paginas/werknemers/sorteerkop.html")
def sorteerkop(naam: str, kolom: str, sortering: Any) -> dict[str, Any]:
    """The head of a column that sorts the list; `sortering` has `.richting` and `.vraag`."""
    teken = ICONEN.get(sortering["richting"], "")
    return {"naam": naam, "kolom": kolom, "sortering": sortering, "teken": teken}


@register.simple_tag
def telling(cel: Any) -> SafeString | str:
    """A count as a link to what it counts; nothing leads to nothing. `cel` has .aantal and .url."""
    if not cel.aantal:
        return "0"
    return format_html('<a href="{}">{}</a>', cel.url, cel.aantal)


@register.filter
def tegenover(periode: Periode, op: date) -> str:
    """Whether a period is over or still to come on the day; "" while it runs."""
    if op in periode:
        return ""
    return "later" if periode.van > op else "voorbij"
