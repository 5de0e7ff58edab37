"""Links and buttons that htmx serves in place, and that work without it."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

KNOPATTRIBUTEN = ("form", "id", "name", "value", "type")
# The first of these that a button of allauth carries decides.
KNOPPEN = {
    "link": "btn-link",
    "outline": "btn-outline-primary",
    "panel": "btn-outline-primary",
    "danger": "btn-danger",
}


def _sectie(context: Context, naam: str, args: tuple[Any, ...], als: Any) -> dict[str, Any]:
    if not als:
        return {"als": False}
    url = reverse(naam, args=args)
    return {"als": True, "url": url, "doel": f"#{context['sectie'].naam}"}


@register.inclusion_tag("onderdelen/sectielink.html", takes_context=True)
def sectielink(
    context: Context,
    naam: str,
    *args: Any,
    tekst: str,
    over: Any = "",
    klasse: str = "",
    vraag: str = "",
    als: Any = True,
) -> dict[str, Any]:
    """A link that puts the answer in the place of the section it stands in.

    `over` is what the reader of the page cannot see beside it, `vraag` what comes after the `?`.
    """
    rest = {"tekst": tekst, "over": over, "klasse": klasse, "vraag": vraag}
    return _sectie(context, naam, args, als) | rest


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
    rest = {"tekst": tekst, "over": over, "vorm": vorm, "csrf_token": context.get("csrf_token")}
    return _sectie(context, naam, args, als) | rest


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
