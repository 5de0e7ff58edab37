"""Inflow and changed amounts of a scenario: added, changed and taken out one by one."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, TypeVar, Unpack, cast

from django.core.exceptions import ValidationError

from financiering.domein.telbaar import gesloten, te_laat
from financiering.models import Scenario, Scenarioblad, Scenarioinstroom
from financiering.schrijvers import BLADEN, INSTROMEN, SCENARIOS
from gebruikers.models import Gebruiker
from gedeeld.kwartaal import Kwartaal
from gedeeld.schendingen import als_zin
from gedeeld.schrijver import Schrijver
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit
from werknemers.domein.invoer.getallen import LOON_NUL
from werknemers.models import Dienst

D = TypeVar("D", bound=Scenarioinstroom | Scenarioblad)


class Instroomgegevens(TypedDict):
    """`bruto_maandloon` in euro, for this fraction of employment."""

    dienst: Dienst
    van: date
    aantal: int
    elk_jaar: bool
    pakket: str
    niveau: str
    tewerkstellingsbreuk: Decimal
    bruto_maandloon: Decimal


class Bladgegevens(TypedDict):
    """`bedrag` in euro per quarter, as a whole or for each full-time job."""

    dienst: Dienst
    blad: str
    bedrag: Decimal
    wijze: str
    van: date
    geindexeerd: bool


def voeg_instroom_toe(
    *, scenario: Scenario, door: Gebruiker, **gegevens: Unpack[Instroomgegevens]
) -> Scenarioinstroom:
    """Raises ValidationError by field."""
    with als_zin():
        huidig = SCENARIOS.vergrendel(scenario)
        return _bewaar(Scenarioinstroom(scenario=huidig), gegevens, door=door)


def wijzig_instroom(
    deel: Scenarioinstroom,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Instroomgegevens],
) -> Scenarioinstroom:
    """`gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field."""
    with als_zin():
        return _bewaar(_schrijver(deel).vergrendel(deel, gezien), gegevens, door=door)


def voeg_blad_toe(
    *, scenario: Scenario, door: Gebruiker, **gegevens: Unpack[Bladgegevens]
) -> Scenarioblad:
    """Raises ValidationError by field, also when this leaf is changed already."""
    with als_zin():
        huidig = SCENARIOS.vergrendel(scenario)
        return _bewaar(Scenarioblad(scenario=huidig), gegevens, door=door)


def wijzig_blad(
    deel: Scenarioblad,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Bladgegevens],
) -> Scenarioblad:
    """`gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field."""
    with als_zin():
        return _bewaar(_schrijver(deel).vergrendel(deel, gezien), gegevens, door=door)


def verwijder_deel(deel: D, *, door: Gebruiker) -> None:
    """Raises ValidationError when somebody else took it out already."""
    with als_zin():
        schrijver = _schrijver(deel)
        schrijver.verwijder(schrijver.vergrendel(deel), door=door)


def _bewaar(deel: D, gegevens: Mapping[str, Any], *, door: Gebruiker) -> D:
    if gegevens["dienst"].organisatie_id != deel.scenario.organisatie_id:
        raise ValidationError({"dienst": "Deze dienst hoort bij een andere organisatie."})
    if isinstance(deel, Scenarioinstroom):
        _eis_dat_iemand_start(gegevens)
    if deel.pk is None or deel.van != gegevens["van"]:
        _eis_vanaf_nu(gegevens["van"])
        _eis_dat_het_telt(deel, gegevens["van"])
    _schrijver(deel).schrijf(deel, gegevens, door=door)
    return deel


def _schrijver(deel: D) -> Schrijver[D]:
    schrijver: Any = INSTROMEN if isinstance(deel, Scenarioinstroom) else BLADEN
    return cast("Schrijver[D]", schrijver)


def _eis_dat_iemand_start(gegevens: Mapping[str, Any]) -> None:
    if zin := gesloten(gegevens["dienst"]):
        raise ValidationError({"dienst": zin})
    if not gegevens["bruto_maandloon"]:
        raise ValidationError({"bruto_maandloon": LOON_NUL})


def _eis_dat_het_telt(deel: Scenarioinstroom | Scenarioblad, dag: date) -> None:
    if zin := te_laat(deel, dag):
        raise ValidationError({"van": zin})


def _eis_vanaf_nu(dag: date) -> None:
    """What was before this quarter is known; a scenario is about what comes."""
    eerste = Kwartaal.van(vandaag()).eerste_dag
    if dag < eerste:
        raise ValidationError(
            {"van": f"Een scenario gaat over wat komt. Kies een dag vanaf {datum_voluit(eerste)}."}
        )
