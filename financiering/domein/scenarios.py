"""The three futures that are always there, and those that people saved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from django.db.models import Prefetch

from financiering.domein.laden import Gegevens
from financiering.domein.rekenmodel.pakket import Pakket
from financiering.domein.rekenmodel.scenario import (
    Basis,
    Evaluatieuitkomst,
    Instroom,
    Rekenscenario,
    Verlenging,
)
from financiering.domein.rekenmodel.stand import Dienstbedrag
from financiering.domein.rekenmodel.vervanging import Vervanging
from financiering.domein.tarieven import MEESTE_KWARTALEN
from financiering.domein.telbaar import GELDJAREN, GELDJAREN_ZIN, gesloten
from financiering.keuzes import Scenariobasis, Scenariopakket, Wijze
from financiering.models import Scenario, Scenarioblad, Scenarioinstroom, Scenariovertrek
from financiering.models.bereik import BereikQuerySet
from gedeeld.periode import Periode, plus_maanden
from regels.keuzes import NIET_VERLENGBAAR
from regels.models import Startpakket
from werknemers.keuzes import Begeleidingsniveau

# Choices of this application, shown under the assumptions: how a place is filled again unless a
# scenario of one's own says otherwise.
STANDAARD_VERTRAGING: Final = 3
STANDAARD_PAKKET: Final = Scenariopakket.IMW_5
STANDAARD_NIVEAU: Final = Begeleidingsniveau.MIDDEN
# As far as any forecast goes; who would start later is in none.
_JAREN: Final = MEESTE_KWARTALEN // 4


class OnbekendScenario(LookupError):
    """No scenario has this name; the message says so in Dutch."""


@dataclass(frozen=True, slots=True)
class Toekomst:
    """A scenario by its name, whether it is one of the three or somebody's own (`eigen`)."""

    naam: str
    basis: Scenariobasis
    jaarindex: Decimal = Decimal(0)
    eigen: Scenario | None = None

    @property
    def volgt_plan(self) -> bool:
        """Whether it counts when running trajectories aim at."""
        return self.basis != Scenariobasis.NIETS_DOEN

    @property
    def code(self) -> str:
        """How the address names it."""
        return str(self.basis) if self.eigen is None else str(self.eigen.pk)


def altijd() -> list[Toekomst]:
    return [Toekomst(basis.label, basis) for basis in Scenariobasis]


def eigen_toekomst(scenario: Scenario) -> Toekomst:
    return Toekomst(scenario.naam, Scenariobasis(scenario.basis), scenario.jaarindex, scenario)


def laad_toekomsten(scenarios: BereikQuerySet[Scenario]) -> list[Toekomst]:
    """The three, then those of these scenarios; their parts are read for who asks for them."""
    return [*altijd(), *(eigen_toekomst(scenario) for scenario in scenarios)]


def met_delen(scenarios: BereikQuerySet[Scenario]) -> BereikQuerySet[Scenario]:
    """With everything that `als_rekenscenario` needs."""
    instroom = Scenarioinstroom.objects.select_related("dienst")
    bladen = Scenarioblad.objects.select_related("dienst")
    return (
        scenarios.prefetch_related(
            "scenariovertrek_set", "scenarioverlenging_set", "scenariovervanging_set"
        )
        .prefetch_related(Prefetch("scenarioinstroom_set", instroom))
        .prefetch_related(Prefetch("scenarioblad_set", bladen))
    )


def zoek_toekomst(organisatie_id: int, naam: str) -> Toekomst:
    """By name, code or capitals as people type them. Raises OnbekendScenario."""
    gezocht = naam.strip().casefold().replace("_", " ")
    for toekomst in altijd():
        if gezocht == toekomst.naam:
            return toekomst
    alle = Scenario.objects.van(organisatie_id)
    gevonden = met_delen(alle.filter(naam__iexact=naam.strip())).first()
    if gevonden is None:
        namen = [toekomst.naam for toekomst in laad_toekomsten(alle)]
        raise OnbekendScenario(
            f"Er is geen scenario “{naam}”. Bekende scenario's: {', '.join(namen)}."
        )
    return eigen_toekomst(gevonden)


