"""Arranges who stands in for whom, and ends it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, OuterRef, Value
from django.db.models.functions import Concat, JSONObject, Trim

from gebruikers.models import Gebruiker, Waarneming
from gebruikers.schrijvers import GEBRUIKERS, WAARNEMINGEN
from gedeeld.periode import Periode, dag_ervoor
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag


def regel_waarneming(
    *, begeleider: Gebruiker, vervanger: Gebruiker, periode: Periode, door: Gebruiker
) -> Waarneming:
    """Let `vervanger` serve the caseload of `begeleider` during `periode`.

    Raises ValidationError: not counsellors of the organisation of `door`, the same person, a
    period that is over, or the same arrangement for a part of it.
    """
    if periode.voorbij(vandaag()):
        raise ValidationError({"tot_en_met": "Deze periode is al voorbij. Kies een latere dag."})
    collegas = Gebruiker.objects.zichtbaar_voor(door).begeleiders()
    for veld, wie in (("begeleider", begeleider), ("vervanger", vervanger)):
        if not collegas.filter(pk=wie.pk).exists():
            raise ValidationError({veld: "Kies een actieve begeleider van je organisatie."})
    waarneming = Waarneming()
    velden = {"begeleider": begeleider, "vervanger": vervanger, "periode": periode}
    with als_zin():
        # One at a time: two that overlap would wait for each other, and both fail.
        GEBRUIKERS.vergrendel(begeleider)
        WAARNEMINGEN.schrijf(waarneming, velden, door=door)
    return waarneming


@transaction.atomic
def beeindig_waarneming(*, waarneming: Waarneming, door: Gebruiker) -> None:
    """End it from today on; one that has not begun before today disappears.

    Ending twice changes nothing.
    """
    rij = (
        Waarneming.objects.zichtbaar_voor(door)
        .select_for_update(no_key=True)
        .filter(pk=waarneming.pk)
        .first()
    )
    if rij is None or rij.periode.voorbij(vandaag()):
        return
    if rij.periode.van >= vandaag():
        WAARNEMINGEN.verwijder(rij, door=door, actie="beëindigd")
        return
    periode = Periode(rij.periode.van, vandaag())
    WAARNEMINGEN.schrijf(rij, {"periode": periode}, door=door, actie="beëindigd")


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
