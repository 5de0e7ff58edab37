"""What comes in and goes out with each service, what it was, and a scenario or two."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from demo.land.boek import Boek
from demo.land.kopie import Landtabel
from demo.land.mensen import Mens
from demo.land.organisaties import Team
from demo.land.toeval import Toeval
from financiering.keuzes import Dienstblad, Scenariobasis, Verlengingsuitkomst, Wijze
from financiering.models import (
    Kerncijfer,
    Klaverbladbron,
    Omkadering,
    Scenario,
    Scenarioblad,
    Scenarioinstroom,
    Scenarioverlenging,
    Scenariovertrek,
)
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode, plus_dagen
from regels.keuzes import SoortAdvies

BRONNEN: Final = Landtabel(
    Klaverbladbron, "dienst blad omschrijving bedrag wijze geldig geindexeerd"
)
OMKADERINGEN: Final = Landtabel(Omkadering, "dienst bedrag_per_vte geldig")
KERNCIJFERS: Final = Landtabel(
    Kerncijfer, "dienst op werknemers vte premies gemiddelde_premie saldo tekort_vanaf"
)
SCENARIOS: Final = Landtabel(Scenario, "naam basis jaarindex")
VERTREKKEN: Final = Landtabel(Scenariovertrek, "scenario werknemer laatste_dag")
VERLENGINGEN: Final = Landtabel(Scenarioverlenging, "scenario werknemer uitkomst percentage")
INSTROOM: Final = Landtabel(Scenarioinstroom, "scenario dienst van aantal bruto_maandloon")
BLADEN: Final = Landtabel(Scenarioblad, "scenario dienst blad bedrag wijze van")

_BLADEN: Final = (
    (Dienstblad.LOKALE_VERGOEDING, "OCMW", 3500, Wijze.PER_VTE),
    (Dienstblad.ALD_VERGOEDING, "gemeente", 24000, Wijze.VAST),
    (Dienstblad.EIGEN_OPBRENGST, "klanten", 4900, Wijze.PER_VTE),
)
_WEKEN: Final = 52


def geef_geld(boek: Boek, toeval: Toeval, team: Team, mensen: Sequence[Mens], op: date) -> None:
    """`mensen` in service."""
    for dienst in team.diensten:
        _schrijf_bedragen(boek, toeval, dienst, op)
        _schrijf_kerncijfers(boek, toeval, dienst, len(mensen) // len(team.diensten), op)
    _schrijf_kerncijfers(boek, toeval, None, len(mensen), op)
    for plaats, basis in enumerate(Scenariobasis):
        if plaats == 0 or toeval.kans(0.4):
            _schrijf_scenario(boek, toeval, team, mensen, basis, op)


def _schrijf_bedragen(boek: Boek, toeval: Toeval, dienst: int, op: date) -> None:
    """This year, and a little less the year before."""
    dit_jaar, vorig_jaar = date(op.year, 1, 1), date(op.year - 1, 1, 1)
    for geldig, deel in ((Periode(vorig_jaar, dit_jaar), 0.97), (Periode(dit_jaar), 1.0)):
        for blad, omschrijving, bedrag, wijze in _BLADEN:
            waarde = f"{bedrag * deel * toeval.tussen(80, 120) / 100:.2f}"
            indexeert = blad == Dienstblad.EIGEN_OPBRENGST
            boek.schrijf(
                BRONNEN, dienst, blad.value, omschrijving, waarde, wijze.value, geldig, indexeert
            )
        boek.schrijf(OMKADERINGEN, dienst, f"{2550 * deel:.2f}", geldig)


def _schrijf_kerncijfers(
    boek: Boek, toeval: Toeval, dienst: int | None, mensen: int, op: date
) -> None:
    """One of each week of the last year, as a night would have measured it."""
    for weken in range(_WEKEN, 0, -1):
        aantal = max(1, mensen - weken * mensen // 500)
        premie = toeval.tussen(2800, 3600)
        boek.schrijf(
            KERNCIJFERS,
            dienst,
            plus_dagen(op, -7 * weken),
            aantal,
            f"{aantal * 0.83:.2f}",
            aantal * premie,
            premie,
            aantal * toeval.tussen(-300, 900),
            "",
        )


def _schrijf_scenario(
    boek: Boek,
    toeval: Toeval,
    team: Team,
    mensen: Sequence[Mens],
    basis: Scenariobasis,
    op: date,
) -> None:
    begin = (Kwartaal.van(op) + 2).eerste_dag
    scenario = boek.schrijf(SCENARIOS, f"Wat als: {basis.label}", basis.value, "2.00")
    wie = toeval.sample(mensen, k=min(len(mensen), 12))
    for mens in wie[:6]:
        boek.schrijf(VERTREKKEN, scenario, mens.werknemer, plus_dagen(op, toeval.tussen(30, 400)))
    for mens in wie[6:]:
        if mens.loopbaan.adviezen and mens.loopbaan.adviezen[-1].soort == SoortAdvies.IMW_5:
            uitkomst = Verlengingsuitkomst.ZELFDE.value
            boek.schrijf(VERLENGINGEN, scenario, mens.werknemer, uitkomst, 40)
    dienst = team.diensten[0]
    boek.schrijf(INSTROOM, scenario, dienst, begin, toeval.tussen(1, 6), "2350.00")
    blad = Dienstblad.ALD_VERGOEDING.value
    boek.schrijf(BLADEN, scenario, dienst, blad, "30000.00", Wijze.VAST.value, begin)
