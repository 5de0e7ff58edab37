"""Starts a trajectory and moves it along."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld import audit
from gedeeld.gelijktijdig import vergrendel
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.keuzes import EINDFASEN
from trajects.models import Traject
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
    doel = gegevens["jobdoelwit"]
    traject = Traject(
        werknemer=werknemer,
        gestart_op=gestart_op,
        fase=gegevens["fase"],
        beoogde_uitstroom=gegevens["beoogde_uitstroom"],
    )
    with als_zin():
        traject.save()
        leg_fase_vast(traject, van="", door=door, op=gestart_op)
        if doel:
            kies_jobdoelwit(traject=traject, door=door, titel=doel)
        audit.leg_vast(
            door=door,
            organisatie_id=werknemer.organisatie_id,
            actie="gestart",
            onderwerp=traject,
            wijzigingen=audit.verschil({}, {"gestart_op": gestart_op, **gegevens}),
        )
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
        huidig = eis_lopend(vergrendel(traject, gezien))
        if "beoogde_uitstroom" in wijziging:
            _spreek_uitstroom_af(huidig, wijziging["beoogde_uitstroom"], door)
        if wijziging.get("fase", huidig.fase) != huidig.fase:
            zet_in_fase(
                huidig,
                door=door,
                naar=wijziging["fase"],
                reden=wijziging.get("reden", ""),
                blijft_open=wijziging.get("blijft_open", ""),
            )
    return huidig


def _spreek_uitstroom_af(traject: Traject, dag: date | None, door: Gebruiker) -> None:
    if dag == traject.beoogde_uitstroom:
        return
    oud, traject.beoogde_uitstroom = traject.beoogde_uitstroom, dag
    traject.save()
    audit.leg_vast(
        door=door,
        organisatie_id=traject.werknemer.organisatie_id,
        actie="gewijzigd",
        onderwerp=traject,
        wijzigingen=audit.verschil({"beoogde_uitstroom": oud}, {"beoogde_uitstroom": dag}),
    )
