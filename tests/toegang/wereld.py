"""One organisation with somebody in every role and one of everything, twice: own and another's."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.test import Client

from doorstroom.gedeeld.periode import Periode
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie, Waarneming
from tests.fabrieken import (
    WACHTWOORD,
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    ImportopdrachtFactory,
    NotitieFactory,
    OrganisatieFactory,
    SignaalFactory,
    TrajectFactory,
    WerknemerFactory,
)
from tests.harnas import WaakzameClient
from trajects.models import Notitie, Signaal
from werknemers.models import (
    Adviesperiode,
    Arbeidsovereenkomst,
    Dienst,
    Importopdracht,
    Werknemer,
)


class Wie(StrEnum):
    """Who knocks on the door."""

    ANONIEM = "nobody"
    INACTIEF = "somebody whose account was switched off after logging in"
    OPERATOR = "operator"
    BEGELEIDER = "counsellor of the employee"
    VERVANGER = "counsellor who stands in today"
    COLLEGA = "counsellor of others"
    COORDINATOR = "coordinator"
    HR = "HR"
    BEHEERDER = "administrator"


ROL_VAN: Final = {
    Wie.BEGELEIDER: Rol.BEGELEIDER,
    Wie.VERVANGER: Rol.BEGELEIDER,
    Wie.COLLEGA: Rol.BEGELEIDER,
    Wie.COORDINATOR: Rol.COORDINATOR,
    Wie.HR: Rol.HR,
    Wie.BEHEERDER: Rol.BEHEERDER,
}


@dataclass(frozen=True, slots=True)
class Wereld:
    """All that addresses can be about."""

    organisatie: Organisatie
    mensen: dict[Wie, Gebruiker]
    dienst: Dienst
    werknemer: Werknemer
    contract: Arbeidsovereenkomst
    advies: Adviesperiode
    notitie: Notitie
    signaal: Signaal
    waarneming: Waarneming
    importopdracht: Importopdracht


def maak_wereld() -> Wereld:
    """The counsellor, and for today the stand-in, have the employee in their caseload."""
    organisatie = OrganisatieFactory()
    mensen = {
        wie: GebruikerFactory(organisatie=organisatie, rol=rol) for wie, rol in ROL_VAN.items()
    }
    begeleider = mensen[Wie.BEGELEIDER]
    werknemer = WerknemerFactory(organisatie=organisatie, begeleider=begeleider)
    dienst = DienstFactory(organisatie=organisatie)
    advies = AdviesFactory(werknemer=werknemer)
    TrajectFactory(werknemer=werknemer)
    return Wereld(
        organisatie=organisatie,
        mensen=mensen,
        dienst=dienst,
        werknemer=werknemer,
        contract=ContractFactory(werknemer=werknemer, dienst=dienst),
        advies=advies,
        notitie=NotitieFactory(werknemer=werknemer, auteur=begeleider),
        signaal=SignaalFactory(advies=advies),
        waarneming=Waarneming.objects.create(
            begeleider=begeleider,
            vervanger=mensen[Wie.VERVANGER],
            periode=Periode(date(2026, 11, 16), date(2026, 12, 1)),
        ),
        importopdracht=ImportopdrachtFactory(organisatie=organisatie, door=mensen[Wie.HR]),
    )


def clients(wereld: Wereld) -> dict[Wie, Client]:
    """A browser for each of them, logged in as far as they can be."""
    operator = Gebruiker.objects.create_superuser("operator@voorbeeld.be", WACHTWOORD)
    inactief = GebruikerFactory(organisatie=wereld.organisatie, rol=Rol.COORDINATOR)
    mensen = {**wereld.mensen, Wie.OPERATOR: operator, Wie.INACTIEF: inactief}
    browsers: dict[Wie, Client] = {Wie.ANONIEM: WaakzameClient()}
    for wie, gebruiker in mensen.items():
        browsers[wie] = WaakzameClient()
        browsers[wie].force_login(gebruiker)
    inactief.is_active = False
    inactief.save()
    return browsers
