"""The morning on which a stand-in begins: who stands in hears that it is time."""

from typing import Any, Final

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import TruncDate

from gebruikers.domein.vervangingspost import meld_begin
from gebruikers.models import Gebruiker, Waarneming
from gedeeld.models import Auditregel
from gedeeld.periode import plus_dagen
from gedeeld.taken.taakruns import taakrun
from gedeeld.tijd import vandaag

TAAK: Final = "meld_vervangingen"
# A night that was missed is caught up for this long; after that the mail is no news any more.
DAGEN: Final = 7


def meld_vervangingen() -> int:
    """Mail who began to stand in and had that arranged before; how many. Nobody gets it twice."""
    with taakrun(TAAK) as tellingen, transaction.atomic():
        begonnen = list(_begonnen())
        regelaars = Gebruiker.objects.in_bulk({rij.regelaar for rij in begonnen if rij.regelaar})
        for waarneming in begonnen:
            meld_begin(waarneming, door=regelaars.get(waarneming.regelaar))
        tellingen["vervangingen"] = len(begonnen)
    return len(begonnen)


def _begonnen() -> QuerySet[Any]:
    """What began in these days, by who is there and was not told on the day itself."""
    toegevoegd = Auditregel.objects.filter(
        soort=Waarneming._meta.model_name, onderwerp_id=OuterRef("pk"), actie="toegevoegd"
    ).annotate(dag=TruncDate("op"))
    eerder = toegevoegd.filter(dag__lt=OuterRef("periode__startswith"))
    waarnemingen: QuerySet[Any] = Waarneming.objects.beschikbaar_op(vandaag())
    rijen: QuerySet[Any] = (
        waarnemingen.filter(periode__startswith__gt=plus_dagen(vandaag(), -DAGEN))
        .filter(Exists(eerder))
        .annotate(regelaar=Subquery(eerder.values("door")[:1]))
        .select_related("begeleider", "vervanger")
        .order_by("pk")
    )
    return rijen
