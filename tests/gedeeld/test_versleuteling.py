"""Encryption at rest: unreadable without a key, keys that rotate, a hash to look up with."""

import pytest
from cryptography.fernet import Fernet
from pytest_django import Settings

from gedeeld.versleuteling import (
    OnleesbareWaarde,
    ontsleutel,
    versleutel,
    zoekwaarde,
)

INSZ = "85073003328"


def test_heen_en_terug() -> None:
    geheim = versleutel(INSZ)
    assert INSZ not in geheim
    assert ontsleutel(geheim) == INSZ
    assert versleutel(INSZ) != geheim


def test_een_nieuwe_sleutel_leest_wat_de_oude_schreef(settings: Settings) -> None:
    oud, nieuw = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.VERSLEUTELINGSSLEUTELS = [oud]
    van_vroeger = versleutel(INSZ)
    settings.VERSLEUTELINGSSLEUTELS = [nieuw, oud]
    assert ontsleutel(van_vroeger) == INSZ
    van_nu = versleutel(INSZ)
    settings.VERSLEUTELINGSSLEUTELS = [nieuw]
    assert ontsleutel(van_nu) == INSZ
    with pytest.raises(OnleesbareWaarde):
        ontsleutel(van_vroeger)


@pytest.mark.parametrize("kapot", ["", "geen token", "gAAAAA=="])
def test_wat_geen_geheim_is_valt_op(kapot: str) -> None:
    with pytest.raises(OnleesbareWaarde):
        ontsleutel(kapot)


def test_de_zoekwaarde_hangt_van_de_sleutel_af(settings: Settings) -> None:
    een = zoekwaarde(INSZ)
    assert een == zoekwaarde(INSZ)
    assert een != zoekwaarde("85073003329")
    assert len(een) == 64
    settings.ZOEKSLEUTEL = "een andere"
    assert zoekwaarde(INSZ) != een
