"""A hundred counsellors at work: they think, look, and write down what they heard."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from statistics import quantiles
from typing import Final

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.tijd import vandaag
from tests.meting.bank import in_bank, kopie
from tests.meting.mensen import begeleiders
from tests.meting.rij import MS, Banken, Regel, Rij, hoogstens
from tests.meting.site import bezoeker, draaiende_site, tegelijk
from tests.website import Bezoeker
from trajects.keuzes import SoortNotitie
from werknemers.models import Werknemer

_MENSEN: Final = 100
_MINUTEN, _KORT = 5, 1
_DENKT: Final = (2.0, 8.0)  # seconds
_SCHRIJFT: Final = 0.3
P95: Final = 300.0


@dataclass(slots=True)
class Begeleider:
    """One of them, with the employees that she opens; `fouten` names what did not go well."""

    bezoeker: Bezoeker
    werknemers: list[int]
    toeval: random.Random
    duren: list[float] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)

    def werk(self, einde: float) -> None:
        while time.monotonic() < einde:
            time.sleep(self.toeval.uniform(*_DENKT))
            try:
                self._schrijf() if self.toeval.random() < _SCHRIJFT else self._kijk()
            except OSError as fout:
                self.fouten.append(type(fout).__name__)

    def _kijk(self) -> None:
        wie = self.toeval.choice(self.werknemers)
        paden = (
            "/vandaag/", "/werknemers/", f"/werknemers/{wie}/", f"/werknemers/{wie}/logboek/",
            f"/werknemers/{wie}/plan/", "/signalen/", "/notities/?zoek=werk",
        )  # fmt: skip
        pad = self.toeval.choice(paden)
        antwoord = self.bezoeker.haal(pad, verkleind=True)
        self._tel(pad, antwoord.duur, goed=antwoord.status == 200)

    def _schrijf(self) -> None:
        pad = f"/werknemers/{self.toeval.choice(self.werknemers)}/logboek/"
        pagina = self.bezoeker.haal(pad)
        self._tel(pad, pagina.duur, goed=pagina.status == 200)
        velden = {
            "csrfmiddlewaretoken": pagina.token,
            "tekst": f"We spraken over het werk van deze week ({self.toeval.random()}).",
            "soort": SoortNotitie.GESPREK,
            "datum": f"{vandaag():%Y-%m-%d}",
        }
        antwoord = self.bezoeker.stuur(pad, velden)
        self._tel(f"POST {pad}", antwoord.duur, goed=antwoord.status == 302)

    def _tel(self, pad: str, duur: float, *, goed: bool) -> None:
        self.duren.append(duur * MS)
        if not goed:
            self.fouten.append(pad)


def _meet(banken: Banken) -> Iterator[Regel]:
    minuten = _KORT if banken.kort else _MINUTEN
    with (
        kopie(banken.groot, "meting_ploeg") as bank,
        in_bank(bank),
        draaiende_site(bank, threads=8) as poort,
    ):
        ploeg = list(_ploeg(poort))
        einde = time.monotonic() + 60 * minuten
        tegelijk([lambda b=b: b.werk(einde) for b in ploeg])
    duren = sorted(duur for begeleider in ploeg for duur in begeleider.duren)
    fouten = [fout for begeleider in ploeg for fout in begeleider.fouten]
    p95 = quantiles(duren, n=20)[-1]
    wie = f"{len(ploeg)} begeleiders, {minuten} min"
    uitleg = [
        f"{len(duren)} verzoeken, {len(duren) / (60 * minuten):.0f} per seconde, "
        f"p50 {duren[len(duren) // 2]:.0f} ms, traagste {duren[-1] / MS:.1f} s"
    ]
    yield Regel(f"{wie}, p95", [p95], (), hoogstens(P95), uitleg=uitleg)
    yield Regel(f"{wie}, fouten", [len(fouten)], (), hoogstens(0), "", sorted(set(fouten))[:10])


def _ploeg(poort: int) -> Iterator[Begeleider]:
    """Of as many organisations as it takes; where there are too few, each at more desks."""
    for nummer, gebruiker in enumerate(islice(cycle(_iedereen()), _MENSEN)):
        mensen = Werknemer.objects.filter(begeleider=gebruiker).order_by("pk")
        sleutels = list(mensen.values_list("pk", flat=True)[:30])
        yield Begeleider(bezoeker(poort, gebruiker), sleutels, random.Random(nummer))


def _iedereen() -> Iterator[Gebruiker]:
    for organisatie in Organisatie.objects.order_by("pk"):
        yield from begeleiders(organisatie)[:10]


RIJEN = (Rij("ploeg", "honderd begeleiders aan het werk, 30 % schrijft", _meet),)
