"""The pages of every day, on a web server with two workers and eight people who click at once,
beside the barest page of the site.

Eight who never pause wait eight turns for each page, whatever it costs: what they wait is judged
beside what they wait for the bare page. In milliseconds is judged what somebody waits who looks at
a page before the next click, which is how people work.
"""

import time
from collections.abc import Callable, Iterator
from statistics import quantiles
from typing import Final

from gebruikers.keuzes import Rol
from tests.meting.bank import in_bank
from tests.meting.mensen import Huis, gewone
from tests.meting.rij import MS, Banken, Regel, Rij, hoogstens, keer, minstens_keer
from tests.meting.site import bezoeker, draaiende_site, tegelijk
from tests.website import Bezoeker

_KLANTEN: Final = 8
_VRAGEN, _KORT = 25, 5  # of each client in each turn
_BEURTEN: Final = 5
_KIJKT: Final = 0.25  # seconds between a page and the next click
DEEL, P95 = 0.4, 50.0


def _pad(huis: Huis, soort: str) -> str:
    return {
        "vandaag": "/vandaag/",
        "werknemers": "/werknemers/",
        "werknemer": f"/werknemers/{huis.werknemer.pk}/",
    }[soort]


def _ronde(
    bezoekers: list[Bezoeker], pad: str, vragen: int, kijkt: float = 0
) -> tuple[float, float]:
    """Pages a second, and the 95th percentile in milliseconds. Each looks at a page for `kijkt`
    seconds, and they begin one after the other in that time."""
    duren: list[float] = []

    def klik(nummer: int, wie: Bezoeker) -> None:
        time.sleep(kijkt * nummer / len(bezoekers))
        for _ in range(vragen):
            antwoord = wie.haal(pad, verkleind=True)
            if antwoord.status != 200:
                raise RuntimeError(f"{pad} gaf {antwoord.status}.")
            duren.append(antwoord.duur * MS)
            time.sleep(kijkt)

    seconden = tegelijk([lambda w=w: klik(*w) for w in enumerate(bezoekers)])
    return len(duren) / seconden, quantiles(duren, n=20)[-1]


def _meet(wat: str, soort: str, rol: Rol) -> Callable[[Banken], Iterator[Regel]]:
    def meet(banken: Banken) -> Iterator[Regel]:
        with in_bank(banken.groot), draaiende_site(banken.groot) as poort:
            huis = gewone()
            bezoekers = [bezoeker(poort, huis.rollen[rol]) for _ in range(_KLANTEN)]
            paden = (_pad(huis, soort), "/kaal/")
            vragen = _KORT if banken.kort else _VRAGEN
            for pad in paden:
                _ronde(bezoekers, pad, _KORT)  # to warm up
            tempo: dict[str, list[float]] = {pad: [] for pad in paden}
            p95: dict[str, list[float]] = {pad: [] for pad in paden}
            for beurt in range(_BEURTEN):
                for pad in paden if beurt % 2 else reversed(paden):
                    per_seconde, grens = _ronde(bezoekers, pad, vragen)
                    tempo[pad].append(per_seconde)
                    p95[pad].append(grens)
            eigen, kaal = paden
            yield Regel(f"{wat}, tempo", tempo[eigen], tempo[kaal], minstens_keer(DEEL), "/s")
            yield Regel(f"{wat}, p95 zonder pauze", p95[eigen], p95[kaal], keer(1 / DEEL))
            rustig = [_ronde(bezoekers, eigen, vragen, _KIJKT)[1] for _ in range(_BEURTEN)]
            yield Regel(f"{wat}, p95 met een pauze", rustig, (), hoogstens(P95))

    return meet


_WIE: Final = {Rol.BEGELEIDER: "begeleider", Rol.COORDINATOR: "coördinator"}
_NAAM: Final = {"vandaag": "Vandaag", "werknemers": "de lijst", "werknemer": "een werknemer"}


def _rijen() -> Iterator[Rij]:
    for soort, naam in _NAAM.items():
        for rol, wie in _WIE.items():
            wat = f"{naam} van een {wie}"
            uitleg = f"{wat}: twee workers, acht klanten, naast een kale pagina"
            yield Rij(f"{soort}-{wie[0]}", uitleg, _meet(wat, soort, rol))


RIJEN = tuple(_rijen())
