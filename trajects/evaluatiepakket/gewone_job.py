"""What was tried on the way to an ordinary job."""

from collections.abc import Iterator
from typing import Final

from django.utils import timezone

from gedeeld.weergeven import met_punt
from trajects.evaluatiepakket.bron import Pakketbron
from trajects.evaluatiepakket.feiten import (
    Leemte,
    Pakketdeel,
    Pakketfeit,
    Vindplaats,
    laatst_geraakt,
    op_dag,
    tot_en_met,
)
from trajects.keuzes import Resultaat
from trajects.models import Sollicitatie, Stage
from trajects.openheid.bewijs import Bewijs

_GEEN_DOELWIT: Final = "Er is nog geen jobdoelwit. Kies er samen één."
_NIETS_GEPROBEERD: Final = "Er staat nog geen stage en geen sollicitatie."
_NIET_OPEN: Final = "Er staat nog niet dat er over het einddoel van de job gesproken is."


def gewone_jobdeel(bron: Pakketbron) -> Pakketdeel:
    stages = map(_stage, bron.momenten.stages)
    sollicitaties = map(_sollicitatie, bron.sollicitaties)
    feiten = op_dag([*_jobdoelwit(bron), *map(_openheid, bron.openheid), *stages, *sollicitaties])
    titel = "Op weg naar een gewone job"
    return Pakketdeel("gewone-job", titel, feiten, tuple(_leemtes(bron)))


def _jobdoelwit(bron: Pakketbron) -> Iterator[Pakketfeit]:
    """The target of now; the earlier ones stand with the plan."""
    if not (doel := bron.jobdoelwit):
        return
    soort = f" ({doel.get_soort_werk_display()})" if doel.soort_werk else ""
    hoe = f", {doel.get_haalbaarheid_display()}" if doel.haalbaarheid else ""
    zin = f"Jobdoelwit: {doel.titel}{soort}{hoe}. {met_punt(doel.waarom)}"
    yield Pakketfeit(doel.van, zin.rstrip(), Vindplaats.JOBDOELWIT)


def _openheid(bewijs: Bewijs) -> Pakketfeit:
    return Pakketfeit(bewijs.op, met_punt(bewijs.wat), Vindplaats.OPENHEID)


def _stage(stage: Stage) -> Pakketfeit:
    resultaat = "" if stage.resultaat == Resultaat.GEEN else f": {stage.get_resultaat_display()}"
    tot = tot_en_met(stage.periode)
    zin = f"Stage bij {stage.werkgever}{tot}{resultaat}. {met_punt(stage.evaluatie)}"
    tot_op = laatst_geraakt(stage.periode, stage.gewijzigd_op)
    return Pakketfeit(stage.periode.van, zin.rstrip(), Vindplaats.STAGES, tot_op)


def _sollicitatie(sollicitatie: Sollicitatie) -> Pakketfeit:
    bij = f" bij {sollicitatie.werkgever}" if sollicitatie.werkgever else ""
    zin = (
        f"Sollicitatie: {sollicitatie.vacature}{bij}, {sollicitatie.get_stand_display()}. "
        f"{met_punt(sollicitatie.terugkoppeling)}"
    )
    tot_op = timezone.localdate(sollicitatie.gewijzigd_op)
    return Pakketfeit(sollicitatie.datum, zin.rstrip(), Vindplaats.SOLLICITATIES, tot_op)


def _leemtes(bron: Pakketbron) -> Iterator[Leemte]:
    if not bron.openheid:
        yield Leemte(_NIET_OPEN, Vindplaats.OPENHEID)
    if bron.jobdoelwit is None:
        yield Leemte(_GEEN_DOELWIT, Vindplaats.JOBDOELWIT)
    if not (bron.momenten.stages or bron.sollicitaties):
        yield Leemte(_NIETS_GEPROBEERD, Vindplaats.STAGES)
    for stage in bron.momenten.stages:
        if stage.periode.voorbij(bron.op) and not stage.evaluatie:
            zin = f"Van de stage bij {stage.werkgever} staat nog niet hoe ze ging."
            yield Leemte(zin, Vindplaats.STAGES)
