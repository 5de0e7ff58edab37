"""An extension can be asked and was not: the window is open, the last safe day comes or is past.

Source: docs/regels.md#days-of-an-advice; the same days for one advice: `adviesdagen.uitkijk`.
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, DateField, F, IntegerField, Q, QuerySet, When
from django.db.models.functions import Greatest, Least

from gebruikers.keuzes import Rol
from gedeeld.dagsommen import DagenLater, EersteDagBinnen, MaandenLater
from gedeeld.weergeven import datum_met_dag, datum_voluit
from regels.keuzes import Parametercode
from trajects.signaalsoorten.kandidaten import (
    Eigengetal,
    Rijen,
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
from werknemers.domein.adviesdagen.adviesdagen_sql import verlengbare_adviezen

CODE: Final = "verlenging_kan"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each advice that runs or is to come. How urgent it is, is its threshold as well: what
    became more urgent is news."""
    adviezen = van_wie_werkt(verlengbare_adviezen(), op).filter(periode__endswith__gt=op)
    rijen = met_sinds(
        _met_dagen(adviezen),
        op,
        # The database leaves out a day that is not known.
        Least("vroegst", DagenLater("veilig", 1)),
        omdat(Q(gestopt=True), "een beslissing heeft het advies vroeger stopgezet"),
        omdat(Q(vervolgd=True), "er volgt een ander advies op"),
        omdat(Q(gevraagd=True), "de verlenging is gevraagd"),
        anders="de verlenging kan pas later gevraagd worden",
    ).annotate(
        ernst=Case(
            When(veilig__lt=op, then=Urgentie.EERST.value),
            When(nabij__lte=op, then=Urgentie.DAARNA.value),
            default=Urgentie.LATER.value,
            output_field=IntegerField(),
        ),
    )
    return als_kandidaten(
        rijen,
        soort=CODE,
        werknemer="werknemer_id",
        drempel=F("ernst"),
        dag=F("veilig"),
        sinds=F("sinds"),
        wat=F("waarom"),
        urgentie=F("ernst"),
    )


def _met_dagen(adviezen: Rijen) -> Rijen:
    """With the first day, the last safe one and the day from which that is near; each of them empty
    when its term is not known."""
    maanden_ervoor = MaandenLater("periode__endswith", -Eigengetal(Parametercode.VERLENGING_VANAF))
    vroegst = When(ervoor__isnull=False, then=Greatest("ervoor", "periode__startswith"))
    laatste = DagenLater("periode__endswith", -1)
    return adviezen.alias(ervoor=maanden_ervoor).annotate(
        vroegst=Case(vroegst, output_field=DateField()),
        veilig=DagenLater(laatste, -Eigengetal(Parametercode.BEHANDELING)),
        nabij=EersteDagBinnen(F("veilig"), Eigengetal(Parametercode.VENSTER_VOORAF)),
    )


def _is_gemist(feit: Feit, over: Over) -> bool:
    return feit.dag is not None and feit.dag < over.op


def _zin(feit: Feit, over: Over) -> str:
    if feit.dag is None:
        return "verlenging kan gevraagd worden"
    if _is_gemist(feit, over):
        return f"verlenging nog niet gevraagd, de veilige dag was {datum_voluit(feit.dag)}"
    return f"verlenging kan gevraagd worden, veilig t.e.m. {datum_voluit(feit.dag)}"


def _waarom(feit: Feit, over: Over) -> str:
    if feit.dag is None:
        return "De verlenging kan gevraagd worden en er is nog niets gevraagd."
    if _is_gemist(feit, over):
        return (
            f"De laatste veilige dag ({datum_voluit(feit.dag)}) is voorbij en er is nog niets "
            "gevraagd."
        )
    return (
        "De verlenging kan gevraagd worden en er is nog niets gevraagd. Veilig is dat tot en met "
        f"{datum_voluit(feit.dag)}."
    )


def _nog_niet(feit: Feit, _over: Over) -> str:
    if feit.sinds is None:
        return f"Geen verlenging te vragen: {feit.wat}."
    return f"De verlenging kan gevraagd worden vanaf {datum_voluit(feit.sinds)}."


def _stap(feit: Feit, over: Over) -> Stap:
    zin = _stapzin(feit, over)
    return Stap(zin, "Bereid de aanvraag voor", "evaluatie", feit.werknemer_id or 0)


def _stapzin(feit: Feit, over: Over) -> str:
    if over.rol == Rol.BEGELEIDER:
        return _stapzin_van_begeleider(feit, over)
    if feit.dag is None:
        return f"De verlenging voor {over.voornaam} kan aangevraagd worden."
    if _is_gemist(feit, over):
        return (
            f"De laatste veilige dag ({datum_voluit(feit.dag)}) is voorbij. Vraag de verlenging "
            f"voor {over.voornaam} vandaag nog aan in het WSE-loket."
        )
    return (
        f"De verlenging kan aangevraagd worden tot en met {datum_met_dag(feit.dag)}: dat is de "
        "laatste veilige dag."
    )


def _stapzin_van_begeleider(feit: Feit, over: Over) -> str:
    wat = f"Bereid de verlenging van {over.voornaam}"
    if feit.dag is None:
        return f"{wat} voor. HR vraagt ze aan."
    if _is_gemist(feit, over):
        dag = datum_voluit(feit.dag)
        return (
            f"De laatste veilige dag ({dag}) is voorbij. {wat} vandaag nog voor; HR vraagt ze aan."
        )
    return f"{wat} voor. HR vraagt ze aan, veilig tot en met {datum_met_dag(feit.dag)}."


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="verlenging te vragen",
            voor=IEDEREEN_MET_PLAN,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen=("Er loopt geen advies dat verlengd kan worden, of de uitstroom is al ingevuld."),
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    getallen=(
        Parametercode.VERLENGING_VANAF,
        Parametercode.BEHANDELING,
        Parametercode.VENSTER_VOORAF,
    ),
    later=ZEGT_ZELF,
    weg="er is geen advies meer dat verlengd kan worden",
    bron="days-of-an-advice",
)
