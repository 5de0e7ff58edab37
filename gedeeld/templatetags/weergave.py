"""Template filters for dates, amounts, periods and found words."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe

from gedeeld import markering, weergeven
from gedeeld.periode import Periode

register = template.Library()


def _dag(waarde: date | datetime) -> date:
    return timezone.localtime(waarde).date() if isinstance(waarde, datetime) else waarde


@register.filter
def datum(waarde: date | None) -> str:
    return "" if waarde is None else weergeven.datum_voluit(_dag(waarde))


@register.filter
def datum_met_dag(waarde: date | None) -> str:
    return "" if waarde is None else weergeven.datum_met_dag(_dag(waarde))


@register.filter
def datum_kort(waarde: date | None) -> str:
    return "" if waarde is None else weergeven.datum_kort(_dag(waarde))


@register.filter
def tijdstip(waarde: datetime | None) -> str:
    if waarde is None:
        return ""
    lokaal = timezone.localtime(waarde)
    return f"{weergeven.datum_voluit(lokaal.date())} om {lokaal:%H:%M}"


@register.filter
def gemarkeerd(tekst: str) -> SafeString:
    return markering.gemarkeerd(tekst)


@register.filter
def bedrag(waarde: Decimal | None) -> str:
    return "" if waarde is None else weergeven.bedrag(waarde)


@register.filter
def bedrag_rond(waarde: Decimal | None) -> str:
    return "" if waarde is None else weergeven.bedrag_rond(waarde)


@register.filter
def procent(breuk: Decimal | None) -> str:
    return "" if breuk is None else weergeven.procent(breuk)


@register.filter
def laatste_dag(periode: Periode | None) -> date | None:
    return None if periode is None else periode.laatste_dag


@register.filter
def dagen_in_woorden(periode: Periode) -> str:
    return weergeven.dagen_in_woorden(periode)


# --- parts of a sentence that are there or not --------------------------------------------------
# A sentence whose parts depend on each other belongs in Python, next to the rule that decides.


@register.filter
def binnen(waarde: Any, vorm: str) -> SafeString:
    """The value at the place of `{}` in `vorm`, or nothing when there is no value.

    `vorm` comes from the template, so it may hold markup; the value is escaped as always.
    """
    if "{}" not in vorm:
        raise ValueError(f"binnen: {vorm!r} heeft geen plaats voor de waarde.")
    tekst = str(vorm).replace("{}", conditional_escape(waarde)) if waarde else ""
    return mark_safe(tekst)  # noqa: S308 - the form is the template's own, the value is escaped


@register.filter
def dan(voorwaarde: Any, woorden: str) -> SafeString:
    """The words, if the condition holds; `|default:` after it says what otherwise."""
    return mark_safe(woorden if voorwaarde else "")  # noqa: S308 - words of the template itself


@register.filter
def tenzij(voorwaarde: Any, woorden: str) -> SafeString:
    """The words, unless the condition holds."""
    return mark_safe("" if voorwaarde else woorden)  # noqa: S308 - words of the template itself


@register.filter
def meervoud(aantal: int, woorden: str) -> str:
    """`{{ 3|meervoud:"dag,dagen" }}` is 3 dagen; of nothing there is nothing to say."""
    enkel, meer = woorden.split(",")
    return weergeven.meervoud(aantal, enkel, meer) if aantal else ""


@register.filter
def achtereen(woorden: Iterable[Any]) -> SafeString:
    """Each of them after a dot in the middle, behind what stands before: · open · van An"""
    return format_html_join("", " · {}", ((woord,) for woord in woorden))


@register.filter
def alineas(tekst: str | None) -> SafeString:
    """What somebody typed, as paragraphs; nothing typed is no paragraph at all."""
    return mark_safe(linebreaks(tekst, autoescape=True) if tekst else "")  # noqa: S308 - escaped
