"""The dated values of the law, as they come with the application."""

from datetime import date

import pytest

from regels.domein.parameters import Parameters, laad_parameters


@pytest.fixture
def regels(db: None) -> Parameters:
    return laad_parameters(date(2026, 11, 29), None)
