"""Every scene in one organisation, and two workers that do the same night at once."""

import threading
from datetime import date

import pytest
from django.db import connection

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import WerknemerFactory
from tests.trajects.signaalsoorten.gevallen.geval import NU, Geval, Toneel
from tests.trajects.signaalsoorten.gevallen.tabel import GEVALLEN
from tests.trajects.signaalsoorten.tafel import Als
from trajects.models import Signaal
from trajects.signaalsoorten.register import regel_van
from trajects.signalen.bepaal_signalen import Signaaluitkomst, bepaal_signalen

Sleutel = tuple[str, int | None, int, date | None]


@pytest.fixture
def gevraagd(
    organisatie: Organisatie,
    begeleider: Gebruiker,
    coordinator: Gebruiker,
    hr: Gebruiker,
    beheerder: Gebruiker,
    als: Als,
) -> list[Sleutel]:
    """What the night must find: for each scene one signal, about somebody of its own."""

    def speel(geval: Geval) -> Sleutel:
        wie = WerknemerFactory(organisatie=organisatie, begeleider=begeleider)
        onderwerp = geval.feiten(Toneel(wie, begeleider, coordinator, hr, beheerder, als))
        over_mensen = regel_van(geval.code).over_mensen
        return geval.code, wie.pk if over_mensen else None, onderwerp, geval.vanaf

    return [speel(geval) for geval in GEVALLEN]


@pytest.mark.django_db(transaction=True)
def test_two_workers_make_each_signal_once(gevraagd: list[Sleutel]) -> None:
    uitkomsten = _twee_tegelijk()
    gemaakt = [pk for uitkomst in uitkomsten for pk in uitkomst.nieuw]
    assert sorted(gemaakt) == list(Signaal.objects.order_by("pk").values_list("pk", flat=True))
    staat_er = list(Signaal.objects.open().values_list("soort", "werknemer", "onderwerp", "sinds"))
    assert {sleutel: staat_er.count(sleutel) for sleutel in gevraagd} == dict.fromkeys(gevraagd, 1)
    assert sorted(uitkomst.ingetrokken + uitkomst.vervangen for uitkomst in uitkomsten) == [0, 0]


def _twee_tegelijk() -> list[Signaaluitkomst]:
    """What two workers changed that began the night at the same moment."""
    uitkomsten: list[Signaaluitkomst] = []
    start = threading.Barrier(2)

    def draai() -> None:
        try:
            start.wait(timeout=10)
            uitkomsten.append(bepaal_signalen(op=NU))
        finally:
            connection.close()

    draden = [threading.Thread(target=draai) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=60)
    assert len(uitkomsten) == len(draden)
    return uitkomsten
