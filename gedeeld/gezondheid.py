"""Whether what the application needs is there; each check answers within seconds."""

import os
from typing import Final
from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from redis import Redis
from redis.exceptions import RedisError

from gedeeld.nachtwacht import Nacht, laatste_nacht

WACHT_OP_BROKER_S: Final = 1.0
_REDIS: Final = frozenset({"redis", "rediss", "unix"})

log = structlog.get_logger("doorstroom.gezondheid")


def databank_antwoordt() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as fout:
        log.warning("databank_weg", soort=type(fout).__name__)
        return False
    return True


def broker_antwoordt() -> bool:
    """Redis answers, or the folder of the file-system broker can be written to."""
    if urlsplit(settings.CELERY_BROKER_URL).scheme in _REDIS:
        return _redis_antwoordt(settings.CELERY_BROKER_URL)
    map_in = settings.CELERY_BROKER_TRANSPORT_OPTIONS["data_folder_in"]
    return os.access(map_in, os.R_OK | os.W_OK | os.X_OK)


def _redis_antwoordt(url: str) -> bool:
    klant = Redis.from_url(
        url, socket_connect_timeout=WACHT_OP_BROKER_S, socket_timeout=WACHT_OP_BROKER_S
    )
    try:
        return bool(klant.ping())
    except RedisError as fout:
        log.warning("broker_weg", soort=type(fout).__name__)
        return False
    finally:
        klant.close()


def nacht_van_nu() -> Nacht | None:
    """None when the database cannot say."""
    try:
        return laatste_nacht()
    except DatabaseError:
        return None
