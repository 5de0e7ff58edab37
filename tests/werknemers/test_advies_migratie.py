"""Advice that was there before it kept events reads the same after the migration, to the day."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from gebruikers.models import Organisatie
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory, WerknemerFactory
from werknemers.domein.ondersteuning import bepaal
from werknemers.domein.premies import laad_startpakketten, verloop_van
from werknemers.models import Premieschijf, Werknemer

OP = date(2026, 11, 23)
MIGRATIE = ("werknemers", "0017_adviesgebeurtenis")
TABELLEN = ("werknemers_adviesperiode", "werknemers_premieschijf", "werknemers_steunstand")


def _rijen() -> dict[str, list[tuple[Any, ...]]]:
    """What these tables held before, by their columns of then."""
    gelezen = {}
    with connection.cursor() as cursor:
        for tabel in TABELLEN:
            cursor.execute(f"SELECT * FROM {tabel} ORDER BY 1, 2, 3")  # noqa: S608
            kolommen = [kolom.name for kolom in cursor.description or ()]
            weg = {kolommen.index("gebeurtenis_id")} if "gebeurtenis_id" in kolommen else set()
            gelezen[tabel] = [
                tuple(w for plaats, w in enumerate(rij) if plaats not in weg)
                for rij in cursor.fetchall()
            ]
    return gelezen


def _zet(*, terug: bool) -> None:
    """The migration by itself, inside the transaction of the test; later ones stay."""
    loader = MigrationLoader(connection)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    migratie = loader.get_migration(*MIGRATIE)
    ervoor = loader.project_state(MIGRATIE, at_end=False)
    with connection.schema_editor() as editor:
        (migratie.unapply if terug else migratie.apply)(ervoor, editor)


def _stand(werknemer: Werknemer) -> list[Any]:
    adviezen = list(werknemer.adviezen.prefetch_related("schijven"))
    pakketten = laad_startpakketten()
    return [bepaal(adviezen, OP), [verloop_van(advies, pakketten).schijven for advies in adviezen]]


@pytest.fixture
def mensen(organisatie: Organisatie) -> list[Werknemer]:
    """A start package, an extension with own steps, a transition, and a gap."""
    pakket, overgang, gat = (WerknemerFactory(organisatie=organisatie) for _ in range(3))
    AdviesFactory(werknemer=pakket, besluitdatum=date(2023, 7, 3))
    verlengd = AdviesFactory(
        werknemer=pakket,
        soort=SoortAdvies.IMW_NA_EVALUATIE,
        periode=Periode(date(2028, 7, 1), date(2030, 7, 1)),
    )
    for van, tot, procent in ((2028, 2029, 60), (2029, 2030, 35)):
        periode = Periode(date(van, 7, 1), date(tot, 7, 1))
        Premieschijf.objects.create(advies=verlengd, periode=periode, percentage=procent)
    AdviesFactory(
        werknemer=overgang,
        soort=SoortAdvies.LDE_OVERGANG,
        periode=Periode(date(2023, 7, 1), date(2026, 11, 16)),
    )
    AdviesFactory(werknemer=overgang, besluitdatum=date(2026, 11, 20))
    AdviesFactory(werknemer=gat, twee_jaar=True, besluitdatum=date(2023, 7, 3))
    AdviesFactory(werknemer=gat, twee_jaar=True, besluitdatum=date(2026, 2, 3))
    return [pakket, overgang, gat]


def test_the_migration_changes_no_date(mensen: list[Werknemer]) -> None:
    stand = [_stand(wie) for wie in mensen]
    _zet(terug=True)
    ervoor = _rijen()
    assert ervoor["werknemers_premieschijf"]
    _zet(terug=False)
    assert _rijen() == ervoor
    assert [_stand(wie) for wie in mensen] == stand
