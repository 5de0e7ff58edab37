"""What is missing in a dossier, in words."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString

from gedeeld.templatetags.onderdelen import toestand
from trajects.keuzes import Dossiergat

register = template.Library()


@register.filter
def gaten_in_woorden(gaten: Iterable[str]) -> SafeString | str:
    """The gaps in their order, or that there are none."""
    woorden = ", ".join(Dossiergat(gat).label for gat in gaten)
    return woorden or toestand("groen", "volledig")
