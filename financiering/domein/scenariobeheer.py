"""Makes, changes, copies and removes a scenario of one's own, and says what it does to whom."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, TypedDict, Unpack, cast

from django.core.exceptions import ValidationError

from financiering.domein.werknemerkeuze import (
    Werknemerkeuze,
    bewaar_keuze,
    eis_mogelijk,
)
from financiering.keuzes import Scenariobasis
from financiering.models import Scenario
from financiering.schrijvers import SCENARIOS
from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.weergeven import meervoud
from werknemers.models import Werknemer

# What hangs on a scenario, with how one and more of them are called.
DELEN: Final = (
    ("scenariovertrek_set", "vertrekdag", "vertrekdagen"),
    ("scenarioverlenging_set", "verlenging", "verlengingen"),
    ("scenarioinstroom_set", "instroom", "keer instroom"),
    ("scenarioblad_set", "gewijzigd bedrag", "gewijzigde bedragen"),
)


class Scenariogegevens(TypedDict):
    """`jaarindex` in percent a year; the last three say how a place is filled again."""

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


def gaat_mee(scenario: Scenario) -> list[str]:
    """What disappears with it: "2 vertrekdagen". Four queries."""
    aantallen = ((getattr(scenario, naam).count(), een, meer) for naam, een, meer in DELEN)
    return [meervoud(aantal, een, meer) for aantal, een, meer in aantallen if aantal]


def stel_werknemer_in(
    scenario: Scenario,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    werknemer: Werknemer,
    keuze: Werknemerkeuze,
) -> Scenario:
    """When one employee leaves in this scenario, and what a request for extension gives.

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
