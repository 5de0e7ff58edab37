"""Something was asked about the support, and the decision is not there."""

from datetime import date
from typing import Any

import pytest

from gebruikers.models import Gebruiker
from tests.fabrieken import AdviesFactory, GebeurtenisFactory
from tests.trajects.signaalsoorten.kind import dagen, eigen_stap, houdt, zinnen
from trajects.signaalsoorten.soorten.beslissing_verwacht import CODE
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
GEVRAAGD = date(2026, 8, 3)


@pytest.fixture
def advies(amina: Werknemer) -> Adviesperiode:
    return AdviesFactory(werknemer=amina, besluitdatum=date(2023, 7, 3))


@pytest.fixture
def vraag(advies: Adviesperiode) -> Adviesgebeurtenis:
    """Expected around 1 November."""
    return GebeurtenisFactory(advies=advies, gevraagd_op=GEVRAAGD)


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2026, 8, 2), []),
        (date(2026, 11, 1), []),
        (date(2026, 11, 2), [GEVRAAGD]),
        (date(2027, 3, 1), [GEVRAAGD]),
    ],
)
def test_after_ninety_days(
    amina: Werknemer, vraag: Adviesgebeurtenis, op: date, verwacht: list[date]
) -> None:
    assert dagen(amina, CODE, op) == verwacht


def test_from_the_first_day_the_step_says_what_we_wait_for(
    amina: Werknemer, vraag: Adviesgebeurtenis, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    wacht = eigen_stap(amina, CODE, begeleider, date(2026, 8, 3))
    assert wacht is not None
    assert wacht.zin == (
        "Wacht op de beslissing van VDAB over de verlenging, gevraagd op 3 augustus 2026."
    )
    laat = [eigen_stap(amina, CODE, wie) for wie in (begeleider, hr)]
    assert [stap.zin.rpartition("2026. ")[2] for stap in laat if stap] == [
        "Vraag HR of ze er al is.",
        "Vraag ernaar.",
    ]
    assert zinnen(amina, CODE, date(2026, 10, 1))[1] == (
        "VDAB krijgt nog tijd voor de verlenging, gevraagd op 3 augustus 2026. Het signaal komt op "
        "2 november 2026."
    )


@pytest.mark.parametrize(
    ("velden", "vanaf"),
    [
        ({}, date(2027, 1, 30)),
        ({"commissie_op": date(2026, 12, 1)}, date(2027, 1, 1)),
    ],
)
def test_an_objection_has_terms_of_its_own(
    amina: Werknemer, advies: Adviesperiode, velden: dict[str, Any], vanaf: date
) -> None:
    besluit = GebeurtenisFactory(
        advies=advies, uitkomst="geweigerd", besluitdatum=date(2026, 10, 20), gevraagd_op=GEVRAAGD
    )
    GebeurtenisFactory(
        advies=advies, soort="bezwaar", tegen=besluit, gevraagd_op=date(2026, 10, 31), **velden
    )
    voor = date(vanaf.year - 1, 12, 31) if vanaf.day == 1 else date(2027, 1, 29)
    assert not houdt(amina, CODE, voor)
    assert houdt(amina, CODE, vanaf)


def test_what_is_only_told_waits_for_nobody(amina: Werknemer, advies: Adviesperiode) -> None:
    GebeurtenisFactory(advies=advies, soort="dubbel_ticket", gevraagd_op=GEVRAAGD)
    assert not houdt(amina, CODE)
