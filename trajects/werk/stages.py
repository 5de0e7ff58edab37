"""Writes down the work placements of an employee."""

from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from gedeeld.weergeven import verkeerd_om
from trajects.keuzes import Resultaat
from trajects.models import Stage
from trajects.schrijvers import STAGES
from trajects.werk.werkgevers import vind_of_maak_werkgever
from werknemers.models import Werknemer


class Stagegegevens(TypedDict, total=False):
    """`werkgever` is a name (`werkgevers.vind_of_maak_werkgever`); left out it stays as it is.

    The last day counts. `attest` is the name of a paper, if there is one.
    """

    werkgever: str
    eerste_dag: date
    laatste_dag: date
    taak: str
    evaluatie: str
    resultaat: str
    attest: str


def voeg_stage_toe(
    *, werknemer: Werknemer, door: Gebruiker, **gegevens: Unpack[Stagegegevens]
) -> Stage:
    """Plan a placement, or write down one that was. Raises ValidationError by field."""
    with als_zin():
        velden = Stagegegevens(resultaat=Resultaat.GEEN) | gegevens
        return _bewaar(Stage(werknemer=werknemer), velden, door)


def wijzig_stage(
    stage: Stage,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Stagegegevens],
) -> Stage:
    """Say something else of a placement; `gezien` as in `gelijktijdig.vergrendel`."""
    with als_zin():
        return _bewaar(STAGES.vergrendel(stage, gezien), gegevens, door)


def verwijder_stage(stage: Stage, *, door: Gebruiker, gezien: datetime | None) -> Stage:
    """Take away a placement that never was; what it said stays in the audit trail.

    Gives what it was.
    """
    with als_zin():
        huidig = STAGES.vergrendel(stage, gezien)
        STAGES.verwijder(huidig, door=door)
    return huidig


def _bewaar(stage: Stage, gegevens: Stagegegevens, door: Gebruiker) -> Stage:
    nieuw: dict[str, Any] = dict(gegevens)
    nieuw["periode"] = _periode(nieuw.pop("eerste_dag"), nieuw.pop("laatste_dag"))
    if "werkgever" in nieuw:
        nieuw["werkgever"] = vind_of_maak_werkgever(
            organisatie_id=stage.werknemer.organisatie_id, naam=nieuw["werkgever"], door=door
        )
    STAGES.schrijf(stage, nieuw, door=door)
    return stage


def _periode(eerste_dag: date, laatste_dag: date) -> Periode:
    if laatste_dag < eerste_dag:
        raise ValidationError({"laatste_dag": verkeerd_om(eerste_dag, laatste_dag)})
    return Periode.tem(eerste_dag, laatste_dag)
