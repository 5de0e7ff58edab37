"""Every page of every role, in an organisation of 330 and in the largest one."""

from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import Final

from django.db import connection
from django.test import Client

from gebruikers.keuzes import Rol
from tests.meting.bank import Bank, in_bank
from tests.meting.beurten import als_op_het_web
from tests.meting.bezoek import Bezoek, bezoeken, browser, haal
from tests.meting.mensen import Huis, gewone, grootste
from tests.meting.rij import Banken, Regel, Rij, erbij, hoogstens, keer

_BEURTEN, _KORT = 5, 2
# A page that takes so long (ms) is judged by one turn.
_TRAAG: Final = 2000
_HOOGSTENS: Final = 20  # pages that are named
BOVEN_SQL, BLIJFT_GELIJK, DUUR, GROOTTE = 40.0, 1.25, 300.0, 150.0
# What a busy machine adds to a page (ms) before it counts as slower.
_RUIS: Final = 5.0


def _bezoek_alles(bank: Bank, welk: Callable[[], Huis], beurten: int) -> list[Bezoek]:
    """All pages, turn after turn: a busy moment touches each of them once."""
    with in_bank(bank):
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = '20s'")  # as on the web
        huis = welk()
        browsers = {rol: browser(huis, rol) for rol in Rol}
        for client in browsers.values():
            client.get("/kaal/")  # loads every address
        alles = bezoeken(huis)
        with als_op_het_web():
            _klik_alles(alles, browsers, beurten)
        for client in browsers.values():
            client.logout()
    return alles


def _klik_alles(alles: Sequence[Bezoek], browsers: dict[Rol, Client], beurten: int) -> None:
    for bezoek in alles:
        haal(browsers[bezoek.rol], bezoek)  # once to warm up
        if bezoek.duur[0] < _TRAAG:
            bezoek.duur.clear()
            bezoek.sql.clear()
    for _ in range(beurten):
        for bezoek in alles:
            if not bezoek.duur or bezoek.duur[0] < _TRAAG:
                haal(browsers[bezoek.rol], bezoek)


def _naast_sql(alles: Sequence[Bezoek]) -> Regel:
    paginas = [bezoek for bezoek in alles if bezoek.telt]

    def zelf(bezoek: Bezoek) -> float:
        return median(d - s for d, s in zip(bezoek.duur, bezoek.sql, strict=True))

    zwaarste = max(paginas, key=zelf)
    te_veel = [bezoek for bezoek in paginas if zelf(bezoek) > BOVEN_SQL]
    return Regel(
        f"elke pagina, 330: de zwaarste van {len(paginas)} naast haar SQL",
        zwaarste.duur,
        zwaarste.sql,
        erbij(BOVEN_SQL),
        uitleg=_noem(te_veel or [zwaarste], zelf, "+{:.0f} ms op {sql:.0f} ms SQL"),
    )


def _vlak(klein: Sequence[Bezoek], groot: Sequence[Bezoek]) -> Regel:
    """The best turn of each page in both databases; pages are the same by place in the table."""
    paren = [(a, b) for a, b in zip(klein, groot, strict=False) if a.telt and b.telt]

    def maal(paar: tuple[Bezoek, Bezoek]) -> float:
        return min(paar[1].duur) / (min(paar[0].duur) + _RUIS)

    a, b = max(paren, key=maal)
    groeit = sorted(paren, key=maal, reverse=True)
    slechtst = [paar for paar in groeit[:_HOOGSTENS] if maal(paar) > BLIJFT_GELIJK]
    return Regel(
        "elke pagina, 330: in het land naast drie organisaties",
        [min(b.duur)],
        [min(a.duur) + _RUIS],
        keer(BLIJFT_GELIJK),
        uitleg=[f"{b}: {min(a.duur):.0f} naar {min(b.duur):.0f} ms" for a, b in slechtst],
    )


def _noem(gevonden: Sequence[Bezoek], maat: Callable[[Bezoek], float], zin: str) -> list[str]:
    eerst = sorted(gevonden, key=maat, reverse=True)
    regels = [
        f"{bezoek}: {zin.format(maat(bezoek), sql=median(bezoek.sql))}, {bezoek.vragen} vragen"
        for bezoek in eerst[:_HOOGSTENS]
    ]
    over = len(eerst) - _HOOGSTENS
    return [*regels, f"… en nog {over}"] if over > 0 else regels


def _beurten(banken: Banken) -> int:
    return _KORT if banken.kort else _BEURTEN


def _meet_330(banken: Banken) -> Iterator[Regel]:
    groot = _bezoek_alles(banken.groot, gewone, _beurten(banken))
    yield _naast_sql(groot)
    yield from _zonder_pagina(groot)
    if not banken.alleen_klein:
        yield _vlak(_bezoek_alles(banken.klein, gewone, _beurten(banken)), groot)


def _zonder_pagina(alles: Sequence[Bezoek]) -> Iterator[Regel]:
    """What answers with a fault; who asks for what is not in their caseload does not count."""
    fout = [bezoek for bezoek in alles if bezoek.status >= 500]
    yield Regel(
        "pagina's die een fout geven", [float(len(fout))], (), hoogstens(0), "",
        [f"{bezoek}: {bezoek.status}" for bezoek in fout[:_HOOGSTENS]],
    )  # fmt: skip


def _meet_groot(banken: Banken) -> Iterator[Regel]:
    alles = _bezoek_alles(banken.groot, grootste, _beurten(banken))
    paginas = [bezoek for bezoek in alles if bezoek.telt]

    def duur(bezoek: Bezoek) -> float:
        return median(bezoek.duur)

    def grootte(bezoek: Bezoek) -> float:
        return bezoek.bytes / 1000

    traagste, zwaarste = max(paginas, key=duur), max(paginas, key=grootte)
    te_traag = [bezoek for bezoek in paginas if duur(bezoek) > DUUR]
    te_zwaar = [bezoek for bezoek in paginas if grootte(bezoek) > GROOTTE]
    yield Regel(
        f"elke pagina, 5.000: de traagste van {len(paginas)}", traagste.duur, (), hoogstens(DUUR),
        uitleg=_noem(te_traag or [traagste], duur, "{:.0f} ms, waarvan {sql:.0f} ms SQL"),
    )  # fmt: skip
    yield Regel(
        "elke pagina, 5.000: de grootste, verkleind", [grootte(zwaarste)], (), hoogstens(GROOTTE),
        "kB", _noem(te_zwaar or [zwaarste], grootte, "{:.0f} kB"),
    )  # fmt: skip
    downloads = [bezoek for bezoek in alles if bezoek.status == 200 and not bezoek.is_pagina]
    if downloads:
        yield Regel(
            "elke download, 5.000: de traagste", max(downloads, key=duur).duur,
            uitleg=_noem([b for b in downloads if duur(b) > DUUR], duur, "{:.0f} ms"),
        )  # fmt: skip
    yield from _zonder_pagina(alles)


RIJEN = (
    Rij("pagina330", "elke pagina naast haar SQL, en in het land naast drie", _meet_330),
    Rij("pagina5000", "elke pagina in de grootste organisatie: tijd en grootte", _meet_groot),
)
