"""What is sent has a limit, before anybody reads it: a stranger cannot make us read megabytes."""

from collections.abc import Callable
from typing import Final

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from gedeeld.verzoek.middleware import pagina_om_terug_te_komen

_MB: Final = 1024 * 1024
# The forms that are open to everybody hold an address and a password.
VREEMDE: Final = 64 * 1024
# The files of one form together, as its page says; and room for the form around them.
BESTANDEN_MB: Final = 50
HOOGSTENS: Final = (BESTANDEN_MB + 5) * _MB


class Verzoekgrens:
    """Refuses by what the request says of its own length; without a length nothing is read.

    It stands before whatever reads the form, the check on the token included.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        lengte = _lengte(request)
        if is_klein(request):
            return self.get_response(request)
        bekend = request.user.is_authenticated
        if bekend and lengte <= HOOGSTENS:
            return self.get_response(request)
        antwoord = HttpResponse(_pagina(request, bekend), status=413)
        antwoord["Cache-Control"] = "no-store, private"
        return antwoord


def _pagina(request: HttpRequest, bekend: bool) -> str:
    """Who was logged out meanwhile comes back to the form, as with a form that is small."""
    if bekend:
        return render_to_string("413.html", {"megabytes": BESTANDEN_MB})
    aanmelden = redirect_to_login(pagina_om_terug_te_komen(request)).url
    return render_to_string("413_afgemeld.html", {"aanmelden": aanmelden})


def is_klein(request: HttpRequest) -> bool:
    """Whether this may be read from anybody."""
    return _lengte(request) <= VREEMDE


def _lengte(request: HttpRequest) -> int:
    """Zero when it is not told: Django reads nothing of such a request."""
    tekst = str(request.META.get("CONTENT_LENGTH") or "")
    return int(tekst) if tekst.isascii() and tekst.isdigit() else 0
