"""Who stands in for whom, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef

from gebruikers.models import Waarneming
from gebruikers.models.gebruiker import naam_van
from gedeeld.meelezen import Meelijst, mee
from gedeeld.periode import dag_ervoor


@dataclass(frozen=True, slots=True)
class Vervanger:
    """Who stands in, and from when to when; `laatste_dag` None: without an end."""

    naam: str
    eerste_dag: date
    laatste_dag: date | None


def vervangers_van(begeleider: OuterRef, op: date) -> Meelijst:
    """Who stands in on the day or later for the counsellor of a row, the first one first, to
    annotate; read it with `lees_vervangers`."""
    vervangingen = Waarneming.objects.sinds(op).door_actieve().filter(begeleider=begeleider)
    return mee(
        vervangingen,
        naam=naam_van("vervanger__"),
        van=F("periode__startswith"),
        tot=F("periode__endswith"),
    )


def lees_vervangers(rijen: Iterable[dict[str, Any]]) -> list[Vervanger]:
    """What `vervangers_van` annotated."""
    return [
        Vervanger(
            rij["naam"],
            date.fromisoformat(rij["van"]),
            dag_ervoor(date.fromisoformat(rij["tot"])) if rij["tot"] else None,
        )
        for rij in rijen
    ]
