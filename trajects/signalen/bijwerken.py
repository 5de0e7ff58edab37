"""The signals of whom a write was about, kept in the same transaction as the write."""

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any, Final

from django.db import connection, transaction

from gebruikers.domein.opzoeken import sleutels_van_organisaties
from gedeeld.aangeraakt import Aangeraakt, volgt
from gedeeld.tijd import vandaag
from gedeeld.vastevraag import Vastezin
from trajects.signaalsoorten.register import SIGNAALREGELS
from trajects.signaalsoorten.soort import Regel
from trajects.signaalsoorten.soorten import nacht_gemist
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
    }
)
_OVER_ORGANISATIE: Final = tuple(regel for regel in SIGNAALREGELS if not regel.over_mensen)
_ALLEEN_SIGNALEN: Final = "trajects.Signaal"


@volgt
def volg(geraakt: Aangeraakt) -> None:
    """What a transaction wrote has its signals when it is kept."""
    for organisatie_id, wat in geraakt.wat.items():
        if OVER_IEDEREEN & wat:
            werk_alles_bij(organisatie_id)
            continue
        if any(not naam.startswith(_ALLEEN_SIGNALEN) for naam in wat):
            werk_signalen_bij(organisatie_id, geraakt.mensen[organisatie_id])
        if geraakte := [regel for regel in _OVER_ORGANISATIE if regel.leest & wat]:
            werk_alles_bij(organisatie_id, geraakte)


def werk_signalen_bij(organisatie_id: int, mensen: Collection[int]) -> None:
    """Make, replace and withdraw what the facts ask now; three statements. Nobody is mailed: what
    is new goes with the next digest.

    Two who write about one person wait for each other here, at the end of their work, so that the
    last one sees what the other did.
    """
    if not mensen:
        return
    if len(mensen) > HOOGSTENS_ENKELEN:
        werk_alles_bij(organisatie_id)
        return
    wie: dict[str, Any] = {"organisatie": organisatie_id, "mensen": sorted(mensen)}
    with connection.cursor() as cursor:
        cursor.execute(sql.SLOT_VAN_ENKELEN, wie)
    zet_vast, bepaal = _zinnen()
    zet_vast(**wie)
    bepaal(op=vandaag(), melden=False, **wie)


def werk_alles_bij(organisatie_id: int, regels: Iterable[Regel] = SIGNAALREGELS) -> None:
    """The same for everything that these rules say of an organisation, as a night does it."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SLOT_VAN_ALLEN, {"organisatie": organisatie_id})
    zinnen = nachtzinnen()
    zinnen.zet_vast(organisatie=organisatie_id)
    for regel in regels:
        bepaal = zinnen.per_regel[regel.lijn]
        bepaal(op=vandaag(), melden=False, organisatie=organisatie_id)


def werk_nachten_bij() -> None:
    """What the administrators of every organisation read about the jobs of the night."""
    for organisatie_id in sleutels_van_organisaties():
        with transaction.atomic():
            werk_alles_bij(organisatie_id, [nacht_gemist.REGEL])


@cache
def _zinnen() -> tuple[Vastezin, Vastezin]:
    wie = {"organisatie": "bigint", "mensen": "bigint[]"}
    regels = [regel for regel in SIGNAALREGELS if regel.over_mensen]
    tekst, waarden = sql.bepaal(regels, mensen=True)
    return (
        Vastezin(sql.ZET_VAST.format(wie=sql.WIE), sql.VAST, wie),
        Vastezin(tekst, waarden | sql.VAST, {"op": "date", "melden": "boolean"} | wie),
    )
