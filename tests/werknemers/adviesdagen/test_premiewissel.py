"""When the guidance premium of somebody last changed."""

from datetime import date
from typing import Any

import pytest

from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from werknemers.domein.adviesdagen.premiewissel import laatste_premiewissel
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Adviesperiode

EERSTE = Periode(date(2024, 1, 1), date(2026, 1, 1))
TWEEDE = Periode(date(2026, 1, 1), date(2031, 1, 1))
OP = date(2026, 11, 23)


def advies(periode: Periode, niveau: str, soort: str = SoortAdvies.IMW_5) -> Any:
    """Without decisions that changed it."""
    gemaakt: Any = Adviesperiode(periode=periode, begeleidingsniveau=niveau, soort=soort)
    gemaakt.eigen = []
    return gemaakt


@pytest.mark.parametrize(
    ("niveaus", "op", "wissel"),
    [
        (("midden", "midden"), OP, date(2025, 4, 1)),
        (("midden", "midden"), date(2025, 3, 31), None),
        (("midden", "laag"), OP, date(2026, 1, 1)),
        (("midden", "laag"), date(2025, 12, 31), date(2025, 4, 1)),
        (("geen", "geen"), OP, None),
        (("geen", "hoog"), OP, date(2026, 1, 1)),
    ],
)
def test_it_falls_after_five_quarters_and_changes_with_the_level(
    niveaus: tuple[str, str], op: date, wissel: date | None
) -> None:
    adviezen = [advies(EERSTE, niveaus[0]), advies(TWEEDE, niveaus[1])]
    assert laatste_premiewissel(adviezen, op) == wissel


def test_the_lde_transition_has_no_such_premium() -> None:
    overgang = advies(EERSTE, Begeleidingsniveau.GEEN, SoortAdvies.LDE_OVERGANG)
    nieuw = advies(TWEEDE, Begeleidingsniveau.LAAG)
    assert laatste_premiewissel([overgang, nieuw], OP) is None
    assert laatste_premiewissel([], OP) is None


def test_a_decision_inside_an_advice_changes_it_too() -> None:
    eerste = advies(EERSTE, Begeleidingsniveau.MIDDEN)
    bijstelling = {"percentage": 20, "van": "2025-07-01", "tot": "2026-01-01"}
    besluit = {"besluit": "2025-06-10", "nummer": 1, "niveau": Begeleidingsniveau.HOOG}
    eerste.eigen = [bijstelling | besluit]
    assert laatste_premiewissel([eerste], OP) == date(2025, 7, 1)
