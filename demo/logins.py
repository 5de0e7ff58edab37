"""The logins of the demo, listed once: `laad_demo` makes them, the login page shows them.

They exist in demo mode only: `demo_logins` is empty in any other.
"""

from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest

from gebruikers.keuzes import Rol

DEMO_WACHTWOORD: Final = "samen-naar-werk"
DEMO: Final = "demo"
DEMO_TWEE: Final = "demo-twee"
DEMO_ORGANISATIES: Final = {DEMO: "Lindewerk vzw", DEMO_TWEE: "Stapsteen vzw"}


@dataclass(frozen=True, slots=True)
class DemoLogin:
    """Somebody who does not exist, with a role in one of the demo organisations."""

    email: str
    voornaam: str
    familienaam: str
    rol: Rol
    organisatie: str

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.familienaam}"

    @property
    def organisatie_naam(self) -> str:
        return DEMO_ORGANISATIES[self.organisatie]


DEMO_LOGINS: Final = (
    DemoLogin("an.peeters@voorbeeld.be", "An", "Peeters", Rol.BEGELEIDER, DEMO),
    DemoLogin("karim.haddad@voorbeeld.be", "Karim", "Haddad", Rol.BEGELEIDER, DEMO),
    DemoLogin("lies.maes@voorbeeld.be", "Lies", "Maes", Rol.BEGELEIDER, DEMO),
    DemoLogin("mieke.aerts@voorbeeld.be", "Mieke", "Aerts", Rol.BEGELEIDER, DEMO),
    DemoLogin("sofie.claes@voorbeeld.be", "Sofie", "Claes", Rol.COORDINATOR, DEMO),
    DemoLogin("hilde.wouters@voorbeeld.be", "Hilde", "Wouters", Rol.HR, DEMO),
    DemoLogin("bram.desmet@voorbeeld.be", "Bram", "De Smet", Rol.BEHEERDER, DEMO),
    DemoLogin("nele.jacobs@voorbeeld.be", "Nele", "Jacobs", Rol.COORDINATOR, DEMO_TWEE),
    DemoLogin("tom.willems@voorbeeld.be", "Tom", "Willems", Rol.BEGELEIDER, DEMO_TWEE),
    DemoLogin("els.verhaeghe@voorbeeld.be", "Els", "Verhaeghe", Rol.BEHEERDER, DEMO_TWEE),
)


def demo_logins() -> tuple[DemoLogin, ...]:
    """Whom the login page offers; nobody outside demo mode."""
    return DEMO_LOGINS if settings.DEMO else ()


def op_de_aanmeldpagina(_: HttpRequest) -> dict[str, Any]:
    """What the login page shows under its form: in the demo who can log in, elsewhere nothing."""
    if not (logins := demo_logins()):
        return {"onder_aanmelden": ""}
    return {
        "onder_aanmelden": "demo/logins.html",
        "demo_logins": logins,
        "demo_wachtwoord": DEMO_WACHTWOORD,
    }
