"""How near the end of support lies: exclusive buckets, for a queryset and for one value.

An employee is in exactly one bucket on a day `op`. With `einde` the last day of support:

    verlopen    einde < op
    3m          op <= einde <= op + 3 months
    6m          op + 3 months < einde <= op + 6 months; 12m and 24m likewise
    later       einde > op + 24 months
    nog_niet    no advice has begun, one will
    geen        no advice at all

Months are calendar months from `op` (`plus_maanden`), as for the thresholds of the signals.
`steun_tot` is the day after `einde`, as `WerknemerQuerySet.met_ondersteuning` annotates it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from django.db.models import Q

from gedeeld.ernst import Ernst
from gedeeld.periode import dag_erna, dag_ervoor, plus_maanden
from gedeeld.weergeven import nog_tot
from trajects.keuzes import Horizon
from werknemers.keuzes import Steun

# The support stops soon; with "verlopen" the people to do something for now (NABIJ).
BINNENKORT: Final = (Horizon.DRIE_MAANDEN, Horizon.ZES_MAANDEN)
NABIJ: Final = (Horizon.VERLOPEN, *BINNENKORT)
_TOT_EN_MET_MAANDEN: Final = (
    (Horizon.DRIE_MAANDEN, 3),
    (Horizon.ZES_MAANDEN, 6),
    (Horizon.TWAALF_MAANDEN, 12),
    (Horizon.VIERENTWINTIG_MAANDEN, 24),
)
_ZONDER_EINDE: Final = {Horizon.NOG_NIET: Steun.NOG_NIET, Horizon.GEEN: Steun.GEEN}
_TOESTAND: Final = {
    Horizon.VERLOPEN: Ernst.ERG,
    Horizon.DRIE_MAANDEN: Ernst.LET_OP,
    Horizon.ZES_MAANDEN: Ernst.LET_OP,
    Horizon.NOG_NIET: Ernst.RUSTIG,
    Horizon.GEEN: Ernst.RUSTIG,
}


@dataclass(frozen=True, slots=True)
class Einde:
    """The end of support as a list shows it: `toestand` and `woorden` make one state component."""

    horizon: Horizon
    toestand: Ernst
    woorden: str
    laatste_dag: date | None


# A page asks them of one day, for each of its rows.
@lru_cache(maxsize=16)
def grenzen(op: date) -> Mapping[Horizon, tuple[date | None, date | None]]:
    """The `steun_tot` of each bucket with an end: after the first date, up to the second."""
    resultaat: dict[Horizon, tuple[date | None, date | None]] = {Horizon.VERLOPEN: (None, op)}
    ondergrens = op
    for horizon, maanden in _TOT_EN_MET_MAANDEN:
        bovengrens = dag_erna(plus_maanden(op, maanden))
        resultaat[horizon] = (ondergrens, bovengrens)
        ondergrens = bovengrens
    resultaat[Horizon.LATER] = (ondergrens, None)
    return MappingProxyType(resultaat)


def voorwaarde(horizon: Horizon, op: date) -> Q:
    """The condition on `steun_tot` and `steun`; for one employee: `horizon_van`."""
    if horizon in _ZONDER_EINDE:
        return Q(steun=_ZONDER_EINDE[horizon])
    na, tot = grenzen(op)[horizon]
    conditie = Q(steun_tot__isnull=False)
    if na is not None:
        conditie &= Q(steun_tot__gt=na)
    if tot is not None:
        conditie &= Q(steun_tot__lte=tot)
    return conditie


def horizon_van(steun: str, steun_tot: date | None, op: date) -> Horizon:
    """The bucket of one employee; for a queryset: `voorwaarde`."""
    if steun_tot is None:
        return Horizon.NOG_NIET if steun == Steun.NOG_NIET else Horizon.GEEN
    return next(
        horizon for horizon, (_, tot) in grenzen(op).items() if tot is None or steun_tot <= tot
    )


def laatste_dag_van(steun_tot: date | None) -> date | None:
    """The last day of support, from the day after it; None when there is no end."""
    return None if steun_tot is None else dag_ervoor(steun_tot)


def einde_van(steun: str, steun_tot: date | None, op: date) -> Einde:
    """The end of support of one employee in a few words: "nog 7 maanden", "2 maanden voorbij"."""
    horizon = horizon_van(steun, steun_tot, op)
    laatste_dag = laatste_dag_van(steun_tot)
    woorden = horizon.label if laatste_dag is None else nog_tot(op, laatste_dag)
    return Einde(horizon, _TOESTAND.get(horizon, Ernst.GOED), woorden, laatste_dag)
