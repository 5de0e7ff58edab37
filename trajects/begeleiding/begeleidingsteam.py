"""Who guides an employee on the work floor: the qualified guide and the workmate coach."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.models import Begeleidingsteam
from trajects.schrijvers import BEGELEIDINGSTEAMS
from werknemers.models import Werknemer
from werknemers.schrijvers import WERKNEMERS


class Teamgegevens(TypedDict):
    """Names as people write them; empty while nobody is known."""

    gekwalificeerd_begeleider: str
    kwalificatie: str
    begeleider_sinds: date | None
    is_extern: bool
    collega_coach: str


def leg_team_vast(
    *,
    werknemer: Werknemer,
    team: Begeleidingsteam | None,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Teamgegevens],
) -> Begeleidingsteam:
    """Write down who guides; `team` None when nobody was on file yet.

    `gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError when somebody else was first,
    for what is said of nobody, and for a guide who began on a day to come.
    """
    _controleer(gegevens)
    with als_zin():
        WERKNEMERS.vergrendel(werknemer)
        huidig = _nieuw(werknemer) if team is None else BEGELEIDINGSTEAMS.vergrendel(team, gezien)
        actie = "vastgelegd" if team is None else "gewijzigd"
        BEGELEIDINGSTEAMS.schrijf(huidig, gegevens, door=door, actie=actie)
    return huidig


def _nieuw(werknemer: Werknemer) -> Begeleidingsteam:
    if Begeleidingsteam.objects.filter(werknemer=werknemer).exists():
        raise ValidationError(
            "Iemand anders vulde dit net ook in. Bewaar opnieuw om te vergelijken."
        )
    return Begeleidingsteam(werknemer=werknemer)


def _controleer(gegevens: Teamgegevens) -> None:
    naam = gegevens["gekwalificeerd_begeleider"].strip()
    sinds = gegevens["begeleider_sinds"]
    if not naam and (gegevens["kwalificatie"].strip() or gegevens["is_extern"] or sinds):
        zin = "Zeg wie de gekwalificeerde begeleider is, of maak ook de kwalificatie leeg."
        raise ValidationError({"gekwalificeerd_begeleider": zin})
    if sinds and sinds > vandaag():
        raise ValidationError({"begeleider_sinds": "Kies vandaag of een dag die voorbij is."})
