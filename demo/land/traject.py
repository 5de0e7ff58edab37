"""The path of each employee: trajectory, phases, job targets, goals and actions."""

from datetime import date
from typing import Final, NamedTuple

from demo.land.boek import Boek
from demo.land.kopie import Landtabel
from demo.land.mensen import Mens
from demo.land.namen import NAMEN
from demo.land.toeval import Kansverdeling, Toeval
from gedeeld.periode import plus_dagen
from trajects.keuzes import (
    Fase,
    Haalbaarheid,
    Sector,
    SoortWerk,
    Standactie,
    Standdoel,
    Thema,
    Wie,
)
from trajects.models import Actie, Doel, Fasewissel, Jobdoelwit, Traject

TRAJECTEN: Final = Landtabel(Traject, "werknemer fase beoogde_uitstroom gestart_op samenvatting")
FASEWISSELS: Final = Landtabel(Fasewissel, "traject van naar op reden door")
JOBDOELWITTEN: Final = Landtabel(
    Jobdoelwit, "traject titel sector soort_werk haalbaarheid van tot reden_van_wijziging"
)
DOELEN: Final = Landtabel(Doel, "traject titel thema tegen stand")
ACTIES: Final = Landtabel(Actie, "werknemer traject doel wat wie tegen stand gedaan_op")

_FASEN_IN_DIENST: Final = Kansverdeling(
    {Fase.VOORTRAJECT: 50, Fase.JOBMATCHING: 32, Fase.STAGE: 18}
)
_WEG_NAAR: Final = {
    Fase.VOORTRAJECT: (),
    Fase.JOBMATCHING: (Fase.JOBMATCHING,),
    Fase.STAGE: (Fase.JOBMATCHING, Fase.STAGE),
    Fase.NAZORG: (Fase.JOBMATCHING, Fase.STAGE, Fase.NAZORG),
    Fase.AFGEROND: (Fase.JOBMATCHING, Fase.STAGE, Fase.NAZORG, Fase.AFGEROND),
    Fase.STOPGEZET: (Fase.STOPGEZET,),
}
_SECTOREN: Final = tuple(sector.value for sector in Sector)
_THEMAS: Final = tuple(thema.value for thema in Thema)
_SOORTEN: Final = tuple(soort.value for soort in SoortWerk)
_HAALBAAR: Final = ("", *(waarde.value for waarde in Haalbaarheid))
_NAZORG_DUURT: Final = 365  # days after leaving


class Pad(NamedTuple):
    """The trajectory of somebody: its key, where it stands, and since when it runs."""

    sleutel: int
    fase: Fase
    gestart_op: date


def leg_af(boek: Boek, toeval: Toeval, mens: Mens, door: int, op: date) -> Pad | None:
    """None for who has no trajectory."""
    if toeval.kans(0.15):
        return None
    gestart_op = min(plus_dagen(mens.loopbaan.eerste_dag, toeval.tussen(5, 90)), op)
    fase = _fase(toeval, mens, op)
    traject = boek.schrijf(
        TRAJECTEN,
        mens.werknemer,
        fase.value,
        _beoogd(mens, gestart_op) if toeval.kans(0.7) else None,
        gestart_op,
        "Het traject is afgerond zoals afgesproken." if fase == Fase.AFGEROND else "",
    )
    _schrijf_fasen(boek, traject, fase, gestart_op, mens.loopbaan.laatste_dag or op, door)
    _schrijf_jobdoelwit(boek, toeval, traject, gestart_op, op)
    _schrijf_doelen(boek, toeval, mens, traject, op)
    return Pad(traject, fase, gestart_op)


def _fase(toeval: Toeval, mens: Mens, op: date) -> Fase:
    laatste_dag = mens.loopbaan.laatste_dag
    if laatste_dag is None:
        return _FASEN_IN_DIENST.trek(toeval)
    if toeval.kans(0.2):
        return Fase.STOPGEZET
    return Fase.NAZORG if (op - laatste_dag).days < _NAZORG_DUURT else Fase.AFGEROND


