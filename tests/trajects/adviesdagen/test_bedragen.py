"""Who counts the euro of an extension: one app, that says so at the start."""

from collections.abc import Sequence
from datetime import date

import pytest

from financiering.domein.verlengbedragen import verlengbedragen
from gebruikers.models import Gebruiker
from trajects.adviesdagen import bedragen


def test_another_cannot_take_over_what_counts() -> None:
    def ander(gebruiker: Gebruiker, werknemers: Sequence[int], op: date) -> bedragen.Bedragen:
        return {}

    with pytest.raises(ValueError, match="verlengbedragen already says"):
        bedragen.registreer_rekenaar(ander)
    bedragen.registreer_rekenaar(verlengbedragen)


@pytest.mark.parametrize("rol", ["begeleider", "beheerder"])
def test_who_sees_no_money_gets_none(request: pytest.FixtureRequest, rol: str) -> None:
    wie: Gebruiker = request.getfixturevalue(rol)
    assert bedragen.verlengbedragen(wie, [1], date(2026, 11, 23)) is None


def test_of_nobody_there_is_nothing(coordinator: Gebruiker) -> None:
    assert bedragen.verlengbedragen(coordinator, [], date(2026, 11, 23)) == {}
