"""When the guidance premium last changed: then the support plan is to be changed too."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from werknemers.domein.begeleidingstelling import daalt_op, ketenbegin
from werknemers.domein.schijven import bijstellingen, niveau_op, niveaus
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Adviesperiode


def laatste_premiewissel(adviezen: Iterable[Adviesperiode], op: date) -> date | None:
    """The last day up to `op` on which it did (docs/regels.md#guidance-on-the-work-floor); None
    when it never did, or there is none. `adviezen` come oldest first."""
    met_premie = [advies for advies in adviezen if advies.soort != SoortAdvies.LDE_OVERGANG]
    return max((dag for dag in _wissels(met_premie) if dag <= op), default=None)


def _wissels(adviezen: Sequence[Adviesperiode]) -> Iterator[date]:
    """Where the flat part falls, and where another level of guidance begins."""
    begin = ketenbegin(advies.periode for advies in adviezen)
    for advies in adviezen:
        daling = daalt_op(begin[advies.periode])
        if daling in advies.periode and niveau_op(advies, daling) != Begeleidingsniveau.GEEN:
            yield daling
    delen = [deel for advies in adviezen for deel in _niveaus(advies)]
    for (_, vorig), (periode, niveau) in pairwise(delen):
        if vorig != niveau:
            yield periode.van


def _niveaus(advies: Adviesperiode) -> tuple[tuple[Periode, str], ...]:
    return niveaus(advies.begeleidingsniveau, bijstellingen(advies), advies.periode)
