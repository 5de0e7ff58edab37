"""The people of a scene."""

import pytest

from gebruikers.models import Gebruiker
from tests.trajects.signaalsoorten.gevallen.geval import Toneel
from tests.trajects.signaalsoorten.tafel import Als
from werknemers.models import Werknemer


@pytest.fixture
def toneel(
    amina: Werknemer,
    begeleider: Gebruiker,
    coordinator: Gebruiker,
    hr: Gebruiker,
    beheerder: Gebruiker,
    als: Als,
) -> Toneel:
    return Toneel(amina, begeleider, coordinator, hr, beheerder, als)
