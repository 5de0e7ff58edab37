"""What a scenario of one's own says, row by row, for who reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from financiering.domein.laden import Gegevens
from financiering.domein.scenarios import Toekomst
from financiering.keuzes import Scenariobasis
from financiering.models import Scenario, Scenarioblad, Scenarioinstroom
from gedeeld.weergeven import datum_voluit, getal, meervoud


@dataclass(frozen=True, slots=True)
class Scenariowerknemer:
    """`zinnen` say what this scenario does differently for the employee with this key."""

    sleutel: int
    naam: str
    zinnen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inhoud:
    """`basis` in sentences; the rest only of a scenario of one's own."""

    basis: tuple[str, ...]
    werknemers: tuple[Scenariowerknemer, ...] = ()
    instroom: tuple[Scenarioinstroom, ...] = ()
    bladen: tuple[Scenarioblad, ...] = ()


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
        tuple(eigen.scenarioinstroom_set.all()),
        tuple(eigen.scenarioblad_set.all()),
    )


def _basis(toekomst: Toekomst) -> Iterator[str]:
    yield _BASIS[toekomst.basis]
    eigen = toekomst.eigen
    if eigen is not None and toekomst.basis == Scenariobasis.MET_VERVANGING:
        maanden = meervoud(eigen.vertraging, "maand", "maanden")
        yield (
            f"Een plaats is na {maanden} weer ingevuld, met {eigen.get_pakket_display()} en "
            f"begeleiding {eigen.get_niveau_display()}."
        )
    if toekomst.jaarindex:
        yield f"Lonen en geïndexeerde bedragen stijgen {getal(toekomst.jaarindex)} % per jaar."


def _werknemers(eigen: Scenario, gegevens: Gegevens) -> Iterator[Scenariowerknemer]:
    """Who left the organisation since has no place in a forecast, and none here."""
    zinnen: dict[str, list[str]] = {}
    for vertrek in eigen.scenariovertrek_set.all():
        dag = vertrek.laatste_dag
        zin = f"vertrekt op {datum_voluit(dag)}" if dag else "blijft"
        zinnen.setdefault(str(vertrek.werknemer_id), []).append(zin)
    for verlenging in eigen.scenarioverlenging_set.all():
        op = f": {verlenging.percentage} %" if verlenging.percentage else ""
        zin = f"{verlenging.get_uitkomst_display()}{op}"
        zinnen.setdefault(str(verlenging.werknemer_id), []).append(zin)
    mensen = gegevens.stand.mensen
    for sleutel, wat in zinnen.items():
        if sleutel in mensen.rij_van:
            naam = mensen.namen[mensen.rij_van[sleutel]]
            yield Scenariowerknemer(int(sleutel), naam, tuple(wat))


def gaat_mee(scenario: Scenario) -> list[str]:
    """What disappears with it: "2 vertrekdagen". Four queries."""
    aantallen = ((getattr(scenario, naam).count(), een, meer) for naam, een, meer in DELEN)
    return [meervoud(aantal, een, meer) for aantal, een, meer in aantallen if aantal]


# What hangs on a scenario, with how one and more of them are called.
DELEN: Final = (
    ("scenariovertrek_set", "vertrekdag", "vertrekdagen"),
    ("scenarioverlenging_set", "verlenging", "verlengingen"),
    ("scenarioinstroom_set", "instroom", "keer instroom"),
    ("scenarioblad_set", "gewijzigd bedrag", "gewijzigde bedragen"),
)
