"""Actions of a plan: added, changed, done, dropped, taken up again."""

from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError

from doorstroom.gedeeld import audit
from doorstroom.gedeeld.gelijktijdig import vergrendel
from doorstroom.gedeeld.schendingen import als_zin
from doorstroom.gedeeld.tijd import vandaag
from gebruikers.models import Gebruiker
from trajects.keuzes import Standactie, Wie
from trajects.models import Actie, Doel, Notitie, Randvoorwaarde, Sjabloonregel, Traject
from werknemers.models import Werknemer


class Actiegegevens(TypedDict, total=False):
    """`wie_naam` names a third; `tegen` None: without a day. What it hangs on may be None."""

    wat: str
    wie: str
    wie_naam: str
    tegen: date | None
    doel: Doel | None
    randvoorwaarde: Randvoorwaarde | None


def voeg_actie_toe(
    *,
    werknemer: Werknemer,
    door: Gebruiker,
    traject: Traject | None = None,
    notitie: Notitie | None = None,
    sjabloonregel: Sjabloonregel | None = None,
    **gegevens: Unpack[Actiegegevens],
) -> Actie:
    """Add an action, to the running trajectory unless one is given.

    Raises ValidationError by field.
    """
    with als_zin():
        traject = traject or _lopend(werknemer)
        actie = Actie(
            werknemer=werknemer, traject=traject, notitie=notitie, sjabloonregel=sjabloonregel
        )
        return _bewaar(actie, gegevens, door=door, actie_woord="toegevoegd")


def wijzig_actie(
    actie: Actie, *, door: Gebruiker, gezien: datetime | None, **gegevens: Unpack[Actiegegevens]
) -> Actie:
    """`gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field."""
    with als_zin():
        huidig = vergrendel(actie, gezien)
        return _bewaar(huidig, gegevens, door=door, actie_woord="gewijzigd")


def rond_af(
    actie: Actie,
    *,
    door: Gebruiker,
    gezien: datetime | None = None,
    op: date | None = None,
    resultaat: str = "",
) -> Actie:
    """Done on the day `op` (today when None). Done already: nothing changes."""
    op = op or vandaag()
    if op > vandaag():
        raise ValidationError({"op": "Kies vandaag of een dag die voorbij is."})
    velden = {"stand": Standactie.GEDAAN, "gedaan_op": op, "resultaat": resultaat}
    return _zet_stand(actie, velden, door=door, gezien=gezien, actie_woord="gedaan")


def laat_vallen(
    actie: Actie, *, door: Gebruiker, reden: str, gezien: datetime | None = None
) -> Actie:
    """No longer needed; the reason stays as its result."""
    if not reden.strip():
        raise ValidationError({"reden": "Zeg waarom deze actie niet meer nodig is."})
    velden = {"stand": Standactie.VERVALLEN, "gedaan_op": None, "resultaat": reden}
    return _zet_stand(actie, velden, door=door, gezien=gezien, actie_woord="vervallen")


def heropen(actie: Actie, *, door: Gebruiker, gezien: datetime | None = None) -> Actie:
    """To do again; its result stays to be read."""
    velden = {"stand": Standactie.OPEN, "gedaan_op": None}
    return _zet_stand(actie, velden, door=door, gezien=gezien, actie_woord="heropend")


def _lopend(werknemer: Werknemer) -> Traject | None:
    return Traject.objects.lopend().filter(werknemer=werknemer).first()


def _zet_stand(
    actie: Actie,
    velden: dict[str, Any],
    *,
    door: Gebruiker,
    gezien: datetime | None,
    actie_woord: str,
) -> Actie:
    with als_zin():
        huidig = vergrendel(actie, gezien)
        if huidig.stand == velden["stand"]:
            return huidig
        return _schrijf(huidig, velden, door=door, actie_woord=actie_woord)


def _bewaar(actie: Actie, gegevens: Actiegegevens, *, door: Gebruiker, actie_woord: str) -> Actie:
    if not gegevens["wat"].strip():
        raise ValidationError({"wat": "Zeg wat er moet gebeuren."})
    if gegevens.get("wie") == Wie.DERDE and not gegevens.get("wie_naam", "").strip():
        raise ValidationError({"wie_naam": "Zeg wie dit doet."})
    _eis_van_dezelfde(actie, gegevens.get("doel"), gegevens.get("randvoorwaarde"))
    return _schrijf(actie, dict(gegevens), door=door, actie_woord=actie_woord)


def _eis_van_dezelfde(
    actie: Actie, doel: Doel | None, randvoorwaarde: Randvoorwaarde | None
) -> None:
    """What an action hangs on is about the same employee."""
    if doel is not None and doel.traject.werknemer_id != actie.werknemer_id:
        raise ValidationError({"doel": "Kies een doel uit het plan van dezelfde werknemer."})
    if randvoorwaarde is not None and randvoorwaarde.werknemer_id != actie.werknemer_id:
        raise ValidationError({"randvoorwaarde": "Kies een randvoorwaarde van deze werknemer."})


def _schrijf(actie: Actie, velden: dict[str, Any], *, door: Gebruiker, actie_woord: str) -> Actie:
    oud = {veld: getattr(actie, veld) for veld in velden} if actie.pk else {}
    for veld, waarde in velden.items():
        setattr(actie, veld, waarde)
    if actie.doel is not None:
        actie.traject = actie.doel.traject
    actie.save()
    audit.leg_vast(
        door=door,
        organisatie_id=actie.werknemer.organisatie_id,
        actie=actie_woord,
        onderwerp=actie,
        wijzigingen=audit.verschil(oud, velden),
    )
    return actie
