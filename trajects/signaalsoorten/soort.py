"""What a kind of signal is made of: a question about many, and its words about one.

A `Regel` asks the database once for whom its kinds hold, or will hold. Everything else reads the
rows of that question: the night and every write, which keep the signals; the page of an employee,
which says why (not) and what to do next; and the words of screen, mail and JSON.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any, Final, NamedTuple

from django.db.models import QuerySet

from gebruikers.keuzes import Rol
from regels.keuzes import Parametercode


class Urgentie(IntEnum):
    """In which part of the inbox it stands; who is first among equals, its day says.

    What is `ZACHT` stands on Vandaag alone: not in the inbox, and nobody is mailed about it.
    """

    EERST = 1
    DAARNA = 2
    LATER = 3
    ZACHT = 4


class Feit(NamedTuple):
    """One row of the question of a rule, and what a signal keeps of it.

    `onderwerp` is the key of what it is about, in the table that its kind knows; a kind has one row
    for each. `drempel` is the narrowest threshold that is reached (0 where there is only one), and
    `bereik` the narrowest for which it would still hold. `dag` is the day that it is about; `sinds`
    the first day on which it holds, perhaps still to come. `wat` names the subject; where the rule
    says so (`ZEGT_ZELF`), that of a row that does not hold says why.

    `wacht` is what people did about it: the signal was postponed or closed. The question itself
    does not know it (`feiten.feiten_van` does).
    """

    soort: str
    werknemer_id: int | None
    onderwerp: int
    drempel: int
    bereik: int
    dag: date | None
    sinds: date | None
    wat: str
    urgentie: int
    wacht: bool = False


@dataclass(frozen=True, slots=True)
class Over:
    """Whom a sentence is about, on which day, and who reads it."""

    voornaam: str
    op: date
    rol: str = Rol.BEGELEIDER


@dataclass(frozen=True, slots=True)
class Stap:
    """What to do next and why: the button opens `view` of `over`, with a query when that has one.

    Without a view there is nothing to press: `zin` says what is so, or who can do it.
    """

    zin: str
    knop: str = ""
    view: str = ""
    over: int = 0
    vraag: str = ""


# The `later` of a rule whose rows that do not hold say why themselves.
ZEGT_ZELF: Final = "%2$s"

Zin = Callable[[Feit, Over], str]

BEGELEIDING: Final = frozenset({Rol.BEGELEIDER, Rol.COORDINATOR})
PERSONEELSDIENST: Final = frozenset({Rol.COORDINATOR, Rol.HR})
IEDEREEN_MET_PLAN: Final = frozenset({Rol.BEGELEIDER, Rol.COORDINATOR, Rol.HR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaalsoort:
    """One kind: its words and who gets it.

    `zin` is said in the inbox, the mail and JSON, without a name and without a full stop. `waarom`
    says why it holds and `nog_niet` why it does not yet (of a row that is not due), `geen` what
    there is no row for. `stap` is the next step; None: there is none to take.
    """

    code: str
    naam: str
    voor: frozenset[Rol]
    zin: Zin
    waarom: Zin
    nog_niet: Zin
    geen: str
    stap: Callable[[Feit, Over], Stap | None] = lambda _feit, _over: None
    ook_stap_voor: frozenset[Rol] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """Kinds that follow from one question: of one subject at most one of them is open.

    `kandidaten(op)` gives rows as `als_kandidaten` makes them, of every organisation. It may use
    `op` only as a whole: days around it are worked out by the database (`gedeeld.dagnummers`).

    Why a signal is withdrawn: `later` when its row is still there and not due (with %s for the day
    of the row, or `ZEGT_ZELF` when its `wat` says why), "niet in dienst", "de uitstroom is
    ingevuld" or "er loopt geen traject meer" when the rule asks for who is in service, is at work
    (`werkt`, as `kandidaten.aan_het_werk`) or follows a trajectory, `anders` when the employee has
    another row (with its day), and else `weg`.

    `stap_vroeg`: the row is a next step from the first day, and a signal only when it is due.
    `is_signaal` False: it is only ever a next step. A signal that somebody closed comes back
    after `herhaal` days when it still holds; None: never.
    """

    soorten: tuple[Signaalsoort, ...]
    kandidaten: Callable[[date], "QuerySet[Any, Any]"]
    weg: str
    later: str = ""
    anders: str = ""
    in_dienst: bool = True
    werkt: bool = False
    met_traject: bool = False
    stap_vroeg: bool = False
    is_signaal: bool = True
    herhaal: int | None = 56
    getallen: tuple[Parametercode, ...] = ()
    bron: str = "signals"

    # False: its rows have no employee.
    over_mensen: bool = True

    @property
    def lijn(self) -> str:
        """What its kinds have in common."""
        return self.soorten[0].code
