"""*Te doen* on Vandaag says nothing that the signals do not say."""

from collections.abc import Callable
from datetime import date

import pytest

from gebruikers.models import Gebruiker
from tests.fabrieken import DeelnameFactory, EvaluatiemomentFactory, TrajectFactory
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.paginas.agenda import agenda
from trajects.signaalsoorten.soorten import attest_verloopt, evaluatie
from trajects.signalen.bepaal_signalen import bepaal_signalen
from werknemers.models import Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
NU = date(2026, 11, 23)


def attest(wie: Werknemer) -> str:
    DeelnameFactory(
        werknemer=wie,
        vorming__organisatie=wie.organisatie,
        attest="heftruck",
        attest_vervalt_op=date(2026, 11, 20),
    )
    return attest_verloopt.VERLOPEN


def late_evaluatie(wie: Werknemer) -> str:
    traject = TrajectFactory(werknemer=wie, gestart_op=date(2025, 6, 1))
    EvaluatiemomentFactory(traject=traject, gepland_op=date(2025, 12, 1))
    return evaluatie.CODE


@pytest.mark.parametrize("feiten", [attest, late_evaluatie])
@pytest.mark.parametrize(
    ("stand", "weg"),
    [
        ({"status": Signaalstatus.AFGEHANDELD, "afgesloten_op": NU}, True),
        (
            {
                "status": Signaalstatus.UITGESTELD,
                "uitgesteld_tot": date(2026, 12, 1),
            },
            True,
        ),
        ({"status": Signaalstatus.UITGESTELD, "uitgesteld_tot": NU}, False),
        ({"status": Signaalstatus.IN_OPVOLGING}, False),
    ],
)
def test_what_was_laid_aside_or_closed_is_not_there(
    amina: Werknemer,
    begeleider: Gebruiker,
    feiten: Callable[[Werknemer], str],
    stand: dict[str, object],
    weg: bool,
) -> None:
    soort = feiten(amina)
    bepaal_signalen(op=NU)
    assert agenda(begeleider, NU).aantal == 1
    assert (
        Signaal.objects.open().filter(werknemer=amina, soort=soort).update(toelichting="x", **stand)
        == 1
    )
    assert agenda(begeleider, NU).aantal == (0 if weg else 1)
