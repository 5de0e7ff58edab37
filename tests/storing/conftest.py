"""A broker for each test, so that no bell of another is heard."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hulp.redisserver import wegwerpredis
from tests.stil import stille_poort
from tests.storing.toneel import Toneel


@pytest.fixture
def vrije_poort() -> int:
    with stille_poort() as poort:
        return poort


@pytest.fixture
def toneel(tmp_path: Path) -> Iterator[Toneel]:
    with wegwerpredis(tmp_path) as redis:
        yield Toneel(tmp_path, redis)
