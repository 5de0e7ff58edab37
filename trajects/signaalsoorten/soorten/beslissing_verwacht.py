"""Something was asked about the support and nobody decided yet; after a while somebody asks why.

How long it takes stands in no source (docs/regels.md#adjustment-and-extension); of an objection the
terms do. The same day for one request: `adviesdagen.aanvraag`.
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, CharField, DateField, F, QuerySet, Value, When
from django.db.models.functions import Coalesce

from gebruikers.keuzes import Rol
from gedeeld.dagsommen import DagenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.signaalsoorten.kandidaten import (
    Eigengetal,
    als_kandidaten,
    van_wie_in_dienst_is,
)
from trajects.signaalsoorten.soort import IEDEREEN_MET_PLAN, Feit, Over, Regel, Signaalsoort, Stap
from werknemers.keuzes import Adviesstap
from werknemers.models import Adviesgebeurtenis

CODE: Final = "beslissing_verwacht"
_NAMEN: Final = {
    Adviesstap.AANVRAAG: "het nieuwe advies",
    Adviesstap.BIJSTURING: "de bijsturing",
    Adviesstap.EVALUATIE: "de evaluatie",
    Adviesstap.VERLENGING: "de verlenging",
    Adviesstap.BEZWAAR: "het bezwaar",
}


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each request that runs; `dag` is that on which it was made, `sinds` the day after the
    decision was expected."""
    commissie = Coalesce(
        "commissie_op", DagenLater("gevraagd_op", Eigengetal(Parametercode.BEROEP_ADVIES))
    )
    gevraagd: QuerySet[Any] = van_wie_in_dienst_is(
        Adviesgebeurtenis.objects.nog_te_beslissen(), op
    ).filter(gevraagd_op__lte=op)
    rijen = gevraagd.annotate(
        verwacht=Case(
            When(
                soort=Adviesstap.BEZWAAR,
                then=DagenLater(commissie, Eigengetal(Parametercode.BEROEP_BESLISSING)),
            ),
            default=DagenLater("gevraagd_op", Eigengetal(Parametercode.BEHANDELING)),
            output_field=DateField(),
        )
    )
    return als_kandidaten(
        rijen,
        soort=CODE,
        werknemer="werknemer_id",
        dag=F("gevraagd_op"),
        sinds=DagenLater("verwacht", 1),
        wat=Case(
            *(When(soort=soort, then=Value(naam)) for soort, naam in _NAMEN.items()),
            output_field=CharField(),
        ),
    )


def _gevraagd(feit: Feit) -> str:
    return datum_voluit(feit.dag) if feit.dag else ""


def _zin(feit: Feit, _over: Over) -> str:
    return f"nog geen beslissing over {feit.wat}, gevraagd op {_gevraagd(feit)}"


def _waarom(feit: Feit, _over: Over) -> str:
    return (
        f"De beslissing over {feit.wat}, gevraagd op {_gevraagd(feit)}, had er al kunnen zijn. Ze "
        "is niet genoteerd."
    )


def _nog_niet(feit: Feit, _over: Over) -> str:
    wanneer = f" Het signaal komt op {datum_voluit(feit.sinds)}." if feit.sinds else ""
    return f"VDAB krijgt nog tijd voor {feit.wat}, gevraagd op {_gevraagd(feit)}.{wanneer}"


def _stap(feit: Feit, over: Over) -> Stap:
    wacht = f"Wacht op de beslissing van VDAB over {feit.wat}, gevraagd op {_gevraagd(feit)}."
    if feit.sinds is None or feit.sinds > over.op:
        return Stap(wacht, "Bekijk het advies", "contract", feit.werknemer_id or 0)
    vraag = "Vraag HR of ze er al is." if over.rol == Rol.BEGELEIDER else "Vraag ernaar."
    zin = f"Nog geen beslissing van VDAB over {feit.wat}, gevraagd op {_gevraagd(feit)}. {vraag}"
    return Stap(zin, "Bekijk het advies", "contract", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="beslissing verwacht",
            voor=IEDEREEN_MET_PLAN,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen="Er is niets gevraagd waarover VDAB nog moet beslissen.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    stap_vroeg=True,
    getallen=(
        Parametercode.BEHANDELING,
        Parametercode.BEROEP_ADVIES,
        Parametercode.BEROEP_BESLISSING,
    ),
    later="de beslissing wordt nu later verwacht",
    weg="er is niets meer waarover VDAB moet beslissen",
    bron="adjustment-and-extension",
)
