"""Adds and changes employees."""

from datetime import date
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError

from doorstroom.gedeeld import audit
from doorstroom.gedeeld.schendingen import als_zin
from gebruikers.models import Gebruiker
from werknemers.domein.insz import eis_geboortedatum, geboortedatum_van, zoek_insz
from werknemers.models import Werknemer


class Werknemergegevens(TypedDict):
    """What a form or a spreadsheet row says about a person; `insz` as eleven digits or empty."""

    personeelsnummer: str
    familienaam: str
    voornaam: str
    insz: str
    geboortedatum: date | None
    begeleider: Gebruiker | None
    email: str
    gsm: str
    voertaal: str


def voeg_werknemer_toe(*, door: Gebruiker, **gegevens: Unpack[Werknemergegevens]) -> Werknemer:
    """Add an employee to the organisation of `door`. Raises ValidationError by field."""
    werknemer = Werknemer(organisatie_id=door.organisatie_id)
    return _bewaar(werknemer, door=door, actie="toegevoegd", gegevens=gegevens)


def wijzig_werknemer(
    werknemer: Werknemer, *, door: Gebruiker, **gegevens: Unpack[Werknemergegevens]
) -> Werknemer:
    """Change an employee. Raises ValidationError by field."""
    return _bewaar(werknemer, door=door, actie="gewijzigd", gegevens=gegevens)


def controleer_persoon(gegevens: Werknemergegevens, organisatie_id: int | None) -> None:
    """What must hold between the fields of one person; fills in the birth date that INSZ carries.

    The counsellor must belong to the same organisation. Raises ValidationError by field.
    """
    insz, geboortedatum = gegevens["insz"], gegevens["geboortedatum"]
    if insz and geboortedatum is None:
        gegevens["geboortedatum"] = geboortedatum_van(insz)
    elif insz and geboortedatum is not None:
        try:
            eis_geboortedatum(insz, geboortedatum)
        except ValidationError as fout:
            raise ValidationError({"geboortedatum": fout}) from fout
    begeleider = gegevens["begeleider"]
    if begeleider is not None and begeleider.organisatie_id != organisatie_id:
        raise ValidationError({"begeleider": "Kies een begeleider van je eigen organisatie."})


def _bewaar(
    werknemer: Werknemer, *, door: Gebruiker, actie: str, gegevens: Werknemergegevens
) -> Werknemer:
    controleer_persoon(gegevens, door.organisatie_id)
    velden: dict[str, Any] = dict(gegevens)
    oud = {veld: getattr(werknemer, veld) for veld in velden} if werknemer.pk else {}
    for veld, waarde in velden.items():
        setattr(werknemer, veld, waarde)
    werknemer.insz_hash = zoek_insz(werknemer.insz)
    with als_zin():
        werknemer.save()
        audit.leg_vast(
            door=door,
            organisatie_id=werknemer.organisatie_id,
            actie=actie,
            onderwerp=werknemer,
            wijzigingen=audit.verschil(oud, velden),
        )
    return werknemer
