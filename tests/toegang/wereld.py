"""One organisation with somebody in every role and one of everything, twice: own and another's."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.test import Client

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
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie, Waarneming
from gedeeld.models import UitgaandeMail, Uitvoer
from gedeeld.periode import Periode
from regels.models import Regelparameter
from tests.fabrieken import (
    WACHTWOORD,
    ActieFactory,
    AdviesFactory,
    BegeleiderswisselFactory,
    BegeleidingsteamFactory,
    BetalingFactory,
    BijlageFactory,
    CompetentieFactory,
    CompetentiescoreFactory,
    ContracteindeFactory,
    ContractFactory,
    DeelnameFactory,
    DienstFactory,
    DoelFactory,
    EvaluatiemomentFactory,
    GebeurtenisFactory,
    GebruikerFactory,
    ImportopdrachtFactory,
    KlaverbladbronFactory,
    LoonopgaveFactory,
    MailFactory,
    NazorgmomentFactory,
    NotitieFactory,
    OmkaderingFactory,
    OrganisatieFactory,
    OverdrachtFactory,
    PassageFactory,
    PassagetoelichtingFactory,
    PlanbesprekingFactory,
    PlanversieFactory,
    RandvoorwaardeFactory,
    RegelparameterFactory,
    RekenbewijsFactory,
    ScenariobladFactory,
    ScenarioFactory,
    ScenarioinstroomFactory,
    ScenarioverlengingFactory,
    ScenariovertrekFactory,
    ScenariovervangingFactory,
    SignaalFactory,
    SjabloonFactory,
    SjabloonregelFactory,
    SollicitatieFactory,
    StageFactory,
    TalentFactory,
    ToestemmingFactory,
    TrajectFactory,
    UitstroomFactory,
    UitvoerFactory,
    VerzoektekstFactory,
    VormingFactory,
    WerkgeverFactory,
    WerknemerFactory,
)
from tests.harnas import WaakzameClient
from trajects.models import (
    Actie,
    Begeleiderswissel,
    Begeleidingsteam,
    Bijlage,
    Competentie,
    Competentiescore,
    Contractpassage,
    Deelname,
    Doel,
    Evaluatiemoment,
    Nazorgmoment,
    Notitie,
    Overdracht,
    Passagetoelichting,
    Planbespreking,
    Plansjabloon,
    Planversie,
    Randvoorwaarde,
    Signaal,
    Sjabloonregel,
    Sollicitatie,
    Stage,
    Talent,
    Toestemming,
    Traject,
    Uitstroom,
    Verzoektekst,
    Vormingsactie,
    Werkgever,
)
from werknemers.models import (
    Adviesgebeurtenis,
    Adviesperiode,
    Arbeidsovereenkomst,
    Contracteinde,
    Dienst,
    Importopdracht,
    Loonopgave,
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
    einde: Contracteinde
    loonopgave: Loonopgave
    advies: Adviesperiode
    gebeurtenis: Adviesgebeurtenis
    notitie: Notitie
    signaal: Signaal
    traject: Traject
    plan: "Wereldplan"
    geld: "Wereldgeld"
    waarneming: Waarneming
    importopdracht: Importopdracht
    mail: UitgaandeMail
    uitvoer: Uitvoer


@dataclass(frozen=True, slots=True)
class Wereldplan:
    """One of everything that a plan can hold, of the employee and of the organisation."""

    doel: Doel
    actie: Actie
    competentie: Competentie
    score: Competentiescore
    talent: Talent
    randvoorwaarde: Randvoorwaarde
    sjabloon: Plansjabloon
    sjabloonregel: Sjabloonregel
    vorming: Vormingsactie
    deelname: Deelname
    bijlage: Bijlage
    werkgever: Werkgever
    stage: Stage
    sollicitatie: Sollicitatie
    passage: Contractpassage
    toelichting: Passagetoelichting
    bespreking: Planbespreking
    overdracht: Overdracht
    toestemming: Toestemming
    uitstroom: Uitstroom
    nazorg: Nazorgmoment
    wissel: Begeleiderswissel
    team: Begeleidingsteam
    planversie: Planversie
    evaluatiemoment: Evaluatiemoment
    verzoektekst: Verzoektekst


@dataclass(frozen=True, slots=True)
class Wereldgeld:
    """One of everything that the funding counts with."""

    bron: Klaverbladbron
    betaling: Betaling
    omkadering: Omkadering
    parameter: Regelparameter
    scenario: Scenario
    vertrek: Scenariovertrek
    vervanging: Scenariovervanging
    verlenging: Scenarioverlenging
    instroom: Scenarioinstroom
    blad: Scenarioblad
    bewijs: Rekenbewijs


def maak_geld(contract: Arbeidsovereenkomst) -> Wereldgeld:
    """Everything about the service and the employee of this contract."""
    dienst, werknemer = contract.dienst, contract.werknemer
    scenario = ScenarioFactory(organisatie=dienst.organisatie)
    return Wereldgeld(
        bron=KlaverbladbronFactory(dienst=dienst),
        betaling=BetalingFactory(werknemer=werknemer),
        omkadering=OmkaderingFactory(dienst=dienst),
        parameter=RegelparameterFactory(organisatie=dienst.organisatie),
        scenario=scenario,
        vertrek=ScenariovertrekFactory(scenario=scenario, werknemer=werknemer),
        vervanging=ScenariovervangingFactory(scenario=scenario, werknemer=werknemer),
        verlenging=ScenarioverlengingFactory(scenario=scenario, werknemer=werknemer),
        instroom=ScenarioinstroomFactory(scenario=scenario, dienst=dienst),
        blad=ScenariobladFactory(scenario=scenario, dienst=dienst),
        bewijs=RekenbewijsFactory(organisatie=dienst.organisatie),
    )


def maak_plan(
    contract: Arbeidsovereenkomst,
    traject: Traject,
    notitie: Notitie,
    opvolger: Gebruiker,
    versie: int = 2,
) -> Wereldplan:
    """Everything about the employee of this trajectory; `versie` is that of the passage."""
    werknemer = traject.werknemer
    organisatie = werknemer.organisatie
    doel = DoelFactory(traject=traject)
    competentie = CompetentieFactory(organisatie=organisatie)
    sjabloon = SjabloonFactory(organisatie=organisatie)
    vorming = VormingFactory(organisatie=organisatie)
    werkgever = WerkgeverFactory(organisatie=organisatie)
    passage = PassageFactory(organisatie=organisatie, versie=versie)
    overdracht = OverdrachtFactory(werknemer=werknemer, werkgever=werkgever)
    uitstroom = UitstroomFactory(werknemer=werknemer)
    return Wereldplan(
        doel=doel,
        actie=ActieFactory(werknemer=werknemer, traject=traject, doel=doel),
        competentie=competentie,
        score=CompetentiescoreFactory(
            werknemer=werknemer, competentie=competentie, door=notitie.auteur
        ),
        talent=TalentFactory(werknemer=werknemer),
        randvoorwaarde=RandvoorwaardeFactory(werknemer=werknemer),
        sjabloon=sjabloon,
        sjabloonregel=SjabloonregelFactory(sjabloon=sjabloon),
        vorming=vorming,
        deelname=DeelnameFactory(werknemer=werknemer, vorming=vorming),
        bijlage=BijlageFactory(notitie=notitie),
        werkgever=werkgever,
        stage=StageFactory(werknemer=werknemer, werkgever=werkgever),
        sollicitatie=SollicitatieFactory(werknemer=werknemer, werkgever=werkgever),
        passage=passage,
        toelichting=PassagetoelichtingFactory(contract=contract, passage=passage),
        bespreking=PlanbesprekingFactory(werknemer=werknemer, door=notitie.auteur),
        overdracht=overdracht,
        toestemming=ToestemmingFactory(overdracht=overdracht, gedeeld_op=date(2026, 11, 18)),
        uitstroom=uitstroom,
        nazorg=NazorgmomentFactory(uitstroom=uitstroom),
        wissel=BegeleiderswisselFactory(
            werknemer=werknemer, van=notitie.auteur, naar=opvolger, door=notitie.auteur
        ),
        team=BegeleidingsteamFactory(werknemer=werknemer),
        planversie=PlanversieFactory(werknemer=werknemer),
        evaluatiemoment=EvaluatiemomentFactory(traject=traject, door=notitie.auteur),
        verzoektekst=VerzoektekstFactory(werknemer=werknemer, versie=notitie.auteur),
    )


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
    traject = TrajectFactory(werknemer=werknemer, jobdoelwit="kok")
    contract = ContractFactory(werknemer=werknemer, dienst=dienst)
    notitie = NotitieFactory(werknemer=werknemer, auteur=begeleider)
    return Wereld(
        organisatie=organisatie,
        mensen=mensen,
        dienst=dienst,
        werknemer=werknemer,
        contract=contract,
        einde=ContracteindeFactory(contract=contract),
        loonopgave=LoonopgaveFactory(werknemer=werknemer),
        advies=advies,
        gebeurtenis=GebeurtenisFactory(advies=advies),
        notitie=notitie,
        signaal=SignaalFactory(advies=advies, voor=Rol.values),
        traject=traject,
        plan=maak_plan(contract, traject, notitie, mensen[Wie.COLLEGA]),
        geld=maak_geld(contract),
        waarneming=Waarneming.objects.create(
            begeleider=begeleider,
            vervanger=mensen[Wie.VERVANGER],
            periode=Periode(date(2026, 11, 16), date(2026, 12, 1)),
        ),
        importopdracht=ImportopdrachtFactory(organisatie=organisatie, door=mensen[Wie.HR]),
        mail=MailFactory(organisatie=organisatie, opgegeven=True),
        uitvoer=UitvoerFactory(door=mensen[Wie.HR], organisatie=organisatie, bestand=b"%PDF-1.7"),
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
