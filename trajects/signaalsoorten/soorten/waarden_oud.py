"""National values that nobody laid beside their source for half a year (`regels.nagekeken`)."""

from datetime import date
from typing import Any, Final

from django.db.models import CharField, Count, F, Min, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce

from gebruikers.keuzes import Rol
from gebruikers.models import Organisatie
from gedeeld.dagsommen import DagenLater
from gedeeld.weergeven import meervoud
from regels.models import Regelparameter
from regels.models.parameter import NOOIT_NAGEKEKEN, TE_LANG
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import Feit, Over, Regel, Signaalsoort, Stap, Urgentie

CODE: Final = "waarden_oud"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """One for each organisation: how many codes have such a value."""
    oud = Regelparameter.objects.op(op).lang_niet_nagekeken(op).order_by().values("organisatie")
    nagekeken = Coalesce("nagekeken_op", Value(NOOIT_NAGEKEKEN))
    met = Organisatie.objects.annotate(
        hoeveel=Subquery(oud.annotate(n=Count("code", distinct=True)).values("n")),
        oudste=Subquery(oud.annotate(dag=Min(nagekeken)).values("dag")),
    ).filter(hoeveel__gt=0)
    return als_kandidaten(
        met,
        soort=CODE,
        organisatie="pk",
        werknemer=None,
        sinds=DagenLater("oudste", TE_LANG + 1),
        wat=Cast(F("hoeveel"), CharField()),
        urgentie=Urgentie.LATER,
    )


def _zin(feit: Feit, _over: Over) -> str:
    hoeveel = meervoud(int(feit.wat), "bedrag", "bedragen")
    return f"{hoeveel} van de wet zonder nazicht sinds een half jaar"


def _stap(_feit: Feit, _over: Over) -> Stap:
    zin = "De operator houdt de bedragen van de wet bij. Vraag of er een nieuwere lijst is."
    return Stap(zin, "Bekijk welke", "regels:parameters")


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="bedragen na te kijken",
            voor=frozenset({Rol.BEHEERDER}),
            zin=_zin,
            waarom=_zin,
            nog_niet=_zin,
            geen="Alle bedragen zijn onlangs nagekeken.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    in_dienst=False,
    over_mensen=False,
    weg="de bedragen zijn nagekeken",
)
