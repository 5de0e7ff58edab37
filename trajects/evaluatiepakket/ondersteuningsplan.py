"""The support plan: its versions on paper, and what changed in it from the first day."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils import timezone

from gedeeld.periode import plus_maanden
from gedeeld.weergeven import datum_voluit, meervoud, met_punt
from trajects.evaluatiepakket.bron import Pakketbron
from trajects.evaluatiepakket.feiten import Leemte, Pakketdeel, Pakketfeit, Vindplaats, op_dag
from trajects.keuzes import MAANDEN_VOOR_PREMIEWISSEL, Standactie
from trajects.models import Doel, Fasewissel, Jobdoelwit, Traject
from werknemers.domein.adviesdagen.premiewissel import laatste_premiewissel

_GEEN_VERSIE: Final = "Er staat nog niet wanneer het ondersteuningsplan opgemaakt is."
_GEEN_TRAJECT: Final = "Er is nog geen traject gestart."
_GEEN_DOEL: Final = "In het plan staat nog geen doel."


def plandeel(bron: Pakketbron) -> Pakketdeel:
    versies = (
        Pakketfeit(v.op, f"Ondersteuningsplan: {met_punt(v.aanleiding)}", Vindplaats.PLANVERSIES)
        for v in bron.planversies
    )
    verloop = (feit for traject in bron.trajecten for feit in _verloop(traject))
    titel = "Ondersteuningsplan en zijn versies"
    feiten = op_dag([*versies, *verloop])
    return Pakketdeel("ondersteuningsplan", titel, feiten, tuple(_leemtes(bron)))


def _bijgewerkt(bron: Pakketbron, wissel: date) -> bool:
    """Whether a version followed a change of the premium, or was made shortly before."""
    return bron.planversies[-1].op >= plus_maanden(wissel, -MAANDEN_VOOR_PREMIEWISSEL)


def _verloop(traject: Traject) -> Iterator[Pakketfeit]:
    yield from map(_fase, traject.fasewissels.all())
    for doelwit in traject.jobdoelwitten.all():
        yield from _jobdoelwit(doelwit)
    yield from map(_doel, traject.doelen.all())


def _fase(wissel: Fasewissel) -> Pakketfeit:
    wat = "Fase" if wissel.van else "Het traject begon, fase"
    zin = f"{wat} {wissel.get_naar_display()}. {met_punt(wissel.reden)}".rstrip()
    return Pakketfeit(wissel.op, zin, Vindplaats.TRAJECT)


def _jobdoelwit(doelwit: Jobdoelwit) -> Iterator[Pakketfeit]:
    zin = f"Jobdoelwit gekozen: {met_punt(doelwit.titel)}"
    yield Pakketfeit(doelwit.van, zin, Vindplaats.JOBDOELWIT)
    if doelwit.tot:
        waarom = f"Ander jobdoelwit dan “{doelwit.titel}”: {met_punt(doelwit.reden_van_wijziging)}"
        yield Pakketfeit(doelwit.tot, waarom, Vindplaats.JOBDOELWIT)


def _doel(doel: Doel) -> Pakketfeit:
    """How a goal stands since it was changed last, with how many of its actions were done."""
    standen = [actie.stand for actie in doel.acties.all()]
    gedaan, te_doen = standen.count(Standactie.GEDAAN), standen.count(Standactie.OPEN)
    acties = f"{meervoud(gedaan, 'actie', 'acties')} gedaan en {te_doen} te doen"
    zin = f"Doel “{doel.titel}”: {doel.get_stand_display()}, {acties}. {met_punt(doel.resultaat)}"
    return Pakketfeit(timezone.localdate(doel.gewijzigd_op), zin.rstrip(), Vindplaats.DOELEN)


def _leemtes(bron: Pakketbron) -> Iterator[Leemte]:
    if not bron.planversies:
        yield Leemte(_GEEN_VERSIE, Vindplaats.PLANVERSIES)
    elif (wissel := laatste_premiewissel(bron.adviezen, bron.op)) and not _bijgewerkt(bron, wissel):
        zin = f"Sinds de begeleidingspremie op {datum_voluit(wissel)} veranderde"
        yield Leemte(f"{zin}, is het ondersteuningsplan niet bijgewerkt.", Vindplaats.PLANVERSIES)
    if not bron.trajecten:
        yield Leemte(_GEEN_TRAJECT, Vindplaats.TRAJECT)
    elif not any(traject.doelen.all() for traject in bron.trajecten):
        yield Leemte(_GEEN_DOEL, Vindplaats.DOELEN)
