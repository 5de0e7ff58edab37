"""What is still to do in the plans that a user sees."""

from datetime import date

from django.db.models import QuerySet

from gebruikers.models import Gebruiker
from trajects.models import Actie


def open_acties(gebruiker: Gebruiker, *, tot: date | None = None) -> QuerySet[Actie]:
    """The open actions of visible employees, due up to and including `tot`, soonest first."""
    acties = Actie.objects.zichtbaar_voor(gebruiker).open()
    if tot is not None:
        acties = acties.filter(tegen__lte=tot)
    return acties.select_related("werknemer").order_by("tegen", "pk")
