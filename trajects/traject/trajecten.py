"""Starts a trajectory and moves it along."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.keuzes import EINDFASEN
from trajects.models import Traject
from trajects.schrijvers import TRAJECTEN
from trajects.traject.fasen import eis_lopend, leg_fase_vast, zet_in_fase
from trajects.traject.jobdoelwitten import kies_jobdoelwit
from werknemers.models import Werknemer


class Trajectgegevens(TypedDict):
    """With what a trajectory starts.

    `jobdoelwit` may be empty until one is chosen, `beoogde_uitstroom` None until agreed.
    """

    fase: str
    jobdoelwit: str
    beoogde_uitstroom: date | None


def start_traject(
    *,
    werknemer: Werknemer,
    door: Gebruiker,
    gestart_op: date,
    **gegevens: Unpack[Trajectgegevens],
) -> Traject:
    """Start a trajectory; the employee has no other that runs. Raises ValidationError by field."""
    if gegevens["fase"] in EINDFASEN:
        raise ValidationError({"fase": "Een nieuw traject begint in een fase die nog loopt."})
    if gestart_op > vandaag():
        raise ValidationError({"gestart_op": "Kies vandaag of een dag die voorbij is."})
    velden = {
        "gestart_op": gestart_op,
        "fase": gegevens["fase"],
        "beoogde_uitstroom": gegevens["beoogde_uitstroom"],
    }
    traject = Traject(werknemer=werknemer)
    with als_zin():
        TRAJECTEN.schrijf(traject, velden, door=door, actie="gestart")
        leg_fase_vast(traject, van="", door=door, op=gestart_op)
        if doel := gegevens["jobdoelwit"]:
            kies_jobdoelwit(traject=traject, door=door, titel=doel)
    return traject


class Trajectwijziging(TypedDict, total=False):
    """`reden` is needed for another phase; `blijft_open` only counts when that closes it."""

    fase: str
    reden: str
    blijft_open: str
    beoogde_uitstroom: date | None


def wijzig_traject(
    traject: Traject,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **wijziging: Unpack[Trajectwijziging],
) -> Traject:
    """Agree on another day of outflow, move to another phase (`fasen.wissel_fase`), or both.

    `gezien` is its `gewijzigd_op` when the user opened it. Raises IntussenGewijzigd when somebody
    saved it since, ValidationError when it is closed or a field is refused.
    """
    with als_zin():
        huidig = eis_lopend(TRAJECTEN.vergrendel(traject, gezien))
        if "beoogde_uitstroom" in wijziging:
            velden = {"beoogde_uitstroom": wijziging["beoogde_uitstroom"]}
            TRAJECTEN.schrijf(huidig, velden, door=door)
        if wijziging.get("fase", huidig.fase) != huidig.fase:
            zet_in_fase(
                huidig,
                door=door,
                naar=wijziging["fase"],
                reden=wijziging.get("reden", ""),
                blijft_open=wijziging.get("blijft_open", ""),
            )
    return huidig
