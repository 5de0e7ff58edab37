"""How a score of a competence shows."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from trajects.profiel.competentiebeeld import Competentieoordeel

register = template.Library()


@register.filter
def in_punten(oordeel: Competentieoordeel) -> SafeString:
    """A mark for each step of the scale, filled up to the score."""
    klassen = (mark_safe(' class="vol"' if vol else "") for vol in oordeel.punten)  # noqa: S308
    return format_html_join("", "<span{}></span>", ((klasse,) for klasse in klassen))


@register.filter
def was_eerder(oordeel: Competentieoordeel) -> int | None:
    """The score before this one, when it was another."""
    return None if oordeel.vorige == oordeel.score else oordeel.vorige
