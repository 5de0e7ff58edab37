"""What a write does besides: the signals of whom it was about."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.meting.bank import in_bank, kopie
from tests.meting.beurten import duur
from tests.meting.mensen import Huis, grootste
from tests.meting.naspelen import ongedaan
from tests.meting.rij import Banken, Regel, Rij, hoogstens
from trajects.signaalsoorten.soort import Regel as Signaalregel
from trajects.signalen.bijwerken import gevraagd, werk_signalen_bij
from werknemers.models import Werknemer

MENSEN: Final = 60
TIJD, VRAGEN = 5, 3
_WERKBANK: Final = "meting_schrijven"
# What people write most, and what every rule reads.
_GESCHREVEN: Final = {
    "een notitie": {"trajects.Notitie"},
    "een fasewissel": {"trajects.Traject.fase"},
    "een contract": {"werknemers.Arbeidsovereenkomst"},
}


def _meet(banken: Banken) -> Iterator[Regel]:
    with kopie(banken.groot, _WERKBANK) as bank, in_bank(bank):
        huis = grootste()
        for wat, geschreven in _GESCHREVEN.items():
            _, regels = gevraagd(geschreven)
            yield from _na(wat, regels, huis)


def _na(wat: str, regels: Sequence[Signaalregel], huis: Huis) -> Iterator[Regel]:
    mensen = Werknemer.objects.filter(organisatie=huis.organisatie).order_by("pk")
    sleutels = list(mensen.values_list("pk", flat=True)[:MENSEN])
    tijden, vragen = [], []
    for sleutel in sleutels:
        werk = _werk_bij(huis.organisatie.pk, sleutel, regels)
        # Who writes about somebody has read about them: it is not read from disk.
        with ongedaan():
            werk()
        with ongedaan(), CaptureQueriesContext(connection) as gesteld:
            tijden.append(duur(werk))
        vragen.append(float(len(gesteld)))
    naam = f"één mens bijwerken na {wat} ({len(regels)} regels)"
    yield Regel(naam, tijden, grens=hoogstens(TIJD))
    yield Regel(f"{naam}, vragen", vragen, grens=hoogstens(VRAGEN), eenheid="vragen")


def _werk_bij(organisatie: int, mens: int, regels: Sequence[Signaalregel]) -> Callable[[], None]:
    return lambda: werk_signalen_bij(organisatie, [mens], regels)


RIJEN = (Rij("schrijven", "de signalen van één mens na wat iemand schrijft", _meet),)
