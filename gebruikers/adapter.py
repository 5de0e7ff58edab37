"""How allauth behaves here: nobody signs up, mail goes through the outbox, links use BASIS_URL."""

from typing import Any, ClassVar
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse

from gebruikers.domein import eenmalige_link
from gebruikers.models import Gebruiker
from gebruikers.schrijvers import GEBRUIKERS
from gedeeld.aangeraakt import noteer
from gedeeld.post import postbus

_NIET_JUIST = "Dit e-mailadres of dit wachtwoord klopt niet. Kijk ze allebei na."
_LINK_VERVALLEN = (
    "De link in deze mail is vervallen. Wie hem nodig heeft, vraagt zelf een nieuwe via "
    "“Wachtwoord vergeten?”."
)
# Longer ones are refused when the answer is made, which is after logging in.
_LANGSTE_ADRES = 2000


class AccountAdapter(DefaultAccountAdapter):
    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _NIET_JUIST,
        "enter_current_password": "Dit is niet je huidige wachtwoord. Probeer het opnieuw.",
        "incorrect_password": "Dit is niet je wachtwoord. Probeer het opnieuw.",
        "too_many_login_attempts": (
            "Je probeerde te vaak met een fout wachtwoord. Wacht vijf minuten en probeer opnieuw, "
            "of kies een nieuw wachtwoord via “Wachtwoord vergeten?”."
        ),
    }

    def login(self, request: HttpRequest, user: Any) -> None:
        """The first time, what waits for that is over."""
        is_eerste = user.last_login is None
        super().login(request, user)
        if is_eerste:
            noteer(user.organisatie_id, None, Gebruiker._meta.label, ["last_login"])

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Whether to go there after logging in; what is no address at all is not safe either."""
        if not url or len(url) > _LANGSTE_ADRES:
            return False
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The operator has no organisation and no work here: only Django's own admin."""
        if isinstance(request.user, Gebruiker) and request.user.organisatie_id is None:
            return reverse("admin:index")
        return str(super().get_login_redirect_url(request))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The host of a request can be forged; the address in the settings cannot."""
        uid, _, sleutel = key.partition("-")
        return eenmalige_link.adres(uid, sleutel)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Through the outbox: a mail server that is away delays the mail, and breaks no page.

        Whether the address has an account makes no other difference than the organisation, which
        only its own people see.
        """
        bericht = self.render_mail(template_prefix, email, context | {"email": email})
        postbus.stel_op(
            sleutel=f"account-{uuid4()}",
            organisatie_id=getattr(context.get("user"), "organisatie_id", None),
            aan=email,
            onderwerp=bericht.subject,
            tekst=bericht.body,
            geldig_tot=eenmalige_link.geldig_tot(),
            na_verval=_LINK_VERVALLEN,
        )

    def set_password(self, user: Gebruiker, password: str) -> None:
        """Who has just chosen a password may use it, also after too many wrong ones."""
        with transaction.atomic():
            super().set_password(user, password)
            GEBRUIKERS.noteer(user, {}, door=user, actie="wachtwoord gekozen")
        self._delete_login_attempts_cached_email(self.request, email=user.email)
