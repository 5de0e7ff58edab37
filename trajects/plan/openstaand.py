"""What is still to do in the plans that a user sees."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import QuerySet

from gebruikers.models import Gebruiker
from trajects.models import Actie, Traject


def open_acties(gebruiker: Gebruiker, *, tot: date | None = None) -> QuerySet[Actie]:
    """The open actions of visible employees, due up to and including `tot`, soonest first."""
    acties = Actie.objects.zichtbaar_voor(gebruiker).open()
    if tot is not None:
        acties = acties.filter(tegen__lte=tot)
    return acties.select_related("werknemer").defer("werknemer__insz").order_by("tegen", "pk")


def van_plan(acties: Iterable[Actie], traject: Traject | None) -> Iterator[Actie]:
    """The actions of the plan of now: those of the running trajectory and those of none.

    A loose one that is still to do outlives the trajectory in which it was agreed.
    """
    for actie in acties:
        hier = actie.traject_id is None or (traject is not None and actie.traject_id == traject.pk)
        if hier or (actie.is_open and actie.doel_id is None):
            yield actie
