"""Rules that hold for every request."""

import re
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django_structlog.middlewares import RequestMiddleware

Antwoord = Callable[[HttpRequest], HttpResponse]

_LEEST: Final = re.compile(
    r"^[\s(]*(SELECT|WITH|EXPLAIN|SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK|DECLARE|FETCH|CLOSE|SHOW)\b",
    re.IGNORECASE,
)
# A query with a name may write under it.
_SCHRIJFT: Final = re.compile(
    r"^[\s(]*WITH\b.*\b(INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|MERGE\s+INTO)\b",
    re.IGNORECASE | re.DOTALL,
)
# A session may be refreshed while reading; an operator's admin page is not ours.
_MAG_SCHRIJVEN: Final = re.compile(r'"(django_session)"')


class AanmeldenVerplicht(LoginRequiredMiddleware):
    """Everything asks for a login unless its view says otherwise.

    Who lost the session while sending a form comes back to the page of that form: the draft waits
    there, and the address that the form goes to may answer nothing else.
    """

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseRedirect:
        terug = request.get_full_path()
        if request.method not in {"GET", "HEAD"}:
            terug = _pagina_van(request) or terug
        return redirect_to_login(
            terug, self.get_login_url(view_func), self.get_redirect_field_name(view_func)
        )


def _pagina_van(request: HttpRequest) -> str:
    """The page of ours that sent this request, or an empty string."""
    herkomst = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(herkomst, allowed_hosts={request.get_host()}):
        return ""
    delen = urlsplit(herkomst)
    return f"{delen.path}?{delen.query}" if delen.query else delen.path


class SchrijvenBijLezen(RuntimeError):
    """A GET tried to change the database: a bug, never the user's fault."""


def _bewaak(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if schrijft(sql):
        raise SchrijvenBijLezen(sql[:120])
    return execute(sql, params, many, context)


def schrijft(sql: str) -> bool:
    """Whether a statement is more than reading; a session that is renewed does not count."""
    leest = _LEEST.match(sql) and not _SCHRIJFT.match(sql)
    return not leest and not _MAG_SCHRIJVEN.search(sql)


class AlleenLezenBijGet:
    """GET and HEAD never write: prefetching, reloading and bookmarking must change nothing."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"} or request.path.startswith("/operator/"):
            return self.get_response(request)
        with connection.execute_wrapper(_bewaak):
            return self.get_response(request)


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
    """Logs each request without its query: people search on names."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        return f"{request.method} {request.path}"
