"""Who stands in for whom, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Value
from django.db.models.functions import Concat, JSONObject, Trim

from gebruikers.models import Gebruiker, Waarneming
from gedeeld.periode import dag_ervoor


@dataclass(frozen=True, slots=True)
class Vervanger:
    """Who stands in, and until when; None: without an end."""

    naam: str
    laatste_dag: date | None


def vervangingen_van(begeleider: Gebruiker | None, op: date) -> list[Waarneming]:
    """Who stands in for a counsellor on the day or later, the first one first; one query."""
    if begeleider is None:
        return []
    vervangingen = Waarneming.objects.sinds(op).door_actieve().filter(begeleider=begeleider)
    return list(vervangingen.select_related("vervanger"))


def vervangers_van(begeleider: OuterRef, op: date) -> ArraySubquery:
    """Who stands in on the day for the counsellor of a row, to annotate; read it with
    `lees_vervangers`."""
    rij = JSONObject(
        naam=Trim(Concat("vervanger__voornaam", Value(" "), "vervanger__naam")),
        tot=F("periode__endswith"),
    )
    vervangingen = Waarneming.objects.op(op).door_actieve().filter(begeleider=begeleider)
    return ArraySubquery(vervangingen.values(rij=rij))


def lees_vervangers(rijen: Iterable[dict[str, Any]]) -> list[Vervanger]:
    """What `vervangers_van` annotated."""
    dagen = ((rij["naam"], rij["tot"]) for rij in rijen)
    return [Vervanger(n, dag_ervoor(date.fromisoformat(t)) if t else None) for n, t in dagen]
