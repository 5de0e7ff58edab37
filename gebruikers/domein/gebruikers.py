"""Changes what somebody is and may do."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from gebruikers.domein.uitnodigen import eis_rol
from gebruikers.domein.vervangingsgat import meld_zonder_vervanger
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gebruikers.rechten import kan_begeleiden
from gebruikers.schrijvers import GEBRUIKERS, ORGANISATIES

LAATSTE_BEHEERDER = (
    "Dit is de laatste actieve beheerder. Geef eerst iemand anders de rol beheerder."
)


@transaction.atomic
def wijzig_gebruiker(
    *,
    gebruiker: Gebruiker,
    voornaam: str,
    naam: str,
    rol: Rol | str,
    is_active: bool,
    door: Gebruiker,
    gezien: datetime | None = None,
) -> Gebruiker:
    """Change name, role and whether somebody may log in; a session that is open ends at once. For
    whom nobody stands in any more by that, is mailed about.

    Raises ValidationError at `rol` or `is_active` when nobody would be left to manage users.
    `gezien` as in `gelijktijdig.vergrendel`.
    """
    # One at a time in an organisation: two administrators could otherwise switch off each other.
    ORGANISATIES.vergrendel(Organisatie.objects.get(gebruikers=door))
    eigen = Gebruiker.objects.zichtbaar_voor(door).get(pk=gebruiker.pk)
    gebruiker = GEBRUIKERS.vergrendel(eigen, gezien)
    was_beheerder = gebruiker.rol == Rol.BEHEERDER and gebruiker.is_active
    velden = {
        "voornaam": voornaam.strip(),
        "naam": naam.strip(),
        "rol": rol,
        "is_active": is_active,
    }
    eis_rol(rol)
    GEBRUIKERS.schrijf(gebruiker, velden, door=door, netjes=True)
    _houd_een_beheerder(gebruiker, was_beheerder=was_beheerder)
    if not kan_begeleiden(gebruiker):
        meld_zonder_vervanger(gebruiker, door=door)
    return gebruiker


def _houd_een_beheerder(gebruiker: Gebruiker, *, was_beheerder: bool) -> None:
    if not was_beheerder or (gebruiker.rol == Rol.BEHEERDER and gebruiker.is_active):
        return
    anderen = Gebruiker.objects.actief().filter(
        organisatie=gebruiker.organisatie_id, rol=Rol.BEHEERDER
    )
    if not anderen.exclude(pk=gebruiker.pk).exists():
        veld = "is_active" if not gebruiker.is_active else "rol"
        raise ValidationError({veld: LAATSTE_BEHEERDER})
