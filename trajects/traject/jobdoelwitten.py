"""Chooses and changes the job target of a trajectory; earlier ones stay, with the reason."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.models import Jobdoelwit, Traject
from trajects.schrijvers import JOBDOELWITTEN, TRAJECTEN
from trajects.traject.fasen import eis_lopend


class Doelgegevens(TypedDict, total=False):
    """What a target says; only `titel` is needed, the choices may stay empty."""

    titel: str
    sector: str
    soort_werk: str
    haalbaarheid: str
    waarom: str
    wat_ontbreekt: str


class AnderJobdoelwit(ValidationError):
    """Somebody chose a target meanwhile; `huidig` is the one that is active now."""

    def __init__(self, huidig: Jobdoelwit) -> None:
        super().__init__(
            f"Iemand koos intussen een jobdoelwit: {huidig}. Er is nog niets van jou bewaard. "
            "Wordt het toch wat jij invulde? Zeg waarom, en bewaar opnieuw.",
            code="ander_jobdoelwit",
        )
        self.huidig = huidig


def kies_jobdoelwit(
    *,
    traject: Traject,
    door: Gebruiker,
    in_plaats_van: int | None = None,
    reden: str = "",
    **gegevens: Unpack[Doelgegevens],
) -> Jobdoelwit:
    """Aim for this work from today; the target that was active ends today, for `reden`.

    `in_plaats_van` is the key of the target that the user saw as active, None when there was none.
    Raises ValidationError by field, also when the trajectory has ended; AnderJobdoelwit when
    another target is active by now.
    """
    with als_zin():
        eis_lopend(TRAJECTEN.vergrendel(traject))
        vorig = Jobdoelwit.objects.actief().filter(traject=traject).first()
        if vorig is not None:
            _beeindig(vorig, in_plaats_van, reden, door=door)
        nieuw = Jobdoelwit(traject=traject, van=vandaag())
        return _bewaar(nieuw, gegevens, door=door, actie="gekozen")


def wijzig_jobdoelwit(
    doel: Jobdoelwit,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Doelgegevens],
) -> Jobdoelwit:
    """Say more of the same target; another one is `kies_jobdoelwit`.

    `gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError when it is no longer active.
    """
    with als_zin():
        if not JOBDOELWITTEN.vergrendel(doel).actief:
            raise ValidationError(
                "Iemand koos intussen een ander jobdoelwit. Open het plan opnieuw om het te zien."
            )
        huidig = JOBDOELWITTEN.vergrendel(doel, gezien)
        eis_lopend(huidig.traject)
        return _bewaar(huidig, gegevens, door=door, actie="gewijzigd")


def _beeindig(vorig: Jobdoelwit, in_plaats_van: int | None, reden: str, *, door: Gebruiker) -> None:
    """The target is no longer aimed for from today; the reason stays with it."""
    if vorig.pk != in_plaats_van:
        raise AnderJobdoelwit(vorig)
    if not reden.strip():
        raise ValidationError({"reden": "Zeg waarom het een ander jobdoelwit wordt."})
    velden = {"tot": vandaag(), "reden_van_wijziging": reden}
    JOBDOELWITTEN.schrijf(vorig, velden, door=door, actie="beëindigd")


def _bewaar(doel: Jobdoelwit, gegevens: Doelgegevens, *, door: Gebruiker, actie: str) -> Jobdoelwit:
    if not gegevens["titel"].strip():
        raise ValidationError({"titel": "Zeg naar welk werk jullie op weg gaan."})
    JOBDOELWITTEN.schrijf(doel, gegevens, door=door, actie=actie)
    return doel
