"""The site on the database of a test, and somebody who is logged in."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection

from gebruikers.models import Gebruiker
from gedeeld.tijd import nu
from hulp.paden import PROJECT
from tests.website import Bezoeker, webserver


def databank_url() -> str:
    """The database of this test, for another process."""
    wat = connection.settings_dict
    wie = f"{quote(wat['USER'])}:{quote(wat['PASSWORD'])}" if wat["PASSWORD"] else wat["USER"]
    poort = f":{wat['PORT']}" if wat["PORT"] else ""
    return f"postgres://{wie}@{quote(wat['HOST'], safe='')}{poort}/{wat['NAME']}"


def omgeving(**anders: str) -> dict[str, str]:
    """What a program of ours gets, with the database of the test."""
    kaal = {naam: os.environ[naam] for naam in ("PATH", "HOME", "LANG") if naam in os.environ}
    eigen = {
        "DOORSTROOM_MODUS": "test",
        "DATABASE_URL": databank_url(),
        "REDIS_URL": settings.CACHES["default"]["LOCATION"],
        "PYTHONPATH": str(PROJECT),
    }
    return kaal | eigen | anders


@contextmanager
def draaiende_site(
    map_: Path, workers: int = 1, threads: int = 4, **anders: str
) -> Iterator[Bezoeker]:
    """Somebody who did not log in yet."""
    keuzes = (f"--workers={workers}", f"--threads={threads}")
    with webserver(map_ / "web.log", omgeving(**anders), *keuzes) as (poort, pid):
        yield Bezoeker(poort, pid)


def meld_aan(bezoeker: Bezoeker, gebruiker: Gebruiker) -> None:
    """For longer than the day of the test, which the web server does not live on."""
    bezoeker.meld_aan(gebruiker)
    Session.objects.update(expire_date=nu() + timedelta(days=36_500))
