"""The scenarios that the coordinator of the demo saved, as they stand in `scenarios.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from financiering.domein.scenariobeheer import maak_scenario, stel_werknemer_in
from financiering.domein.scenariodelen import (
    Bladgegevens,
    Instroomgegevens,
    voeg_blad_toe,
    voeg_instroom_toe,
)
from financiering.domein.scenarios import (
    STANDAARD_NIVEAU,
    STANDAARD_PAKKET,
    STANDAARD_VERTRAGING,
)
from financiering.domein.verlengbaarheid import verlengbaarheid
from financiering.domein.werknemerkeuze import Werknemerkeuze
from financiering.keuzes import Vertrekkeuze
from financiering.models import Scenario
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from gedeeld.periode import dag_ervoor, plus_maanden
from gedeeld.tijd import vandaag
from werknemers.models import Dienst, Werknemer

_BESTAND: Final = Path(__file__).parent / "scenarios.toml"


def zet_scenarios(organisatie: Organisatie, door: Gebruiker) -> bool:
    """False when somebody saved a scenario here before, and nothing changes."""
    if Auditregel.objects.filter(organisatie=organisatie, soort="scenario").exists():
        return False
    alle = tomllib.loads(_BESTAND.read_text(encoding="utf-8"))["scenario"]
    eigen = [plan for plan in alle if plan["organisatie"] == organisatie.code]
    for plan in eigen:
        _zet(plan, door)
    return bool(eigen)


def _zet(plan: Mapping[str, Any], door: Gebruiker) -> None:
    """Who is gone or has no support any more, or a service by another name, is left out."""
    scenario = maak_scenario(
        door=door,
        naam=plan["naam"],
        basis=plan["basis"],
        toelichting=plan["toelichting"],
        jaarindex=Decimal(0),
        vertraging=STANDAARD_VERTRAGING,
        pakket=STANDAARD_PAKKET,
        niveau=STANDAARD_NIVEAU,
    )
    _zet_werknemers(scenario, plan.get("werknemer", ()), door)
    diensten = {d.naam: d for d in Dienst.objects.filter(organisatie=scenario.organisatie)}
    for rij in plan.get("instroom", ()):
        if rij["dienst"] in diensten:
            gegevens = _instroom(rij, diensten[rij["dienst"]])
            voeg_instroom_toe(scenario=scenario, door=door, **gegevens)
    for rij in plan.get("blad", ()):
        if rij["dienst"] in diensten:
            voeg_blad_toe(scenario=scenario, door=door, **_blad(rij, diensten[rij["dienst"]]))


def _zet_werknemers(
    scenario: Scenario, rijen: Iterable[Mapping[str, Any]], door: Gebruiker
) -> None:
    in_dienst = Werknemer.objects.filter(organisatie=scenario.organisatie).in_dienst_op(vandaag())
    per_nummer = {werknemer.personeelsnummer: werknemer for werknemer in in_dienst}
    for rij in rijen:
        wie = per_nummer.get(rij["nummer"])
        keuze = _keuze(rij)
        if wie and (not keuze.uitkomst or verlengbaarheid(wie, vandaag()).kan):
            stel_werknemer_in(scenario, door=door, gezien=None, werknemer=wie, keuze=keuze)


def _keuze(rij: Mapping[str, Any]) -> Werknemerkeuze:
    maanden = rij.get("vertrek_maanden")
    return Werknemerkeuze(
        vertrek=Vertrekkeuze.BASIS if maanden is None else Vertrekkeuze.DAG,
        laatste_dag=None if maanden is None else dag_ervoor(_eerste_dag(maanden + 1)),
        uitkomst=rij.get("uitkomst", ""),
        percentage=rij.get("percentage"),
    )


def _instroom(rij: Mapping[str, Any], dienst: Dienst) -> Instroomgegevens:
    return Instroomgegevens(
        dienst=dienst,
        van=_eerste_dag(rij["maanden"]),
        aantal=rij["aantal"],
        elk_jaar=False,
        pakket=rij["pakket"],
        niveau=rij["niveau"],
        tewerkstellingsbreuk=Decimal(1),
        bruto_maandloon=Decimal(rij["loon"]),
    )


def _blad(rij: Mapping[str, Any], dienst: Dienst) -> Bladgegevens:
    return Bladgegevens(
        dienst=dienst,
        blad=rij["blad"],
        bedrag=Decimal(rij["bedrag"]),
        wijze=rij["wijze"],
        van=_eerste_dag(rij["maanden"]),
        geindexeerd=True,
    )


def _eerste_dag(maanden: int) -> date:
    """The first day of the month so many months from now."""
    return plus_maanden(vandaag().replace(day=1), maanden)
