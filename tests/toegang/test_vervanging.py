"""Who stands in finds every page about the caseload on the first and the last day, and only then.

The sweep knows the pages; this moves the days. A new kind of page comes in by its table.
"""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from gebruikers.models import Gebruiker
from tests.test_toegang import klop_aan, verwacht
from tests.toegang.tabel import TABEL
from tests.toegang.wereld import Wie, maak_wereld

# `maak_wereld` lets the stand-in serve from 16 up to and including 30 November 2026.
DAGEN = {
    "the day before": ("2026-11-15", False),
    "the first day": ("2026-11-16", True),
    "the last day": ("2026-11-30", True),
    "the day after": ("2026-12-01", False),
}
OVER_DE_CASELOAD = [
    naam for naam, adres in TABEL.items() if adres.gaat_ergens_over and adres.caseload
]


@pytest.mark.django_db
@pytest.mark.parametrize(("dag", "ziet"), DAGEN.values(), ids=DAGEN)
def test_the_caseload_is_open_for_just_that_period(
    als: Callable[[Gebruiker], Client], dag: str, ziet: bool
) -> None:
    wereld = maak_wereld()
    wie = Wie.VERVANGER if ziet else Wie.COLLEGA
    with time_machine.travel(f"{dag}T09:00Z"):
        client = als(wereld.mensen[Wie.VERVANGER])
        gevonden, bedoeld = {}, {}
        for naam in OVER_DE_CASELOAD:
            for methode in ("get", "post"):
                deur = getattr(TABEL[naam], methode)
                if deur is not None and (methode == "get" or not ziet):
                    bedoeld[naam, methode] = verwacht(TABEL[naam], deur, wie, eigen=True)
                    antwoord = klop_aan(client, naam, methode, wereld)
                    gevonden[naam, methode] = antwoord.status_code
    assert gevonden == bedoeld
    assert len(gevonden) > 20
