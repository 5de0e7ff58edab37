"""Rounding half-up to the cent, and parts of an amount that add up to it: exactly, and for whole
tables at once."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

import numpy as np
from numpy.typing import NDArray

from financiering.domein.rekenmodel.dagen import Getallen

Centen = NDArray[np.int64]
Bedragen = NDArray[np.float64]

# Fractions of employment and rates of contribution are multiples of one over this.
MILJOEN: Final = 10**6

# A float that stands for a half cent may lie just below it. What is added lifts it over the edge,
# and is far less than the distance of any other amount to a half cent, as long as amounts have no
# larger denominator than this; see `Tarieven.noemers`.
_DUW: Final = 1e-8
GROOTSTE_NOEMER: Final = 20_000_000
DREMPEL: Final = 0.5 + _DUW
# So near to a half cent, a float no longer says on which side the amount lies.
_TWIJFEL: Final = 1e-6
# The largest sum of weights of a table, in bits: products of pieces of it still fit 64.
GROOTSTE_GEWICHT: Final = 55
_BITS: Final = 61
# The product of one piece alone.
_INEENS: Final = 63


def rond_af(bedrag: Fraction) -> int:
    """Cents from an amount of zero or more in cents; a half goes up."""
    return floor(bedrag + Fraction(1, 2))


def euro(centen: int) -> Decimal:
    """With two decimals."""
    return Decimal(int(centen)).scaleb(-2)


def elk_maal_elk(kolom: Bedragen, rij: Bedragen) -> Bedragen:
    """Each of a (rows × 1) column times each of a row: as `kolom * rij`, in half the time."""
    tabel: Bedragen = np.dot(kolom, rij[None])
    return tabel


def twijfelachtig(bedragen: Bedragen) -> NDArray[np.bool_]:
    """Where an amount in cents lies so near to a half that it must be computed exactly."""
    resultaat: NDArray[np.bool_] = np.abs(bedragen - np.floor(bedragen) - 0.5) < _TWIJFEL
    return resultaat


def verdeel_centen(heel: int, gewichten: Sequence[Fraction]) -> list[int]:
    """Parts by weight that add up to `heel`: each is rounded down, and the cents that are left go
    one by one to who lost most by that; of equals, to who stands first. Nothing without weight
    (docs/regels.md#parts)."""
    totaal = sum(gewichten, Fraction(0))
    if not totaal:
        return [0] * len(gewichten)
    exact = [heel * gewicht / totaal for gewicht in gewichten]
    delen = [floor(deel) for deel in exact]
    volgorde = sorted(range(len(exact)), key=lambda nr: delen[nr] - exact[nr])
    for nr in volgorde[: heel - sum(delen)]:
        delen[nr] += 1
    return delen


def verdeel_tabel(heel: Centen, gewicht: Getallen, groep: Getallen) -> Centen:
    """As `verdeel_centen`, for (groups × quarters) amounts. `groep` names the group of each row of
    the weights, 0, 0, 1, …: in order and none without a row."""
    if not len(groep):
        return gewicht
    if gewicht.dtype == object:
        return _een_voor_een(heel, gewicht, groep)
    begin = np.flatnonzero(np.diff(groep, prepend=-1))
    totaal = np.add.reduceat(gewicht, begin)
    delen, rest = _maal_gedeeld(heel[groep], gewicht, np.maximum(totaal, 1)[groep])
    over = np.where(totaal > 0, heel - np.add.reduceat(delen, begin), 0)
    volgorde = np.lexsort((-rest, np.broadcast_to(groep[:, None], rest.shape)), axis=0)
    plaats = np.arange(len(groep)) - begin[groep]
    rang = np.empty_like(rest)
    np.put_along_axis(rang, volgorde, np.broadcast_to(plaats[:, None], rest.shape), axis=0)
    resultaat: Centen = delen + (rang < over[groep])
    return resultaat


def _maal_gedeeld(heel: Centen, gewicht: Getallen, totaal: Getallen) -> tuple[Centen, Getallen]:
    """`heel` × `gewicht` over `totaal`, and what is left over: a long division, in pieces of the
    weight of which no product outgrows 64 bits; mostly that is one."""
    van_heel, van_gewicht, van_totaal = (
        int(deel.max(initial=1)).bit_length() for deel in (np.abs(heel), gewicht, totaal)
    )
    past = van_heel + van_gewicht <= _INEENS
    stap = van_gewicht if past else _BITS - max(van_heel, van_totaal)
    stukken = -(-van_gewicht // stap)
    delen, rest = np.zeros_like(heel), np.zeros_like(heel)
    for nummer in reversed(range(stukken)):
        stuk = (gewicht >> nummer * stap) & ((1 << stap) - 1)
        erbij, rest = np.divmod((rest << stap) + heel * stuk, totaal)
        delen = (delen << stap) + erbij
    return delen, rest


def _een_voor_een(heel: Centen, gewicht: Getallen, groep: Getallen) -> Centen:
    """For weights that are too large for 64 bits: rates with many decimals that change inside a
    quarter."""
    resultaat = np.zeros(gewicht.shape, np.int64)
    for nummer, plaats in np.ndindex(heel.shape):
        rijen = np.flatnonzero(groep == nummer)
        gewichten = [Fraction(deel) for deel in gewicht[rijen, plaats]]
        resultaat[rijen, plaats] = verdeel_centen(int(heel[nummer, plaats]), gewichten)
    return resultaat
