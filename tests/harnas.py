"""A suspicious harness: what a careless page does wrong fails the test that happens to see it."""

import gzip
import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from gedeeld.schrijver import SLOTVOLGORDE

ALLEEN_LEZEN = "SET TRANSACTION READ ONLY"
_SLOT = re.compile(r'FROM "(\w+)".* FOR (?:NO KEY )?UPDATE|^UPDATE "(\w+)"', re.DOTALL)
_RANG = {apps.get_model(model)._meta.db_table: rang for rang, model in enumerate(SLOTVOLGORDE)}
TEMPLATES = Path(settings.BASE_DIR) / "templates"


class OntbrekendeVariabele(Exception):
    """A template prints a variable that its context does not have."""


class GeenStilleLeegte(str):
    """Django's `string_if_invalid`; in our own templates an unknown variable is an error.

    Templates of libraries rely on silence, so those keep it.
    """

    __slots__ = ()

    def __new__(cls) -> "GeenStilleLeegte":
        return super().__new__(cls, "%s")

    def __mod__(self, variabele: Any) -> str:
        naam = self._eigen_template()
        if naam is None:
            return ""
        raise OntbrekendeVariabele(f"{{{{ {variabele} }}}} in {naam}")

    @staticmethod
    def _eigen_template() -> str | None:
        """The name of the template that is being rendered, when it is one of ours."""
        frame = sys._getframe(2)
        context = frame.f_locals.get("context")
        template = getattr(getattr(context, "render_context", None), "template", None)
        herkomst = getattr(getattr(template, "origin", None), "name", "")
        return herkomst if str(herkomst).startswith(str(TEMPLATES)) else None


class _Paginalezer(HTMLParser):
    """Collects what a page may not have."""

    def __init__(self) -> None:
        super().__init__()
        self.fouten: list[str] = []
        self._open_formulier = False
        self._token = False
        self._ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        waarden = dict(attrs)
        self._controleer_csp(tag, waarden)
        self._controleer_id(waarden)
        if tag == "form" and (waarden.get("method") or "").lower() == "post":
            self._open_formulier, self._token = True, False
        if tag == "input" and waarden.get("name") == "csrfmiddlewaretoken":
            self._token = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._open_formulier:
            self._open_formulier = False
            if not self._token:
                self.fouten.append("a form that posts without csrf token")

    def _controleer_csp(self, tag: str, waarden: dict[str, str | None]) -> None:
        if tag == "script" and "src" not in waarden:
            self.fouten.append("an inline script")
        if tag == "style" or "style" in waarden:
            self.fouten.append(f"inline style on <{tag}>")
        if any(naam.startswith("on") for naam in waarden):
            self.fouten.append(f"an inline handler on <{tag}>")
        if "hx-get" in waarden and tag == "a" and not waarden.get("href"):
            self.fouten.append("an hx-get link without href")

    def _controleer_id(self, waarden: dict[str, str | None]) -> None:
        naam = waarden.get("id")
        if naam and naam in self._ids:
            self.fouten.append(f"id “{naam}” twice")
        self._ids.add(naam or "")


def controleer_pagina(antwoord: HttpResponse) -> None:
    """Fail on a page with a form without csrf token, inline code, a double id, or a bare link."""
    if antwoord.streaming or not antwoord.get("Content-Type", "").startswith("text/html"):
        return
    lezer = _Paginalezer()
    ingepakt = antwoord.get("Content-Encoding") == "gzip"
    lezer.feed((gzip.decompress(antwoord.content) if ingepakt else antwoord.content).decode())
    assert not lezer.fouten, f"{antwoord.status_code}: {lezer.fouten}"


class Slotwacht:
    """Sees in what order a request locks: all that it does is one transaction."""

    def __init__(self) -> None:
        self.tabellen: list[str] = []

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        if slot := _SLOT.search(sql):
            self.tabellen.append(slot[1] or slot[2])
        return execute(sql, params, many, context)

    @property
    def op_volgorde(self) -> bool:
        """Whether what is locked first stands first; again what is held already is no harm."""
        rangen = [_RANG.get(tabel, len(_RANG)) for tabel in dict.fromkeys(self.tabellen)]
        return rangen == sorted(rangen)


class WaakzameClient(Client):
    """Looks at every page that passes by; operator pages are Django's own."""

    def request(self, **verzoek: Any) -> Any:
        sloten = Slotwacht()
        with connection.execute_wrapper(sloten):
            antwoord = super().request(**verzoek)
        assert sloten.op_volgorde, f"locks out of order: {sloten.tabellen}"
        if not str(verzoek.get("PATH_INFO", "")).startswith("/operator/"):
            controleer_pagina(antwoord)
        return antwoord


def zonder_tokens(html: str) -> str:
    """A page without what differs at every rendering."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html)


def zonder_kader(vragen: list[dict[str, str]]) -> list[dict[str, str]]:
    """The queries of a page without the transaction around it, which is the same for every page."""
    weg: set[int] = set()
    for plaats, vraag in enumerate(vragen):
        if vraag["sql"] == ALLEEN_LEZEN:
            naam = vragen[plaats - 1]["sql"].partition("SAVEPOINT ")[2]
            einde = next(
                nummer
                for nummer, latere in enumerate(vragen[plaats:], plaats)
                if latere["sql"] in {f"RELEASE SAVEPOINT {naam}", f"ROLLBACK TO SAVEPOINT {naam}"}
            )
            weg |= {plaats - 1, plaats, einde}
    return [vraag for plaats, vraag in enumerate(vragen) if plaats not in weg]
