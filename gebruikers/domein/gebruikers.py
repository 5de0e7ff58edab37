"""Changes what somebody is and may do."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from gebruikers.domein.uitnodigen import eis_rol
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld import audit
from gedeeld.gelijktijdig import vergrendel

LAATSTE_BEHEERDER = (
    "Dit is de laatste actieve beheerder. Geef eerst iemand anders de rol beheerder."
)
_VELDEN = ("voornaam", "naam", "rol", "is_active")


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
    """Change name, role and whether somebody may log in; a session that is open ends at once.

    Raises ValidationError at `rol` or `is_active` when nobody would be left to manage users.
    `gezien` as in `gelijktijdig.vergrendel`.
    """
    # One at a time in an organisation: two administrators could otherwise switch off each other.
    Organisatie.objects.select_for_update(of=("self",)).get(gebruikers=door)
    gebruiker = vergrendel(Gebruiker.objects.zichtbaar_voor(door).get(pk=gebruiker.pk), gezien)
    oud = {veld: getattr(gebruiker, veld) for veld in _VELDEN}
    nieuw = {"voornaam": voornaam.strip(), "naam": naam.strip(), "rol": rol, "is_active": is_active}
    for veld, waarde in nieuw.items():
        setattr(gebruiker, veld, waarde)
    gebruiker.clean_fields()
    eis_rol(rol)
    _houd_een_beheerder(gebruiker, was_beheerder=oud["rol"] == Rol.BEHEERDER and oud["is_active"])
    gebruiker.save(update_fields=[*_VELDEN, "gewijzigd_op"])
    audit.leg_vast(
        door=door,
        organisatie_id=gebruiker.organisatie_id,
        actie="gewijzigd",
        onderwerp=gebruiker,
        wijzigingen=audit.verschil(oud, nieuw),
    )
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
