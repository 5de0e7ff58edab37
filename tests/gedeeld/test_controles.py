"""The check at start: it is silent with the library, and says what to install without it."""

import pytest

from gedeeld import controles


def test_met_de_bibliotheek_zwijgt_de_controle() -> None:
    assert controles.controleer_letterknipper() == []


def test_zonder_de_bibliotheek_zegt_ze_wat_te_doen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(controles, "_LETTERKNIPPER", "libbestaat-niet.so.0")
    (melding,) = controles.controleer_letterknipper()
    assert melding.hint == "apt-get install libharfbuzz-subset0"
