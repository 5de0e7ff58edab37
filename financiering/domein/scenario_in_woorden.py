"""What a scenario of one's own says, row by row, for who reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from financiering.domein.laden import Gegevens
from financiering.domein.rekenmodel.scenario import is_verlengbaar
from financiering.domein.scenarios import Toekomst
from financiering.keuzes import Scenariobasis
from financiering.models import (
    Scenario,
    Scenarioblad,
    Scenarioinstroom,
    Scenarioverlenging,
    Scenariovervanging,
)
from gedeeld.weergeven import bedrag, datum_voluit, getal, meervoud, procent


@dataclass(frozen=True, slots=True)
class Scenariowerknemer:
    """`zinnen` say what this scenario does differently for the employee with this key."""

    sleutel: int
    naam: str
    zinnen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scenariodeel:
    """Inflow or a changed amount (`rij`): `naam` is what it is, `rest` goes on from there."""

    rij: Scenarioinstroom | Scenarioblad
    naam: str
    rest: str

    def __str__(self) -> str:
        return f"{self.naam} {self.rest}"


@dataclass(frozen=True, slots=True)
class Inhoud:
    """`basis` in sentences; the rest only of a scenario of one's own."""

    basis: tuple[str, ...]
    werknemers: tuple[Scenariowerknemer, ...] = ()
    instroom: tuple[Scenariodeel, ...] = ()
    bladen: tuple[Scenariodeel, ...] = ()

    @property
    def regels(self) -> list[str]:
        """All of it, one after the other, for who reads it elsewhere than on its page."""
        werknemers = (f"{regel.naam}: {'; '.join(regel.zinnen)}" for regel in self.werknemers)
        return [*self.basis, *werknemers, *map(str, self.instroom), *map(str, self.bladen)]


_TENZIJ: Final = "tenzij hieronder iets anders staat"
_BASIS = {
    Scenariobasis.NIETS_DOEN: "Iedereen blijft, en elke ondersteuning stopt op haar einddatum.",
    Scenariobasis.VOLGENS_PLAN: (
        "Wie in het traject een beoogde uitstroom heeft, vertrekt op die dag. Wie er geen heeft, "
        "blijft."
    ),
    Scenariobasis.MET_VERVANGING: (
        "Wie in het traject een beoogde uitstroom heeft, vertrekt op die dag, en de plaats wordt "
        "weer ingevuld."
    ),
}


def inhoud_van(toekomst: Toekomst, gegevens: Gegevens) -> Inhoud:
    """Pure when the parts of the scenario are prefetched (`met_delen`)."""
    basis = tuple(_basis(toekomst))
    eigen = toekomst.eigen
    if eigen is None:
        return Inhoud(basis)
    regels = sorted(_werknemers(eigen, gegevens), key=lambda regel: regel.naam.casefold())
    return Inhoud(
        basis,
        tuple(regels),
        tuple(_instroom(rij) for rij in eigen.scenarioinstroom_set.all()),
        tuple(_blad(rij) for rij in eigen.scenarioblad_set.all()),
    )


def _basis(toekomst: Toekomst) -> Iterator[str]:
    yield _BASIS[toekomst.basis]
    eigen = toekomst.eigen
    if eigen is not None:
        yield from _vervanging(eigen)
    if toekomst.jaarindex:
        yield f"Lonen en geïndexeerde bedragen stijgen {getal(toekomst.jaarindex)} % per jaar."


def _vervanging(eigen: Scenario) -> Iterator[str]:
    """What holds for every place, and that some are said to go another way."""
    anders = bool(eigen.scenariovervanging_set.all())
    if eigen.basis == Scenariobasis.MET_VERVANGING:
        na, tenzij = _na(eigen.vertraging), f", {_TENZIJ}" if anders else ""
        yield f"Een plaats is {na} weer ingevuld{tenzij}, {_met(eigen)}."
    elif anders:
        yield f"Een plaats blijft open, {_TENZIJ}. Dan komt er iemand {_met(eigen)}."


