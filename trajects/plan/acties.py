"""Actions of a plan: added, changed, done, dropped, taken up again."""

from datetime import date, datetime
from typing import Any, Final, TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.keuzes import Standactie, Wie
from trajects.models import Actie, Doel, Notitie, Randvoorwaarde, Sjabloonregel, Traject
from trajects.schrijvers import ACTIES
from werknemers.models import Werknemer

_INTUSSEN: Final = "Deze actie is intussen {}. Kijk na wat er staat voor je bewaart."


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
        huidig = ACTIES.vergrendel(actie, gezien)
        return _bewaar(huidig, gegevens, door=door, actie_woord="gewijzigd")


def rond_af(
    actie: Actie,
    *,
    door: Gebruiker,
    gezien: datetime | None = None,
    op: date | None = None,
    resultaat: str = "",
) -> Actie:
    """Done on the day `op` (today when None).

    Without `gezien` (one click) an action that is done already stays as it is.
    """
    op = op or vandaag()
    if op > vandaag():
        raise ValidationError({"op": "Kies vandaag of een dag die voorbij is."})
    velden: dict[str, Any] = {"stand": Standactie.GEDAAN, "gedaan_op": op}
    if resultaat or gezien:
        velden["resultaat"] = resultaat
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
    """To do again; its result stays to be read. Raises ValidationError when its plan has ended."""
    _eis_lopend_doel(actie.doel)
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
        huidig = ACTIES.vergrendel(actie, gezien)
        if gezien is None and huidig.stand == velden["stand"]:
            return huidig
        if gezien is None and not huidig.is_open and velden["stand"] != Standactie.OPEN:
            raise ValidationError(_INTUSSEN.format(huidig.get_stand_display()))
        ACTIES.schrijf(huidig, velden, door=door, actie=actie_woord)
        return huidig


def _bewaar(actie: Actie, gegevens: Actiegegevens, *, door: Gebruiker, actie_woord: str) -> Actie:
    if not gegevens["wat"].strip():
        raise ValidationError({"wat": "Zeg wat er moet gebeuren."})
    if gegevens.get("wie") == Wie.DERDE and not gegevens.get("wie_naam", "").strip():
        raise ValidationError({"wie_naam": "Zeg wie dit doet."})
    _eis_haken(actie, gegevens.get("doel"), gegevens.get("randvoorwaarde"))
    velden: dict[str, Any] = dict(gegevens)
    if doel := gegevens.get("doel", actie.doel):
        velden["traject"] = doel.traject
    ACTIES.schrijf(actie, velden, door=door, actie=actie_woord)
    return actie


def _eis_haken(actie: Actie, doel: Doel | None, randvoorwaarde: Randvoorwaarde | None) -> None:
    """What an action hangs on is about the same employee, and a goal is of a running plan."""
    if doel is not None and doel.traject.werknemer_id != actie.werknemer_id:
        raise ValidationError({"doel": "Kies een doel uit het plan van dezelfde werknemer."})
    _eis_lopend_doel(doel)
    if randvoorwaarde is not None and randvoorwaarde.werknemer_id != actie.werknemer_id:
        raise ValidationError({"randvoorwaarde": "Kies een randvoorwaarde van deze werknemer."})


def _eis_lopend_doel(doel: Doel | None) -> None:
    if doel is not None and not doel.traject.loopt:
        raise ValidationError(
            "Dit doel hoort bij een traject dat afgesloten is. Maak een losse actie."
        )
