"""The turns of a plan in time."""

from datetime import date

from gebruikers.models import Gebruiker
from gedeeld.tijd import vandaag
from tests.fabrieken import JobdoelwitFactory, TrajectFactory
from trajects.kader.mijlpalen import Mijlpaal, SoortMijlpaal, lees_mijlpalen
from trajects.keuzes import Fase
from trajects.models import Traject
from trajects.traject.fasen import wissel_fase


def _jobdoelwit(traject: Traject) -> Mijlpaal:
    mijlpalen = lees_mijlpalen(traject.werknemer)
    [mijlpaal] = [m for m in mijlpalen if m.soort == SoortMijlpaal.JOBDOELWIT]
    return mijlpaal


def test_a_job_target_is_aimed_for_until_the_trajectory_is_closed(begeleider: Gebruiker) -> None:
    traject = TrajectFactory(
        werknemer__organisatie=begeleider.organisatie, werknemer__begeleider=begeleider
    )
    JobdoelwitFactory(traject=traject, van=date(2026, 9, 1))
    assert _jobdoelwit(traject).tot is None
    wissel_fase(traject, gezien=None, naar=Fase.STOPGEZET, reden="Verhuisd.", door=begeleider)
    assert _jobdoelwit(traject).tot == vandaag()


def test_another_job_target_ends_the_one_before(begeleider: Gebruiker) -> None:
    traject = TrajectFactory(werknemer__organisatie=begeleider.organisatie)
    JobdoelwitFactory(
        traject=traject,
        van=date(2026, 9, 1),
        tot=date(2026, 10, 1),
        reden_van_wijziging="Te zwaar.",
    )
    assert _jobdoelwit(traject).tot == date(2026, 10, 1)
