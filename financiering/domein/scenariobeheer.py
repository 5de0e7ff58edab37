"""Makes, changes, copies and removes a scenario of one's own, and says what it does to whom."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, TypedDict, Unpack, cast

from django.core.exceptions import ValidationError

from financiering.domein.scenario_in_woorden import DELEN
from financiering.domein.werknemerkeuze import Werknemerkeuze, eis_mogelijk
from financiering.keuzes import (
    Scenariobasis,
    Verlengingsuitkomst,
    Vertrekkeuze,
    Vervangingskeuze,
)
from financiering.models import Scenario
from financiering.schrijvers import SCENARIOS, VERLENGINGEN, VERTREKKEN, VERVANGINGEN
from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.schrijver import Schrijver
from werknemers.models import Werknemer


class Scenariogegevens(TypedDict):
    """`jaarindex` in percent a year; the last three say how a place is filled again, `vertraging`
    (months) of everybody who leaves."""

    naam: str
    basis: str
    toelichting: str
    jaarindex: Decimal
    vertraging: int
    pakket: str
    niveau: str


def maak_scenario(*, door: Gebruiker, **gegevens: Unpack[Scenariogegevens]) -> Scenario:
    """A scenario of the user's organisation. Raises ValidationError by field."""
    with als_zin():
        scenario = Scenario(organisatie_id=cast(int, door.organisatie_id))
        return _bewaar(scenario, gegevens, door=door, actie="gemaakt")


def wijzig_scenario(
    scenario: Scenario,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Scenariogegevens],
) -> Scenario:
    """`gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field."""
    with als_zin():
        return _bewaar(SCENARIOS.vergrendel(scenario, gezien), gegevens, door=door)


def kopieer_scenario(scenario: Scenario, *, door: Gebruiker, naam: str) -> Scenario:
    """The same with all its parts, under another name. Raises ValidationError by field."""
    with als_zin():
        origineel = SCENARIOS.vergrendel(scenario)
        kopie = Scenario(**{veld: getattr(origineel, veld) for veld in _VELDEN})
        kopie.organisatie_id = origineel.organisatie_id
        _bewaar(kopie, {"naam": naam}, door=door, actie=f"gekopieerd van {origineel.pk}")
        for verzameling, _, _ in DELEN:
            _kopieer_delen(origineel, kopie, verzameling)
    return kopie


def verwijder_scenario(scenario: Scenario, *, door: Gebruiker, gezien: datetime | None) -> Scenario:
    """With everything that hangs on it; gives what it was. Raises ValidationError when it changed
    since `gezien`."""
    with als_zin():
        huidig = SCENARIOS.vergrendel(scenario, gezien)
        SCENARIOS.verwijder(huidig, door=door)
    return huidig


def stel_werknemer_in(
    scenario: Scenario,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    werknemer: Werknemer,
    keuze: Werknemerkeuze,
) -> Scenario:
    """When one employee leaves in this scenario, when that place is filled again, and what a
    request for extension gives.

    The scenario is what two people at once meet each other on. Raises ValidationError by field.
    """
    with als_zin():
        huidig = SCENARIOS.vergrendel(scenario, gezien)
        eis_mogelijk(huidig, werknemer, keuze)
        if bewaar_keuze(huidig, werknemer, keuze, door=door):
            huidig.save(update_fields=["gewijzigd_op"])
            SCENARIOS.noteer(huidig, {}, door=door, actie="werknemer ingesteld")
    return huidig


_VELDEN: Final = tuple(Scenariogegevens.__annotations__)


def _bewaar(
    scenario: Scenario, gegevens: Mapping[str, Any], *, door: Gebruiker, actie: str = ""
) -> Scenario:
    naam = " ".join(gegevens["naam"].split())
    _eis_naam(naam)
    SCENARIOS.schrijf(scenario, {**gegevens, "naam": naam}, door=door, actie=actie)
    return scenario


def _eis_naam(naam: str) -> None:
    """The command finds a scenario by its name, so that of one of the three is taken."""
    if not naam:
        raise ValidationError({"naam": "Geef dit scenario een naam."})
    if naam.casefold() in Scenariobasis.labels:
        raise ValidationError({"naam": f"“{naam}” is er altijd al. Kies een andere naam."})


def _kopieer_delen(origineel: Scenario, kopie: Scenario, verzameling: str) -> None:
    delen = list(getattr(origineel, verzameling).all())
    for deel in delen:
        deel.pk, deel.scenario = None, kopie
    getattr(kopie, verzameling).bulk_create(delen)


def bewaar_keuze(
    scenario: Scenario, werknemer: Werknemer, keuze: Werknemerkeuze, *, door: Gebruiker
) -> bool:
    """Whether that changed anything. The caller holds the lock of the scenario."""
    dag = keuze.laatste_dag if keuze.vertrek == Vertrekkeuze.DAG else None
    vertrek = None if keuze.vertrek == Vertrekkeuze.BASIS else {"laatste_dag": dag}
    geweigerd = keuze.uitkomst == Verlengingsuitkomst.GEWEIGERD
    percentage = None if geweigerd else keuze.percentage
    verlenging = {"uitkomst": keuze.uitkomst, "percentage": percentage} if keuze.uitkomst else None
    over = {"scenario": scenario, "werknemer": werknemer}
    open_ = keuze.vervanging == Vervangingskeuze.OPEN
    na = {"na_maanden": None if open_ else keuze.na_maanden}
    vervanging = None if keuze.vervanging == Vervangingskeuze.BASIS else na
    anders = [
        _zet(VERTREKKEN, over, vertrek, door),
        _zet(VERVANGINGEN, over, vervanging, door),
        _zet(VERLENGINGEN, over, verlenging, door),
    ]
    return any(anders)


def _zet(
    schrijver: Schrijver[Any],
    over: Mapping[str, Any],
    velden: Mapping[str, Any] | None,
    door: Gebruiker,
) -> bool:
    """Make or change the row about this employee, or take it away when there is nothing to say."""
    rij = schrijver.model.objects.filter(**over).first()
    if velden is not None:
        return schrijver.schrijf(rij or schrijver.model(**over), velden, door=door)
    if rij is not None:
        schrijver.verwijder(rij, door=door)
    return rij is not None
