"""Trajectories with all that hangs on them."""

from datetime import date
from decimal import Decimal
from typing import Any

import factory
from factory.django import DjangoModelFactory

from gedeeld.periode import Periode, plus_dagen
from gedeeld.versleuteling import versleutel_bytes
from tests.fabrieken.mensen import (
    AdviesFactory,
    ContractFactory,
    GebruikerFactory,
    OrganisatieFactory,
    WerknemerFactory,
)
from trajects.keuzes import (
    Bestemming,
    Deelbaar,
    Evaluatiestand,
    Fase,
    Initiatief,
    Planantwoord,
    SoortNotitie,
    Standrandvoorwaarde,
    Thema,
    Toestemmingswijze,
    Verzoekkop,
    Vormingsformule,
    Vormingsthema,
)
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
    Jobdoelwit,
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
    Verzoektekstversie,
    Vormingsactie,
    Werkgever,
)
from trajects.signaalsoorten.soort import BEGELEIDING, Urgentie
from trajects.signaalsoorten.soorten.einde_ondersteuning import EINDE
from werknemers.keuzes import Voertaal


class TrajectFactory(DjangoModelFactory[Traject]):
    """`jobdoelwit="kok"` chooses that job target."""

    class Meta:
        model = Traject
        skip_postgeneration_save = True

    werknemer = factory.SubFactory(WerknemerFactory)
    fase = Fase.VOORTRAJECT
    gestart_op = date(2024, 2, 1)

    @factory.post_generation
    def jobdoelwit(self: Any, create: bool, extracted: str | None, **_: Any) -> None:
        if create and extracted:
            JobdoelwitFactory(traject=self, titel=extracted, van=self.gestart_op)


class EvaluatiemomentFactory(DjangoModelFactory[Evaluatiemoment]):
    """Held on the day it was planned; `open_=True`: still to be held."""

    class Meta:
        model = Evaluatiemoment

    class Params:
        open_ = factory.Trait(
            stand=Evaluatiestand.GEPLAND, gepland_op=date(2026, 12, 9), afgehandeld_op=None
        )

    traject = factory.SubFactory(TrajectFactory)
    gepland_op = factory.Sequence(lambda n: plus_dagen(date(2026, 6, 9), -(n % 300)))
    stand = Evaluatiestand.GEHOUDEN
    afgehandeld_op = factory.SelfAttribute("gepland_op")
    door = factory.SubFactory(
        GebruikerFactory,
        organisatie=factory.SelfAttribute("..traject.werknemer.organisatie"),
    )


class NotitieFactory(DjangoModelFactory[Notitie]):
    class Meta:
        model = Notitie

    werknemer = factory.SubFactory(WerknemerFactory)
    auteur = factory.SubFactory(
        GebruikerFactory, organisatie=factory.SelfAttribute("..werknemer.organisatie")
    )
    soort = SoortNotitie.GESPREK
    datum = date(2026, 11, 20)
    tekst = "We spraken over het werk in de keuken."


class SignaalFactory(DjangoModelFactory[Signaal]):
    class Meta:
        model = Signaal

    class Params:
        advies = factory.SubFactory(AdviesFactory)

    werknemer = factory.SelfAttribute("advies.werknemer")
    onderwerp = factory.SelfAttribute("advies.pk")
    dag = factory.SelfAttribute("advies.periode.laatste_dag")
    soort = EINDE
    drempel = 12
    urgentie = Urgentie.EERST
    voor = factory.LazyFunction(lambda: sorted(BEGELEIDING))
    ontstaan_op = date(2026, 11, 23)


def _gebruiker(pad: str) -> Any:
    """A counsellor of the organisation that stands at `pad`."""
    return factory.SubFactory(GebruikerFactory, organisatie=factory.SelfAttribute(f"..{pad}"))


class JobdoelwitFactory(DjangoModelFactory[Jobdoelwit]):
    class Meta:
        model = Jobdoelwit

    traject = factory.SubFactory(TrajectFactory)
    titel = "keukenhulp in een woonzorgcentrum"
    van = date(2024, 3, 1)


class CompetentieFactory(DjangoModelFactory[Competentie]):
    """Of one organisation; those of everybody come from the migrations."""

    class Meta:
        model = Competentie

    organisatie = factory.SubFactory(OrganisatieFactory)
    naam = factory.Sequence(lambda n: f"Koken voor {n} personen")


