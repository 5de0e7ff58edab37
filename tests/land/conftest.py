"""A small country, made once for the tests that look at it."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from gebruikers.keuzes import Rol
from tests.dagen import VANDAAG
from tests.staand import staand

WACHTWOORD = "samen-naar-werk"
KLEIN = {"organisaties": 3, "groot": 40, "mensen": 12, "notities": 5}


def email(rol: Rol) -> str:
    """Of the first with this role in the first organisation."""
    return f"{rol.value}1@land-0001.voorbeeld.be"


def vul(**opties: Any) -> dict[str, Any]:
    """What the command says to machines."""
    uit = io.StringIO()
    alle = KLEIN | {"processen": 1, "wachtwoord": WACHTWOORD, "json": True} | opties
    call_command("vul_bank", stdout=uit, **alle)
    inhoud: dict[str, Any] = json.loads(uit.getvalue())
    return inhoud


@pytest.fixture(scope="module")
def land(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Any]]:
    yield from staand(django_db_blocker, VANDAAG, vul)
