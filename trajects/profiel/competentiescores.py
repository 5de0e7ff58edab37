"""Writes what both sides said about competences: a whole round at once, or one score mended."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, TypedDict

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.models import Competentie, Competentiescore
from trajects.schrijvers import COMPETENTIESCORES
from werknemers.models import Werknemer
from werknemers.schrijvers import WERKNEMERS


class Scoregegevens(TypedDict):
    """A side that said nothing is None; `voorbeeld` may be empty."""

    score_begeleider: int | None
    score_werknemer: int | None
    voorbeeld: str


SCOREVELDEN: Final = ("score_begeleider", "score_werknemer", "voorbeeld")
_BEWAARD: Final = ("datum", *SCOREVELDEN)


def veld_van(competentie: Competentie, veld: str) -> str:
    """How a refusal of a round names the field of one competence."""
    return f"{veld}_{competentie.pk}"


def bewaar_ronde(
    *,
    werknemer: Werknemer,
    door: Gebruiker,
    datum: date,
    gegeven: Mapping[Competentie, Scoregegevens],
) -> list[Competentiescore]:
    """Keep all that was said on one day; competences without a word are left out.

    Raises ValidationError by field, those of a competence as `veld_van` names them; then nothing
    is kept. Of two rounds at once about the same day and competence the second is refused.
    """
    gezegd = {wat: alles for wat, alles in gegeven.items() if any(alles.values())}
    _eis_dag(datum)
    with als_zin():
        WERKNEMERS.vergrendel(werknemer)
        _eis_ronde(werknemer, datum, gezegd)
        nieuw = Competentiescore.objects.bulk_create(
            Competentiescore(
                werknemer=werknemer, competentie=competentie, datum=datum, door=door, **alles
            )
            for competentie, alles in gezegd.items()
        )
        regels = [(score, {v: (None, getattr(score, v)) for v in _BEWAARD}) for score in nieuw]
        COMPETENTIESCORES.noteer_vele(regels, door=door, actie="toegevoegd")
    return nieuw


def wijzig_score(
    score: Competentiescore,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    datum: date,
    gegevens: Scoregegevens,
) -> Competentiescore:
    """Mend one score. `gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field."""
    _eis_dag(datum)
    if zinnen := _eis_score(score.competentie, gegevens):
        raise ValidationError({SCOREVELDEN[0]: zinnen})
    with als_zin():
        huidig = COMPETENTIESCORES.vergrendel(score, gezien)
        COMPETENTIESCORES.schrijf(huidig, {"datum": datum, **gegevens}, door=door)
    return huidig


def verwijder_score(score: Competentiescore, *, door: Gebruiker, gezien: datetime | None) -> None:
    """Take away what was said by mistake; the trail keeps what it was. `gezien` as above."""
    with als_zin():
        COMPETENTIESCORES.verwijder(COMPETENTIESCORES.vergrendel(score, gezien), door=door)


def _eis_dag(datum: date) -> None:
    if datum > vandaag():
        raise ValidationError({"datum": "Kies vandaag of een dag die voorbij is."})


def _eis_score(competentie: Competentie, gegevens: Scoregegevens) -> list[str]:
    """What is wrong: an example alone says nothing about how it goes."""
    if gegevens["score_begeleider"] is None and gegevens["score_werknemer"] is None:
        return [f"{competentie}: kies minstens één score."]
    return []


def _eis_ronde(
    werknemer: Werknemer, datum: date, gezegd: Mapping[Competentie, Scoregegevens]
) -> None:
    """A score with every example, and no second one for the same day: that one is to be mended."""
    if not gezegd:
        raise ValidationError("Kies minstens één score. Wat je niet bespreekt, laat je leeg.")
    fouten = {
        veld_van(wat, SCOREVELDEN[0]): _eis_score(wat, alles) for wat, alles in gezegd.items()
    }
    staan_er = Competentiescore.objects.filter(
        werknemer=werknemer, datum=datum, competentie__in=gezegd
    )
    for score in staan_er.select_related("competentie"):
        zin = f"{score.competentie}: voor die dag staat er al een score. Pas die aan."
        fouten[veld_van(score.competentie, SCOREVELDEN[0])].append(zin)
    if echt := {veld: zinnen for veld, zinnen in fouten.items() if zinnen}:
        raise ValidationError(echt)
