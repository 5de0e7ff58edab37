"""Two worlds that are made once for a module: each test begins with them as they were made."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.dagen import VANDAAG
from tests.harnas import WaakzameClient
from tests.staand import staand
from tests.toegang.wereld import Wereld, Wie, clients, maak_wereld


@dataclass(frozen=True, slots=True)
class Werelden:
    """The own world with somebody logged in for every role, and that of another organisation."""

    eigen: Wereld
    vreemd: Wereld
    koekjes: dict[Wie, Any]

    def browsers(self) -> dict[Wie, Client]:
        """A browser for each of them, as it was right after logging in."""
        nieuw: dict[Wie, Client] = {}
        for wie, koekjes in self.koekjes.items():
            nieuw[wie] = WaakzameClient()
            nieuw[wie].cookies = deepcopy(koekjes)
        return nieuw


def _maak() -> Werelden:
    eigen, vreemd = maak_wereld(), maak_wereld()
    koekjes = {wie: client.cookies for wie, client in clients(eigen).items()}
    return Werelden(eigen, vreemd, koekjes)


@pytest.fixture(scope="module")
def _werelden(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Werelden]:
    yield from staand(django_db_blocker, VANDAAG, _maak)


@pytest.fixture
def werelden(_werelden: Werelden, db: None) -> Werelden:
    """The worlds of this module, which this test may change as it likes."""
    return deepcopy(_werelden)
