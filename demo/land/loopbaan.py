"""When somebody works here and with which advice. Pure: `op` and the source of chance come in."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from demo.datums import BEGIN_IMW, BESLUIT_LDE
from demo.land.toeval import Kansverdeling, Toeval
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode, dag_ervoor, plus_dagen, plus_maanden
from regels.keuzes import TERMIJN_IN_JAREN, SoortAdvies
from werknemers.domein.termijn import bereken_periode

BEGIN_LDE: Final = BEGIN_IMW.eerste_dag
_LANGST_WEG: Final = 1200  # days ago that somebody left
_STAPPEN: Final = (75, 60, 55, 45, 40, 35, 30, 20)


class Landstap(NamedTuple):
    periode: Periode
    percentage: int


class Landadvies(NamedTuple):
    soort: str
    besluitdatum: date
    periode: Periode
    stappen: tuple[Landstap, ...] = ()


class Landloopbaan(NamedTuple):
    """`laatste_dag` None: still in service."""

    eerste_dag: date
    laatste_dag: date | None
    adviezen: tuple[Landadvies, ...]


_periode = cache(bereken_periode)


@cache
def _kwartaal(op: date, verschil: int) -> Kwartaal:
    return Kwartaal.van(op) + verschil


def loopbaan_in_dienst(toeval: Toeval, op: date) -> Landloopbaan:
    adviezen = _SOORTEN_LOOPBAAN.trek(toeval)(toeval, op)
    return Landloopbaan(_eerste_dag(toeval, op, adviezen), None, adviezen)


def loopbaan_van_vertrokkene(toeval: Toeval, op: date) -> Landloopbaan:
    laatste_dag = plus_dagen(op, -1 - toeval.onder(_LANGST_WEG))
    eerste_dag = plus_dagen(laatste_dag, -toeval.tussen(200, 1500))
    besluit = plus_dagen(eerste_dag, toeval.tussen(15, 60))
    if besluit < BEGIN_LDE:
        return Landloopbaan(eerste_dag, laatste_dag, (_lde(laatste_dag, toeval),))
    soort = toeval.uit(tuple(TERMIJN_IN_JAREN)).value
    advies = Landadvies(soort, besluit, _periode(soort, besluit))
    return Landloopbaan(eerste_dag, laatste_dag, (advies,))


def _eerste_dag(toeval: Toeval, op: date, adviezen: tuple[Landadvies, ...]) -> date:
    """The first day of the contract: some weeks before the first decision, long before it for who
    came along from the former measure."""
    if not adviezen:
        return plus_dagen(op, -toeval.onder(400))
    eerste = adviezen[0]
    terug = (400, 4000) if eerste.soort == SoortAdvies.LDE_OVERGANG else (15, 60)
    return plus_dagen(eerste.besluitdatum, -toeval.tussen(*terug))


def _zonder(_toeval: Toeval, _op: date) -> tuple[Landadvies, ...]:
    return ()


def _begonnen(soort: SoortAdvies) -> Callable[[Toeval, date], tuple[Landadvies, ...]]:
    """An advice of a fixed term that runs."""
    kwartalen = 4 * TERMIJN_IN_JAREN[soort]

    def maak(toeval: Toeval, op: date) -> tuple[Landadvies, ...]:
        sinds_begin = max(0, _kwartaal(op, 0) - BEGIN_IMW)
        terug = toeval.onder(min(kwartalen, sinds_begin + 1))
        return (_vast(soort, toeval, op, terug),)

    return maak


def _vast(soort: SoortAdvies, toeval: Toeval, op: date, terug: int) -> Landadvies:
    """Decided so many quarters ago, on a day of that quarter that was already there."""
    kwartaal = _kwartaal(op, -terug)
    dagen = (min(kwartaal.laatste_dag, op) - kwartaal.eerste_dag).days
    besluit = plus_dagen(kwartaal.eerste_dag, toeval.tussen(0, dagen))
    return Landadvies(soort.value, besluit, _periode(soort.value, besluit))


def _lde(rond: date, toeval: Toeval) -> Landadvies:
    """The transition from the former measure, which ends within two years after `rond`."""
    einde = dag_ervoor(plus_maanden(max(rond, BEGIN_LDE).replace(day=1), toeval.tussen(1, 24)))
    soort = SoortAdvies.LDE_OVERGANG.value
    return Landadvies(soort, BESLUIT_LDE, _periode(soort, BESLUIT_LDE, BEGIN_LDE, einde))


def _overgang(toeval: Toeval, op: date) -> tuple[Landadvies, ...]:
    return (_lde(op, toeval),)


def _vroeger_en_na_evaluatie(toeval: Toeval, op: date) -> tuple[Landadvies, ...]:
    """The transition, and right after it what followed from an evaluation, in steps of its own."""
    begin = max(_kwartaal(op, -toeval.onder(8)), BEGIN_IMW + 4).eerste_dag
    soort = SoortAdvies.LDE_OVERGANG.value
    overgang = Landadvies(
        soort, BESLUIT_LDE, _periode(soort, BESLUIT_LDE, BEGIN_LDE, dag_ervoor(begin))
    )
    return (overgang, _na_evaluatie(toeval, begin))


def _na_evaluatie(toeval: Toeval, begin: date) -> Landadvies:
    """Two to five years in one to three steps that fall."""
    grens = toeval.onder(len(_STAPPEN) - 3)
    kwartalen = [toeval.tussen(4, 8) for _ in range(toeval.tussen(1, 3))]
    stappen, van = [], Kwartaal.van(begin)
    for aantal, percentage in zip(kwartalen, _STAPPEN[grens:], strict=False):
        stappen.append(Landstap(Periode(van.eerste_dag, (van + aantal).eerste_dag), percentage))
        van += aantal
    soort = SoortAdvies.IMW_NA_EVALUATIE.value
    besluit = plus_dagen(begin, -toeval.tussen(10, 80))
    periode = _periode(soort, besluit, begin, dag_ervoor(van.eerste_dag))
    return Landadvies(soort, besluit, periode, tuple(stappen))


def _twee_jaar_om(toeval: Toeval, op: date) -> Landadvies:
    """An advice of two years that is over."""
    return _vast(SoortAdvies.IMW_2, toeval, op, toeval.tussen(9, 13))


def _verlopen(toeval: Toeval, op: date) -> tuple[Landadvies, ...]:
    return (_twee_jaar_om(toeval, op),)


def _opgevolgd(toeval: Toeval, op: date) -> tuple[Landadvies, ...]:
    """Two years, and a new advice that joins on."""
    eerste = _twee_jaar_om(toeval, op)
    return (eerste, _vervolg(toeval, eerste.periode.tot or op))


def _vervolg(toeval: Toeval, begin: date) -> Landadvies:
    besluit = plus_dagen(begin, -toeval.tussen(5, 80))
    soort = SoortAdvies.IMW_5.value
    return Landadvies(soort, besluit, _periode(soort, besluit, begin))


def _nog_niet_begonnen(toeval: Toeval, op: date) -> tuple[Landadvies, ...]:
    soort = SoortAdvies.IMW_5.value
    besluit = plus_dagen(op, -toeval.onder(20))
    return (Landadvies(soort, besluit, _periode(soort, besluit, _kwartaal(op, 1).eerste_dag)),)


_SOORTEN_LOOPBAAN: Final = Kansverdeling[Callable[[Toeval, date], tuple[Landadvies, ...]]](
    {
        _zonder: 4,
        _begonnen(SoortAdvies.IMW_2): 20,
        _begonnen(SoortAdvies.IMW_5): 40,
        _begonnen(SoortAdvies.IMW_5_VERHOOGD): 8,
        _begonnen(SoortAdvies.IMW_5_CMW45): 5,
        _overgang: 6,
        _vroeger_en_na_evaluatie: 6,
        _opgevolgd: 5,
        _verlopen: 5,
        _nog_niet_begonnen: 2,
    }
)
