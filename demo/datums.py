"""Turns "so long ago" into days. Pure; `vandaag` and the source of chance come in."""

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final

from demo.gegevens import Demoadvies, Demowerknemer
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import (
    Periode,
    dag_ervoor,
    plus_dagen,
    plus_jaren,
    plus_maanden,
)
from gedeeld.werkdagen import is_werkdag, werkdag_tot
from regels.keuzes import SoortAdvies
from werknemers.domein.adviezen import Adviesgegevens
from werknemers.domein.schijven import Schijf
from werknemers.domein.termijn import bereken_periode

# The measure began on 1 July 2023; who was in the former one (LDE) chose by the end of June.
BEGIN_IMW: Final = Kwartaal(2023, 3)
BESLUIT_LDE: Final = date(2023, 6, 26)
LAATSTE_START_LDE: Final = date(2023, 5, 2)


@dataclass(frozen=True, slots=True)
class Adviesplan:
    """An advice with its period, and the day on which it was entered."""

    gegevens: Adviesgegevens
    periode: Periode
    ingevoerd_op: date


@dataclass(frozen=True, slots=True)
class Loopbaan:
    """When somebody worked here, with which advice; `laatste_dag` None: still in service."""

    eerste_dag: date
    laatste_dag: date | None
    adviezen: tuple[Adviesplan, ...]

    @property
    def einde_steun(self) -> date | None:
        return self.adviezen[-1].periode.laatste_dag if self.adviezen else None


def einde_van_de_maand(dag: date) -> date:
    return dag_ervoor(plus_maanden(dag.replace(day=1), 1))


def loopbaan(persoon: Demowerknemer, vandaag: date, toeval: Random) -> Loopbaan:
    """The first day, the last day and the advice of one person."""
    vaste_start = _vaste_start(persoon, vandaag)
    adviezen: list[Adviesplan] = []
    for advies in persoon.adviezen:
        aansluiting = adviezen[-1].periode.tot if adviezen else None
        adviezen.append(_advies(advies, aansluiting, vaste_start, vandaag, toeval))
    eerste = vaste_start or _maandag(
        plus_dagen(adviezen[0].gegevens["besluitdatum"], -toeval.randint(15, 60))
    )
    return Loopbaan(eerste, _laatste_dag(persoon, vandaag), tuple(adviezen))


def uitstroomdag(moment: int | str | None, tijd: Loopbaan, vandaag: date) -> date | None:
    """When somebody means to leave: so many months from today, or "einde", with the support."""
    if moment is None:
        return None
    if isinstance(moment, int):
        return einde_van_de_maand(plus_maanden(vandaag, moment))
    return tijd.einde_steun


def _vaste_start(persoon: Demowerknemer, vandaag: date) -> date | None:
    if persoon.in_dienst_dagen is not None:
        return _maandag(plus_dagen(vandaag, -persoon.in_dienst_dagen))
    if persoon.in_dienst_jaren is not None:
        jaren_geleden = plus_jaren(vandaag, -persoon.in_dienst_jaren)
        return _maandag(min(jaren_geleden, LAATSTE_START_LDE))
    return None


def _laatste_dag(persoon: Demowerknemer, vandaag: date) -> date | None:
    if persoon.uit_maanden is not None:
        return werkdag_tot(plus_maanden(vandaag, -persoon.uit_maanden))
    if persoon.contract_tot_maanden is not None:
        return einde_van_de_maand(plus_maanden(vandaag, persoon.contract_tot_maanden))
    return None


def _advies(
    advies: Demoadvies, aansluiting: date | None, start: date | None, vandaag: date, toeval: Random
) -> Adviesplan:
    if advies.soort == SoortAdvies.LDE_OVERGANG:
        begin, besluit = BEGIN_IMW.eerste_dag, BESLUIT_LDE
        laatste = _einde_overgang(advies, vandaag)
    elif aansluiting is None or advies.kwartaal is not None:
        kwartaal = max(Kwartaal.van(vandaag) + (advies.kwartaal or 0), BEGIN_IMW)
        begin, laatste = kwartaal.eerste_dag, None
        besluit = _besluit(kwartaal, start, vandaag, toeval)
    else:
        begin, laatste = aansluiting, None
        besluit = _besluit_verlenging(advies, begin, vandaag)
    schijven = _schijven(advies, begin)
    if schijven:
        laatste = schijven[-1].periode.laatste_dag
    gegevens = Adviesgegevens(
        soort=advies.soort,
        besluitdatum=besluit,
        begin=begin,
        laatste_dag=laatste,
        begeleidingsniveau=advies.niveau,
        schijven=schijven,
    )
    return Adviesplan(gegevens, bereken_periode(advies.soort, besluit, begin, laatste), besluit)


def _einde_overgang(advies: Demoadvies, vandaag: date) -> date:
    if advies.tem_kwartaal is not None:
        return (Kwartaal.van(vandaag) + advies.tem_kwartaal).laatste_dag
    if advies.tem_maanden is not None:
        return plus_maanden(vandaag, advies.tem_maanden)
    return plus_dagen(vandaag, advies.tem_dagen or 0)


def _besluit(kwartaal: Kwartaal, start: date | None, vandaag: date, toeval: Random) -> date:
    """A working day of the quarter, in service and not ahead; for a quarter to come: just now."""
    if kwartaal.eerste_dag > vandaag:
        return werkdag_tot(plus_dagen(vandaag, -18))
    vroegst = max(kwartaal.eerste_dag, start or kwartaal.eerste_dag)
    laatst = min(kwartaal.laatste_dag, vandaag)
    dagen = [plus_dagen(vroegst, n) for n in range((laatst - vroegst).days + 1)]
    return toeval.choice([dag for dag in dagen if is_werkdag(dag)] or dagen)


def _besluit_verlenging(advies: Demoadvies, begin: date, vandaag: date) -> date:
    if advies.besluit_dagen is not None:
        return werkdag_tot(plus_dagen(vandaag, -advies.besluit_dagen))
    return werkdag_tot(min(plus_dagen(begin, -35), vandaag))


def _schijven(advies: Demoadvies, begin: date) -> tuple[Schijf, ...]:
    schijven: list[Schijf] = []
    voorbij = 0
    for kwartalen, percentage in advies.schijven:
        van = plus_maanden(begin, 3 * voorbij)
        voorbij += kwartalen
        schijven.append(Schijf(Periode(van, plus_maanden(begin, 3 * voorbij)), percentage))
    return tuple(schijven)


def _maandag(dag: date) -> date:
    return plus_dagen(dag, -dag.weekday())
