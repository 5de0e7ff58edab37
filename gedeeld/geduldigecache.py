"""A cache that may be away: nobody waits for it, and nobody is kept out by it."""

from collections.abc import Callable
from time import monotonic
from typing import Any, Final, TypeVar

import structlog
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

# After a failure nobody asks for a while: with a Redis that is silent each question takes a moment.
_MET_RUST_S: Final = 10.0

T = TypeVar("T")
log = structlog.get_logger("doorstroom.cache")


class GeduldigeCache(RedisCache):
    """Redis, which counts as an empty cache while it is away, silent or full.

    The limits on logging in then count nothing, with a line in the log, and everybody gets in who
    knows the password. Whatever must not be forgotten belongs in the database.
    """

    # Of the process: every request gets a cache object of its own.
    _niet_voor = 0.0

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self._probeer(
            lambda: super(GeduldigeCache, self).get(key, default, version), default
        )

    def set(
        self,
        key: Any,
        value: Any,
        timeout: Any = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        self._probeer(lambda: super(GeduldigeCache, self).set(key, value, timeout, version), None)

    def add(
        self,
        key: Any,
        value: Any,
        timeout: Any = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        return self._probeer(
            lambda: super(GeduldigeCache, self).add(key, value, timeout, version), True
        )

    def delete(self, key: Any, version: int | None = None) -> bool:
        return self._probeer(lambda: super(GeduldigeCache, self).delete(key, version), False)

    def _probeer(self, doe: Callable[[], T], anders: T) -> T:
        if monotonic() < GeduldigeCache._niet_voor:
            return anders
        try:
            return doe()
        except RedisError as fout:
            GeduldigeCache._niet_voor = monotonic() + _MET_RUST_S
            log.warning("cache_weg", soort=type(fout).__name__)
            return anders
