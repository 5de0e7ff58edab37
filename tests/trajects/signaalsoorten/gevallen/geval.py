"""What a scene is made of: facts about somebody, from when they ask for something, and what ends
it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.test import Client
from django.urls import reverse

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from tests.trajects.signaalsoorten.tafel import Als
from tests.trajects.signaalsoorten.tafel import vul_in as vul_formulier_in
from tests.werknemers.blad import bewaar as bewaar_formulier
from trajects.signaalsoorten.soort import Urgentie
from werknemers.models import Werknemer

NU: Final = date(2026, 11, 23)
# Advice comes in whole quarters: what it asks for begins at the start of one.
KWARTAAL: Final = date(2026, 10, 1)

Stappen = Mapping[Rol, str]


@dataclass(frozen=True, slots=True)
class Toneel:
    """Whom a scene is about, and who may act in it."""

    wie: Werknemer
    begeleider: Gebruiker
    coordinator: Gebruiker
    hr: Gebruiker
    beheerder: Gebruiker
    als: Als

    def van(self, rol: Rol) -> Gebruiker:
        gebruiker: Gebruiker = getattr(self, rol.value)
        return gebruiker

    def vul_in(self, rol: Rol, view: str, pk: int, **velden: object) -> None:
        """Somebody with this role opens the form, types over some fields, and saves."""
        vul_formulier_in(self.als(self.van(rol)), view, pk, **velden)

    def bewaar(
        self, rol: Rol, view: str, *sleutels: object, vraag: str = "", **velden: str
    ) -> None:
        """The same for a form without a guard."""
        adres = reverse(view, args=sleutels)
        antwoord = bewaar_formulier(self.als(self.van(rol)), f"{adres}{vraag}", **velden)
        assert antwoord.status_code == 302

    def druk(self, rol: Rol, adres: str, **velden: object) -> None:
        """Somebody presses a button that sends this."""
        client: Client = self.als(self.van(rol))
        assert client.post(adres, velden).status_code == 302


@dataclass(frozen=True, slots=True, kw_only=True)
class Geval:
    """One kind of signal.

    `feiten` makes what it is about and gives the key of its subject. `vanaf` is the first day on
    which it holds, `dag` the day that it names. `stappen` says for each role that gets it what its
    step opens; a sentence when there is nothing to press, "" when the kind has no step of its own.
    `ook_stap` is for who hears of the step without getting the signal. `doe` is what somebody does
    about it on that day, and `reden` why it is withdrawn then.

    `ervoor` is the kind of the same rule that is open on the day before.
    """

    code: str
    feiten: Callable[[Toneel], int]
    vanaf: date = NU
    dag: date | None
    urgentie: Urgentie
    stappen: Stappen
    ook_stap: Stappen = field(default_factory=dict)
    doe: Callable[[Toneel], Any]
    reden: str
    ervoor: str = ""
    # Nothing says since when: the night that found it.
    sinds_die_nacht: bool = False
    # Nobody of the organisation did it: the next night sees it.
    weg_na_nacht: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapgeval:
    """One kind that is only ever a next step.

    `ervoor`: its day decides, so that on the day before `vanaf` it was not the step. `doe` is what
    somebody does about it, after which it is the step no more.
    """

    code: str
    feiten: Callable[[Toneel], Any]
    vanaf: date = NU
    ervoor: bool
    stappen: Stappen
    doe: Callable[[Toneel], Any]


def begeleiding(stap: str) -> dict[Rol, str]:
    """Counsellor and coordinator get it, with the same step."""
    return dict.fromkeys((Rol.BEGELEIDER, Rol.COORDINATOR), stap)


def personeelsdienst(stap: str) -> dict[Rol, str]:
    """Coordinator and HR get it, with the same step."""
    return dict.fromkeys((Rol.COORDINATOR, Rol.HR), stap)


def iedereen(stap: str) -> dict[Rol, str]:
    """All who may see a plan get it, with the same step."""
    return dict.fromkeys((Rol.BEGELEIDER, Rol.COORDINATOR, Rol.HR), stap)


def notitie(t: Toneel, **anders: object) -> None:
    """The counsellor writes down a talk of today."""
    vast = {"werknemer": t.wie.pk, "soort": "gesprek", "datum": "2026-11-23", "tekst": "Het gaat."}
    t.druk(Rol.BEGELEIDER, "/notities/nieuw/", **vast | anders)
