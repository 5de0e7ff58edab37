"""What is said of who left, came back, or was followed up by who has no access any more."""

from datetime import date

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import UitstroomFactory
from tests.trajects.signaalsoorten.loopt import alles, in_dienst
from tests.trajects.signaalsoorten.tafel import Als, van_soort, volgende
from trajects.keuzes import Fase
from trajects.signaalsoorten.soorten import geen_traject
from werknemers.models import Werknemer


def test_who_left_before_this_trajectory_is_not_back_in_it(
    amina: Werknemer, begeleider: Gebruiker
) -> None:
    """Back since 2023; now on the way out, and nobody wrote down where to."""
    alles(amina, fase=Fase.NAZORG)
    UitstroomFactory(werknemer=amina, datum=date(2021, 6, 30))
    assert volgende(amina, begeleider).zin == (
        "Het traject staat in nazorg. Waar gaat Amina naartoe? Vul het in, dan volgt de nazorg."
    )


def test_a_trajectory_that_nobody_closed_is_told(amina: Werknemer, begeleider: Gebruiker) -> None:
    alles(amina)
    amina.contracten.update(periode=Periode(date(2024, 1, 1), date(2025, 10, 1)))
    assert volgende(amina, begeleider).zin == (
        "Amina is niet meer in dienst. Er loopt nog een traject, dat niemand afsloot."
    )


def test_nobody_without_access_follows_anything_up(
    als: Als, coordinator: Gebruiker, begeleider: Gebruiker, amina: Werknemer
) -> None:
    in_dienst(amina)
    assert van_soort(amina, geen_traject.CODE)
    amina.signalen.open().update(status="in_opvolging", opgevolgd_door=begeleider)
    Gebruiker.objects.filter(pk=begeleider.pk).update(is_active=False)
    client = als(coordinator)
    assert "volgt dit op" not in client.get("/vandaag/").content.decode()
    inbox = client.get("/signalen/").content.decode()
    assert f"in opvolging bij {begeleider}, die geen toegang meer heeft" in inbox
