"""Starts a trajectory and moves it along."""

from datetime import date, datetime
from typing import Final, TypedDict, Unpack

from django.core.exceptions import ValidationError

from doorstroom.gedeeld import audit
from doorstroom.gedeeld.gelijktijdig import vergrendel
from doorstroom.gedeeld.schendingen import als_zin
from doorstroom.gedeeld.tijd import vandaag
from gebruikers.models import Gebruiker
from trajects.domein.fasen import leg_fase_vast
from trajects.domein.jobdoelwitten import kies_jobdoelwit
from trajects.keuzes import EINDFASEN
from trajects.models import Traject
from werknemers.models import Werknemer


class Trajectgegevens(TypedDict):
    """`jobdoelwit` may be empty until one is chosen, `beoogde_uitstroom` None until agreed."""

    fase: str
    jobdoelwit: str
    beoogde_uitstroom: date | None


_VELDEN: Final = ("fase", "jobdoelwit", "beoogde_uitstroom")


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


def wijzig_traject(
    traject: Traject,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Trajectgegevens],
) -> Traject:
    """Move a running trajectory along; an end phase closes it, and then a new one can start.

    `gezien` is its `gewijzigd_op` when the user opened it. Raises IntussenGewijzigd when somebody
    saved it since, ValidationError when it is closed or a field is refused.
    """
    with als_zin():
        huidig = vergrendel(traject, gezien)
        if not huidig.loopt:
            raise ValidationError(
                "Dit traject is intussen afgesloten. Start een nieuw traject als dat nodig is."
            )
        oud = {veld: getattr(huidig, veld) for veld in _VELDEN}
        if gegevens["jobdoelwit"] and gegevens["jobdoelwit"] != oud["jobdoelwit"]:
            kies_jobdoelwit(traject=huidig, door=door, titel=gegevens["jobdoelwit"])
        huidig.fase = gegevens["fase"]
        huidig.beoogde_uitstroom = gegevens["beoogde_uitstroom"]
        huidig.save()
        if huidig.fase != oud["fase"]:
            leg_fase_vast(huidig, van=oud["fase"], door=door)
        audit.leg_vast(
            door=door,
            organisatie_id=huidig.werknemer.organisatie_id,
            actie="gewijzigd" if huidig.loopt else "afgesloten",
            onderwerp=huidig,
            wijzigingen=audit.verschil(oud, gegevens),
        )
    return huidig
