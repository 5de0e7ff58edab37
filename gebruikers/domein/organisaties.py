"""Sets up an organisation and changes what it is called and when it wants signals."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from stdnum.be import vat

from gebruikers.domein.eenmalige_link import maak_link
from gebruikers.domein.uitnodigen import maak_gebruiker
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gebruikers.models.organisatie import CODE, CODE_ZIN, controleer_kbo
from gebruikers.schrijvers import ORGANISATIES


@dataclass(frozen=True, slots=True)
class NieuweOrganisatie:
    """What was made, and the one-time link with which the administrator chooses a password."""

    organisatie: Organisatie
    beheerder: Gebruiker
    link: str


@transaction.atomic
def maak_organisatie(
    *, code: str, naam: str, beheerder: str, door: Gebruiker | None = None
) -> NieuweOrganisatie:
    """Make an organisation and its first administrator, whose e-mail address is `beheerder`.

    The administrator is called after the address until somebody fills in a name.
    Raises ValidationError at `code`, `naam` or `email`; then nothing is made.
    """
    if not re.match(CODE, code):
        raise ValidationError({"code": CODE_ZIN})
    if not naam.strip():
        raise ValidationError({"naam": "Geef de organisatie een naam."})
    organisatie = Organisatie()
    try:
        with transaction.atomic():
            velden = {"code": code, "naam": naam.strip()}
            ORGANISATIES.schrijf(organisatie, velden, door=door, netjes=True)
    except IntegrityError as fout:  # the fields are sound, so only the code can be taken
        zin = f"Er is al een organisatie met de code “{organisatie.code}”. Kies een andere code."
        raise ValidationError({"code": zin}) from fout
    gebruiker = maak_gebruiker(
        organisatie=organisatie,
        email=beheerder,
        voornaam="",
        naam=beheerder.partition("@")[0],
        rol=Rol.BEHEERDER,
        door=door,
    )
    return NieuweOrganisatie(organisatie, gebruiker, maak_link(gebruiker))


@transaction.atomic
def wijzig_organisatie(
    *,
    organisatie: Organisatie,
    naam: str,
    kbo_nummer: str,
    door: Gebruiker,
    gezien: datetime | None = None,
) -> Organisatie:
    """Change name and KBO number (stored as 0403.170.701, or empty).

    Raises ValidationError by field; `gezien` as in `gelijktijdig.vergrendel`.
    """
    nieuw = {"naam": naam.strip(), "kbo_nummer": kbo_met_punten(kbo_nummer)}
    huidig = ORGANISATIES.vergrendel(organisatie, gezien)
    ORGANISATIES.schrijf(huidig, nieuw, door=door, netjes=True)
    return huidig


@transaction.atomic
def stel_drempels_in(
    *,
    organisatie: Organisatie,
    drempels: Iterable[int],
    door: Gebruiker,
    gezien: datetime | None = None,
) -> Organisatie:
    """Choose how many months ahead signals are made; order and doubles do not matter.

    Raises ValidationError at `drempels`; `gezien` as in `gelijktijdig.vergrendel`.
    """
    nieuw = {"drempels": sorted(set(drempels), reverse=True)}
    huidig = ORGANISATIES.vergrendel(organisatie, gezien)
    ORGANISATIES.schrijf(huidig, nieuw, door=door, actie="drempels gekozen", netjes=True)
    return huidig


def kbo_met_punten(kbo_nummer: str) -> str:
    """Raises ValidationError at `kbo_nummer` when the check digits are wrong."""
    if not kbo_nummer.strip():
        return ""
    try:
        controleer_kbo(kbo_nummer)
    except ValidationError as fout:
        raise ValidationError({"kbo_nummer": fout}) from fout
    cijfers = vat.compact(kbo_nummer)
    return f"{cijfers[:4]}.{cijfers[4:7]}.{cijfers[7:]}"
