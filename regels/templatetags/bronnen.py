"""Where a rule comes from."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from gedeeld.weergeven import datum_voluit
from regels.models import Bron

register = template.Library()


@register.simple_tag
def bron(waarde: Bron) -> SafeString:
    """The title of a source, as a link when it has an address, and its date when it is known."""
    titel = format_html("{}", waarde.titel)
    if waarde.adres:
        titel = format_html('<a href="{}" rel="noreferrer">{}</a>', waarde.adres, titel)
    return format_html("{}, {}", titel, datum_voluit(waarde.datum)) if waarde.datum else titel
