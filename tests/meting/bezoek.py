"""Every page of every role as a request, and what one request costs the server."""

import gzip
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.urls import reverse

from gebruikers.keuzes import Rol
from tests.meting.gevonden import Gevonden, Ontbreekt
from tests.meting.mensen import Huis
from tests.meting.rij import MS
from tests.toegang.tabel import TABEL

# Of the pages where people search and leaf through: what the table of addresses does not ask.
_OOK: Final[dict[str, tuple[dict[str, str], ...]]] = {
    "trajects:werknemers": ({"zoek": "an"}, {"pagina": "5"}, {"horizon": "drie_maanden"}),
    "trajects:zoeken": ({"zoek": "an"}, {"zoek": "werk planning"}, {"zoek": "0470 12 34 56"}),
    "trajects:notities": ({"zoek": "werk"}, {"zoek": "werk planning"}, {"pagina": "50"}),
    "trajects:signalen": ({"pagina": "5"},),
    "trajects:acties": ({"pagina": "3"},),
}


@dataclass(slots=True)
class Bezoek:
    """One page for one role, and what it cost each time (milliseconds, bytes).

    `sql` is the time in statements, `duur` that and the processor time of the page itself: what
    others do meanwhile on a busy machine is not of the page.
    """

    rol: Rol
    adres: str
    duur: list[float] = field(default_factory=list)
    sql: list[float] = field(default_factory=list)
    vragen: int = 0
    status: int = 0
    bytes: int = 0
    is_pagina: bool = True

    @property
    def telt(self) -> bool:
        """Whether a page came; a download is not a page."""
        return self.status == 200 and self.is_pagina

    def __str__(self) -> str:
        return f"{self.rol} {self.adres}"


class Sqlklok:
    """Time in statements, their answers included."""

    def __init__(self) -> None:
        self.ms, self.rekentijd, self.aantal = 0.0, 0.0, 0

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        begin, rekent = time.perf_counter(), time.process_time()
        try:
            return execute(sql, params, many, context)
        finally:
            self.rekentijd += (time.process_time() - rekent) * MS
            self.ms += (time.perf_counter() - begin) * MS
            self.aantal += 1


def browser(huis: Huis, rol: Rol) -> Client:
    """Logged in, behind a proxy that ends https."""
    client = Client(raise_request_exception=False, headers={"Accept-Encoding": "gzip"})
    client.defaults |= {"HTTP_X_FORWARDED_PROTO": "https", "SERVER_NAME": "127.0.0.1"}
    client.force_login(huis.rollen[rol])
    return client


def bezoeken(huis: Huis) -> list[Bezoek]:
    """Every GET of the table of addresses that answers with something, for every role."""
    return list(_bezoeken(Gevonden(huis)))


def _bezoeken(wereld: Any) -> Iterator[Bezoek]:
    for naam, adres in TABEL.items():
        if adres.get is None or adres.get.antwoord != 200:
            continue
        try:
            pad = reverse(naam, kwargs=adres.van(wereld))
            vraag = adres.vraag(wereld) | adres.get.velden(wereld)
        except Ontbreekt:
            continue
        for rol in sorted(adres.get.rollen):
            for ook in ({}, *_OOK.get(naam, ())):
                staart = urlencode(vraag | ook)
                yield Bezoek(rol, f"{pad}?{staart}" if staart else pad)


def haal(client: Client, bezoek: Bezoek) -> None:
    """Once; adds to what the visit cost."""
    klok = Sqlklok()
    begin = time.process_time()
    with connection.execute_wrapper(klok):
        antwoord = client.get(bezoek.adres)
        inhoud = antwoord.getvalue()
    eigen = (time.process_time() - begin) * MS - klok.rekentijd
    bezoek.duur.append(eigen + klok.ms)
    bezoek.sql.append(klok.ms)
    bezoek.vragen, bezoek.status = klok.aantal, antwoord.status_code
    bezoek.is_pagina = antwoord.get("Content-Type", "").startswith("text/html")
    bezoek.bytes = len(inhoud if antwoord.has_header("Content-Encoding") else gzip.compress(inhoud))
