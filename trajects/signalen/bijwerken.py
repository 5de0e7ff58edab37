"""The signals of whom a write was about, kept in the same transaction as the write."""

from collections.abc import Collection, Sequence, Set
from functools import cache, lru_cache
from typing import Any, Final

from django.db import connection, transaction

from gebruikers.domein.opzoeken import sleutels_van_organisaties
from gedeeld.aangeraakt import Aangeraakt, volgt
from gedeeld.tijd import vandaag
from gedeeld.vastevraag import Vastezin
from trajects.signaalsoorten.leest import gelezen_door
from trajects.signaalsoorten.register import SIGNAALREGELS
from trajects.signaalsoorten.soort import Regel
from trajects.signaalsoorten.soorten import nacht_gemist
from trajects.signaalsoorten.vraag import soorten_van
from trajects.signalen import signaal_sql as sql
from trajects.signalen.bepaal_signalen import nachtzinnen

# Of more people than this the organisation is done as a whole, as a night does it: a lock for each
# of thousands would be more than the database holds.
HOOGSTENS_ENKELEN = 50


# What decides about everybody of an organisation; the rest is about those whom it names.
OVER_IEDEREEN: Final = frozenset(
    {
        "gebruikers.Gebruiker.is_active",
        "gebruikers.Gebruiker.rol",
        "gebruikers.Organisatie.drempels",
        "gebruikers.Waarneming",
        "regels.Regelparameter",
        "trajects.Vormingsactie",
        "trajects.Werkgever.naam",
    }
)
_VAN_MENSEN: Final = tuple(regel for regel in SIGNAALREGELS if regel.over_mensen)
# Of as many sets of rules the statement is kept: the writes of one page always ask the same ones.
_HOOGSTENS_ZINNEN: Final = 64


@volgt
def volg(geraakt: Aangeraakt) -> None:
    """What a transaction wrote has its signals when it is kept.

    Those of the whole organisation come first: two that each hold a few people would otherwise wait
    for one another.
    """
    for organisatie_id, wat in geraakt.wat.items():
        van_allen, van_enkelen = gevraagd(wat)
        werk_alles_bij(organisatie_id, van_allen)
        werk_signalen_bij(organisatie_id, geraakt.mensen[organisatie_id], van_enkelen)


def gevraagd(wat: Set[str]) -> tuple[list[Regel], list[Regel]]:
    """The rules that these writes can change: for everybody, and for whom they are about."""
    iedereen = {naam for naam in wat if any(naam.startswith(begin) for begin in OVER_IEDEREEN)}
    van_allen, van_enkelen = [], []
    for regel, gelezen in _leest():
        if not gelezen.isdisjoint(wat if not regel.over_mensen else iedereen):
            van_allen.append(regel)
        elif not gelezen.isdisjoint(wat):
            van_enkelen.append(regel)
    return van_allen, van_enkelen


@cache
def _leest() -> list[tuple[Regel, frozenset[str]]]:
    return [(regel, gelezen_door(regel)) for regel in SIGNAALREGELS]


def werk_signalen_bij(
    organisatie_id: int, mensen: Collection[int], regels: Sequence[Regel] = _VAN_MENSEN
) -> None:
    """Make, replace and withdraw what these rules ask now; three statements. Nobody is mailed: what
    is new goes with the next digest.

    Two who write about one person wait for each other here, at the end of their work, so that the
    last one sees what the other did.
    """
    if not mensen or not regels:
        return
    if len(mensen) > HOOGSTENS_ENKELEN:
        werk_alles_bij(organisatie_id, regels)
        return
    wie: dict[str, Any] = {"organisatie": organisatie_id, "mensen": sorted(mensen)}
    with connection.cursor() as cursor:
        cursor.execute(sql.SLOT_VAN_ENKELEN, wie)
    zet_vast, bepaal = _zinnen(tuple(regel.lijn for regel in regels))
    zet_vast(**wie)
    bepaal(op=vandaag(), melden=False, **wie)


def werk_alles_bij(organisatie_id: int, regels: Sequence[Regel]) -> None:
    """The same for everything that these rules say of an organisation, as a night does it."""
    if not regels:
        return
    with connection.cursor() as cursor:
        cursor.execute(sql.SLOT_VAN_ALLEN, {"organisatie": organisatie_id})
    zinnen = nachtzinnen()
    zinnen.zet_vast(organisatie=organisatie_id, soorten=soorten_van(regels))
    for regel in regels:
        bepaal = zinnen.per_regel[regel.lijn]
        bepaal(op=vandaag(), melden=False, organisatie=organisatie_id)


def werk_nachten_bij() -> None:
    """What the administrators of every organisation read about the jobs of the night."""
    for organisatie_id in sleutels_van_organisaties():
        with transaction.atomic():
            werk_alles_bij(organisatie_id, [nacht_gemist.REGEL])


@lru_cache(maxsize=_HOOGSTENS_ZINNEN)
def _zinnen(lijnen: tuple[str, ...]) -> tuple[Vastezin, Vastezin]:
    wie = {"organisatie": "bigint", "mensen": "bigint[]"}
    regels = [regel for regel in _VAN_MENSEN if regel.lijn in lijnen]
    tekst, waarden = sql.bepaal(regels, mensen=True)
    return (
        Vastezin(
            sql.ZET_VAST.format(wie=sql.WIE), sql.VAST | {"soorten": soorten_van(regels)}, wie
        ),
        Vastezin(tekst, waarden | sql.VAST, {"op": "date", "melden": "boolean"} | wie),
    )
