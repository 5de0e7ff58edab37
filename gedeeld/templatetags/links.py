"""Links and buttons that htmx serves in place, and that work without it."""

from collections.abc import Mapping
from typing import Any, Final

from django import template
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gedeeld.adressen import adres_van

register = template.Library()

KNOPATTRIBUTEN = ("form", "id", "name", "value", "type")
# The first of these that a button of allauth carries decides.
KNOPPEN = {
    "link": "btn-link",
    "outline": "btn-outline-primary",
    "panel": "btn-outline-primary",
    "danger": "btn-danger",
}


# Dozens of these stand on a page, so this one has no template of its own.
_SECTIELINK: Final = """<a{}
  href="{}" hx-get="{}"
  hx-target="{}"
    hx-swap="outerHTML">{}{}</a>
"""


@register.simple_tag(takes_context=True)
def sectielink(
    context: Context,
    naam: str,
    *args: Any,
    tekst: str,
    over: Any = "",
    klasse: str = "",
    vraag: str = "",
    als: Any = True,
) -> SafeString:
    """A link that puts the answer in the place of the section it stands in.

    `over` is what the reader of the page cannot see beside it, `vraag` what comes after the `?`.
    """
    if not als:
        return SafeString("\n")
    url = adres_van(naam, *args) + (f"?{vraag}" if vraag else "")
    soort = format_html(' class="{}"', klasse) if klasse else ""
    erbij = format_html('<span class="visually-hidden"> {}</span>', over) if over else ""
    doel = f"#{context['sectie'].naam}"
    return format_html(_SECTIELINK, soort, url, url, doel, tekst, erbij)


@register.inclusion_tag("onderdelen/sectieknop.html", takes_context=True)
def sectieknop(
    context: Context,
    naam: str,
    *args: Any,
    tekst: str,
    over: str,
    vorm: str = "",
    als: Any = True,
) -> dict[str, Any]:
    """A button that does one thing, and puts the section as it is then in its place."""
    if not als:
        return {"als": False}
    url, doel = adres_van(naam, *args), f"#{context['sectie'].naam}"
    rest = {"tekst": tekst, "over": over, "vorm": vorm, "csrf_token": context.get("csrf_token")}
    return {"als": True, "url": url, "doel": doel} | rest


@register.simple_tag
def opent(
    url: str,
    doel: str = "#venster-inhoud",
    swap: str = "innerHTML",
    als: Any = True,
    tenzij: Any = False,
) -> SafeString:
    """The attributes of a link whose page htmx puts in `doel`, if `als`; written once for both.

    Without more that is the window over the page."""
    if not als or tenzij:
        return format_html('href="{}"', url)
    vorm = 'href="{}" hx-get="{}" hx-target="{}" hx-swap="{}"'
    return format_html(vorm, url, url, doel, swap)


@register.simple_tag
def knopattributen(attrs: Mapping[str, Any]) -> SafeString:
    """The attributes of a button that allauth asks for; its tags say how much it stands out."""
    soorten = set(attrs.get("tags") or ()) & KNOPPEN.keys()
    klasse = next((KNOPPEN[soort] for soort in KNOPPEN if soort in soorten), "btn-primary")
    rest = ((naam, attrs[naam]) for naam in KNOPATTRIBUTEN if attrs.get(naam))
    return format_html('class="btn {}"{}', klasse, format_html_join("", ' {}="{}"', rest))
