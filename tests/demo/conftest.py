"""The demo as `laad_demo` leaves it, loaded once for all tests that look at it on the same day."""

import io
from collections.abc import Iterator
from datetime import date

import pytest
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from gebruikers.models import Organisatie
from tests.dagen import VANDAAG
from tests.staand import staand


def laad() -> str:
    """What the command says."""
    uit = io.StringIO()
    call_command("laad_demo", stdout=uit)
    return uit.getvalue()


def op_dagen(*dagen: str) -> pytest.MarkDecorator:
    """The test sees the demo of each of these days, on that day."""
    gevallen = [pytest.param(dag, marks=pytest.mark.vandaag(dag), id=dag) for dag in dagen]
    return pytest.mark.parametrize("demo", gevallen, indirect=True)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Who chooses no days with `op_dagen`, sees the demo of the day of all tests."""
    gekozen = {merk.args[0] for merk in metafunc.definition.iter_markers("parametrize")}
    if "demo" in metafunc.fixturenames and "demo" not in gekozen:
        dag = None if "zonder_demo" in metafunc.fixturenames else VANDAAG.isoformat()
        metafunc.parametrize("demo", [dag], indirect=True, ids=["zonder" if dag is None else dag])


@pytest.fixture(scope="package")
def demo(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """What the command said on the day that the test chose."""
    if request.param is None:
        yield ""
        return
    yield from staand(django_db_blocker, date.fromisoformat(request.param), laad)


@pytest.fixture
def zonder_demo(demo: str, db: None) -> None:
    """Nothing was loaded yet. Each test here that uses the database chooses: with, or without."""
    assert not Organisatie.objects.exists()
