"""What is thought out before the database sees it. Needs none."""

from datetime import date

import pytest

from demo.land.boek import Boek
from demo.land.inszreeks import maak_insz
from demo.land.kopie import cel
from demo.land.land import TABELLEN, Gegeven, bedenk
from demo.land.loopbaan import loopbaan_in_dienst, loopbaan_van_vertrokkene
from demo.land.maat import Landmaat
from demo.land.organisaties import ORGANISATIES
from demo.land.toeval import Toeval
from demo.land.woorden import Tekstmaker
from gedeeld.periode import Periode
from werknemers.domein.insz import geboortedatum_van, lees_insz

DAGEN = ("2026-03-31", "2026-11-23", "2027-01-01", "2028-02-29", "2030-07-01")


def _boek(nummer: int, notities: int = 3) -> Boek:
    gegeven = Gegeven(date(2026, 11, 23), "!", tuple(range(1, 11)), 1, (4, 13, 26, 52))
    boek = Boek(dict.fromkeys(TABELLEN, 1))
    bedenk(boek, nummer, Landmaat(3, 20, 8, notities), gegeven, Tekstmaker())
    return boek


def test_the_same_numbers_give_the_same_country() -> None:
    """But for what is encrypted, which differs each time."""
    eerste, tweede = _boek(1), _boek(1)
    for tabel in TABELLEN:
        assert [_zonder_geheim(r) for r in eerste.rijen[tabel]] == [
            _zonder_geheim(r) for r in tweede.rijen[tabel]
        ]


def _zonder_geheim(rij: tuple[object, ...]) -> list[object]:
    return [waarde for waarde in rij if not str(waarde).startswith(("gAAAA", "b'gAAAA"))]


def test_another_organisation_is_another_one() -> None:
    assert _boek(2).rijen[ORGANISATIES] != _boek(3).rijen[ORGANISATIES]


def test_nobody_has_more_rows_in_a_table_than_there_are_keys_for() -> None:
    """Else the keys of an organisation run into those of the next."""
    boek = _boek(1, notities=200)
    maat = Landmaat(3, 20, 8, 200)
    ruimte = maat.hoofden_voor(2) * maat.sleutels_per_hoofd
    assert max(len(rijen) for rijen in boek.rijen.values()) < ruimte


@pytest.mark.parametrize("dag", DAGEN)
def test_careers_fit_in_the_days_that_were(dag: str) -> None:
    op, toeval = date.fromisoformat(dag), Toeval(dag)
    for _ in range(300):
        loopbaan = loopbaan_in_dienst(toeval, op)
        assert loopbaan.laatste_dag is None
        assert loopbaan.eerste_dag <= op
        assert all(advies.besluitdatum <= op for advies in loopbaan.adviezen)
        for eerder, later in zip(loopbaan.adviezen, loopbaan.adviezen[1:], strict=False):
            assert eerder.periode.tot == later.periode.van
        weg = loopbaan_van_vertrokkene(toeval, op)
        assert weg.laatste_dag is not None
        assert weg.eerste_dag < weg.laatste_dag < op


def test_a_national_number_is_one_that_the_register_accepts() -> None:
    for geboren in (date(1979, 2, 28), date(2000, 1, 1), date(2004, 12, 3)):
        insz = lees_insz(maak_insz(geboren, 12))
        assert geboortedatum_van(insz) == geboren


def test_words_come_as_often_as_zipf_says() -> None:
    woorden = Tekstmaker().tekst(Toeval(1), 100_000).lower().split()
    de, het = woorden.count("de"), woorden.count("het")
    assert 1.8 < de / het < 2.2


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (None, "\\N"),
        ("", ""),
        ("a\tb\\c\nd", "a\\tb\\\\c\\nd"),
        (True, "t"),
        (date(2026, 11, 23), "2026-11-23"),
        (Periode(date(2026, 1, 1), None), "[2026-01-01,)"),
        ([24, 12], "{24,12}"),
        ({"a": ['"']}, '{"a": ["\\\\""]}'),
        (b"\x00\xff", "\\\\x00ff"),
    ],
)
def test_a_value_as_copy_reads_it(waarde: object, tekst: str) -> None:
    assert cel(waarde) == tekst
