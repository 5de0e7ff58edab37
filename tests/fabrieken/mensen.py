"""Organisations, users, employees, contracts, advice, imports."""

from datetime import date
from decimal import Decimal
from typing import Any

import factory
from factory.django import DjangoModelFactory

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.kwartaal import Kwartaal
from gedeeld.models import UitgaandeMail, Uitvoer
from gedeeld.models.uitgaande_mail import Mailfout
from gedeeld.periode import Periode, plus_jaren
from gedeeld.tijd import nu
from gedeeld.versleuteling import versleutel_bytes
from regels.keuzes import TERMIJN_IN_JAREN, SoortAdvies
from werknemers.domein.invoer.kolombeeld import versleutel_beeld
from werknemers.domein.invoer.opslag import bewaar
from werknemers.domein.invoer.uitkomst import Vergelijking
from werknemers.keuzes import Adviesstap, Bezorging, Eindewijze
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

WACHTWOORD = "een-lang-wachtwoord-26"


class OrganisatieFactory(DjangoModelFactory[Organisatie]):
    class Meta:
        model = Organisatie

    code = factory.Sequence(lambda n: f"organisatie-{n}")
    naam = factory.Sequence(lambda n: f"Organisatie {n}")


class GebruikerFactory(DjangoModelFactory[Gebruiker]):
    class Meta:
        model = Gebruiker

    class Params:
        coordinator = factory.Trait(rol=Rol.COORDINATOR)
        hr = factory.Trait(rol=Rol.HR)
        beheerder = factory.Trait(rol=Rol.BEHEERDER)

    organisatie = factory.SubFactory(OrganisatieFactory)
    email = factory.Sequence(lambda n: f"gebruiker{n}@voorbeeld.be")
    voornaam = "An"
    naam = factory.Sequence(lambda n: f"Peeters {n}")
    rol = Rol.BEGELEIDER
    password = factory.django.Password(WACHTWOORD)


class UitvoerFactory(DjangoModelFactory[Uitvoer]):
    """What HR ordered; a `bestand` is there as soon as there are bytes of it."""

    class Meta:
        model = Uitvoer
        skip_postgeneration_save = True

    organisatie = factory.SubFactory(OrganisatieFactory)
    door = factory.SubFactory(
        GebruikerFactory, rol=Rol.HR, organisatie=factory.SelfAttribute("..organisatie")
    )
    rol = factory.SelfAttribute("door.rol")
    soort = "plannen"
    titel = "Doorstroomplannen van 1 werknemer"
    bundelnaam = "doorstroomplannen-2026-11-23.zip"
    terug = "/documenten/"
    aantal = 1
    status = Uitvoer.Status.KLAAR

    @factory.post_generation
    def bestand(uitvoer, create: bool, inhoud: bytes | None, **_: object) -> None:  # noqa: N805
        klaar = uitvoer.status == Uitvoer.Status.KLAAR
        deel = uitvoer.delen.create(nummer=1, aantal=1, klaar=klaar)
        if inhoud:
            deel.bestanden.create(
                naam="Benali-Amina-P0001.pdf",
                mediatype="application/pdf",
                inhoud=versleutel_bytes(inhoud),
            )


class MailFactory(DjangoModelFactory[UitgaandeMail]):
    class Meta:
        model = UitgaandeMail

    class Params:
        opgegeven = factory.Trait(
            opgegeven_op=factory.LazyFunction(nu), pogingen=80, soort_fout=Mailfout.SERVER_WEG
        )

    organisatie = factory.SubFactory(OrganisatieFactory)
    sleutel = factory.Sequence(lambda n: f"mail-{n}")
    aan = "an@voorbeeld.be"
    onderwerp = "Signalen"
    tekst = "Dag An"


class DienstFactory(DjangoModelFactory[Dienst]):
    class Meta:
        model = Dienst

    organisatie = factory.SubFactory(OrganisatieFactory)
    naam = factory.Sequence(lambda n: f"Dienst {n}")
    sleutel = factory.LazyAttribute(lambda dienst: dienst.naam.casefold())


