"""The words of the table of addresses: who comes in, and what the answer is then."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from gebruikers.keuzes import Rol
from tests.toegang.wereld import ROL_VAN, Wereld, Wie

B, C, H, A = Rol.BEGELEIDER, Rol.COORDINATOR, Rol.HR, Rol.BEHEERDER
Rollen = frozenset[Rol]
IEDEREEN: Final = frozenset(Rol)
BEGELEIDT: Final = frozenset({B, C})
BEGELEIDT_EN_HR: Final = frozenset({B, C, H})
BEWERKT: Final = frozenset({C, H, A})
LEIDT: Final = frozenset({C, A})
BUNDELT: Final = frozenset({C, H})
BEHEERT: Final = frozenset({A})

Maker = Callable[[Wereld], dict[str, Any]]


def _niets(_: Wereld) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Deur:
    """One method on one address: who comes in, and what the answer is then."""

    rollen: Rollen
    antwoord: int
    # Sent along as query or form; one unknown field makes a form that was filled in badly.
    velden: Maker = lambda _: {"onzin": "1"}


@dataclass(frozen=True, slots=True)
class Adres:
    """What one view answers.

    `van` makes the keyword arguments of the address from the world that the object belongs to;
    `caseload`: a counsellor of others does not find it; `algemeen`: what it names is the same in
    every organisation. A method without a door answers 405.
    """

    get: Deur | None = None
    post: Deur | None = None
    van: Maker = _niets
    vraag: Maker = _niets
    caseload: bool = True
    algemeen: bool = False
    anders: Mapping[Wie, int] = field(default_factory=dict)

    @property
    def gaat_ergens_over(self) -> bool:
        """Whether the address names an object, so that another's object can be tried."""
        return not self.algemeen and (self.van is not _niets or self.vraag is not _niets)


def lees(rollen: Rollen, antwoord: int = 200) -> Deur:
    return Deur(rollen, antwoord, velden=_niets)


def doe(rollen: Rollen, antwoord: int = 422) -> Deur:
    return Deur(rollen, antwoord)


def van(naam: str, sleutel: str = "pk") -> Maker:
    return lambda wereld: {sleutel: getattr(wereld, naam).pk}


WERKNEMER, CONTRACT, ADVIES = van("werknemer"), van("contract"), van("advies")
NOTITIE, SIGNAAL, DIENST = van("notitie"), van("signaal"), van("dienst")
IMPORT, MAIL, UITVOER = van("importopdracht"), van("mail"), van("uitvoer")
WAARNEMING, OVER_WERKNEMER = van("waarneming"), van("werknemer", "werknemer")


# What somebody ordered is there for nobody else.
VAN_HR: Final = dict.fromkeys(set(ROL_VAN) - {Wie.HR}, 404)


def collega(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.mensen[Wie.COLLEGA].pk}
