"""An adjustment of a long advice can be asked since a while, and nobody did: a chance to look.

Asking has a risk and the support may be right as it is, so this goes by itself after some months.
Source: docs/regels.md#adjustment-and-extension; one advice: `adviesdagen.bijsturing`.
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, DateField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from gedeeld.dagsommen import MaandenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.signaalsoorten.kandidaten import (
    Eigengetal,
    als_kandidaten,
    met_sinds,
    omdat,
    van_wie_werkt,
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
from werknemers.domein.adviesdagen.adviesdagen_sql import met_evaluatie, verlengbare_adviezen

CODE: Final = "bijsturing_kan"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each advice in which that day lies."""
    nu = Value(op, DateField())
    adviezen = van_wie_werkt(met_evaluatie(verlengbare_adviezen()), op)
    kwartalen = MaandenLater(
        "periode__startswith", 3 * (Eigengetal(Parametercode.BIJSTURING_VANAF) - 1)
    )
    na_evaluatie = MaandenLater("geevalueerd", Eigengetal(Parametercode.BIJSTURING_ANDERS))
    rijen: QuerySet[Any] = (
        adviezen.filter(periode__endswith__gt=op)
        .annotate(
            kan=Case(
                When(geevalueerd__isnull=False, then=na_evaluatie),
                default=kwartalen,
                output_field=DateField(),
            )
        )
        .filter(kan__gte=F("periode__startswith"), kan__lt=F("periode__endswith"))
        .annotate(tot=MaandenLater("kan", Coalesce(Eigengetal(Parametercode.VENSTER_VOORAF), 0)))
    )
    met_dag = met_sinds(
        rijen,
        op,
        F("kan"),
        omdat(Q(bijsturing_gevraagd=True), "een bijsturing of evaluatie is gevraagd"),
        omdat(Q(tot__lte=nu), "de eerste maanden om eraan te denken zijn voorbij"),
        anders="bijsturen kan pas later",
    )
    return als_kandidaten(
        met_dag,
        soort=CODE,
        werknemer="werknemer_id",
        dag=F("kan"),
        sinds=F("sinds"),
        wat=F("waarom"),
        urgentie=Urgentie.LATER,
    )


def _zin(feit: Feit, _over: Over) -> str:
    return f"bijsturing kan gevraagd worden sinds {_dag(feit)}"


def _waarom(feit: Feit, _over: Over) -> str:
    return f"Sinds {_dag(feit)} kan een bijsturing gevraagd worden, en dat is nog niet gebeurd."


def _nog_niet(feit: Feit, over: Over) -> str:
    if feit.sinds is None:
        sinds = "vanaf" if feit.dag and feit.dag > over.op else "sinds"
        return f"Bijsturen kan {sinds} {_dag(feit)}, maar {feit.wat}."
    return f"Een bijsturing kan gevraagd worden vanaf {_dag(feit)}."


def _dag(feit: Feit) -> str:
    return datum_voluit(feit.dag) if feit.dag else ""


def _stap(feit: Feit, over: Over) -> Stap:
    zin = (
        f"Past de steun nog bij {over.voornaam}? Sinds {_dag(feit)} kan een bijsturing gevraagd "
        "worden. Weet dat VDAB het pakket ook kan verlagen."
    )
    return Stap(zin, "Bekijk het advies", "contract", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="bijsturing mogelijk",
            voor=IEDEREEN_MET_PLAN,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen="Er loopt geen advies dat bijgestuurd kan worden, of de uitstroom is al ingevuld.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    getallen=(
        Parametercode.BIJSTURING_VANAF,
        Parametercode.BIJSTURING_ANDERS,
        Parametercode.VENSTER_VOORAF,
    ),
    # What somebody put away is not said again.
    herhaal=None,
    later=ZEGT_ZELF,
    weg="er is geen advies meer dat bijgestuurd kan worden",
    bron="adjustment-and-extension",
)
