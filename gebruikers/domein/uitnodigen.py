"""Adds people: the account without a password, and the mail with the link to choose one."""

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string

from gebruikers.domein.eenmalige_link import geldig_tot, maak_link
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gebruikers.models.gebruiker import EMAIL_BEZET
from gebruikers.schrijvers import GEBRUIKERS
from gedeeld.post import postbus
from gedeeld.tijd import nu

_eis_email = EmailValidator("Dit e-mailadres klopt niet. Schrijf het zo: naam@organisatie.be")

# What the trail says of it.
OPNIEUW: Final = "opnieuw uitgenodigd"


def eis_rol(rol: Rol | str) -> None:
    """Raise ValidationError for a member of an organisation without a role that exists."""
    if rol not in Rol.values:
        raise ValidationError({"rol": "Kies een rol."})


def maak_gebruiker(
    *,
    organisatie: Organisatie,
    email: str,
    voornaam: str,
    naam: str,
    rol: Rol | str,
    door: Gebruiker | None,
) -> Gebruiker:
    """Add a user who cannot log in before choosing a password.

    Raises ValidationError by field: a bad or used e-mail address, a missing name, an unknown role.
    """
    adres = email.strip().lower()
    velden: dict[str, Any] = {
        "organisatie": organisatie,
        "email": adres,
        "voornaam": voornaam.strip(),
        "naam": naam.strip(),
        "rol": str(rol),
    }
    try:
        _eis_email(adres)
    except ValidationError as fout:
        raise ValidationError({"email": fout}) from fout
    gebruiker = Gebruiker(**velden)
    gebruiker.set_unusable_password()
    gebruiker.clean_fields()
    eis_rol(rol)
    try:
        with transaction.atomic():
            GEBRUIKERS.schrijf(gebruiker, velden, door=door)
    except IntegrityError as fout:  # the fields are sound, so only the address can be taken
        raise ValidationError({"email": EMAIL_BEZET}) from fout
    return gebruiker


@transaction.atomic
def nodig_gebruiker_uit(
    *, email: str, voornaam: str, naam: str, rol: Rol | str, door: Gebruiker
) -> Gebruiker:
    """Add a user to the organisation of `door` and mail the link to choose a password."""
    organisatie = Organisatie.objects.get(gebruikers=door)
    gebruiker = maak_gebruiker(
        organisatie=organisatie, email=email, voornaam=voornaam, naam=naam, rol=rol, door=door
    )
    _mail_link(gebruiker, door)
    return gebruiker


@transaction.atomic
def nodig_opnieuw_uit(*, gebruiker: Gebruiker, door: Gebruiker) -> None:
    """Mail a new link to somebody who has not logged in yet; the earlier link goes on working.

    Raises ValidationError for somebody who has been here before or is switched off.
    """
    genodigde = (
        Gebruiker.objects.zichtbaar_voor(door).select_for_update(no_key=True).get(pk=gebruiker.pk)
    )
    if genodigde.last_login is not None or not genodigde.is_active:
        raise ValidationError("Alleen wie zich nog nooit aanmeldde, kun je opnieuw uitnodigen.")
    GEBRUIKERS.noteer(genodigde, {}, door=door, actie=OPNIEUW)
    _mail_link(genodigde, door)


def _mail_link(gebruiker: Gebruiker, door: Gebruiker) -> None:
    """One mail a minute at most, however often the button is pressed."""
    tekst = render_to_string(
        "gebruikers/mail/uitnodiging.txt",
        {"gebruiker": gebruiker, "door": door, "link": maak_link(gebruiker)},
    )
    postbus.stel_op(
        sleutel=f"uitnodiging-{gebruiker.pk}-{nu():%Y%m%d%H%M}",
        organisatie_id=gebruiker.organisatie_id,
        aan=gebruiker.email,
        onderwerp="Kies je wachtwoord voor Doorstroom",
        tekst=tekst,
        geldig_tot=geldig_tot(),
        na_verval=f"De link in deze mail is vervallen. Nodig {gebruiker} opnieuw uit.",
    )
