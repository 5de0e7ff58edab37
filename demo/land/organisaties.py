"""An organisation with who works for it, its services and the counsellors' caseloads."""

from dataclasses import dataclass
from typing import Final

from demo.land.boek import Boek
from demo.land.kopie import Landtabel
from demo.land.namen import NAMEN
from demo.land.toeval import Toeval
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from werknemers.models import Dienst
from werknemers.models.dienst import dienstsleutel

ORGANISATIES: Final = Landtabel(Organisatie, "code naam")
GEBRUIKERS: Final = Landtabel(Gebruiker, "email voornaam naam rol password")
DIENSTEN: Final = Landtabel(Dienst, "naam sleutel")

MENSEN_PER_BEGELEIDER: Final = 28
_MENSEN_PER_COORDINATOR: Final = 1500


@dataclass(frozen=True, slots=True)
class Team:
    """Keys of the users and services of one organisation."""

    organisatie: int
    code: str
    coordinatoren: tuple[int, ...]
    personeelsdienst: int
    beheerder: int
    begeleiders: tuple[int, ...]
    diensten: tuple[int, ...]


def code_van(nummer: int) -> str:
    return f"land-{nummer:04}"


def richt_op(boek: Boek, toeval: Toeval, nummer: int, mensen: int, wachtwoord: str) -> Team:
    """`wachtwoord` is the hash that all users get. An address is as in
    `begeleider3@land-0001.voorbeeld.be`."""
    code = code_van(nummer)
    naam = f"{toeval.uit(NAMEN.organisaties)} {toeval.uit(NAMEN.gemeenten)} vzw"

    def gebruikers(rol: Rol, aantal: int) -> tuple[int, ...]:
        return tuple(
            boek.schrijf(
                GEBRUIKERS,
                f"{rol.value}{volgnummer}@{code}.voorbeeld.be",
                toeval.uit(NAMEN.voornamen),
                toeval.uit(NAMEN.familienamen),
                rol.value,
                wachtwoord,
            )
            for volgnummer in range(1, aantal + 1)
        )

    return Team(
        organisatie=boek.schrijf(ORGANISATIES, code, naam),
        code=code,
        coordinatoren=gebruikers(Rol.COORDINATOR, 1 + mensen // _MENSEN_PER_COORDINATOR),
        personeelsdienst=gebruikers(Rol.HR, 1)[0],
        beheerder=gebruikers(Rol.BEHEERDER, 1)[0],
        begeleiders=gebruikers(Rol.BEGELEIDER, -(-mensen // MENSEN_PER_BEGELEIDER)),
        diensten=_diensten(boek, toeval, mensen),
    )


def _diensten(boek: Boek, toeval: Toeval, mensen: int) -> tuple[int, ...]:
    """One for some sixty people; in a big organisation the same kind in several towns."""
    aantal = max(2, mensen // 60)
    soorten = toeval.sample(NAMEN.diensten, k=len(NAMEN.diensten))
    namen = []
    for volgnummer in range(aantal):
        ronde, soort = divmod(volgnummer, len(soorten))
        namen.append(f"{soorten[soort]} {ronde + 1}" if ronde else soorten[soort])
    return tuple(boek.schrijf(DIENSTEN, naam, dienstsleutel(naam)) for naam in namen)
