"""The kinds of jobs: a queue for each, and how long a job of it may take. Each queue has a worker
of its own: what hangs stops only its own kind.

The database is the queue that counts. What is rung here may be lost or heard twice: who waits for a
job is found again within a minute, so that a bell that nobody heard in time may expire.
"""

from typing import Final, TypedDict


class Soort(TypedDict):
    """Options of `shared_task`. At the soft limit (seconds) a job can still end by itself; at the
    hard one its process is killed."""

    soft_time_limit: int
    time_limit: int
    expires: int


# Less than a minute: the next bell is as good, and a worker that was away does not do all of them.
_VERVALT: Final = 55
POST: Final = Soort(soft_time_limit=2 * 60, time_limit=3 * 60, expires=_VERVALT)
KORT: Final = Soort(soft_time_limit=45, time_limit=60, expires=_VERVALT)
NACHT: Final = Soort(soft_time_limit=13 * 60, time_limit=15 * 60, expires=_VERVALT)
LANG: Final = Soort(soft_time_limit=9 * 60, time_limit=10 * 60, expires=_VERVALT)
# What somebody ordered and waits for: PDFs, and whatever else is too much for a request.
PDF: Final = Soort(soft_time_limit=2 * 60, time_limit=3 * 60, expires=_VERVALT)
SOORTEN: Final = {"post": POST, "kort": KORT, "nacht": NACHT, "lang": LANG, "pdf": PDF}
# What is not named here is short.
WACHTRIJ_VAN: Final = {
    "gedeeld.tasks.verstuur_mee": "post",
    "gedeeld.tasks.verstuur_post": "post",
    "gedeeld.tasks.doe_nachttaak": "nacht",
    "gedeeld.tasks.klop_nacht": "nacht",
    "gedeeld.tasks.klop_uitvoer": "pdf",
    "gedeeld.tasks.maak_uitvoer": "pdf",
    "werknemers.tasks.klop_imports": "lang",
    "werknemers.tasks.lees_importopdracht": "lang",
    "werknemers.tasks.pas_importopdracht_toe": "lang",
    "werknemers.tasks.maak_importopdracht_ongedaan": "lang",
}
LANGSTE: Final = max(soort["time_limit"] for soort in SOORTEN.values())