def _beoogd(mens: Mens, gestart_op: date) -> date | None:
    """With the end of support."""
    if not mens.loopbaan.adviezen:
        return None
    einde = mens.loopbaan.adviezen[-1].periode.laatste_dag
    return einde if einde and einde >= gestart_op else None


def _schrijf_fasen(
    boek: Boek, traject: int, fase: Fase, begin: date, einde: date, door: int
) -> None:
    """Evenly over the time between."""
    weg = _WEG_NAAR[fase]
    boek.schrijf(FASEWISSELS, traject, "", Fase.VOORTRAJECT.value, begin, "", door)
    dagen = max(0, (einde - begin).days) // (len(weg) + 1)
    van = Fase.VOORTRAJECT
    for stap, naar in enumerate(weg, start=1):
        op = plus_dagen(begin, stap * dagen)
        reden = "Zo afgesproken op het gesprek."
        boek.schrijf(FASEWISSELS, traject, van.value, naar.value, op, reden, door)
        van = naar


def _schrijf_jobdoelwit(boek: Boek, toeval: Toeval, traject: int, van: date, op: date) -> None:
    """Most have one, some changed their mind."""
    if toeval.kans(0.3):
        return
    if toeval.kans(0.2):
        tot = plus_dagen(van, toeval.onder(max(1, (op - van).days)))
        _schrijf_een_jobdoelwit(boek, toeval, traject, van, tot)
        van = tot
    _schrijf_een_jobdoelwit(boek, toeval, traject, van, None)


def _schrijf_een_jobdoelwit(
    boek: Boek, toeval: Toeval, traject: int, van: date, tot: date | None
) -> None:
    boek.schrijf(
        JOBDOELWITTEN,
        traject,
        toeval.uit(NAMEN.jobdoelwitten),
        toeval.uit(_SECTOREN),
        toeval.uit(_SOORTEN),
        toeval.uit(_HAALBAAR),
        van,
        tot,
        "Het werk bleek te zwaar." if tot else "",
    )


def _schrijf_doelen(boek: Boek, toeval: Toeval, mens: Mens, traject: int, op: date) -> None:
    loopt = mens.loopbaan.laatste_dag is None
    for _ in range(toeval.tussen(2, 4) if loopt else toeval.tussen(1, 2)):
        bereikt = toeval.kans(0.3) or not loopt
        tegen = _dag_rond(toeval, mens, op)
        stand = Standdoel.BEREIKT if bereikt else Standdoel.OPEN
        doel = boek.schrijf(
            DOELEN, traject, toeval.uit(NAMEN.doelen), toeval.uit(_THEMAS), tegen, stand.value
        )
        for _ in range(toeval.tussen(1, 3)):
            _schrijf_actie(boek, toeval, mens, traject, doel, op, klaar=bereikt)


def _schrijf_actie(
    boek: Boek,
    toeval: Toeval,
    mens: Mens,
    traject: int | None,
    doel: int | None,
    op: date,
    *,
    klaar: bool,
) -> None:
    tegen = _dag_rond(toeval, mens, op)
    gedaan = klaar or (tegen < op and toeval.kans(0.6))
    vervallen = not gedaan and toeval.kans(0.03)
    stand = Standactie.GEDAAN if gedaan else Standactie.VERVALLEN if vervallen else Standactie.OPEN
    wie = Wie.BEGELEIDER if toeval.kans(0.6) else Wie.WERKNEMER
    boek.schrijf(
        ACTIES,
        mens.werknemer,
        traject,
        doel,
        toeval.uit(NAMEN.acties),
        wie.value,
        tegen,
        stand.value,
        min(tegen, op) if gedaan else None,
    )


def _dag_rond(toeval: Toeval, mens: Mens, op: date) -> date:
    """From some months ago to a year ahead; for who left, in the months before."""
    if (laatste_dag := mens.loopbaan.laatste_dag) is not None:
        return plus_dagen(laatste_dag, -toeval.onder(200))
    return plus_dagen(op, toeval.tussen(-120, 300))