def als_rekenscenario(toekomst: Toekomst, gegevens: Gegevens, op: date) -> Rekenscenario:
    """What the model counts with. A planned day before `op` is one that nobody kept: who is still
    here then stays until a new day is chosen."""
    gepland = {sleutel: dag for sleutel, dag in gegevens.gepland.items() if dag >= op}
    basis = Basis(toekomst.basis)
    eigen, pakketten = toekomst.eigen, gegevens.startpakketten
    if eigen is None:
        standaard = pakket_van(pakketten, STANDAARD_PAKKET, STANDAARD_NIVEAU, op)
        vertraging = _vertraging(basis, STANDAARD_VERTRAGING)
        return Rekenscenario(basis, gepland, vervanging=Vervanging(standaard, vertraging))
    return Rekenscenario(
        basis=basis,
        gepland=gepland,
        vertrek={str(v.werknemer_id): _dag(v) for v in eigen.scenariovertrek_set.all()},
        verlengingen=_verlengingen(eigen),
        instroom=tuple(
            groep
            for rij in eigen.scenarioinstroom_set.all()
            if not telt_niet(rij, pakketten)
            for groep in _instroom(rij, pakketten)
        ),
        bedragen=tuple(_bedrag(rij) for rij in eigen.scenarioblad_set.all()),
        vervanging=Vervanging(
            pakket_van(pakketten, eigen.pakket, eigen.niveau, op),
            _vertraging(basis, eigen.vertraging),
            {str(v.werknemer_id): v.na_maanden for v in eigen.scenariovervanging_set.all()},
        ),
    )


def telt_niet(rij: Scenarioinstroom, pakketten: Iterable[Startpakket]) -> str:
    """Why inflow that was saved before is in no forecast, and what to mend; else ""."""
    if zin := gesloten(rij.dienst):
        return zin
    if rij.van not in GELDJAREN:
        return GELDJAREN_ZIN
    try:
        pakket_van(pakketten, rij.pakket, rij.niveau, rij.van)
    except OnbekendScenario:
        pakket = rij.get_pakket_display()
        return f"Op die dag bestaat {pakket} niet. Kies een andere dag, of een ander pakket."
    return ""


def _dag(vertrek: Scenariovertrek) -> date | None:
    """Who would leave after all forecasts stays."""
    dag = vertrek.laatste_dag
    return None if dag is None or GELDJAREN.voorbij(dag) else dag


def _vertraging(basis: Basis, maanden: int) -> int | None:
    """Unless the base is to fill every place again, a place stays open."""
    return maanden if basis == Basis.MET_VERVANGING else None


def pakket_van(startpakketten: Iterable[Startpakket], soort: str, niveau: str, op: date) -> Pakket:
    """The start package in force on a day. Raises OnbekendScenario when there is none."""
    for pakket in startpakketten:
        if pakket.soort == soort and pakket.standaard and op in pakket.geldig:
            stappen = tuple(
                (s.laatste_kwartaal - s.eerste_kwartaal + 1, s.percentage)
                for s in pakket.stappen  # type: ignore[attr-defined]
            )
            begeleiding = "" if niveau == Begeleidingsniveau.GEEN else niveau
            return Pakket(stappen, begeleiding, soort not in NIET_VERLENGBAAR)
    raise OnbekendScenario(f"We kennen geen startpakket “{soort}” voor {op:%d/%m/%Y}.")


def _verlengingen(eigen: Scenario) -> Mapping[str, Verlenging]:
    return {
        str(rij.werknemer_id): Verlenging(Evaluatieuitkomst(rij.uitkomst), rij.percentage or 0)
        for rij in eigen.scenarioverlenging_set.all()
    }


def _instroom(rij: Scenarioinstroom, pakketten: Iterable[Startpakket]) -> Iterator[Instroom]:
    """One group; or each starter of each year on a day of their own, as the question how many are
    needed spreads them (`rekenmodel.instroom`)."""
    eens = Instroom(
        dienst=rij.dienst.naam,
        van=rij.van,
        pakket=pakket_van(pakketten, rij.pakket, rij.niveau, rij.van),
        breuk=rij.tewerkstellingsbreuk,
        bruto=rij.bruto_maandloon,
        aantal=rij.aantal,
    )
    if not rij.elk_jaar:
        yield eens
        return
    for nummer in range(rij.aantal * _JAREN):
        dag = plus_maanden(rij.van, nummer * 12 // rij.aantal)
        yield replace(eens, van=dag, aantal=1, vertrekt=True)


def _bedrag(rij: Scenarioblad) -> Dienstbedrag:
    return Dienstbedrag(
        dienst=rij.dienst.naam,
        soort=rij.blad,
        bedrag=rij.bedrag,
        periode=Periode(rij.van),
        per_vte=rij.wijze == Wijze.PER_VTE,
        geindexeerd=rij.geindexeerd,
    )
