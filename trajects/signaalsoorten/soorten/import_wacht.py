"""A file that somebody sent waits for a look. The number of days is the organisation's own."""

from datetime import date
from typing import Any, Final

from django.db.models import F, QuerySet
from django.db.models.functions import TruncDate

from gebruikers.keuzes import Rol
from gedeeld.dagsommen import DagenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.signaalsoorten.kandidaten import Eigengetal, als_kandidaten
from trajects.signaalsoorten.soort import Feit, Over, Regel, Signaalsoort, Stap
from werknemers.models import Importopdracht

CODE: Final = "import_wacht"


def _kandidaten(_op: date) -> QuerySet[Any, Any]:
    """About each import that asks something of a person."""
    wachtend = Importopdracht.objects.wacht_op_iemand().annotate(sinds=TruncDate("aangemaakt_op"))
    return als_kandidaten(
        wachtend,
        soort=CODE,
        werknemer=None,
        dag=F("sinds"),
        sinds=DagenLater("sinds", Eigengetal(Parametercode.IMPORT_NA)),
        wat=F("bestandsnaam"),
    )


def _zin(feit: Feit, _over: Over) -> str:
    sinds = datum_voluit(feit.dag) if feit.dag else ""
    return f"het bestand “{feit.wat}” wacht op nazicht sinds {sinds}"


def _stap(feit: Feit, _over: Over) -> Stap:
    return Stap("", "Kijk het na", "werknemers:import_nakijken", feit.onderwerp)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="import wacht op nazicht",
            voor=frozenset({Rol.BEHEERDER}),
            zin=_zin,
            waarom=_zin,
            nog_niet=_zin,
            geen="Er wacht geen bestand.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    in_dienst=False,
    over_mensen=False,
    getallen=(Parametercode.IMPORT_NA,),
    later="daarvoor is het nog te vroeg",
    weg="iemand keek het bestand na",
)
