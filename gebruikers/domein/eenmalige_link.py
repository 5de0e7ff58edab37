"""One-time links with which somebody chooses a password."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.http import int_to_base36

from gebruikers.models import Gebruiker
from gedeeld.tijd import nu


class EenmaligeSleutel(PasswordResetTokenGenerator):
    """Django's reset token: worthless once a password is chosen or after PASSWORD_RESET_TIMEOUT.

    Worthless too for as long as the account is switched off. allauth's own generator writes to the
    database when a link is opened; opening a link must change nothing.
    """

    def _make_hash_value(self, user: Gebruiker, timestamp: int) -> str:
        return f"{super()._make_hash_value(user, timestamp)}{user.is_active}"


def adres(uid: str, sleutel: str) -> str:
    """The full address of the page to choose a password."""
    pad = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": sleutel})
    return f"{settings.BASIS_URL}{pad}"


def maak_link(gebruiker: Gebruiker) -> str:
    """A link that works once and at most three days."""
    return adres(int_to_base36(gebruiker.pk), EenmaligeSleutel().make_token(gebruiker))


def geldig_tot() -> datetime:
    """Until when a link of this moment works."""
    return nu() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
