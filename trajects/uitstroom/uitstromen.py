"""Somebody leaves: written down with where to and why; the aftercare plans itself."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, TypedDict, Unpack

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet

from gebruikers.models import Gebruiker
from gedeeld.periode import dag_erna
from gedeeld.schendingen import als_zin
from trajects.keuzes import LOPENDE_FASEN, ZONDER_NAZORG, Fase, Initiatief
from trajects.models import Traject, Uitstroom, Werkgever
from trajects.rechten import mag_contract_afsluiten, mag_uitstroom_registreren
from trajects.schrijvers import TRAJECTEN, UITSTROMEN
from trajects.traject.fasen import zet_in_fase
from trajects.uitstroom.nazorgplanning import plan_nazorg
from trajects.uitstroom.uitstroomdag import eis_dag
from trajects.uitstroom.vervangingsvenster import lees_venster
from trajects.werk.werkgevers import vind_of_maak_werkgever
from werknemers.domein.contracten import sluit_contract
from werknemers.models import Arbeidsovereenkomst, Werknemer
from werknemers.schrijvers import WERKNEMERS

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
        huidig = WERKNEMERS.vergrendel(werknemer)
        traject = Traject.objects.lopend().filter(werknemer=huidig).first()
        uitstroom = Uitstroom(werknemer=huidig, traject=traject, datum=gegevens["datum"])
        # Contracts come before the employer and the trajectory in the order of the locks.
        if sluit_contracten:
            sluit_contracten_af(uitstroom, door=door)
        _bewaar(uitstroom, gegevens, door=door, actie="uitstroom geregistreerd")
        if traject is not None:
            _zet_traject(traject, uitstroom, door)
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
        huidig = UITSTROMEN.vergrendel(uitstroom, gezien)
        _bewaar(huidig, gegevens, door=door, actie="uitstroom gewijzigd")
    return huidig


def verwijder_uitstroom(
    uitstroom: Uitstroom, *, door: Gebruiker, gezien: datetime | None, naar_fase: str = ""
) -> Werknemer:
    """Take back one that was a mistake; `naar_fase` is where a trajectory in aftercare goes back.

    `gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError once there are results.
    """
    with als_zin():
        huidig = UITSTROMEN.vergrendel(uitstroom, gezien)
        if huidig.nazorg.exclude(resultaat="").exists():
            raise ValidationError(
                "Er is al nazorg gedaan na deze uitstroom. Pas ze aan in plaats van ze te wissen."
            )
        if huidig.traject is not None and huidig.traject.fase == Fase.NAZORG:
            _zet_terug(huidig.traject, naar_fase, door)
        UITSTROMEN.verwijder(huidig, door=door, actie="uitstroom verwijderd")
    return huidig.werknemer


def contracten_na(uitstroom: Uitstroom) -> "QuerySet[Arbeidsovereenkomst]":
    """The contracts of the last day in service that go on after it."""
    return uitstroom.werknemer.contracten.filter(
        periode__contains=uitstroom.datum,
    ).filter(periode__contains=dag_erna(uitstroom.datum))


def sluit_contracten_af(uitstroom: Uitstroom, *, door: Gebruiker) -> int:
    """End the contracts on the last day in service; returns how many. Raises PermissionDenied."""
    if not mag_contract_afsluiten(door):
        raise PermissionDenied
    with als_zin():
        lopend = list(contracten_na(uitstroom).order_by("pk"))
        for contract in lopend:
            sluit_contract(contract, laatste_dag=uitstroom.datum, door=door)
    return len(lopend)


def _bewaar(
    uitstroom: Uitstroom, gegevens: Uitstroomgegevens, *, door: Gebruiker, actie: str
) -> None:
    velden: dict[str, Any] = dict(gegevens)
    velden["werkgever"] = _werkgever(uitstroom, velden.pop("werkgever"), door)
    eis_dag(uitstroom, gegevens["datum"])
    _eis_motief(uitstroom.werknemer, gegevens)
    UITSTROMEN.schrijf(uitstroom, velden, door=door, actie=actie)
    plan_nazorg(uitstroom)


def _werkgever(uitstroom: Uitstroom, naam: str, door: Gebruiker) -> Werkgever | None:
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
    zet_in_fase(TRAJECTEN.vergrendel(traject), door=door, naar=naar, reden=reden)


def _zet_terug(traject: Traject, naar: str, door: Gebruiker) -> None:
    if naar not in LOPENDE_FASEN:
        raise ValidationError({"naar_fase": "Kies in welke fase het traject verdergaat."})
    if naar != Fase.NAZORG:
        reden = "De uitstroom was een vergissing."
        zet_in_fase(TRAJECTEN.vergrendel(traject), door=door, naar=naar, reden=reden)
