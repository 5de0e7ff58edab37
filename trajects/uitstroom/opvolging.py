"""Whom the employer dismissed and who began in that service since, to read along in another row."""

from datetime import date
from typing import Any, Final

from django.db.models import (
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from gebruikers.rechten import HeeftRol
from gedeeld.meelezen import Meelijst, mee
from regels.keuzes import IN_KWARTALEN, Parametercode
from regels.models import Regelparameter
from trajects.keuzes import Initiatief
from trajects.models import Uitstroom
from werknemers.domein.schijven import adviezen_erbij
from werknemers.models import Adviesperiode, Arbeidsovereenkomst

# In days.
LANGSTE_MAAND: Final = 31


def vertrekken_erbij(gebruiker: HeeftRol, op: date, *wie: int) -> Meelijst:
    """Whom the employer dismissed in the longest window that there is: day, name, advice, and who
    `begonnen` is there since; with `wie` only these."""
    vertrokken = Uitstroom.objects.zichtbaar_voor(gebruiker).filter(
        initiatief=Initiatief.WERKGEVER, datum__gte=_sinds(gebruiker, op), datum__lte=op
    )
    adviezen = Adviesperiode.objects.zichtbaar_voor(gebruiker)
    begonnen = _begonnen(gebruiker, op)
    return mee(
        vertrokken,
        "datum",
        pk=F("werknemer"),
        voornaam=F("werknemer__voornaam"),
        familienaam=F("werknemer__familienaam"),
        adviezen=adviezen_erbij(adviezen.filter(werknemer=OuterRef("werknemer"))),
        begonnen=_kort(begonnen.filter(werknemer__in=wie) if wie else begonnen),
    )


def _sinds(gebruiker: HeeftRol, op: date) -> "ExpressionWrapper[Any]":
    """No window that is open on `op` began before this day; `nieuwe_start` knows it to the day."""
    vensters = Regelparameter.objects.zichtbaar_voor(gebruiker)
    langst = vensters.filter(code=Parametercode.VERVANGING_NA, waarde__isnull=False)
    maanden = Cast(Subquery(langst.order_by("-waarde").values("waarde")[:1]), IntegerField())
    begin = Value(op, DateField()) - Coalesce(maanden, 0) * LANGSTE_MAAND
    return ExpressionWrapper(begin, DateField())


def _begonnen(gebruiker: HeeftRol, op: date) -> "QuerySet[Arbeidsovereenkomst]":
    """Inside a query on outflows: contracts of somebody else with IMW, since that day in a service
    that was left, of who was not in that service before. Everything names the organisation."""
    hier = {"organisatie": gebruiker.organisatie_id}
    advies = Adviesperiode.objects.filter(
        **hier,
        werknemer=OuterRef("werknemer"),
        soort__in=IN_KWARTALEN,
        periode__endswith__gt=OuterRef("periode__startswith"),
    )
    verlaten = Arbeidsovereenkomst.objects.filter(
        **hier,
        werknemer=OuterRef(OuterRef("werknemer")),
        periode__contains=OuterRef(OuterRef("datum")),
    )
    eerder = Arbeidsovereenkomst.objects.filter(
        **hier,
        werknemer=OuterRef("werknemer"),
        dienst=OuterRef("dienst"),
        periode__startswith__lte=OuterRef(OuterRef("datum")),
    ).exclude(pk=OuterRef("pk"))
    contracten = Arbeidsovereenkomst.objects.zichtbaar_voor(gebruiker).filter(
        Exists(advies),
        ~Exists(eerder),
        dienst__in=verlaten.order_by().values("dienst"),
        periode__startswith__gte=OuterRef("datum"),
        periode__startswith__lte=op,
    )
    return contracten.exclude(werknemer=OuterRef("werknemer")).order_by("-periode", "pk")


def _kort(begonnen: "QuerySet[Arbeidsovereenkomst]") -> Meelijst:
    return mee(
        begonnen,
        pk=F("werknemer"),
        voornaam=F("werknemer__voornaam"),
        familienaam=F("werknemer__familienaam"),
        dienst=F("dienst__naam"),
        van=F("periode__startswith"),
    )
