"""The guidance premium changed and the support plan was not looked at since.

Source: docs/regels.md#guidance-on-the-work-floor; for one employee: `laatste_premiewissel`, when
`PLAN_KWARTAAL` is the quarter in which the flat part falls.
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, DateField, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, Greatest

from gedeeld.dagsommen import MaandenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.keuzes import MAANDEN_VOOR_PREMIEWISSEL
from trajects.models import Planversie
from trajects.signaalsoorten.kandidaten import (
    Eigengetal,
    Rijen,
    als_kandidaten,
    begeleide_adviezen,
    met_sinds,
    omdat,
)
from trajects.signaalsoorten.soort import (
    BEGELEIDING,
    ZEGT_ZELF,
    Feit,
    Over,
    Regel,
    Signaalsoort,
    Stap,
)
from werknemers.domein.adviesdagen.adviesdagen_sql import met_vorig_niveau

CODE: Final = "plan_herzien"
_MAANDEN: Final = 3


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each advice with guidance: the last change of the premium, and before there was one the
    day on which it falls."""
    versies = Planversie.objects.filter(
        werknemer=OuterRef("werknemer"), organisatie=OuterRef("organisatie"), op__lte=op
    ).order_by("-op")
    # The day is not referred to from inside another query: it holds queries itself, which would
    # then get names that are taken.
    herzien = Q(laatste_versie__gte=MaandenLater("dag", -MAANDEN_VOOR_PREMIEWISSEL))
    rijen = met_sinds(
        _met_dag(begeleide_adviezen(op), op).alias(
            laatste_versie=Subquery(versies.values("op")[:1])
        ),
        op,
        F("dag"),
        omdat(herzien, "het ondersteuningsplan is herzien"),
        anders="het ondersteuningsplan moet pas later herzien worden",
    )
    return als_kandidaten(
        rijen,
        soort=CODE,
        werknemer="werknemer_id",
        dag=F("dag"),
        sinds=F("sinds"),
        wat=F("waarom"),
    )


def _met_dag(adviezen: Rijen, op: date) -> Rijen:
    """With `dag`, on which the premium changed last, by its quarters or by another level of
    guidance; the first day to come when it did not yet."""
    telt_van = Case(
        When(telt_keten__gt=0, then=F("keten_van")),
        default=F("periode__startswith"),
        output_field=DateField(),
    )
    kwartalen = _MAANDEN * (Eigengetal(Parametercode.PLAN_KWARTAAL) - 1)
    ander_niveau = Case(
        When(niveau_sinds__gt=F("periode__startswith"), then=F("niveau_sinds")),
        When(~Q(vorig_niveau=F("begeleidingsniveau")), then=F("periode__startswith")),
        output_field=DateField(),
    )
    met_wissels = (
        met_vorig_niveau(adviezen)
        .alias(telt_keten=Eigengetal(Parametercode.BEGELEIDING_TELT_KETEN))
        .annotate(daling=MaandenLater(telt_van, kwartalen), ander_niveau=ander_niveau)
    )
    return met_wissels.annotate(
        dag=Case(
            When(daling__lte=op, then=Greatest("daling", "ander_niveau")),
            default=Coalesce("ander_niveau", "daling"),
            output_field=DateField(),
        )
    )


def _dag(feit: Feit) -> str:
    return datum_voluit(feit.dag) if feit.dag else ""


def _zin(feit: Feit, _over: Over) -> str:
    return f"ondersteuningsplan te herzien sinds {_dag(feit)}"


def _waarom(feit: Feit, _over: Over) -> str:
    return (
        f"De begeleidingspremie veranderde op {_dag(feit)} en sindsdien staat er geen versie van "
        "het ondersteuningsplan."
    )


def _nog_niet(feit: Feit, over: Over) -> str:
    if feit.sinds is None:
        verandert = "verandert" if feit.dag and feit.dag > over.op else "veranderde"
        return f"Het plan is al herzien: de begeleidingspremie {verandert} op {_dag(feit)}."
    return f"Het ondersteuningsplan is te herzien vanaf {_dag(feit)}."


def _stap(feit: Feit, over: Over) -> Stap:
    zin = (
        f"De begeleidingspremie veranderde op {_dag(feit)}. Bekijk het ondersteuningsplan opnieuw "
        f"met {over.voornaam}."
    )
    return Stap(zin, "Noteer de versie", "planversie_nieuw", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="ondersteuningsplan herzien",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen="Er is vandaag geen begeleidingspremie, of de uitstroom is al ingevuld.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    getallen=(Parametercode.PLAN_KWARTAAL, Parametercode.BEGELEIDING_TELT_KETEN),
    later=ZEGT_ZELF,
    weg="er is geen begeleidingspremie meer",
    bron="guidance-on-the-work-floor",
)
