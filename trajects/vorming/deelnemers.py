"""Who can take part in a training: the people in service whom a user may see, by service; and in
which training one of them can."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import QuerySet

from gebruikers.models import Gebruiker
from trajects.models import Vormingsactie
from trajects.models.vorming import VormingsactieQuerySet
from werknemers.models import Werknemer

_ZONDER: Final = "zonder dienst"


@dataclass(frozen=True, slots=True)
class Dienstgroep:
    """A service with its people as (key, name)."""

    naam: str
    mensen: tuple[tuple[int, str], ...]


def te_kiezen(gebruiker: Gebruiker, op: date) -> list[Dienstgroep]:
    """One query; people of two services stand with the latest."""
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker).in_dienst_op(op)
    # Any: the type plugin knows the fields of a model, not these annotations.
    mensen: QuerySet[Any] = zichtbaar.met_huidig_contract(op)
    per_dienst: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for werknemer in mensen.order_by("familienaam", "voornaam", "pk"):
        dienst = werknemer.dienst_naam or _ZONDER
        per_dienst[dienst].append((werknemer.pk, werknemer.naam))
    return [Dienstgroep(naam, tuple(leden)) for naam, leden in sorted(per_dienst.items())]


def open_voor(werknemer: Werknemer, op: date) -> VormingsactieQuerySet:
    """The trainings that are not over yet and in which this employee does not take part."""
    vormingen = Vormingsactie.objects.filter(
        organisatie=werknemer.organisatie_id, geannuleerd=False, periode__endswith__gt=op
    )
    return vormingen.exclude(deelnames__werknemer=werknemer).order_by("periode", "pk")
