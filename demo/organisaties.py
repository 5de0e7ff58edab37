"""The demo organisations with their users, services, and somebody who stands in."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from django.contrib.auth.hashers import make_password

from demo.logins import (
    DEMO,
    DEMO_LOGINS,
    DEMO_ORGANISATIES,
    DEMO_TWEE,
    DEMO_WACHTWOORD,
)
from gebruikers.domein.gebruikers import wijzig_gebruiker
from gebruikers.domein.organisaties import maak_organisatie, wijzig_organisatie
from gebruikers.domein.uitnodigen import maak_gebruiker
from gebruikers.domein.waarnemingen import regel_waarneming
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gebruikers.schrijvers import GEBRUIKERS
from gedeeld.periode import Periode, plus_dagen
from gedeeld.tijd import nu, vandaag
from trajects.openheid.passages import laatste_passage, voeg_passage_toe
from werknemers.domein.diensten import voeg_dienst_toe
from werknemers.models import Dienst

# Valid check digits, in a range that is not given out.
KBO: Final = {DEMO: "0999.999.922", DEMO_TWEE: "0999.999.823"}


IMW_SINDS: Final = date(2023, 7, 1)
_SAMEN: Final = (
    "De werkgever overloopt deze passage mondeling met de werknemer, in een taal die de werknemer "
    "goed begrijpt."
)


@dataclass(frozen=True, slots=True)
class Demo:
    """One demo organisation; its people by first name in small letters, its services by name."""

    organisatie: Organisatie
    gebruikers: dict[str, Gebruiker]
    diensten: dict[str, Dienst]

    @property
    def coordinator(self) -> Gebruiker:
        return next(g for g in self.gebruikers.values() if g.rol == Rol.COORDINATOR)

    @property
    def personeelsdienst(self) -> Gebruiker:
        """Who enters employees, contracts and advice."""
        return next(
            gebruiker
            for rol in (Rol.HR, Rol.COORDINATOR)
            for gebruiker in self.gebruikers.values()
            if gebruiker.rol == rol
        )


def maak_demo(code: str, diensten: set[str]) -> Demo:
    """Raises ValidationError when the code or one of the addresses is taken."""
    logins = [login for login in DEMO_LOGINS if login.organisatie == code]
    eerste = next(login for login in logins if login.rol == Rol.BEHEERDER)
    nieuw = maak_organisatie(code=code, naam=DEMO_ORGANISATIES[code], beheerder=eerste.email)
    beheerder = wijzig_gebruiker(
        gebruiker=nieuw.beheerder,
        voornaam=eerste.voornaam,
        naam=eerste.familienaam,
        rol=Rol.BEHEERDER,
        is_active=True,
        door=nieuw.beheerder,
    )
    wijzig_organisatie(
        organisatie=nieuw.organisatie,
        naam=nieuw.organisatie.naam,
        kbo_nummer=KBO[code],
        door=beheerder,
    )
    anderen = [
        maak_gebruiker(
            organisatie=nieuw.organisatie,
            email=login.email,
            voornaam=login.voornaam,
            naam=login.familienaam,
            rol=login.rol,
            door=beheerder,
        )
        for login in logins
        if login != eerste
    ]
    gebruikers = [beheerder, *anderen]
    _geef_wachtwoord(gebruikers)
    return Demo(
        nieuw.organisatie,
        {gebruiker.voornaam.lower(): gebruiker for gebruiker in gebruikers},
        {
            naam: voeg_dienst_toe(naam=naam, organisatie_id=nieuw.organisatie.pk, door=beheerder)
            for naam in sorted(diensten)
        },
    )


def kies_passage(demo: Demo) -> None:
    """The passage that its contracts hold since individual customised employment began: the stories
    explain it on days on which the example of Koepel LDE was not there yet."""
    voorbeeld = laatste_passage(demo.organisatie.pk)
    voeg_passage_toe(
        door=demo.coordinator,
        gezien=None,
        tekst=f"{voorbeeld.tekst}\n\n{_SAMEN}",
        toelichting="In onze contracten sinds de start van individueel maatwerk.",
        vanaf=IMW_SINDS,
    )


def regel_vervanging(demo: Demo) -> None:
    """Karim is away for two weeks; Lies takes care of his caseload."""
    regel_waarneming(
        begeleider=demo.gebruikers["karim"],
        vervanger=demo.gebruikers["lies"],
        periode=Periode(plus_dagen(vandaag(), -4), plus_dagen(vandaag(), 10)),
        door=demo.gebruikers["sofie"],
    )


def _geef_wachtwoord(gebruikers: list[Gebruiker]) -> None:
    for gebruiker in gebruikers:
        gebruiker.password = _geheim()
        # Whoever works with it for a year logged in before.
        gebruiker.last_login = nu()
        gebruiker.save(update_fields=["password", "last_login"])
        GEBRUIKERS.noteer(gebruiker, {}, door=gebruiker, actie="wachtwoord gekozen")


@cache
def _geheim() -> str:
    """One hash for all: making one is slow on purpose, and this password is no secret."""
    return make_password(DEMO_WACHTWOORD)
