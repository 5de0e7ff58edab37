"""What a stored signal says, in the words of its kind; the same on screen, in mail and in JSON."""

from datetime import date

from gebruikers.keuzes import Rol
from trajects.models import Signaal
from trajects.signaalsoorten.register import SOORTEN, soort_van
from trajects.signaalsoorten.soort import Feit, Over, Stap


def feit_van(signaal: Signaal) -> Feit:
    """What its rule answered last."""
    return Feit(
        soort=signaal.soort,
        werknemer_id=signaal.werknemer_id,
        onderwerp=signaal.onderwerp,
        drempel=signaal.drempel,
        bereik=signaal.drempel,
        dag=signaal.dag,
        sinds=signaal.sinds,
        wat=signaal.wat,
        urgentie=signaal.urgentie,
    )


def over_signaal(signaal: Signaal, op: date, rol: str = Rol.BEGELEIDER) -> Over:
    """Whom it is about, for a reader with this role."""
    return Over(signaal.werknemer.voornaam if signaal.werknemer else "", op, rol)


def zin_van(feit: Feit, over: Over) -> str:
    """As in "ondersteuning stopt over 3 maanden, t.e.m. 28 februari 2027"; without a name."""
    return soort_van(feit.soort).zin(feit, over) if feit.soort in SOORTEN else feit.soort


def naam_van_soort(code: str) -> str:
    """What the kind is called; its code when it is no longer there."""
    return SOORTEN[code].naam if code in SOORTEN else code


def stap_van(feit: Feit, over: Over) -> Stap | None:
    """The next step that the kind itself proposes."""
    return soort_van(feit.soort).stap(feit, over) if feit.soort in SOORTEN else None
