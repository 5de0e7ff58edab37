"""Chooses and changes the job target of a trajectory; earlier ones stay, with the reason."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from doorstroom.gedeeld import audit
from doorstroom.gedeeld.gelijktijdig import vergrendel
from doorstroom.gedeeld.schendingen import als_zin
from doorstroom.gedeeld.tijd import vandaag
from gebruikers.models import Gebruiker
from trajects.domein.fasen import eis_lopend
from trajects.models import Jobdoelwit, Traject


class Doelgegevens(TypedDict, total=False):
    """What a target says; only `titel` is needed, the choices may stay empty."""

    titel: str
    sector: str
    soort_werk: str
    haalbaarheid: str
    waarom: str
    wat_ontbreekt: str


def kies_jobdoelwit(
    *, traject: Traject, door: Gebruiker, reden: str = "", **gegevens: Unpack[Doelgegevens]
) -> Jobdoelwit:
    """Aim for this work from today; a target that was active ends today, for `reden`.

    Raises ValidationError by field, also when the trajectory has ended.
    """
    with als_zin():
        eis_lopend(vergrendel(traject, None))
        vorig = Jobdoelwit.objects.actief().filter(traject=traject).first()
        if vorig is not None:
            vorig.tot, vorig.reden_van_wijziging = vandaag(), reden
            vorig.save()
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
        huidig = vergrendel(doel, gezien)
        if not huidig.actief:
            raise ValidationError("Dit is niet meer het jobdoelwit. Herlaad de pagina.")
        eis_lopend(huidig.traject)
        return _bewaar(huidig, gegevens, door=door, actie="gewijzigd")


def _bewaar(doel: Jobdoelwit, gegevens: Doelgegevens, *, door: Gebruiker, actie: str) -> Jobdoelwit:
    if not gegevens["titel"].strip():
        raise ValidationError({"titel": "Zeg naar welk werk jullie op weg gaan."})
    oud = {veld: getattr(doel, veld) for veld in gegevens} if doel.pk else {}
    for veld, waarde in gegevens.items():
        setattr(doel, veld, waarde)
    doel.save()
    audit.leg_vast(
        door=door,
        organisatie_id=doel.traject.werknemer.organisatie_id,
        actie=actie,
        onderwerp=doel,
        wijzigingen=audit.verschil(oud, gegevens),
    )
    return doel
