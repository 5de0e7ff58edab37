"""The support ends within months and looking for another employer did not start.

Finding one takes the better part of a year: how many months before is a choice of this application
(docs/regels.md#signals). At once when the support is over.
"""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from gedeeld.dagsommen import DagenLater, EersteDagBinnen
from gedeeld.periode import dag_erna
from gedeeld.weergeven import datum_voluit, duur
from regels.keuzes import Parametercode
from trajects.keuzes import Fase
from trajects.models import Jobdoelwit, Traject
from trajects.signaalsoorten.kandidaten import Eigengetal, aan_het_werk, als_kandidaten
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Stap
from trajects.signaalsoorten.stapregel import stapregel


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """Who knows for which job."""
    doelwit = Jobdoelwit.objects.actief().filter(traject=OuterRef("pk"))
    traject = Traject.objects.filter(
        Exists(doelwit), werknemer=OuterRef("pk"), fase=Fase.VOORTRAJECT
    )
    mensen: QuerySet[Any] = aan_het_werk(op).met_ondersteuning(op).filter(Exists(traject))
    laatste = DagenLater("steun_tot", -1)
    return als_kandidaten(
        mensen.filter(steun_tot__isnull=False),
        soort="jobmatching",
        dag=laatste,
        sinds=EersteDagBinnen(laatste, Eigengetal(Parametercode.JOBMATCHING_VOORAF)),
    )


def _stap(feit: Feit, over: Over) -> Stap:
    einde = feit.dag or over.op
    if einde < over.op:
        zin = f"Start jobmatching: de ondersteuning stopte op {datum_voluit(einde)}."
    else:
        nog = duur(over.op, dag_erna(einde))
        zin = f"Start jobmatching: nog {nog} ondersteuning, t.e.m. {datum_voluit(einde)}."
    return Stap(
        zin, "Start jobmatching", "traject", feit.werknemer_id or 0, f"?naar={Fase.JOBMATCHING}"
    )


REGEL = stapregel(
    code="jobmatching",
    naam="jobmatching starten",
    voor=BEGELEIDING,
    kandidaten=_kandidaten,
    stap=_stap,
    getallen=(Parametercode.JOBMATCHING_VOORAF,),
)
