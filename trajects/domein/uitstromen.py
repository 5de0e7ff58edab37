"""Somebody leaves: written down with where to and why; the aftercare plans itself."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, TypedDict, Unpack

from django.core.exceptions import PermissionDenied, ValidationError

from doorstroom.gedeeld import audit
from doorstroom.gedeeld.gelijktijdig import vergrendel
from doorstroom.gedeeld.schendingen import als_zin
from gebruikers.models import Gebruiker
from regels.domein.parameters import laad_parameters
from regels.keuzes import Parametercode
from trajects.domein.fasen import zet_in_fase
from trajects.domein.vervangingsvenster import lees_venster
from trajects.domein.werkgevers import vind_of_maak_werkgever
from trajects.keuzes import Bestemming, Fase, Initiatief
from trajects.models import Nazorgmoment, Traject, Uitstroom
from trajects.rechten import mag_uitstroom_registreren
from werknemers.domein.contracten import sluit_contract
from werknemers.models import Werknemer
from werknemers.rechten import mag_werknemers_bewerken

MOMENTEN: Final = (
    Parametercode.NAZORG_1,
    Parametercode.NAZORG_2,
    Parametercode.NAZORG_3,
    Parametercode.NAZORG_4,
)
# There is nothing to follow up after a pension.
ZONDER_NAZORG: Final = frozenset({Bestemming.PENSIOEN})
VRAAG_MOTIEF: Final = (
    "De premie daalt of stopt rond deze dag. Schrijf op wat het motief van de werkgever is."
)


class Uitstroomgegevens(TypedDict):
    """`datum` is the last day in service; `werkgever` as typed, "" when there is none yet."""

    datum: date
    bestemming: str
    werkgever: str
    functie: str
    soort_contract: str
    breuk: Decimal | None
    initiatief: str
    reden: str
    motief: str


def registreer_uitstroom(
    *,
    werknemer: Werknemer,
    door: Gebruiker,
    sluit_contracten: bool = False,
    **gegevens: Unpack[Uitstroomgegevens],
) -> Uitstroom:
    """Write down that somebody leaves; the running trajectory goes to aftercare with it.

    With `sluit_contracten` the contracts of that day end on it, for who may change contracts.
    Raises ValidationError by field, PermissionDenied.
    """
    if not mag_uitstroom_registreren(door):
        raise PermissionDenied
    with als_zin():
        huidig = vergrendel(werknemer, None)
        traject = Traject.objects.lopend().filter(werknemer=huidig).first()
        uitstroom = Uitstroom(werknemer=huidig, traject=traject)
        _bewaar(uitstroom, gegevens, door=door, actie="uitstroom geregistreerd")
        if traject is not None:
            _zet_traject(traject, uitstroom, door)
        _plan_nazorg(uitstroom)
        if sluit_contracten:
            _sluit_contracten(huidig, uitstroom.datum, door)
    return uitstroom


def wijzig_uitstroom(
    uitstroom: Uitstroom,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Uitstroomgegevens],
) -> Uitstroom:
    """Mend it; the moments of aftercare move along with the day, their results stay.

    `gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field.
    """
    with als_zin():
        huidig = vergrendel(uitstroom, gezien)
        _bewaar(huidig, gegevens, door=door, actie="uitstroom gewijzigd")
        _plan_nazorg(huidig)
    return huidig


def verwijder_uitstroom(uitstroom: Uitstroom, *, door: Gebruiker) -> Werknemer:
    """Take back one that was a mistake. Raises ValidationError once there are results."""
    with als_zin():
        huidig = vergrendel(uitstroom, None)
        if huidig.nazorg.exclude(resultaat="").exists():
            raise ValidationError(
                "Er is al nazorg gedaan na deze uitstroom. Pas ze aan in plaats van ze te wissen."
            )
        wijzigingen = {"datum": [str(huidig.datum), None]}
        _leg_vast(huidig, door=door, actie="uitstroom verwijderd", wijzigingen=wijzigingen)
        werknemer = huidig.werknemer
        huidig.delete()
    return werknemer


def _bewaar(
    uitstroom: Uitstroom, gegevens: Uitstroomgegevens, *, door: Gebruiker, actie: str
) -> None:
    velden: dict[str, Any] = dict(gegevens)
    naam = velden.pop("werkgever")
    velden["werkgever"] = _werkgever(uitstroom, naam, door)
    _eis_motief(uitstroom.werknemer, gegevens)
    oud = {veld: getattr(uitstroom, veld) for veld in velden} if uitstroom.pk else {}
    for veld, waarde in velden.items():
        setattr(uitstroom, veld, waarde)
    uitstroom.save()
    _leg_vast(uitstroom, door=door, actie=actie, wijzigingen=audit.verschil(oud, velden))


def _werkgever(uitstroom: Uitstroom, naam: str, door: Gebruiker) -> Any:
    if not naam:
        return None
    huidig = uitstroom.werkgever
    if huidig is not None and huidig.label == naam:
        return huidig
    return vind_of_maak_werkgever(
        organisatie_id=uitstroom.werknemer.organisatie_id, naam=naam, door=door
    )


def _eis_motief(werknemer: Werknemer, gegevens: Uitstroomgegevens) -> None:
    """Within the window around a falling premium the employer says why."""
    if gegevens["initiatief"] != Initiatief.WERKGEVER or gegevens["motief"].strip():
        return
    if lees_venster(werknemer, gegevens["datum"]) is not None:
        raise ValidationError({"motief": VRAAG_MOTIEF})


def _zet_traject(traject: Traject, uitstroom: Uitstroom, door: Gebruiker) -> None:
    naar = Fase.AFGEROND if uitstroom.bestemming in ZONDER_NAZORG else Fase.NAZORG
    if traject.fase == naar:
        return
    reden = f"Uitgestroomd: {uitstroom.get_bestemming_display()}."
    zet_in_fase(vergrendel(traject, None), door=door, naar=naar, reden=reden)


def _plan_nazorg(uitstroom: Uitstroom) -> None:
    """The moments of the parameters of that day; those that are there stay, with their results."""
    if uitstroom.bestemming in ZONDER_NAZORG:
        uitstroom.nazorg.open().delete()
        return
    regels = laad_parameters(uitstroom.datum, uitstroom.werknemer.organisatie_id)
    momenten = [Nazorgmoment(uitstroom=uitstroom, weken=regels.aantal(code)) for code in MOMENTEN]
    Nazorgmoment.objects.bulk_create(momenten, ignore_conflicts=True)


def _sluit_contracten(werknemer: Werknemer, laatste_dag: date, door: Gebruiker) -> None:
    if not mag_werknemers_bewerken(door):
        raise PermissionDenied
    for contract in werknemer.contracten.filter(periode__contains=laatste_dag):
        sluit_contract(contract, laatste_dag=laatste_dag, door=door)


def _leg_vast(
    uitstroom: Uitstroom, *, door: Gebruiker, actie: str, wijzigingen: dict[str, Any]
) -> None:
    audit.leg_vast(
        door=door,
        organisatie_id=uitstroom.werknemer.organisatie_id,
        actie=actie,
        onderwerp=uitstroom,
        wijzigingen=wijzigingen,
    )
