"""When the guidance premium changes: then the support plan is to be changed too
(docs/regels.md#guidance-on-the-work-floor)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from werknemers.domein.begeleidingstelling import daalt_op, ketenbegin
from werknemers.domein.schijven import bijstellingen, niveau_op, niveaus
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Adviesperiode


def laatste_premiewissel(adviezen: Sequence[Adviesperiode], op: date) -> date | None:
    """The last day up to `op` on which it did; None when it never did, or there is none. `adviezen`
    come oldest first."""
    dagen = [*_dalingen(_met_premie(adviezen)), *niveauwissels(adviezen)]
    return max((dag for dag in dagen if dag <= op), default=None)


def _met_premie(adviezen: Iterable[Adviesperiode]) -> list[Adviesperiode]:
    return [advies for advies in adviezen if advies.soort != SoortAdvies.LDE_OVERGANG]


def _dalingen(adviezen: Sequence[Adviesperiode]) -> Iterator[date]:
    begin = ketenbegin(advies.periode for advies in adviezen)
    return (
        daling
        for advies in adviezen
        if (daling := daalt_op(begin[advies.periode])) and daalt_in(advies, daling)
    )


def daalt_in(advies: Adviesperiode, daling: date) -> bool:
    """Whether the flat part falls in this advice, for who is guided by then."""
    return daling in advies.periode and niveau_op(advies, daling) != Begeleidingsniveau.GEEN


def niveauwissels(adviezen: Iterable[Adviesperiode]) -> Iterator[date]:
    """The days on which another level of guidance begins; `adviezen` as above."""
    delen = [deel for advies in _met_premie(adviezen) for deel in _niveaus(advies)]
    for (_, vorig), (periode, niveau) in pairwise(delen):
        if vorig != niveau:
            yield periode.van


def _niveaus(advies: Adviesperiode) -> tuple[tuple[Periode, str], ...]:
    return niveaus(advies.begeleidingsniveau, bijstellingen(advies), advies.periode)
