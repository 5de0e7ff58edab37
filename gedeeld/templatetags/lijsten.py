"""Lists and pairs of facts that say so, or stay away, when there is nothing in them."""

from typing import Any

from django import template
from django.template.exceptions import TemplateSyntaxError
from django.utils.html import format_html
from django.utils.safestring import SafeString

from gedeeld.templatetags.onderdelen import leeg as leegstand

register = template.Library()

LIJSTEN = ("ul", "ol", "dl")


@register.simple_block_tag
def lijst(
    content: SafeString,
    soort: str = "ul",
    klasse: str = "lijst",
    zin: str = "",
    leeg: str = "",
    url: str = "",
    knop: str = "",
) -> SafeString:
    """The list around its items. Without: the sentence `zin`, what to do (`leeg`), or nothing."""
    if soort not in LIJSTEN:
        raise TemplateSyntaxError(f"lijst: {soort!r} is geen van {', '.join(LIJSTEN)}.")
    if content.strip():
        return format_html('<{} class="{}">{}</{}>', soort, klasse, content, soort)
    if leeg:
        return leegstand(leeg, url, knop)
    return format_html("<p>{}</p>", zin) if zin else SafeString()


@register.simple_tag
def gegeven(naam: str, waarde: Any, leeg: str = "") -> SafeString:
    """A pair in a list of facts. Without a value it says `leeg`, or is not there at all."""
    inhoud = waarde or leeg
    return format_html("<dt>{}</dt><dd>{}</dd>", naam, inhoud) if inhoud else SafeString()


@register.simple_tag
def gegevensrij(naam: str, waarde: Any) -> SafeString:
    """The same pair in a table on paper."""
    vorm = '<tr><th scope="row">{}</th><td>{}</td></tr>'
    return format_html(vorm, naam, waarde) if waarde else SafeString()
