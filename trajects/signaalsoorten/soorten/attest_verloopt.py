"""An attest is valid for some time yet, or no longer, and nothing renews it.

Who lost an attest may have to stop with the work that asks for it. How long before is a choice of
this application (docs/regels.md#signals); the day stands on the attest.
"""

from datetime import date
from typing import Any, Final

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from gedeeld.dagsommen import DagenLater, MaandenLater
from regels.keuzes import Parametercode
from trajects.keuzes import Standdeelname
from trajects.models import Deelname
from trajects.signaalsoorten.dagwoorden import dag_van, komt_nog, op_dag
from trajects.signaalsoorten.kandidaten import Eigengetal, als_kandidaten, in_dienst
from trajects.signaalsoorten.soort import (
    BEGELEIDING,
    Feit,
    Over,
    Regel,
    Signaalsoort,
    Stap,
    Urgentie,
)

VERLOOPT: Final = "attest_verloopt"
VERLOPEN: Final = "attest_verlopen"
# An attest that lapsed this lately can still be put right before anybody misses it.
PAS_VERLOPEN: Final = 1  # months
# Who closed it because nobody needs the attest hears of it again after a year.
HERHAAL: Final = 365  # days


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each attest with an end of who is in service. One that was renewed keeps its row, with
    the day of the new one, and never holds; renewed for good it has none."""
    tot = F("attest_vervalt_op")
    nieuw = Deelname.objects.vernieuwd()
    later = nieuw.filter(attest_vervalt_op__isnull=False).order_by("-attest_vervalt_op", "-pk")
    attesten = (
        Deelname.objects.filter(in_dienst(op), attest_vervalt_op__isnull=False)
        .exclude(Exists(nieuw.filter(attest_vervalt_op=None)))
        .annotate(nieuw_tot=Subquery(later.values("attest_vervalt_op")[:1]))
    )
    verlopen = Q(attest_vervalt_op__lt=op)
    return als_kandidaten(
        attesten,
        soort=Case(
            When(verlopen, then=Value(VERLOPEN)),
            default=Value(VERLOOPT),
            output_field=CharField(),
        ),
        werknemer="werknemer_id",
        drempel=Case(When(verlopen, then=Value(0)), default=Value(1)),
        bereik=Case(When(verlopen, then=Value(0)), default=Value(1)),
        dag=Case(When(nieuw_tot__isnull=False, then=F("nieuw_tot")), default=tot),
        sinds=Case(
            When(nieuw_tot__isnull=False, then=Value(None, DateField())),
            When(verlopen, then=DagenLater(tot, 1)),
            default=DagenLater(tot, -Eigengetal(Parametercode.ATTEST_VOORAF)),
        ),
        wat=F("attest"),
        urgentie=_urgentie(op),
    )


def _urgentie(op: date) -> Case:
    """Who follows a training about it soon can wait for that."""
    gepland = Deelname.objects.filter(
        Q(vorming__thema=OuterRef("vorming__thema"))
        | Q(vorming__titel__iexact=OuterRef("vorming__titel")),
        werknemer=OuterRef("werknemer"),
        organisatie=OuterRef("organisatie"),
        stand=Standdeelname.GEPLAND,
        vorming__geannuleerd=False,
        vorming__periode__endswith__gt=op,
    ).exclude(pk=OuterRef("pk"))
    grens = MaandenLater(Value(op, DateField()), Value(-PAS_VERLOPEN))
    return Case(
        When(Exists(gepland), then=Value(Urgentie.LATER.value)),
        When(
            attest_vervalt_op__lt=op, attest_vervalt_op__gte=grens, then=Value(Urgentie.EERST.value)
        ),
        default=Value(Urgentie.DAARNA.value),
    )


def _verloopt(feit: Feit, over: Over) -> str:
    if dag_van(feit) < over.op:
        return f"is verlopen op {op_dag(feit)}"
    if dag_van(feit) == over.op:
        return "geldt nog tot en met vandaag"
    return f"verloopt op {op_dag(feit)}"


def _zin(feit: Feit, over: Over) -> str:
    return f"attest {feit.wat} {_verloopt(feit, over)}"


def _waarom(feit: Feit, over: Over) -> str:
    return f"Het {_zin(feit, over)} en er is nog geen nieuw."


def _loopt_nog(feit: Feit, _over: Over) -> str:
    return f"Het attest {feit.wat} geldt tot en met {op_dag(feit)}."


def _nog_niet(feit: Feit, over: Over) -> str:
    if dag_van(feit) < over.op:
        return f"Het attest {feit.wat} is al verlopen op {op_dag(feit)}."
    return f"{_loopt_nog(feit, over)} {komt_nog(feit)}".strip()


def _stap(feit: Feit, over: Over) -> Stap:
    zin = f"Het attest {feit.wat} van {over.voornaam} {_verloopt(feit, over)}."
    if feit.urgentie == Urgentie.LATER:
        return Stap(
            f"{zin} Er staat een vorming gepland: vul daarna het nieuwe attest in.",
            "Bekijk de vorming",
            "plan",
            feit.werknemer_id or 0,
            "#vorming",
        )
    return Stap(
        f"{zin} Zoek samen een bijscholing.",
        "Schrijf in voor een vorming",
        "inschrijving",
        feit.werknemer_id or 0,
    )


_GEEN: Final = "Er loopt vandaag geen contract, of er is geen attest met een einde."

REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=VERLOOPT,
            naam="attest verloopt",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen=_GEEN,
            stap=_stap,
        ),
        Signaalsoort(
            code=VERLOPEN,
            naam="attest verlopen",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_loopt_nog,
            geen=_GEEN,
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    herhaal=HERHAAL,
    later="het attest geldt nu tot en met %s",
    weg="het attest heeft geen einde meer, of staat er niet meer",
    getallen=(Parametercode.ATTEST_VOORAF,),
)
