"""Of one kind: what holds of it for somebody on a day, and what it says to do."""

from datetime import date

from gebruikers.models import Gebruiker
from tests.trajects.signaalsoorten.tafel import NU, feiten, signalen, staan_open
from trajects.signaalsoorten.register import soort_van
from trajects.signaalsoorten.soort import Feit, Over, Stap
from trajects.signalen.verklaring import geldt
from werknemers.models import Werknemer


def dagen(wie: Werknemer, code: str, op: date = NU) -> list[date | None]:
    """Of the open signals of this kind after the night of a day."""
    return [dag for soort, dag in signalen(wie, op) if soort == code]


def open_dagen(wie: Werknemer, code: str) -> list[date | None]:
    """The same without a night."""
    return [dag for soort, dag in staan_open(wie) if soort == code]


def rij(wie: Werknemer, code: str, op: date = NU) -> Feit:
    """What the rule answers, held or not; one row."""
    (feit,) = (feit for feit in feiten(wie, op) if feit.soort == code)
    return feit


def houdt(wie: Werknemer, code: str, op: date = NU) -> bool:
    """Whether the rule asks for attention."""
    return any(f.soort == code and geldt(f, Over(wie.voornaam, op)) for f in feiten(wie, op))


def zinnen(wie: Werknemer, code: str, op: date = NU) -> tuple[str, str]:
    """What it says in a list, and why (not)."""
    feit, soort, over = rij(wie, code, op), soort_van(code), Over(wie.voornaam, op)
    waarom = soort.waarom if geldt(feit, over) else soort.nog_niet
    return soort.zin(feit, over), waarom(feit, over)


def eigen_stap(wie: Werknemer, code: str, gebruiker: Gebruiker, op: date = NU) -> Stap | None:
    """The step of this kind for this reader."""
    return soort_van(code).stap(rij(wie, code, op), Over(wie.voornaam, op, gebruiker.rol))
