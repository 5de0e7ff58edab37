"""Ordering something through its page, and having it as a worker makes it."""

import re
from typing import Any

from django.db import connection
from django.test import Client

from gedeeld.models import Uitvoer
from gedeeld.uitvoer.werk import maak_een_deel


def bestel(client: Client, adres: str, **velden: Any) -> Uitvoer:
    """What this address keeps; the answer leads to its page."""
    antwoord = client.post(adres, velden)
    assert antwoord.status_code == 302, antwoord.status_code
    gevonden = re.fullmatch(r"/uitvoer/(\d+)/\?haal=1", antwoord["Location"])
    assert gevonden, antwoord["Location"]
    return Uitvoer.objects.get(pk=gevonden[1])


def maak_alles() -> int:
    """As workers do it, one after the other; how many slices."""
    aantal = 0
    while maak_een_deel():
        aantal += 1
    return aantal


def haal(client: Client, adres: str, **velden: Any) -> Any:
    """The download of what this address orders."""
    uitvoer = bestel(client, adres, **velden)
    maak_alles()
    return client.get(f"/uitvoer/{uitvoer.pk}/bestand/")


def inhoud(antwoord: Any) -> bytes:
    """Of a download that comes in pieces."""
    assert antwoord.status_code == 200
    return b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content


def opnieuw(uitvoer: Uitvoer) -> Uitvoer:
    uitvoer.refresh_from_db()
    assert not connection.needs_rollback
    return uitvoer
