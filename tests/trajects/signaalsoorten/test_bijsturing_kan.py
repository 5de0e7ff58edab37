"""An adjustment that can be asked: for some months people are told of it."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from tests.fabrieken import AdviesFactory, GebeurtenisFactory
from tests.trajects.signaalsoorten.kind import dagen, eigen_stap, houdt, zinnen
from tests.trajects.signaalsoorten.tafel import ingetrokken
from trajects.signaalsoorten.soorten.bijsturing_kan import CODE
from werknemers.models import Adviesperiode, Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
# Quarter 5 of an advice from 1 October 2025.
KAN = date(2026, 10, 1)


@pytest.fixture
def advies(amina: Werknemer) -> Adviesperiode:
    return AdviesFactory(werknemer=amina, besluitdatum=date(2025, 10, 13))


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2026, 9, 30), []),
        (date(2026, 10, 1), [KAN]),
        (date(2026, 12, 31), [KAN]),
        (date(2027, 1, 1), []),
    ],
)
def test_three_months_from_quarter_5(
    amina: Werknemer, advies: Adviesperiode, op: date, verwacht: list[date]
) -> None:
    assert dagen(amina, CODE, op) == verwacht


def test_then_it_goes_by_itself_and_says_so(amina: Werknemer, advies: Adviesperiode) -> None:
    assert dagen(amina, CODE) == [KAN]
    assert dagen(amina, CODE, date(2027, 1, 1)) == []
    zin = "de eerste maanden om eraan te denken zijn voorbij."
    assert f"Ingetrokken: {zin}" in ingetrokken(amina)
    assert (
        zinnen(amina, CODE, date(2027, 1, 1))[1]
        == f"Bijsturen kan sinds 1 oktober 2026, maar {zin}"
    )


def test_after_an_evaluation_two_years_later(amina: Werknemer, advies: Adviesperiode) -> None:
    GebeurtenisFactory(
        advies=advies,
        soort="evaluatie",
        gevraagd_op=date(2026, 10, 5),
        besluitdatum=date(2026, 11, 10),
        uitkomst="toegekend",
    )
    assert not houdt(amina, CODE)
    assert zinnen(amina, CODE)[1] == "Een bijsturing kan gevraagd worden vanaf 10 november 2028."
    assert houdt(amina, CODE, date(2028, 11, 10))


def test_two_years_are_not_adjusted(amina: Werknemer) -> None:
    AdviesFactory(werknemer=amina, twee_jaar=True, besluitdatum=date(2025, 10, 13))
    assert not houdt(amina, CODE)


def test_what_to_do(hr: Gebruiker, amina: Werknemer, advies: Adviesperiode) -> None:
    stap = eigen_stap(amina, CODE, hr)
    assert stap is not None
    assert stap.zin == (
        "Past de steun nog bij Amina? Sinds 1 oktober 2026 kan een bijsturing gevraagd worden. "
        "Weet dat VDAB het pakket ook kan verlagen."
    )
