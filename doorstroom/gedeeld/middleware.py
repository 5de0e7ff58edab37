"""Rules that hold for every request."""

import re
from collections.abc import Callable
from typing import Any, Final

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django_structlog.middlewares import RequestMiddleware

Antwoord = Callable[[HttpRequest], HttpResponse]

_LEEST: Final = re.compile(
    r"^\s*(SELECT|WITH|EXPLAIN|SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK|DECLARE|FETCH|CLOSE|SHOW)\b",
    re.IGNORECASE,
)
# A session may be refreshed while reading; an operator's admin page is not ours.
_MAG_SCHRIJVEN: Final = re.compile(r'"(django_session)"')


class SchrijvenBijLezen(RuntimeError):
    """A GET tried to change the database: a bug, never the user's fault."""


def _bewaak(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if not _LEEST.match(sql) and not _MAG_SCHRIJVEN.search(sql):
        raise SchrijvenBijLezen(sql[:120])
    return execute(sql, params, many, context)


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
