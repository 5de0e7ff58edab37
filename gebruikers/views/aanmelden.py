"""The login page; in the demo it lists who can log in."""

from typing import Any

from allauth.account.views import LoginView

from demo.logins import DEMO_WACHTWOORD, demo_logins


class Aanmelden(LoginView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if logins := demo_logins():
            context |= {"demo_logins": logins, "demo_wachtwoord": DEMO_WACHTWOORD}
        return context
