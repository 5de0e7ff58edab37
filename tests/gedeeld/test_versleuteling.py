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


def test_there_and_back() -> None:
    geheim = versleutel(INSZ)
    assert INSZ not in geheim
    assert ontsleutel(geheim) == INSZ
    assert versleutel(INSZ) != geheim


def test_a_new_key_reads_what_the_old_one_wrote(settings: Settings) -> None:
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
def test_what_is_no_secret_is_noticed(kapot: str) -> None:
    with pytest.raises(OnleesbareWaarde):
        ontsleutel(kapot)


def test_the_search_value_depends_on_the_key(settings: Settings) -> None:
    een = zoekwaarde(INSZ)
    assert een == zoekwaarde(INSZ)
    assert een != zoekwaarde("85073003329")
    assert len(een) == 64
    settings.ZOEKSLEUTEL = "een andere"
    assert zoekwaarde(INSZ) != een
