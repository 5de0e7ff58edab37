"""An organisation whose money can be counted by hand."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest

from financiering.keuzes import Scenariobasis
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.fabrieken import (
    WACHTWOORD,
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    KlaverbladbronFactory,
    OmkaderingFactory,
    OrganisatieFactory,
    RegelparameterFactory,
    ScenariobladFactory,
    ScenarioFactory,
    ScenarioinstroomFactory,
    ScenarioverlengingFactory,
    ScenariovertrekFactory,
    TrajectFactory,
    WerknemerFactory,
)
from werknemers.models import Dienst, Werknemer

# From here on 25 % counts for this organisation.
BEGIN: Final = date(2023, 7, 1)


@dataclass(frozen=True, slots=True)
class Huis:
    """Two employees in one service: Amina's support ends on 31 March 2027, Bart has none. The
    organisation says that it pays 25 % on a wage."""

    organisatie: Organisatie
    coordinator: Gebruiker
    dienst: Dienst
    amina: Werknemer
    bart: Werknemer


@pytest.fixture
def huis(db: None) -> Huis:
    organisatie = OrganisatieFactory(code="huis")
    RegelparameterFactory(organisatie=organisatie, waarde=25, geldig=Periode(BEGIN))
    dienst = DienstFactory(organisatie=organisatie, naam="Klusdienst")
    # Names of their own: those that the factory numbers are not in the order of their numbers.
    amina = WerknemerFactory(
        organisatie=organisatie, voornaam="Amina", familienaam="Benali", personeelsnummer="1"
    )
    bart = WerknemerFactory(
        organisatie=organisatie, voornaam="Bart", familienaam="Dewit", personeelsnummer="2"
    )
    for wie in (amina, bart):
        ContractFactory(
            werknemer=wie,
            dienst=dienst,
            periode=Periode(date(2025, 4, 1)),
            tewerkstellingsbreuk=Decimal(1),
            bruto_maandloon=Decimal("2400.00"),
        )
    AdviesFactory(
        werknemer=amina,
        soort="imw_2",
        besluitdatum=date(2025, 4, 15),
        periode=Periode(date(2025, 4, 1), date(2027, 4, 1)),
        begeleidingsniveau="midden",
    )
    TrajectFactory(werknemer=amina, beoogde_uitstroom=date(2027, 6, 30))
    KlaverbladbronFactory(dienst=dienst, bedrag=Decimal("20000.00"))
    OmkaderingFactory(dienst=dienst, bedrag_per_vte=Decimal("1500.00"), geindexeerd=False)
    return Huis(
        organisatie=organisatie,
        coordinator=GebruikerFactory(organisatie=organisatie, rol=Rol.COORDINATOR),
        dienst=dienst,
        amina=amina,
        bart=bart,
    )


@pytest.fixture
def vol(huis: Huis) -> Huis:
    """Somebody in two services, the LDE transition, an extension, and a scenario with all in it."""
    nest = DienstFactory(organisatie=huis.organisatie, naam="Het Nest")
    cem = WerknemerFactory(organisatie=huis.organisatie, personeelsnummer="3")
    for dienst, breuk in ((huis.dienst, "0.5"), (nest, "0.3")):
        ContractFactory(
            werknemer=cem,
            dienst=dienst,
            periode=Periode(date(2026, 2, 10)),
            tewerkstellingsbreuk=Decimal(breuk),
            bruto_maandloon=Decimal("1150.37"),
        )
    AdviesFactory(
        werknemer=cem,
        soort="lde_overgang",
        besluitdatum=date(2023, 7, 1),
        periode=Periode(date(2023, 7, 1), date(2027, 1, 15)),
    )
    RegelparameterFactory(
        organisatie=huis.organisatie, code=Parametercode.LDE_VERGOEDING, waarde=Decimal("1672.53")
    )
    scenario = ScenarioFactory(
        organisatie=huis.organisatie,
        naam="Alles",
        basis=Scenariobasis.MET_VERVANGING,
        jaarindex=Decimal(2),
    )
    ScenariovertrekFactory(scenario=scenario, werknemer=cem, laatste_dag=date(2028, 5, 17))
    ScenarioverlengingFactory(scenario=scenario, werknemer=huis.amina)
    ScenarioinstroomFactory(scenario=scenario, dienst=nest, aantal=2, elk_jaar=True)
    ScenariobladFactory(scenario=scenario, dienst=nest)
    return huis


@pytest.fixture
def zonder(huis: Huis) -> Huis:
    """The organisation gives no percentage; both employees earn € 2,600."""
    Regelparameter.objects.filter(organisatie=huis.organisatie).delete()
    for wie in (huis.amina, huis.bart):
        wie.contracten.update(bruto_maandloon=2600)
    return huis


@pytest.fixture
def baas(huis: Huis) -> Gebruiker:
    return GebruikerFactory(organisatie=huis.organisatie, rol=Rol.BEHEERDER)


@pytest.fixture
def operator(db: None) -> Gebruiker:
    return Gebruiker.objects.create_superuser("operator@voorbeeld.be", WACHTWOORD)


def zet_bijdrage(huis: Huis, waarde: str, van: date, **anders: Any) -> Regelparameter:
    """Another percentage from a day on."""
    eerste = Regelparameter.objects.get(organisatie=huis.organisatie, geldig__startswith=BEGIN)
    eerste.geldig = Periode(BEGIN, van)
    eerste.save()
    return RegelparameterFactory(
        organisatie=huis.organisatie, waarde=Decimal(waarde), geldig=Periode(van), **anders
    )
