"""The job and the workplace, as far as the record holds what they ask for."""

from collections.abc import Iterator
from typing import Final

from django.utils.text import capfirst

from gedeeld.weergeven import met_punt, procent
from trajects.evaluatiepakket.bron import Pakketbron
from trajects.evaluatiepakket.feiten import (
    Leemte,
    Pakketdeel,
    Pakketfeit,
    Vindplaats,
    op_dag,
    tot_en_met,
)

_UITLEG: Final = (
    "Wat de taken en de werkplek vragen, staat alleen in het contract, het jobdoelwit en de "
    "stages. De rest schrijft de begeleider zelf in het gemotiveerd verzoek."
)


def functiedeel(bron: Pakketbron) -> Pakketdeel:
    feiten = op_dag([*_contracten(bron), *_jobdoelwit(bron), *_stages(bron)])
    titel = "Functie en werkplek"
    return Pakketdeel("functie", titel, feiten, tuple(_leemtes(bron)), _UITLEG)


def _contracten(bron: Pakketbron) -> Iterator[Pakketfeit]:
    for contract in bron.contracten:
        functie = capfirst(contract.functie) or "Functie niet ingevuld"
        zin = (
            f"{functie} bij {contract.dienst}, {procent(contract.tewerkstellingsbreuk)} van "
            f"voltijds, {contract.get_soort_display()}{tot_en_met(contract.periode)}."
        )
        yield Pakketfeit(contract.periode.van, zin, Vindplaats.CONTRACT)


def _jobdoelwit(bron: Pakketbron) -> Iterator[Pakketfeit]:
    if (doel := bron.jobdoelwit) and doel.wat_ontbreekt:
        zin = f"Voor het jobdoelwit “{doel.titel}” is nog nodig: {met_punt(doel.wat_ontbreekt)}"
        yield Pakketfeit(doel.van, zin, Vindplaats.JOBDOELWIT)


def _stages(bron: Pakketbron) -> Iterator[Pakketfeit]:
    for stage in bron.momenten.stages:
        zin = f"Taak op stage bij {stage.werkgever}: {met_punt(stage.taak)}"
        yield Pakketfeit(stage.periode.van, zin, Vindplaats.STAGES)


def _leemtes(bron: Pakketbron) -> Iterator[Leemte]:
    if not bron.lopende_contracten:
        yield Leemte("Er loopt vandaag geen contract.", Vindplaats.CONTRACT)
    for contract in bron.lopende_contracten:
        if not contract.functie:
            zin = f"In het contract bij {contract.dienst} staat geen functie."
            yield Leemte(zin, Vindplaats.CONTRACT)
    if (doel := bron.jobdoelwit) and not doel.wat_ontbreekt:
        zin = f"Bij het jobdoelwit “{doel.titel}” staat niet wat er nog nodig is."
        yield Leemte(zin, Vindplaats.JOBDOELWIT)
