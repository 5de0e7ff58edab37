"""Template filters for dates, amounts, periods and found words."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

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