class CompetentiescoreFactory(DjangoModelFactory[Competentiescore]):
    class Meta:
        model = Competentiescore

    werknemer = factory.SubFactory(WerknemerFactory)
    competentie = factory.SubFactory(
        CompetentieFactory, organisatie=factory.SelfAttribute("..werknemer.organisatie")
    )
    datum = date(2026, 10, 1)
    score_begeleider = 2
    score_werknemer = 3
    door = _gebruiker("werknemer.organisatie")


class TalentFactory(DjangoModelFactory[Talent]):
    class Meta:
        model = Talent

    werknemer = factory.SubFactory(WerknemerFactory)
    woorden = factory.Sequence(lambda n: f"geduld {n}")
    toegevoegd_op = date(2026, 10, 1)


class RandvoorwaardeFactory(DjangoModelFactory[Randvoorwaarde]):
    class Meta:
        model = Randvoorwaarde

    werknemer = factory.SubFactory(WerknemerFactory)
    thema = Thema.MOBILITEIT
    stand = Standrandvoorwaarde.AANDACHT


class DoelFactory(DjangoModelFactory[Doel]):
    class Meta:
        model = Doel

    traject = factory.SubFactory(TrajectFactory)
    titel = "Zelf een gerecht bereiden"


class ActieFactory(DjangoModelFactory[Actie]):
    class Meta:
        model = Actie

    werknemer = factory.SubFactory(WerknemerFactory)
    wat = "De open dag van het CVO bezoeken"
    tegen = date(2026, 12, 15)


class SjabloonFactory(DjangoModelFactory[Plansjabloon]):
    """Of one organisation; the examples come from the migrations."""

    class Meta:
        model = Plansjabloon

    organisatie = factory.SubFactory(OrganisatieFactory)
    naam = factory.Sequence(lambda n: f"Eigen plan {n}")


class SjabloonregelFactory(DjangoModelFactory[Sjabloonregel]):
    class Meta:
        model = Sjabloonregel

    sjabloon = factory.SubFactory(SjabloonFactory)
    doel = "Een open start"
    wat = "Kennismaken"
    dagen = 14


class VormingFactory(DjangoModelFactory[Vormingsactie]):
    class Meta:
        model = Vormingsactie

    organisatie = factory.SubFactory(OrganisatieFactory)
    titel = factory.Sequence(lambda n: f"Voedselveiligheid {n}")
    thema = Vormingsthema.KEUKEN
    formule = Vormingsformule.EXTERN
    periode = Periode(date(2026, 12, 1), date(2026, 12, 3))
    uren = Decimal(12)


class DeelnameFactory(DjangoModelFactory[Deelname]):
    class Meta:
        model = Deelname

    werknemer = factory.SubFactory(WerknemerFactory)
    vorming = factory.SubFactory(
        VormingFactory, organisatie=factory.SelfAttribute("..werknemer.organisatie")
    )


class BijlageFactory(DjangoModelFactory[Bijlage]):
    """A file of a note. `inhoud` is what the database holds: encrypted bytes."""

    class Meta:
        model = Bijlage

    notitie = factory.SubFactory("tests.fabrieken.trajecten.NotitieFactory")
    bestandsnaam = "attest.pdf"
    soort = "application/pdf"
    grootte = 9
    inhoud = factory.LazyFunction(lambda: versleutel_bytes(b"%PDF-1.7\n"))
    door = factory.LazyAttribute(lambda bijlage: bijlage.notitie.auteur)


class WerkgeverFactory(DjangoModelFactory[Werkgever]):
    class Meta:
        model = Werkgever

    organisatie = factory.SubFactory(OrganisatieFactory)
    naam = factory.Sequence(lambda n: f"Woonzorgcentrum De Linde {n}")


def _werkgever() -> Any:
    return factory.SubFactory(
        WerkgeverFactory, organisatie=factory.SelfAttribute("..werknemer.organisatie")
    )


class StageFactory(DjangoModelFactory[Stage]):
    class Meta:
        model = Stage

    werknemer = factory.SubFactory(WerknemerFactory)
    werkgever = _werkgever()
    periode = Periode(date(2026, 11, 2), date(2026, 11, 28))
    taak = "helpen in de keuken"


