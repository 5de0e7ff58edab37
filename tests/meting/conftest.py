"""What the tests of the bench share."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from tests.dagen import VANDAAG
from tests.land.conftest import vul
from tests.meting.bank import Bank
from tests.meting.rij import Banken
from tests.staand import staand


@pytest.fixture
def banken() -> Banken:
    """Nothing is measured in them."""
    return Banken(Bank("klein", "postgres:///x"), Bank("groot", "postgres:///x"))


@pytest.fixture(scope="package")
def _land(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Any]]:
    yield from staand(django_db_blocker, VANDAAG, vul)


@pytest.fixture
def land(_land: dict[str, Any], db: None) -> dict[str, Any]:
    """A small country, which this test may change as it likes."""
    return _land
