"""A document whose worker was killed is made all the same."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client

from gebruikers.models import Gebruiker
from gedeeld.models import Uitvoer
from gedeeld.tasks import hervat_uitvoer, maak_uitvoer
from gedeeld.tijd import nu
from tests.storing.melding import niet_in_orde
from tests.storing.test_import import iemand_wacht
from tests.storing.toneel import Toneel, dood, eis
from tests.uitvoer import bestel
from werknemers.models import Werknemer

pytestmark = pytest.mark.django_db(transaction=True)
Als = Callable[[Gebruiker], Client]
NU, STRAKS = "2026-11-23T10:00:10+01:00", "2026-11-23T10:02:00+01:00"


def stand(uitvoer: Uitvoer) -> str:
    uitvoer.refresh_from_db()
    return uitvoer.status


def meldt_uitvoer(client: Client) -> bool:
    """Whether somebody who looks a quarter of an hour after the fault hears of it."""
    with time_machine.travel(nu() + timedelta(minutes=15), tick=True):
        return "uitvoer" in niet_in_orde(client)


def test_killed_at_work(
    toneel: Toneel, als: Als, hr: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    client = als(hr)
    uitvoer = bestel(client, f"/werknemers/{amina.pk}/plan.pdf")
    with transaction.atomic(), connection.cursor() as cursor:  # somebody holds what it needs
        cursor.execute("LOCK TABLE trajects_traject IN ACCESS EXCLUSIVE MODE")
        with toneel.worker("pdf", om=NU) as worker:
            toneel.bel(maak_uitvoer)
            eis(iemand_wacht, toneel)
            dood(worker)
    assert stand(uitvoer) == Uitvoer.Status.BEZIG
    assert meldt_uitvoer(als(coordinator))
    with toneel.worker("kort,pdf", om=STRAKS):
        toneel.bel(hervat_uitvoer)
        eis(lambda: stand(uitvoer) == Uitvoer.Status.KLAAR, toneel)
    assert uitvoer.delen.get().pogingen == 2
    assert client.get(f"/uitvoer/{uitvoer.pk}/bestand/").content.startswith(b"%PDF-1.7")
    assert not meldt_uitvoer(als(coordinator))


def test_a_broker_that_is_away_loses_no_order(
    toneel: Toneel, als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    """The bell of a request that nobody heard is rung again within two minutes."""
    uitvoer = bestel(als(hr), f"/werknemers/{amina.pk}/plan.pdf")
    with toneel.worker("kort,pdf", om=STRAKS):
        toneel.bel(hervat_uitvoer)
        eis(lambda: stand(uitvoer) == Uitvoer.Status.KLAAR, toneel)
    assert uitvoer.delen.get().pogingen == 1