class WerknemerFactory(DjangoModelFactory[Werknemer]):
    """`in_dienst` adds an open contract since 1 January 2024, `met_steun` five years of support
    decided in February 2024, `steun_tot_maart` two years decided in May 2025, which end on 31 March
    2027. `in_dienst__functie="kok"` makes that contract another one, `met_steun__…` the advice.
    """

    class Meta:
        model = Werknemer
        skip_postgeneration_save = True

    organisatie = factory.SubFactory(OrganisatieFactory)
    personeelsnummer = factory.Sequence(lambda n: f"P{n:04}")
    voornaam = "Amina"
    familienaam = factory.Sequence(lambda n: f"Benali {n}")

    @factory.post_generation
    def in_dienst(self: Any, create: bool, extracted: bool | None, **anders: Any) -> None:
        if create and extracted:
            ContractFactory(werknemer=self, **anders)

    @factory.post_generation
    def met_steun(self: Any, create: bool, extracted: bool | None, **anders: Any) -> None:
        if create and extracted:
            AdviesFactory(werknemer=self, **anders)

    @factory.post_generation
    def steun_tot_maart(self: Any, create: bool, extracted: bool | None, **_: Any) -> None:
        if create and extracted:
            AdviesFactory(werknemer=self, twee_jaar=True, besluitdatum=date(2025, 5, 14))


class ContractFactory(DjangoModelFactory[Arbeidsovereenkomst]):
    class Meta:
        model = Arbeidsovereenkomst

    werknemer = factory.SubFactory(WerknemerFactory)
    dienst = factory.SubFactory(
        DienstFactory, organisatie=factory.SelfAttribute("..werknemer.organisatie")
    )
    periode = Periode(date(2024, 1, 1))
    tewerkstellingsbreuk = Decimal("0.8")
    bruto_maandloon = Decimal("2000.00")
    functie = "keukenhulp"


def _periode(advies: Any) -> Periode:
    begin = Kwartaal.van(advies.besluitdatum).eerste_dag
    return Periode(begin, plus_jaren(begin, TERMIJN_IN_JAREN.get(advies.soort, 2)))


class AdviesFactory(DjangoModelFactory[Adviesperiode]):
    """The period follows from kind and decision date unless one is given."""

    class Meta:
        model = Adviesperiode

    class Params:
        twee_jaar = factory.Trait(soort=SoortAdvies.IMW_2)

    werknemer = factory.SubFactory(WerknemerFactory)
    soort = SoortAdvies.IMW_5
    besluitdatum = date(2024, 2, 14)
    periode = factory.LazyAttribute(_periode)


class GebeurtenisFactory(DjangoModelFactory[Adviesgebeurtenis]):
    """An extension that was asked for, about an advice of the same employee; still undecided."""

    class Meta:
        model = Adviesgebeurtenis

    advies = factory.SubFactory(AdviesFactory)
    werknemer = factory.SelfAttribute("advies.werknemer")
    soort = Adviesstap.VERLENGING
    gevraagd_op = date(2026, 11, 2)


class ContracteindeFactory(DjangoModelFactory[Contracteinde]):
    """Handed over by the employee on Monday 16 November 2026, for two weeks."""

    class Meta:
        model = Contracteinde

    contract = factory.SubFactory(ContractFactory)
    wijze = Eindewijze.WERKNEMER
    gegeven_op = date(2026, 11, 16)
    bezorging = Bezorging.AFGEGEVEN
    periode = Periode.tem(date(2026, 11, 23), date(2026, 12, 6))


class LoonopgaveFactory(DjangoModelFactory[Loonopgave]):
    """Of a contract of ContractFactory: three months of its gross wage, and 20 % on top."""

    class Meta:
        model = Loonopgave

    werknemer = factory.SubFactory(WerknemerFactory)
    kwartaal = date(2026, 7, 1)
    referteloon = Decimal("7200.00")


class ImportopdrachtFactory(DjangoModelFactory[Importopdracht]):
    """An import that was read and waits for the user; its file held no rows."""

    class Meta:
        model = Importopdracht

    organisatie = factory.SubFactory(OrganisatieFactory)
    door = factory.SubFactory(
        GebruikerFactory, rol=Rol.HR, organisatie=factory.SelfAttribute("..organisatie")
    )
    bestandsnaam = "foto.xlsx"
    inhoud = b"versleuteld"
    kolombeeld = factory.LazyFunction(lambda: versleutel_beeld(()))
    status = Importopdracht.Status.NAKIJKEN
    uitkomst = factory.LazyFunction(lambda: bewaar(Vergelijking(())))
    gevraagd_op = factory.LazyFunction(nu)