def _werknemers(eigen: Scenario, gegevens: Gegevens) -> Iterator[Scenariowerknemer]:
    """Who left the organisation since has no place in a forecast, and none here."""
    zinnen: dict[str, list[str]] = {}
    for vertrek in eigen.scenariovertrek_set.all():
        dag = vertrek.laatste_dag
        zin = f"vertrekt op {datum_voluit(dag)}" if dag else "blijft"
        zinnen.setdefault(str(vertrek.werknemer_id), []).append(zin)
    for vervanging in eigen.scenariovervanging_set.all():
        zinnen.setdefault(str(vervanging.werknemer_id), []).append(_plaats(vervanging))
    mensen = gegevens.stand.mensen
    for verlenging in eigen.scenarioverlenging_set.all():
        wie = mensen.met_sleutel(str(verlenging.werknemer_id))
        kan = wie is not None and is_verlengbaar(wie.adviezen)
        zinnen.setdefault(str(verlenging.werknemer_id), []).append(_verlenging(verlenging, kan=kan))
    for sleutel, wat in zinnen.items():
        if sleutel in mensen.rij_van:
            naam = mensen.namen[mensen.rij_van[sleutel]]
            yield Scenariowerknemer(int(sleutel), naam, tuple(wat))


def _verlenging(verlenging: Scenarioverlenging, *, kan: bool) -> str:
    """As chosen; an advice can have been stopped since."""
    op = f": {verlenging.percentage} %" if verlenging.percentage else ""
    niet = "" if kan else " (telt niet mee: dit advies kan niet meer verlengd worden)"
    return f"{verlenging.get_uitkomst_display()}{op}{niet}"


def _plaats(vervanging: Scenariovervanging) -> str:
    """Whoever has a row here need not leave."""
    if vervanging.na_maanden is None:
        return "de plaats die vrijkomt, blijft open"
    return f"de plaats die vrijkomt, is {_na(vervanging.na_maanden)} weer ingevuld"


def _na(maanden: int) -> str:
    return f"na {meervoud(maanden, 'maand', 'maanden')}" if maanden else "meteen"


def _met(eigen: Scenario) -> str:
    return f"met {eigen.get_pakket_display()} en begeleiding {eigen.get_niveau_display()}"


def _instroom(rij: Scenarioinstroom) -> Scenariodeel:
    starters = meervoud(rij.aantal, "starter", "starters")
    sinds = f"{'vanaf' if rij.elk_jaar else 'op'} {datum_voluit(rij.van)}"
    return Scenariodeel(
        rij,
        f"{starters} per jaar" if rij.elk_jaar else starters,
        f"in {rij.dienst} {sinds}: {rij.get_pakket_display()}, begeleiding "
        f"{rij.get_niveau_display()}, {procent(rij.tewerkstellingsbreuk)}, "
        f"{bedrag(rij.bruto_maandloon)} per maand",
    )


def _blad(rij: Scenarioblad) -> Scenariodeel:
    index = ", geïndexeerd" if rij.geindexeerd else ""
    naam = rij.get_blad_display()
    return Scenariodeel(
        rij,
        naam[0].upper() + naam[1:],
        f"van {rij.dienst}: {bedrag(rij.bedrag)} vanaf {datum_voluit(rij.van)}, "
        f"{rij.get_wijze_display()}{index}",
    )


def gaat_mee(scenario: Scenario) -> list[str]:
    """What disappears with it: "2 vertrekdagen". A query for each of `DELEN`."""
    aantallen = ((getattr(scenario, naam).count(), een, meer) for naam, een, meer in DELEN)
    return [meervoud(aantal, een, meer) for aantal, een, meer in aantallen if aantal]


# What hangs on a scenario, with how one and more of them are called.
DELEN: Final = (
    ("scenariovertrek_set", "vertrekdag", "vertrekdagen"),
    ("scenariovervanging_set", "vervanging", "vervangingen"),
    ("scenarioverlenging_set", "verlenging", "verlengingen"),
    ("scenarioinstroom_set", "instroom", "keer instroom"),
    ("scenarioblad_set", "gewijzigd bedrag", "gewijzigde bedragen"),
)
