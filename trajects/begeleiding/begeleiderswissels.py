"""Employees change hands between counsellors, with a sheet that the successor confirms."""

from collections.abc import Iterable
from typing import Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse

from gebruikers.domein.beschikbaar import eis_begeleider
from gebruikers.models import Gebruiker
from gedeeld.post.postbus import stel_op
from gedeeld.schendingen import als_zin
from gedeeld.tijd import nu, vandaag
from gedeeld.weergeven import meervoud
from trajects.begeleiding.overdrachtsblad import stel_blad_samen
from trajects.models import Begeleiderswissel
from trajects.rechten import mag_begeleiding_overdragen
from trajects.schrijvers import BEGELEIDERSWISSELS
from trajects.signalen.signaalopvolging import draag_signalen_over
from werknemers.domein.begeleiders import wijs_begeleider_toe
from werknemers.models import Werknemer
from werknemers.rechten import ziet_alle_werknemers
from werknemers.schrijvers import WERKNEMERS

OVERGEDRAGEN: Final = "overgedragen"


def draagt_over(gebruiker: Gebruiker, werknemer: Werknemer) -> bool:
    """A counsellor the own caseload and not one that is only stood in for; a coordinator all."""
    if not mag_begeleiding_overdragen(gebruiker):
        return False
    return ziet_alle_werknemers(gebruiker) or werknemer.begeleider_id == gebruiker.pk


def bevestigt(gebruiker: Gebruiker, wissel: Begeleiderswissel) -> bool:
    """The successor; whoever guides by now, when somebody else was chosen since; or a coordinator
    in the place of a successor who cannot."""
    if gebruiker.pk in {wissel.naar_id, wissel.werknemer.begeleider_id}:
        return True
    return mag_begeleiding_overdragen(gebruiker) and ziet_alle_werknemers(gebruiker)


def draag_over(
    werknemers: Iterable[Werknemer],
    *,
    van: Gebruiker | None,
    naar: Gebruiker,
    door: Gebruiker,
    risicos: str = "",
) -> list[Begeleiderswissel]:
    """Give employees of `van` to `naar`, all or none: a sheet for each, one mail for the lot.

    `van` is whom `door` saw as their counsellor. Raises ValidationError when that changed
    meanwhile, when an earlier hand-over is not confirmed, and for who cannot take over.
    """
    if not Gebruiker.objects.zichtbaar_voor(door).begeleiders().filter(pk=naar.pk).exists():
        raise ValidationError({"naar": "Kies een actieve begeleider van je organisatie."})
    with als_zin():
        op_volgorde = sorted(werknemers, key=lambda werknemer: werknemer.pk)
        huidigen = [_eis_over_te_dragen(WERKNEMERS.vergrendel(w), van, door) for w in op_volgorde]
        eis_begeleider(naar, "naar")
        nieuwe = [
            wijs_begeleider_toe(huidig, begeleider=naar, door=door, actie=OVERGEDRAGEN)
            for huidig in huidigen
        ]
        if van is not None:
            draag_signalen_over(nieuwe, van=van, naar=naar, door=door)
        wissels = [_leg_wissel_vast(w, van, naar, door, risicos.strip()) for w in nieuwe]
        if wissels and naar != door:
            _mail(naar, door, wissels)
    return wissels


def bevestig(wissel: Begeleiderswissel, *, door: Gebruiker) -> Begeleiderswissel:
    """The sheet was read. Confirming twice changes nothing. Raises ValidationError for others."""
    with als_zin():
        huidig = BEGELEIDERSWISSELS.vergrendel(wissel)
        if not bevestigt(door, huidig):
            raise ValidationError(f"Alleen {huidig.naar} bevestigt dit overdrachtsblad.")
        if huidig.bevestigd_op is None:
            velden = {"bevestigd_op": nu(), "bevestigd_door": door}
            BEGELEIDERSWISSELS.schrijf(huidig, velden, door=door, actie="bevestigd")
    return huidig


def _eis_over_te_dragen(huidig: Werknemer, van: Gebruiker | None, door: Gebruiker) -> Werknemer:
    """The same employee; raises ValidationError when `door` cannot take it from `van`."""
    if huidig.begeleider != van:
        raise ValidationError(
            f"{huidig.naam} heeft intussen een andere begeleider. Herlaad de pagina."
        )
    if not draagt_over(door, huidig):
        raise ValidationError(f"Je kunt {huidig.naam} niet overdragen.")
    return huidig


def _leg_wissel_vast(
    werknemer: Werknemer, van: Gebruiker | None, naar: Gebruiker, door: Gebruiker, risicos: str
) -> Begeleiderswissel:
    """With the sheet of the employee as the successor gets to see it."""
    wissel = Begeleiderswissel(werknemer=werknemer, door=door, op=vandaag())
    blad = stel_blad_samen(werknemer, naar, wissel.op).als_json()
    velden = {"van": van, "naar": naar, "risicos": risicos, "blad": blad}
    BEGELEIDERSWISSELS.schrijf(wissel, velden, door=door, actie=OVERGEDRAGEN)
    return wissel


def _mail(naar: Gebruiker, door: Gebruiker, wissels: list[Begeleiderswissel]) -> None:
    """To the successor, in the outbox: who, and where to read the rest."""
    aantal = meervoud(len(wissels), "werknemer", "werknemers")
    namen = "\n".join(f"- {wissel.werknemer.korte_naam}" for wissel in wissels)
    stel_op(
        sleutel=f"overdracht:{naar.pk}:{wissels[0].pk}",
        organisatie_id=naar.organisatie_id,
        aan=naar.email,
        onderwerp=f"Doorstroom: je begeleidt {aantal} meer",
        tekst=(
            f"Dag {naar.get_short_name()}\n\n"
            f"{door.volledige_naam} droeg {aantal} aan je over:\n\n{namen}\n\n"
            "Lees van elke werknemer het overdrachtsblad en bevestig dat je het gelezen hebt: "
            f"{settings.BASIS_URL}{reverse('trajects:vandaag')}\n"
        ),
    )
