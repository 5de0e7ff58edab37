"""The support is over, or nearly: bring the trajectory to its end with a hand-over.

How many months before is a choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from gedeeld.dagsommen import DagenLater, EersteDagBinnen
from regels.keuzes import Parametercode
from trajects.keuzes import LOPENDE_FASEN, Fase
from trajects.models import Jobdoelwit, Overdracht, Stage, Traject
from trajects.signaalsoorten.kandidaten import Eigengetal, aan_het_werk, als_kandidaten
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Stap
from trajects.signaalsoorten.stapregel import stapregel

_FASEN: Final = tuple(fase for fase in LOPENDE_FASEN if fase != Fase.NAZORG)


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """Who knows for which job; not while a placement runs or comes, and not once a hand-over was
    planned or held."""
    trajecten = Traject.objects.filter(werknemer=OuterRef("pk"), fase__in=_FASEN)
    doelwit = Jobdoelwit.objects.actief().filter(
        traject__werknemer=OuterRef("pk"), traject__fase__in=_FASEN
    )
    stage = Stage.objects.filter(werknemer=OuterRef("pk"), periode__endswith__gt=op)
    overdracht = Overdracht.objects.filter(
        Q(gesprek_gehouden_op=None) | Q(gesprek_gehouden_op__gte=OuterRef("gestart")),
        werknemer=OuterRef("pk"),
    )
    mensen: QuerySet[Any] = aan_het_werk(op).met_ondersteuning(op)
    met_doelwit = mensen.annotate(
        gestart=Subquery(trajecten.values("gestart_op")[:1]),
        doelwit=Subquery(doelwit.values("titel")[:1]),
    ).filter(steun_tot__isnull=False, doelwit__isnull=False)
    laatste = DagenLater("steun_tot", -1)
    return als_kandidaten(
        met_doelwit.exclude(Exists(stage)).exclude(Exists(overdracht)),
        soort="afronden",
        dag=laatste,
        sinds=EersteDagBinnen(laatste, Eigengetal(Parametercode.AFRONDEN_VOORAF)),
        wat=F("doelwit"),
    )


def _stap(feit: Feit, _over: Over) -> Stap:
    zin = f"Rond het samen af: wat is nog nodig voor het jobdoelwit ({feit.wat})?"
    return Stap(zin, "Plan de overdracht", "overdracht_nieuw", feit.werknemer_id or 0)


REGEL = stapregel(
    code="afronden",
    naam="afronden",
    voor=BEGELEIDING,
    kandidaten=_kandidaten,
    stap=_stap,
    getallen=(Parametercode.AFRONDEN_VOORAF,),
)
