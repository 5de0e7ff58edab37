"""Writes down where an employee applied, and what came of it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from gebruikers.models import Gebruiker
from gedeeld import audit
from gedeeld.gelijktijdig import vergrendel
from gedeeld.schendingen import als_zin
from trajects.keuzes import Standsollicitatie
from trajects.models import Sollicitatie
from trajects.werk.werkgevers import vind_of_maak_werkgever
from werknemers.models import Werknemer


class Sollicitatiegegevens(TypedDict, total=False):
    """`werkgever` is a name (`werkgevers.vind_of_maak_werkgever`), "" when the employer is not
    known; left out it stays as it is."""

    vacature: str
    werkgever: str
    datum: date
    stand: str
    terugkoppeling: str


def voeg_sollicitatie_toe(
    *, werknemer: Werknemer, door: Gebruiker, **gegevens: Unpack[Sollicitatiegegevens]
) -> Sollicitatie:
    """Write down an application. Raises ValidationError by field."""
    with als_zin():
        sollicitatie = Sollicitatie(werknemer=werknemer, stand=Standsollicitatie.VERSTUURD)
        return _bewaar(sollicitatie, gegevens, door, "toegevoegd")


def wijzig_sollicitatie(
    sollicitatie: Sollicitatie,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Sollicitatiegegevens],
) -> Sollicitatie:
    """Say what came of an application; `gezien` as in `gelijktijdig.vergrendel`."""
    with als_zin():
        return _bewaar(vergrendel(sollicitatie, gezien), gegevens, door, "gewijzigd")


def verwijder_sollicitatie(
    sollicitatie: Sollicitatie, *, door: Gebruiker, gezien: datetime | None
) -> Sollicitatie:
    """Take away an application that never was; what it said stays in the audit trail.

    Gives what it was.
    """
    with als_zin():
        huidig = vergrendel(sollicitatie, gezien)
        weg = {veld: [waarde, None] for veld, waarde in _stand(huidig).items()}
        _leg_vast(huidig, door, "verwijderd", weg)
        huidig.delete()
    return huidig


def _bewaar(
    sollicitatie: Sollicitatie, gegevens: Sollicitatiegegevens, door: Gebruiker, actie: str
) -> Sollicitatie:
    oud = _stand(sollicitatie) if sollicitatie.pk else {}
    nieuw: dict[str, Any] = dict(gegevens)
    if "werkgever" in nieuw:
        naam, organisatie_id = nieuw.pop("werkgever"), sollicitatie.werknemer.organisatie_id
        sollicitatie.werkgever = (
            vind_of_maak_werkgever(organisatie_id=organisatie_id, naam=naam, door=door)
            if naam
            else None
        )
    for veld, waarde in nieuw.items():
        setattr(sollicitatie, veld, waarde)
    sollicitatie.save()
    _leg_vast(sollicitatie, door, actie, audit.verschil(oud, _stand(sollicitatie)))
    return sollicitatie


def _stand(sollicitatie: Sollicitatie) -> dict[str, Any]:
    """The application as the audit trail keeps it."""
    velden = ("vacature", "stand", "terugkoppeling")
    return {
        "werkgever": sollicitatie.werkgever.label if sollicitatie.werkgever else "",
        "datum": str(sollicitatie.datum),
        **{veld: getattr(sollicitatie, veld) for veld in velden},
    }


def _leg_vast(
    sollicitatie: Sollicitatie, door: Gebruiker, actie: str, wijzigingen: Mapping[str, Any]
) -> None:
    audit.leg_vast(
        door=door,
        organisatie_id=sollicitatie.werknemer.organisatie_id,
        actie=actie,
        onderwerp=sollicitatie,
        wijzigingen=wijzigingen,
    )
