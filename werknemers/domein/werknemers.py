"""Adds and changes employees."""

from datetime import date, datetime
from typing import NotRequired, TypedDict, Unpack, cast

from django.core.exceptions import ValidationError

from gebruikers.domein.beschikbaar import eis_begeleider
from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from gedeeld.velden import OnleesbareTekst
from werknemers.domein.aannemelijk import (
    eis_nagekeken,
    toekomstige_geboorte,
    vreemde_geboorte,
)
from werknemers.domein.begeleiders import leg_wissel_vast
from werknemers.domein.insz import (
    eis_geboortedatum,
    geboortedatum_van,
    leesbaar_insz,
    zoek_insz,
)
from werknemers.models import Werknemer
from werknemers.schrijvers import WERKNEMERS


class Werknemergegevens(TypedDict):
    """What a form or a spreadsheet row says about a person; `insz` as eleven digits, empty, or the
    `OnleesbareTekst` that stays. `nagekeken`: somebody says that what looks odd is right."""

    personeelsnummer: str
    familienaam: str
    voornaam: str
    insz: str
    geboortedatum: date | None
    begeleider: Gebruiker | None
    email: str
    gsm: str
    voertaal: str
    nagekeken: NotRequired[bool]


def voeg_werknemer_toe(*, door: Gebruiker, **gegevens: Unpack[Werknemergegevens]) -> Werknemer:
    """Add an employee to the organisation of `door`. Raises ValidationError by field."""
    with als_zin():
        werknemer = Werknemer(organisatie_id=cast(int, door.organisatie_id))
        return _bewaar(werknemer, gegevens, door=door)


def wijzig_werknemer(
    werknemer: Werknemer,
    *,
    door: Gebruiker,
    gezien: datetime | None = None,
    **gegevens: Unpack[Werknemergegevens],
) -> Werknemer:
    """Change an employee; returns the record as it is now. Raises ValidationError by field.

    `gezien` as in `gelijktijdig.vergrendel`.
    """
    with als_zin():
        huidig = WERKNEMERS.vergrendel(werknemer, gezien)
        return _bewaar(huidig, gegevens, door=door)


def controleer_persoon(gegevens: Werknemergegevens, organisatie_id: int | None) -> None:
    """What must hold between the fields of one person; fills in the birth date that INSZ carries.

    The counsellor must belong to the same organisation. Raises ValidationError by field.
    """
    insz, geboortedatum = leesbaar_insz(gegevens["insz"]), gegevens["geboortedatum"]
    if insz and geboortedatum is None:
        gegevens["geboortedatum"] = geboortedatum_van(insz)
    elif insz and geboortedatum is not None:
        try:
            eis_geboortedatum(insz, geboortedatum)
        except ValidationError as fout:
            raise ValidationError({"geboortedatum": fout}) from fout
    if geboortedatum is not None and (zin := toekomstige_geboorte(geboortedatum, vandaag())):
        raise ValidationError({"geboortedatum": zin})
    begeleider = gegevens["begeleider"]
    if begeleider is not None and begeleider.organisatie_id != organisatie_id:
        raise ValidationError({"begeleider": "Kies een begeleider van je eigen organisatie."})


def _bewaar(werknemer: Werknemer, gegevens: Werknemergegevens, *, door: Gebruiker) -> Werknemer:
    nagekeken = gegevens.pop("nagekeken", False)
    controleer_persoon(gegevens, werknemer.organisatie_id)
    geboren = gegevens["geboortedatum"]
    if geboren is not None and geboren != werknemer.geboortedatum:
        eis_nagekeken([vreemde_geboorte(geboren, op=vandaag())], nagekeken=nagekeken)
    vorige, nieuwe = werknemer.begeleider, gegevens["begeleider"]
    # Who no longer guides anybody stays where a form leaves it so.
    if nieuwe is not None and nieuwe != vorige:
        eis_begeleider(nieuwe, "begeleider")
    # What cannot be read stays as it is, and can still be looked up.
    if not isinstance(gegevens["insz"], OnleesbareTekst):
        werknemer.insz_hash = zoek_insz(gegevens["insz"])
    WERKNEMERS.schrijf(werknemer, dict(gegevens), door=door)
    leg_wissel_vast(werknemer, van=vorige, door=door)
    return werknemer
