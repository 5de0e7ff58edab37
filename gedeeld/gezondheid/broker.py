"""Whether a bell can be rung: Redis keeps something and gives it back, or the folder of the
file-system broker can be written to."""

import os
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from uuid import uuid4

import structlog
from django.conf import settings
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

WACHT_S: Final = 1.0
_REDIS: Final = frozenset({"redis", "rediss", "unix"})
# Seconds that what is kept stays, should nobody take it away.
_TERMIJN: Final = 10

log = structlog.get_logger("doorstroom.gezondheid")


def antwoordt() -> bool:
    if urlsplit(settings.CELERY_BROKER_URL).scheme in _REDIS:
        return _redis_bewaart(settings.CELERY_BROKER_URL)
    map_in: Path = settings.CELERY_BROKER_TRANSPORT_OPTIONS["data_folder_in"]
    return os.access(map_in, os.R_OK | os.W_OK | os.X_OK)


def _redis_bewaart(url: str) -> bool:
    """Full, or without rights to write, it still answers a PING."""
    klant = Redis.from_url(
        url,
        socket_connect_timeout=WACHT_S,
        socket_timeout=WACHT_S,
        retry=Retry(NoBackoff(), 0),
        decode_responses=True,
    )
    sleutel = f"doorstroom:gezondheid:{uuid4().hex}"
    try:
        klant.set(sleutel, "goed", ex=_TERMIJN)
        return klant.getdel(sleutel) == "goed"
    except RedisError as fout:
        log.warning("broker_weg", soort=type(fout).__name__)
        return False
    finally:
        klant.close()
