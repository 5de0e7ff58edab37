"""What the tests of the bench share."""

import pytest

from tests.meting.bank import Bank
from tests.meting.rij import Banken


@pytest.fixture
def banken() -> Banken:
    """Nothing is measured in them."""
    return Banken(Bank("klein", "postgres:///x"), Bank("groot", "postgres:///x"))
