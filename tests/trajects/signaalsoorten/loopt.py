"""Somebody for whom there is nothing to do: from there each test takes something away."""

from datetime import date
from typing import Any

from gedeeld.periode import Periode
from tests.fabrieken import (
    AdviesFactory,
    CompetentiescoreFactory,
    ContractFactory,
    DoelFactory,
    EvaluatiemomentFactory,
    NotitieFactory,
    PassagetoelichtingFactory,
    PlanbesprekingFactory,
    RandvoorwaardeFactory,
    TalentFactory,
    TrajectFactory,
    UitstroomFactory,
)
from trajects.keuzes import RANDVOORWAARDEN, Fase, Standrandvoorwaarde
from trajects.models import Traject, Uitstroom
from trajects.uitstroom.nazorgplanning import plan_nazorg
from werknemers.models import Arbeidsovereenkomst, Werknemer

NU = date(2026, 11, 23)
BEGIN = date(2024, 1, 1)
# Five years, decided in February 2024.
LAATSTE_DAG = date(2028, 12, 31)


def in_dienst(
    wie: Werknemer, *, begin: date = BEGIN, uitgelegd: bool = True
) -> Arbeidsovereenkomst:
    contract: Arbeidsovereenkomst = ContractFactory(werknemer=wie, periode=Periode(begin))
    if uitgelegd:
        PassagetoelichtingFactory(
            contract=contract, passage=None, uitgelegd_op=begin, uitgelegd_door="An", taal="nl"
        )
    return contract


def start(wie: Werknemer, *, gesproken: date = date(2026, 11, 16), **anders: Any) -> Traject:
    """In the first phase, with a talk and a day for the outflow."""
    velden = {"gestart_op": date(2024, 2, 1), "beoogde_uitstroom": date(2028, 6, 1)} | anders
    NotitieFactory(werknemer=wie, auteur=wie.begeleider, datum=gesproken)
    traject: Traject = TrajectFactory(werknemer=wie, **velden)
    return traject


def profiel(wie: Werknemer) -> None:
    CompetentiescoreFactory(werknemer=wie)
    TalentFactory(werknemer=wie)


def voorwaarden(wie: Werknemer, aantal: int = len(RANDVOORWAARDEN)) -> None:
    for thema in RANDVOORWAARDEN[:aantal]:
        RandvoorwaardeFactory(werknemer=wie, thema=thema, stand=Standrandvoorwaarde.IN_ORDE)


def alles(wie: Werknemer, **anders: Any) -> Traject:
    """In service with support, explained, and a plan in which nothing is missing."""
    in_dienst(wie)
    AdviesFactory(werknemer=wie)
    profiel(wie)
    voorwaarden(wie)
    traject = start(wie, **{"jobdoelwit": "kok", "fase": Fase.VOORTRAJECT} | anders)
    DoelFactory(traject=traject)
    EvaluatiemomentFactory(traject=traject, gepland_op=max(traject.gestart_op, date(2026, 6, 9)))
    PlanbesprekingFactory(werknemer=wie, besproken_op=NU, ondertekend_op=NU)
    return traject


def vertrek(wie: Werknemer, dag: date, *, gesloten: bool = True) -> Uitstroom:
    """The outflow as it is written down: the trajectory goes to aftercare, which is planned."""
    wie.trajecten.exclude(fase__in=(Fase.AFGEROND, Fase.STOPGEZET)).update(fase=Fase.NAZORG)
    if gesloten:
        for contract in wie.contracten.all():
            contract.periode = Periode.tem(contract.periode.van, dag)
            contract.save()
    uitstroom: Uitstroom = UitstroomFactory(werknemer=wie, traject=wie.trajecten.first(), datum=dag)
    plan_nazorg(uitstroom)
    return uitstroom
