"""Today, from one source."""

from datetime import date, datetime

from django.utils import timezone


def vandaag() -> date:
    """The calendar day in Brussels."""
    return timezone.localdate()


def nu() -> datetime:
    """This moment, aware of its time zone."""
    return timezone.now()
