"""VDAB refused, gave less or stopped the support: one can object, in a strict term.

Source: docs/regels.md#adjustment-and-extension; the same days for one decision:
`adviesdagen.beroep`.
"""

from datetime import date
from typing import Any, Final

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from gedeeld.dagsommen import DagenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.signaalsoorten.kandidaten import (
    Eigengetal,
    als_kandidaten,
    met_sinds,
    omdat,
    van_wie_in_dienst_is,
)
from trajects.signaalsoorten.soort import (
    IEDEREEN_MET_PLAN,
    ZEGT_ZELF,
    Feit,
    Over,
    Regel,
    Signaalsoort,
    Stap,
    Urgentie,
)
from werknemers.domein.adviesdagen.beroep import beroep_tot
from werknemers.models import Adviesgebeurtenis

CODE: Final = "beroep_kan"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each decision that one can object to. Who did not note when it was known, knew it on
    its own day: that is the safe reading."""
    besluiten: QuerySet[Any] = van_wie_in_dienst_is(Adviesgebeurtenis.objects.betwistbaar(), op)
    rijen = besluiten.annotate(kennis=Coalesce("kennis_op", "besluitdatum")).annotate(
        uiterlijk=DagenLater("kennis", Eigengetal(Parametercode.BEROEP_BINNEN))
    )
    met_dag = met_sinds(
        rijen,
        op,
        F("kennis"),
        omdat(Q(betwist=True), "er is bezwaar gemaakt"),
        omdat(Q(uiterlijk__lt=op), "de laatste dag voor beroep is voorbij"),
        anders="de beslissing is nog niet bekend",
    )
    return als_kandidaten(
        met_dag,
        soort=CODE,
        werknemer="werknemer_id",
        dag=F("uiterlijk"),
        sinds=F("sinds"),
        wat=F("waarom"),
        urgentie=Urgentie.EERST,
    )


def _zin(feit: Feit, _over: Over) -> str:
    if feit.dag is None:
        return "beroep tegen de beslissing kan"
    return f"beroep tegen de beslissing kan {beroep_tot(feit.dag)}"


def _waarom(feit: Feit, _over: Over) -> str:
    return f"VDAB weigerde, gaf minder of zette stop. {_tot(feit)}"


def _tot(feit: Feit) -> str:
    if feit.dag is None:
        return "Vraag bij VDAB na tot wanneer beroep kan."
    return f"Beroep kan {beroep_tot(feit.dag)}."


def _nog_niet(feit: Feit, _over: Over) -> str:
    if feit.sinds is None:
        return f"Er is een beslissing waartegen beroep kon, maar {feit.wat}."
    return f"De beslissing is bekend vanaf {datum_voluit(feit.sinds)}."


def _stap(feit: Feit, over: Over) -> Stap:
    zin = f"Beslis samen met {over.voornaam} of er beroep komt. {_tot(feit)}"
    return Stap(zin, "Bekijk het advies", "contract", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="beroep mogelijk",
            voor=IEDEREEN_MET_PLAN,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen="Er is geen beslissing waartegen beroep kan.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    getallen=(Parametercode.BEROEP_BINNEN,),
    later=ZEGT_ZELF,
    weg="de beslissing is nu een andere",
    bron="adjustment-and-extension",
)
