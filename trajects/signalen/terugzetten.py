"""Undo what was just done with signals."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from trajects.models import Signaal
from trajects.schrijvers import SIGNALEN
from trajects.signalen.geldt_nog import NIET_MEER, geldt_nog
from trajects.signalen.signaalstand import Signaalstand

_INTUSSEN_ANDERS: Final = (
    "Dat kan niet meer ongedaan: het signaal veranderde intussen. Kijk hoe het er nu voor staat."
)


def zet_terug(
    standen: Iterable[Signaalstand], *, zichtbaar: QuerySet[Signaal], door: Gebruiker
) -> int:
    """Undo what was just done with signals, all or none; returns how many. Raises ValidationError
    when one changed since, is no longer there for this user, or was closed and lost its reason."""
    bekend = {signaal.pk: signaal for signaal in zichtbaar}
    with als_zin():
        rij = sorted(standen, key=lambda stand: stand.pk)
        for stand in rij:
            if (signaal := bekend.get(stand.pk)) is None:
                raise ValidationError(_INTUSSEN_ANDERS)
            _zet_terug(signaal, stand, door=door)
    return len(rij)


def _zet_terug(signaal: Signaal, stand: Signaalstand, *, door: Gebruiker) -> None:
    vers = SIGNALEN.vergrendel(signaal)
    if vers.gewijzigd_op.isoformat() != stand.gezien:
        raise ValidationError(_INTUSSEN_ANDERS)
    if not vers.is_open and not geldt_nog(vers):
        raise ValidationError(NIET_MEER)
    velden = {
        "status": stand.status,
        "opgevolgd_door": _collega(stand.opgevolgd_door_id, door),
        "uitgesteld_tot": _dag(stand.uitgesteld_tot),
        "afgesloten_op": _dag(stand.afgesloten_op),
        "toelichting": vers.toelichting[: stand.lengte],
    }
    SIGNALEN.schrijf(vers, velden, door=door, actie="ongedaan gemaakt")


def _collega(pk: int | None, door: Gebruiker) -> Gebruiker | None:
    return Gebruiker.objects.zichtbaar_voor(door).filter(pk=pk).first() if pk else None


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
