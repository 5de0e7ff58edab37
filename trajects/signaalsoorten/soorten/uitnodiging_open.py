"""Somebody was invited and never logged in. After two weeks: a choice of this application."""

from datetime import date
from typing import Any, Final

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate

from gebruikers.domein.uitnodigen import OPNIEUW
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gebruikers.models.gebruiker import naam_van
from gedeeld.dagsommen import DagenLater
from gedeeld.models import Auditregel
from gedeeld.weergeven import datum_voluit
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import Feit, Over, Regel, Signaalsoort, Stap, Urgentie

CODE: Final = "uitnodiging_open"
DAGEN: Final = 14


def _kandidaten(_op: date) -> QuerySet[Any, Any]:
    """About each member who never logged in, since the last time that they were invited."""
    genodigd = Gebruiker.objects.actief().filter(last_login=None, organisatie__isnull=False)
    opnieuw = Auditregel.objects.filter(
        soort=Gebruiker._meta.model_name, onderwerp_id=OuterRef("pk"), actie=OPNIEUW
    ).order_by("-op")
    laatst = Coalesce(Subquery(opnieuw.values("op")[:1]), "aangemaakt_op")
    met = genodigd.annotate(sinds=TruncDate(laatst), wie=naam_van())
    return als_kandidaten(
        met,
        soort=CODE,
        werknemer=None,
        dag=F("sinds"),
        sinds=DagenLater("sinds", DAGEN),
        wat=F("wie"),
        urgentie=Urgentie.LATER,
    )


def _zin(feit: Feit, _over: Over) -> str:
    sinds = datum_voluit(feit.dag) if feit.dag else ""
    return f"{feit.wat} is uitgenodigd op {sinds} en meldde zich nog niet aan"


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="uitnodiging zonder antwoord",
            voor=frozenset({Rol.BEHEERDER}),
            zin=_zin,
            waarom=_zin,
            nog_niet=_zin,
            geen="Iedereen meldde zich al aan.",
            stap=lambda _feit, _over: Stap("", "Nodig opnieuw uit", "gebruikers:gebruikers"),
        ),
    ),
    kandidaten=_kandidaten,
    in_dienst=False,
    over_mensen=False,
    later="de uitnodiging is opnieuw gestuurd op %s",
    weg="die meldde zich aan, of heeft geen toegang meer",
)
