"""The detector of the sweep itself: whatever way something is written, it is noticed and undone."""

from collections.abc import Callable
from typing import Final

import pytest
from django.db import connection, transaction

from gedeeld.models import Auditregel
from tests.fabrieken import DienstFactory
from tests.toegang.stand import proef, stand
from werknemers.models import Dienst

pytestmark = pytest.mark.django_db
FUNCTIE: Final = """CREATE FUNCTION pg_temp.verhuis(nieuw text) RETURNS void LANGUAGE sql
    AS 'UPDATE werknemers_dienst SET naam = nieuw'"""


@pytest.fixture
def dienst(db: None) -> Dienst:
    with connection.cursor() as cursor:
        cursor.execute(FUNCTIE)
    return DienstFactory(naam="Keuken")


def sql(vraag: str) -> Callable[[Dienst], object]:
    def voer_uit(_: Dienst) -> None:
        with connection.cursor() as cursor:
            cursor.execute(vraag)

    return voer_uit


def bewaar(dienst: Dienst) -> None:
    dienst.naam = "Tuin"
    dienst.save()


def maak_twee(dienst: Dienst) -> None:
    Dienst.objects.bulk_create(
        Dienst(organisatie=dienst.organisatie, naam=naam, sleutel=naam) for naam in ("a", "b")
    )


def in_een_savepoint(dienst: Dienst) -> None:
    with transaction.atomic():
        bewaar(dienst)


@pytest.mark.parametrize(
    "schrijf",
    [
        pytest.param(bewaar, id="a model"),
        pytest.param(in_een_savepoint, id="a savepoint"),
        pytest.param(lambda dienst: Dienst.objects.update(naam="Tuin"), id="an update"),
        pytest.param(maak_twee, id="in bulk"),
        pytest.param(lambda dienst: dienst.delete(), id="a delete"),
        pytest.param(sql("UPDATE werknemers_dienst SET naam = 'Tuin'"), id="raw SQL"),
        pytest.param(sql("WITH weg AS (DELETE FROM werknemers_dienst RETURNING 1) SELECT 1"),
                     id="SQL that begins like a read"),
        pytest.param(sql("SELECT pg_temp.verhuis('Tuin')"), id="a function"),
        pytest.param(sql("SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE werknemers_dienst CASCADE"),
                     id="emptied"),
    ],
)  # fmt: skip
def test_every_way_of_writing_is_noticed_and_put_back(
    schrijf: Callable[[Dienst], object], dienst: Dienst
) -> None:
    voor = stand()
    with proef() as poging:
        schrijf(dienst)
    assert poging.schreef
    assert stand() == voor


def niets(_: Dienst) -> None:
    pass


def lees(_: Dienst) -> None:
    assert Dienst.objects.select_for_update().get().naam == "Keuken"


def bedenk_je(dienst: Dienst) -> None:
    with transaction.atomic():
        bewaar(dienst)
        transaction.set_rollback(True)


HETZELFDE: Final = sql("UPDATE werknemers_dienst SET naam = naam")


@pytest.mark.parametrize("doe", [niets, lees, bedenk_je, HETZELFDE])
def test_what_changes_nothing_is_no_write(doe: Callable[[Dienst], object], dienst: Dienst) -> None:
    with proef() as poging:
        doe(dienst)
    assert not poging.schreef


def test_only_who_looks_is_told(dienst: Dienst) -> None:
    with proef(kijk=False) as poging:
        bewaar(dienst)
    assert not poging.schreef
    dienst.refresh_from_db()
    assert dienst.naam == "Keuken"


def test_a_second_attempt_is_judged_by_itself(dienst: Dienst) -> None:
    """What was written before, or in an attempt that was put back, is not held against it."""
    with proef():
        Auditregel.objects.all().delete()
        bewaar(dienst)
    with proef() as poging:
        lees(dienst)
    assert not poging.schreef
