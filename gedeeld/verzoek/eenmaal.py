"""Answers the same form for the second time as for the first, and does nothing more."""

import re
from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django_htmx.http import HttpResponseClientRedirect, HttpResponseClientRefresh

from gedeeld.models import Inzending
from gedeeld.vastevraag import NAAM
from gedeeld.verzoek import inzendingen
from gedeeld.verzoek.storing import Bewaarstand, wachtte_te_lang, wordt_ongedaan

_AL_BEWAARD: Final = "Je verstuurde dit twee keer. Het is één keer bewaard."
_GEWEIGERD: Final = 400
_LEEST: Final = re.compile(
    r"^[\s(]*(SELECT|WITH|EXPLAIN|SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK|DECLARE|FETCH|CLOSE|SHOW|"
    rf"EXECUTE {NAAM}\d+)\b",
    re.IGNORECASE,
)
# A query with a name may write under it.
_SCHRIJFT: Final = re.compile(
    r"^[\s(]*WITH\b.*\b(INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|MERGE\s+INTO)\b",
    re.IGNORECASE | re.DOTALL,
)
# A session is renewed without anything being kept.
_SESSIE: Final = re.compile(r'"(django_session)"')
_SAVEPOINT: Final = re.compile(r"(ROLLBACK TO )?SAVEPOINT (\S+)")


def schrijft(sql: str) -> bool:
    """Whether a statement is more than reading; a session that is renewed does not count."""
    leest = _LEEST.match(sql) and not _SCHRIJFT.match(sql)
    return not leest and not _SESSIE.search(sql)


class EenmaalInzenden:
    """The same form twice is one record: the second time leads to where the first one led.

    Only what was kept counts: what was refused, or looked at before it is confirmed, may be sent
    again. Stands inside the transaction of the request: what is kept and that it is kept are one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        afdruk = inzendingen.vingerafdruk(request)
        if not afdruk:
            return self.get_response(request)
        inzending, nieuw = _claim(request, afdruk)
        if not nieuw:
            return _zoals_eerst(request, inzending)
        schreef = _Schrijfwacht()
        with connection.execute_wrapper(schreef):
            antwoord = self.get_response(request)
        if schreef.geschreven and _is_bewaard(request, antwoord):
            inzendingen.rond_af(inzending, _naar(antwoord))
        elif not wordt_ongedaan(antwoord.status_code):  # that takes the row away too
            inzendingen.vergeet(inzending)
        return antwoord


def _claim(request: HttpRequest, afdruk: str) -> tuple[Inzending, bool]:
    try:
        return inzendingen.claim(afdruk, request.user)  # type: ignore[arg-type]
    except OperationalError as fout:
        # The first one is still at work: what it keeps, nobody can tell yet.
        if wachtte_te_lang(fout):
            request.bewaard = Bewaarstand.ONZEKER  # type: ignore[attr-defined]
        raise


class _Schrijfwacht:
    """Sees whether the request changes anything that stays: what a rule refused is undone."""

    def __init__(self) -> None:
        self.geschreven = False
        self._voor: dict[str, bool] = {}

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        if punt := _SAVEPOINT.match(sql):
            terug, naam = punt.groups()
            if terug:
                self.geschreven = self._voor[naam]
            else:
                self._voor[naam] = self.geschreven
        self.geschreven = self.geschreven or schrijft(sql)
        return execute(sql, params, many, context)


def _is_bewaard(request: HttpRequest, antwoord: HttpResponse) -> bool:
    """A page that is not a part of one shows something first, or asks again."""
    if antwoord.status_code >= _GEWEIGERD:
        return False
    return bool(request.htmx) or antwoord.has_header("Location")  # type: ignore[attr-defined]


def _naar(antwoord: HttpResponse) -> str:
    return antwoord.get("Location", "") or antwoord.get("HX-Redirect", "")


def _zoals_eerst(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    # A success: the script lets go of the draft, which would come back as if nothing was kept.
    messages.success(request, _AL_BEWAARD)
    if request.htmx:  # type: ignore[attr-defined]
        naar = inzending.naar
        return HttpResponseClientRedirect(naar) if naar else HttpResponseClientRefresh()
    return HttpResponseRedirect(inzending.naar or request.path)
