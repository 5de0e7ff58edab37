"""The forecast of an organisation under a scenario."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from financiering.domein.aanname import Aanname
from financiering.domein.aannames import aannames
from financiering.domein.laden import Gegevens, laad_gegevens, laad_werknemer
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.rekenmodel.scenario import Rekenscenario, pas_toe
from financiering.domein.scenarios import Toekomst, als_rekenscenario
from financiering.domein.tarieven import Tarieftijdvak, maak_tarieven
from financiering.keuzes import Scenariobasis
from gedeeld.kwartaal import Kwartaal


@dataclass(frozen=True)
class Prognoseuitkomst:
    """The forecast, what it was made from, and what it assumes; `op` is the day it was made."""

    toekomst: Toekomst
    gegevens: Gegevens
    prognose: Prognose
    op: date
    tijdvak: Tarieftijdvak
    scenario: Rekenscenario

    @cached_property
    def aannames(self) -> tuple[Aanname, ...]:
        return aannames(self.gegevens, self.toekomst, self.prognose.tarieven, self.op)


def bereken(
    gegevens: Gegevens, toekomst: Toekomst, tijdvak: Tarieftijdvak, op: date
) -> Prognoseuitkomst:
    """Pure once the data are read, but for the parts of a scenario of one's own. `op` is today."""
    tarieven = maak_tarieven(gegevens.verloop, tijdvak, toekomst.jaarindex)
    scenario = als_rekenscenario(toekomst, gegevens, op)
    stand = pas_toe(gegevens.stand, scenario, tarieven.periode.tot or date.max)
    prognose = maak_prognose(stand, tarieven)
    return Prognoseuitkomst(toekomst, gegevens, prognose, op, tijdvak, scenario)


def zonder_ingreep(
    organisatie_id: int, kwartalen: int, op: date, *, werknemer: int | None = None
) -> Prognoseuitkomst:
    """The forecast from the quarter of a day on, if nobody leaves and nobody comes; of everybody,
    or of one employee without what a service shares out. Its figures only: the sources of the
    values stay behind."""
    niets_doen = Toekomst(Scenariobasis.NIETS_DOEN.label, Scenariobasis.NIETS_DOEN)
    tijdvak = Tarieftijdvak(Kwartaal.van(op), kwartalen)
    if werknemer is None:
        gegevens = laad_gegevens(organisatie_id, tijdvak, met_plan=False, met_bronnen=False)
    else:
        gegevens = laad_werknemer(
            organisatie_id, tijdvak, werknemer, met_plan=False, met_bronnen=False
        )
    return bereken(gegevens, niets_doen, tijdvak, op)


def prognose_van(
    organisatie_id: int, toekomst: Toekomst, tijdvak: Tarieftijdvak, op: date
) -> Prognoseuitkomst:
    """As `bereken`, with the data read in a fixed number of queries."""
    gegevens = laad_gegevens(organisatie_id, tijdvak, met_plan=toekomst.volgt_plan)
    return bereken(gegevens, toekomst, tijdvak, op)
