"""Rules that hold for every request."""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django_structlog.middlewares import RequestMiddleware

from gedeeld.aangeraakt import bijgewerkt
from gedeeld.adressen import adres_van
from gedeeld.verzoek.storing import Bewaarstand, heeft_geantwoord, wordt_ongedaan

Antwoord = Callable[[HttpRequest], HttpResponse]

LEZEN: Final = frozenset({"GET", "HEAD"})
GEZONDHEID: Final = "gedeeld:gezondheid"


class AanmeldenVerplicht(LoginRequiredMiddleware):
    """Everything asks for a login unless its view says otherwise.

    Who lost the session while sending a form comes back to the page of that form: the draft waits
    there, and the address that the form goes to may answer nothing else.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., Any],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        # Who asks does not matter here; the health check answers also when nobody can be looked up.
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseRedirect:
        return redirect_to_login(
            pagina_om_terug_te_komen(request),
            self.get_login_url(view_func),
            self.get_redirect_field_name(view_func),
        )


def pagina_om_terug_te_komen(request: HttpRequest) -> str:
    """Where to go after logging in: the page that was asked for, or that of the form."""
    hier = request.get_full_path()
    return hier if request.method in LEZEN else _pagina_van(request) or hier


def _pagina_van(request: HttpRequest) -> str:
    """The page of ours that sent this request, or an empty string."""
    herkomst = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(herkomst, allowed_hosts={request.get_host()}):
        return ""
    delen = urlsplit(herkomst)
    return f"{delen.path}?{delen.query}" if delen.query else delen.path


class EenTransactie:
    """A request is one transaction: reading cannot write, and what is sent is kept whole or not.

    PostgreSQL itself refuses every way of writing on a GET: prefetching, reloading and bookmarking
    change nothing. What may not be, or ends in an error, is undone as a whole. What follows from
    what was written (`aangeraakt`) is written in it too. On the request stands in `bewaard` what
    became of it, for whoever must tell the user.
    """

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response
        # It has connections of its own, and answers when none can be had.
        self.zonder: Final = adres_van(GEZONDHEID)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == self.zonder:
            return self.get_response(request)
        request.bewaard = Bewaarstand.NIETS  # type: ignore[attr-defined]
        # Who asks: a session that is no longer good ends here, and that is written.
        _ = request.user.is_authenticated
        try:
            with transaction.atomic():
                antwoord = self._antwoord(request)
                request.bewaard = Bewaarstand.ONZEKER  # type: ignore[attr-defined]
        except DatabaseError as fout:
            # The answer of the server says that it undid; silence says nothing.
            if heeft_geantwoord(fout):
                request.bewaard = Bewaarstand.NIETS  # type: ignore[attr-defined]
            raise
        if not wordt_ongedaan(antwoord.status_code):
            request.bewaard = Bewaarstand.ALLES  # type: ignore[attr-defined]
        return antwoord

    def _antwoord(self, request: HttpRequest) -> HttpResponse:
        if request.method in LEZEN:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION READ ONLY")
            return self._antwoord_van(request)
        with bijgewerkt() as geraakt:
            antwoord = self._antwoord_van(request)
            if wordt_ongedaan(antwoord.status_code):
                geraakt.vergeet()
        return antwoord

    def _antwoord_van(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        if wordt_ongedaan(antwoord.status_code):
            transaction.set_rollback(True)
        return antwoord


class NietBewaren:
    """Pages about people are never kept by a browser or a proxy."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        if not antwoord.has_header("Cache-Control"):
            antwoord["Cache-Control"] = "no-store, private"
        return antwoord


class VerzoekLog(RequestMiddleware):
    """Logs each request without its query: people search on names. And who asks, if that can be
    looked up: what answers without the database never waits for it, nothing else waits twice."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        return f"{request.method} {request.path}"

    @staticmethod
    def bind_user_id(request: HttpRequest) -> None:
        if request.path == adres_van(GEZONDHEID) or getattr(request, "onbekend_wie", False):
            return
        try:
            RequestMiddleware.bind_user_id(request)
        except DatabaseError:
            request.onbekend_wie = True  # type: ignore[attr-defined]
            raise
