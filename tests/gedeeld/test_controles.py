"""The check at start: it is silent with the library, and says what to install without it."""

import pytest

from gedeeld import controles


def test_with_the_library_the_check_is_silent() -> None:
    assert controles.controleer_letterknipper() == []


def test_without_the_library_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(controles, "_LETTERKNIPPER", "libbestaat-niet.so.0")
    (melding,) = controles.controleer_letterknipper()
    assert melding.hint == "apt-get install libharfbuzz-subset0"