class SollicitatieFactory(DjangoModelFactory[Sollicitatie]):
    class Meta:
        model = Sollicitatie

    werknemer = factory.SubFactory(WerknemerFactory)
    werkgever = _werkgever()
    vacature = "keukenhulp, halftijds"
    datum = date(2026, 11, 9)


class PassageFactory(DjangoModelFactory[Contractpassage]):
    """A version of one organisation; the example comes from the migrations."""

    class Meta:
        model = Contractpassage

    organisatie = factory.SubFactory(OrganisatieFactory)
    versie = 2
    tekst = "Deze job bereidt je voor op een volgende werkgever."
    vanaf = date(2026, 6, 1)


class PlanbesprekingFactory(DjangoModelFactory[Planbespreking]):
    """Each of another day, before today."""

    class Meta:
        model = Planbespreking

    werknemer = factory.SubFactory(WerknemerFactory)
    besproken_op = factory.Sequence(lambda n: plus_dagen(date(2026, 11, 18), -(n % 300)))
    versie = factory.SelfAttribute("besproken_op")
    taal = Voertaal.NL
    antwoord = Planantwoord.JA
    door = factory.LazyAttribute(lambda bespreking: bespreking.werknemer.begeleider)


class PassagetoelichtingFactory(DjangoModelFactory[Passagetoelichting]):
    class Meta:
        model = Passagetoelichting

    contract = factory.SubFactory(ContractFactory)
    passage = factory.SubFactory(
        PassageFactory, organisatie=factory.SelfAttribute("..contract.werknemer.organisatie")
    )


class OverdrachtFactory(DjangoModelFactory[Overdracht]):
    class Meta:
        model = Overdracht

    werknemer = factory.SubFactory(WerknemerFactory)
    werkgever = _werkgever()


class ToestemmingFactory(DjangoModelFactory[Toestemming]):
    class Meta:
        model = Toestemming

    overdracht = factory.SubFactory(OverdrachtFactory)
    wat = Deelbaar.JOBDOELWIT
    gegeven_op = date(2026, 11, 16)
    wijze = Toestemmingswijze.SCHRIFTELIJK


class UitstroomFactory(DjangoModelFactory[Uitstroom]):
    class Meta:
        model = Uitstroom

    werknemer = factory.SubFactory(WerknemerFactory)
    datum = date(2026, 9, 30)
    bestemming = Bestemming.REGULIER
    initiatief = Initiatief.WERKNEMER


class NazorgmomentFactory(DjangoModelFactory[Nazorgmoment]):
    class Meta:
        model = Nazorgmoment

    uitstroom = factory.SubFactory(UitstroomFactory)
    weken = 4


class BegeleiderswisselFactory(DjangoModelFactory[Begeleiderswissel]):
    class Meta:
        model = Begeleiderswissel

    werknemer = factory.SubFactory(WerknemerFactory)
    van = _gebruiker("werknemer.organisatie")
    naar = _gebruiker("werknemer.organisatie")
    door = factory.SelfAttribute("van")
    op = date(2026, 11, 20)


class BegeleidingsteamFactory(DjangoModelFactory[Begeleidingsteam]):
    class Meta:
        model = Begeleidingsteam

    werknemer = factory.SubFactory(WerknemerFactory)
    gekwalificeerd_begeleider = "Ilse Maes"
    collega_coach = "Dirk Wouters"


class PlanversieFactory(DjangoModelFactory[Planversie]):
    class Meta:
        model = Planversie

    werknemer = factory.SubFactory(WerknemerFactory)
    op = factory.Sequence(lambda n: plus_dagen(date(2024, 1, 15), n % 300))
    aanleiding = "Opgemaakt bij de start"


class VerzoektekstFactory(DjangoModelFactory[Verzoektekst]):
    """With the version that it is now."""

    class Meta:
        model = Verzoektekst
        skip_postgeneration_save = True

    werknemer = factory.SubFactory(WerknemerFactory)
    kop = Verzoekkop.JOB
    tekst = "Groenten snijden en de vaat doen."

    @factory.post_generation
    def versie(self: Any, create: bool, extracted: Any, **_: Any) -> None:
        door = extracted or GebruikerFactory(organisatie=self.werknemer.organisatie)
        velden = {"tekst": self.tekst, "op": date(2026, 11, 2), "door": door}
        Verzoektekstversie.objects.create(verzoektekst=self, **velden)
