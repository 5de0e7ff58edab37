"""Amounts of a service, and scenarios."""

from datetime import date
from decimal import Decimal

import factory

from financiering.domein.prognoses import zonder_ingreep
from financiering.domein.rekenbewijs import bewijs_van
from financiering.keuzes import Betaalblad, Dienstblad, Scenariobasis, Verlengingsuitkomst
from financiering.models import (
    Betaling,
    Klaverbladbron,
    Omkadering,
    Rekenbewijs,
    Scenario,
    Scenarioblad,
    Scenarioinstroom,
    Scenarioverlenging,
    Scenariovertrek,
    Scenariovervanging,
)
from gedeeld.bewijs.papier import Bewijsbestand
from gedeeld.periode import Periode
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.fabrieken.mensen import DienstFactory, OrganisatieFactory, WerknemerFactory


class KlaverbladbronFactory(factory.django.DjangoModelFactory[Klaverbladbron]):
    class Meta:
        model = Klaverbladbron

    dienst = factory.SubFactory(DienstFactory)
    blad = Dienstblad.LOKALE_VERGOEDING
    bedrag = Decimal("10000.00")
    geldig = Periode(date(2026, 1, 1))


class OmkaderingFactory(factory.django.DjangoModelFactory[Omkadering]):
    class Meta:
        model = Omkadering

    dienst = factory.SubFactory(DienstFactory)
    bedrag_per_vte = Decimal("2500.00")
    geldig = Periode(date(2026, 1, 1))


class RegelparameterFactory(factory.django.DjangoModelFactory[Regelparameter]):
    """An own value of an organisation."""

    class Meta:
        model = Regelparameter

    code = Parametercode.BIJDRAGE
    organisatie = factory.SubFactory(OrganisatieFactory)
    waarde = Decimal(27)
    geldig = Periode(date(2026, 1, 1))
    bronvermelding = "Loonboekhouding"
    zekerheid = "E"


class RekenbewijsFactory(factory.django.DjangoModelFactory[Rekenbewijs]):
    """Of a forecast of nobody, in the organisation."""

    class Meta:
        model = Rekenbewijs
        exclude = ("bewijs",)

    organisatie = factory.SubFactory(OrganisatieFactory)
    bewijs = factory.LazyAttribute(lambda zelf: _bewijs_van_niemand(zelf.organisatie.pk))
    code = factory.SelfAttribute("bewijs.code")
    soort = factory.SelfAttribute("bewijs.soort")
    dag = factory.SelfAttribute("bewijs.dag")
    versie = factory.SelfAttribute("bewijs.versie")
    regelset = factory.SelfAttribute("bewijs.regelset")
    invoer = factory.LazyAttribute(lambda zelf: Rekenbewijs.velden_van(zelf.bewijs)["invoer"])
    uitkomst = factory.LazyAttribute(lambda zelf: Rekenbewijs.velden_van(zelf.bewijs)["uitkomst"])


def _bewijs_van_niemand(organisatie: int) -> Bewijsbestand:
    return bewijs_van(zonder_ingreep(organisatie, 1, date(2026, 11, 23)), organisatie)


class ScenarioFactory(factory.django.DjangoModelFactory[Scenario]):
    class Meta:
        model = Scenario

    organisatie = factory.SubFactory(OrganisatieFactory)
    naam = factory.Sequence(lambda nummer: f"Scenario {nummer}")
    basis = Scenariobasis.VOLGENS_PLAN


class ScenariovertrekFactory(factory.django.DjangoModelFactory[Scenariovertrek]):
    class Meta:
        model = Scenariovertrek

    scenario = factory.SubFactory(ScenarioFactory)
    werknemer = factory.SubFactory(WerknemerFactory)
    laatste_dag = date(2027, 6, 30)


class ScenariovervangingFactory(factory.django.DjangoModelFactory[Scenariovervanging]):
    class Meta:
        model = Scenariovervanging

    scenario = factory.SubFactory(ScenarioFactory)
    werknemer = factory.SubFactory(WerknemerFactory)
    na_maanden = 2


class ScenarioverlengingFactory(factory.django.DjangoModelFactory[Scenarioverlenging]):
    class Meta:
        model = Scenarioverlenging

    scenario = factory.SubFactory(ScenarioFactory)
    werknemer = factory.SubFactory(WerknemerFactory)
    uitkomst = Verlengingsuitkomst.ZELFDE
    percentage = 20


class ScenarioinstroomFactory(factory.django.DjangoModelFactory[Scenarioinstroom]):
    class Meta:
        model = Scenarioinstroom

    scenario = factory.SubFactory(ScenarioFactory)
    dienst = factory.SubFactory(DienstFactory)
    van = date(2027, 4, 1)
    bruto_maandloon = Decimal("2300.00")


class ScenariobladFactory(factory.django.DjangoModelFactory[Scenarioblad]):
    class Meta:
        model = Scenarioblad

    scenario = factory.SubFactory(ScenarioFactory)
    dienst = factory.SubFactory(DienstFactory)
    blad = Dienstblad.EIGEN_OPBRENGST
    bedrag = Decimal("12000.00")
    van = date(2027, 1, 1)


class BetalingFactory(factory.django.DjangoModelFactory[Betaling]):
    class Meta:
        model = Betaling

    werknemer = factory.SubFactory(WerknemerFactory)
    organisatie = factory.SelfAttribute("werknemer.organisatie")
    kwartaal = date(2026, 7, 1)
    blad = Betaalblad.LOONPREMIE
    bedrag = Decimal("1800.00")
    gemeld_op = date(2026, 11, 10)
