"""The plan on paper is a promise: the employee says something about it, and again when it changes.

When is a choice of this application (docs/regels.md#signals). What changes a plan: another job
target, and an open goal that was written since the day printed on the plan. The support plan for
VDAB (`Planversie`) is another paper.
"""

from datetime import date
from typing import Any, Final

from django.db.models import (
    Case,
    CharField,
    DateField,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest, Least, TruncDate

from gedeeld.dagsommen import MaandenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.keuzes import Planantwoord, Standdoel
from trajects.models import Doel, Jobdoelwit, Planbespreking
from trajects.signaalsoorten.kandidaten import (
    Eigengetal,
    Rijen,
    als_kandidaten,
    lopende_trajecten,
    omdat,
    wat_of_waarom,
)
from trajects.signaalsoorten.soort import (
    BEGELEIDING,
    ZEGT_ZELF,
    Feit,
    Over,
    Regel,
    Signaalsoort,
    Stap,
    Urgentie,
)

NIET_BESPROKEN: Final = "plan_niet_besproken"
NIET_AKKOORD: Final = "plan_niet_akkoord"
GEWIJZIGD: Final = "plan_gewijzigd"
_ONENIG: Final = (Planantwoord.NEE, Planantwoord.DEELS)


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the last time that the plan was gone through, or the trajectory when it never was."""
    rijen = _met_stand(_met_wijziging(_met_antwoord(lopende_trajecten(op), op)))
    return als_kandidaten(
        rijen,
        soort=F("soort"),
        werknemer="werknemer_id",
        # No talk about a plan has the key of a trajectory below zero.
        onderwerp=Coalesce("laatste", -F("pk")),
        dag=Case(
            When(laatste=None, then=F("gestart_op")),
            When(antwoord=Planantwoord.JA, then=F("gewijzigd")),
            default=F("besproken"),
            output_field=DateField(),
        ),
        sinds=F("sinds"),
        wat=wat_of_waarom(
            op,
            Coalesce("antwoord", Value("")),
            omdat(
                Q(antwoord=Planantwoord.JA, gewijzigd=None),
                "het plan is akkoord en sindsdien niet veranderd",
            ),
            omdat(Q(antwoord=Planantwoord.JA), "het plan is akkoord en veranderde nog maar pas"),
            anders="het plan mag nog even wachten",
        ),
        urgentie=Case(
            When(antwoord__in=_ONENIG, then=Urgentie.DAARNA.value),
            When(laatste=None, then=Urgentie.DAARNA.value),
            default=Urgentie.LATER.value,
            output_field=IntegerField(),
        ),
    )


def _met_stand(rijen: Rijen) -> Rijen:
    """With the kind that the last answer makes of it, and since when that holds."""
    tegen = MaandenLater("gestart_op", Eigengetal(Parametercode.PLAN_BINNEN))
    return rijen.annotate(
        sinds=Case(
            When(laatste=None, then=tegen),
            When(antwoord=Planantwoord.NOG_NIET, then=Greatest(tegen, F("besproken"))),
            When(antwoord__in=_ONENIG, then=F("besproken")),
            default=MaandenLater("gewijzigd", Eigengetal(Parametercode.PLAN_BINNEN)),
            output_field=DateField(),
        ),
        soort=Case(
            When(laatste=None, then=Value(NIET_BESPROKEN)),
            When(antwoord=Planantwoord.JA, then=Value(GEWIJZIGD)),
            default=Value(NIET_AKKOORD),
            output_field=CharField(),
        ),
    )


def _met_antwoord(trajecten: Rijen, op: date) -> Rijen:
    """With the last talk about the plan since the trajectory began, as the openness dossier asks
    (`openheidsdossier.volledigheid`)."""
    besprekingen = Planbespreking.objects.filter(
        organisatie=OuterRef("organisatie"),
        werknemer=OuterRef("werknemer"),
        besproken_op__gte=OuterRef("gestart_op"),
        besproken_op__lte=op,
    ).order_by("-besproken_op", "-versie")
    velden = {"laatste": "pk", "antwoord": "antwoord", "besproken": "besproken_op"}
    velden["versie"] = "versie"
    return trajecten.annotate(
        **{naam: Subquery(besprekingen.values(veld)[:1]) for naam, veld in velden.items()}
    )


def _met_wijziging(trajecten: Rijen) -> Rijen:
    """With `gewijzigd`, the first day since on which the plan became another one."""
    van_traject = {"organisatie": OuterRef("organisatie"), "traject": OuterRef("pk")}
    doelwitten = Jobdoelwit.objects.actief().filter(**van_traject, van__gt=OuterRef("versie"))
    doelen = (
        Doel.objects.filter(**van_traject, stand=Standdoel.OPEN)
        .annotate(dag=TruncDate("gewijzigd_op"))
        .filter(dag__gt=OuterRef("versie"))
    )
    doelwit = doelwitten.order_by().values("traject").annotate(eerst=Min("van")).values("eerst")
    doel = doelen.order_by().values("traject").annotate(eerst=Min("dag")).values("eerst")
    return trajecten.annotate(gewijzigd=Least(Subquery(doelwit), Subquery(doel)))


def _dag(feit: Feit) -> str:
    return datum_voluit(feit.dag) if feit.dag else ""


def _antwoord(feit: Feit) -> str:
    return Planantwoord(feit.wat).label if feit.wat in Planantwoord.values else "geen antwoord"


def _akkoord_zin(feit: Feit, _over: Over) -> str:
    if feit.wat == Planantwoord.NOG_NIET:
        return f"nog geen antwoord op het plan, besproken op {_dag(feit)}"
    return f"{_antwoord(feit)} met het plan, besproken op {_dag(feit)}"


def _gewijzigd_zin(feit: Feit, _over: Over) -> str:
    return f"plan veranderd op {_dag(feit)}, nog niet opnieuw besproken"


def _niet_besproken(feit: Feit, _over: Over) -> str:
    return f"Het traject loopt sinds {_dag(feit)} en het plan op papier is nog niet besproken."


def _niet_akkoord(feit: Feit, over: Over) -> str:
    if feit.wat == Planantwoord.NOG_NIET:
        return f"Het plan is besproken op {_dag(feit)} en er is nog geen antwoord."
    return f"Het plan is besproken op {_dag(feit)}: {over.voornaam} is {_antwoord(feit)}."


def _gewijzigd(feit: Feit, over: Over) -> str:
    return (
        f"Het plan veranderde op {_dag(feit)}, na de versie waarmee {over.voornaam} akkoord ging, "
        "en is niet opnieuw besproken."
    )


def _nog_niet(feit: Feit, over: Over) -> str:
    """Of one of the three, while the row may be about another of them: how it stands with the
    plan."""
    if feit.soort == GEWIJZIGD:
        if feit.sinds is None:
            return "Het plan is akkoord en sindsdien niet veranderd."
        return f"Het akkoord gaat over een vroegere versie: op {_dag(feit)} veranderde het plan."
    if feit.soort == NIET_AKKOORD:
        return f"Het plan is besproken op {_dag(feit)}, en het antwoord is nog geen ja."
    if feit.sinds is None or feit.sinds <= over.op:
        return "Het plan is nog niet besproken."
    return f"Het signaal komt op {datum_voluit(feit.sinds)} als het plan dan niet besproken is."


def _bespreek(zin: str, feit: Feit) -> Stap:
    return Stap(zin, "Noteer de bespreking", "planbespreking_nieuw", feit.werknemer_id or 0)


def _stap_bespreken(feit: Feit, over: Over) -> Stap:
    return _bespreek(
        f"Overloop het plan op papier met {over.voornaam}, en noteer het antwoord.", feit
    )


def _stap_akkoord(feit: Feit, over: Over) -> Stap:
    naam = over.voornaam
    if feit.sinds is None or feit.sinds > over.op or feit.wat == Planantwoord.NOG_NIET:
        zin = f"{naam} gaf nog geen antwoord op het plan, besproken op {_dag(feit)}. Vraag het."
        return _bespreek(zin, feit)
    zin = f"{naam} is {_antwoord(feit)} met het plan. Pas het samen aan en overloop het opnieuw."
    return _bespreek(zin, feit)


def _stap_gewijzigd(feit: Feit, over: Over) -> Stap | None:
    if feit.sinds is None:
        return None
    zin = f"Het plan is veranderd op {_dag(feit)}. Overloop het opnieuw met {over.voornaam}."
    return _bespreek(zin, feit)


_GEEN: Final = "Er loopt geen traject, of de uitstroom is al ingevuld."

REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=NIET_AKKOORD,
            naam="plan niet akkoord",
            voor=BEGELEIDING,
            zin=_akkoord_zin,
            waarom=_niet_akkoord,
            nog_niet=_nog_niet,
            geen=_GEEN,
            stap=_stap_akkoord,
        ),
        Signaalsoort(
            code=NIET_BESPROKEN,
            naam="plan niet besproken",
            voor=BEGELEIDING,
            zin=lambda _feit, _over: "plan nog niet besproken",
            waarom=_niet_besproken,
            nog_niet=_nog_niet,
            geen=_GEEN,
            stap=_stap_bespreken,
        ),
        Signaalsoort(
            code=GEWIJZIGD,
            naam="plan veranderd",
            voor=BEGELEIDING,
            zin=_gewijzigd_zin,
            waarom=_gewijzigd,
            nog_niet=_nog_niet,
            geen=_GEEN,
            stap=_stap_gewijzigd,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    met_traject=True,
    stap_vroeg=True,
    getallen=(Parametercode.PLAN_BINNEN,),
    later=ZEGT_ZELF,
    anders="over het plan is intussen iets anders genoteerd",
    weg="over het plan is intussen iets anders genoteerd",
)
