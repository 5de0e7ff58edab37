"""Who can take part in a training: the people in service whom a user may see, by service."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import QuerySet

from gebruikers.models import Gebruiker
from werknemers.models import Werknemer

_ZONDER: Final = "zonder dienst"


@dataclass(frozen=True, slots=True)
class Dienstgroep:
    """A service with its people as (key, name)."""

    naam: str
    mensen: tuple[tuple[int, str], ...]


def te_kiezen(
    gebruiker: Gebruiker, op: date, behalve: frozenset[int] = frozenset()
) -> list[Dienstgroep]:
    """One query; people of two services stand with the latest. `behalve` take part already."""
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker).in_dienst_op(op)
    # Any: the type plugin knows the fields of a model, not these annotations.
    mensen: QuerySet[Any] = zichtbaar.met_huidig_contract(op)
    per_dienst: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for werknemer in mensen.exclude(pk__in=behalve).order_by("familienaam", "voornaam", "pk"):
        dienst = werknemer.dienst_naam or _ZONDER
        per_dienst[dienst].append((werknemer.pk, werknemer.naam))
    return [Dienstgroep(naam, tuple(leden)) for naam, leden in sorted(per_dienst.items())]
