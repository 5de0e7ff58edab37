"""When a review is due: for one trajectory, and for many at once by the database."""

from datetime import date
from typing import Any

import pytest

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from regels.domein.parameters import laad_parameters
from regels.keuzes import Parametercode
from tests.fabrieken import (
    EvaluatiemomentFactory,
    RegelparameterFactory,
    TrajectFactory,
    WerknemerFactory,
)
from trajects.kader.evaluatiedag import (
    bepaal_evaluatiedag,
    met_evaluatie_op,
    met_evaluatie_van,
)
from trajects.keuzes import Evaluatiestand, Fase
from trajects.models import Traject
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)
GEHOUDEN, VRIJ = Evaluatiestand.GEHOUDEN, Evaluatiestand.VRIJGESTELD
VERZET, GEPLAND = Evaluatiestand.VERZET, Evaluatiestand.GEPLAND


def moment(traject: Traject, stand: str, gepland_op: date, afgehandeld_op: date | None) -> None:
    reden = "ziek" if stand in (VRIJ, VERZET) else ""
    EvaluatiemomentFactory(
        traject=traject,
        stand=stand,
        gepland_op=gepland_op,
        afgehandeld_op=afgehandeld_op,
        reden=reden,
    )


def beide(traject: Traject, op: date = VANDAAG) -> date | None:
    """What both say; they have to say the same, also when the organisation is known beforehand."""
    organisatie = traject.organisatie_id
    parameters = laad_parameters(op, organisatie)
    een = bepaal_evaluatiedag(traject, traject.evaluatiemomenten.all(), parameters).dag
    lopend = Traject.objects.lopend().filter(pk=traject.pk)
    vele: Any = met_evaluatie_op(lopend, op)
    bekend: Any = met_evaluatie_op(lopend, op, organisatie)
    mensen: Any = met_evaluatie_van(Werknemer.objects.filter(pk=traject.werknemer_id), op)
    assert {een} == {rij.get().evaluatie_op for rij in (vele, bekend, mensen)}
    return een


@pytest.mark.parametrize(
    ("momenten", "dag"),
    [
        # Never one: six months after the start.
        ([], date(2026, 8, 28)),
        ([(GEHOUDEN, date(2026, 8, 28), date(2026, 9, 10))], date(2027, 3, 10)),
        # The latest counts, in whatever order they were written.
        (
            [
                (GEHOUDEN, date(2026, 9, 1), date(2026, 9, 1)),
                (GEHOUDEN, date(2026, 6, 1), date(2026, 6, 1)),
            ],
            date(2027, 3, 1),
        ),
        # Excused long before it was due, it still counts as that day; when it was late, as the day
        # on which somebody said so.
        ([(VRIJ, date(2026, 12, 9), date(2026, 11, 20))], date(2027, 6, 9)),
        ([(VRIJ, date(2026, 8, 28), date(2026, 11, 20))], date(2027, 5, 20)),
        # One that was moved counts for nothing: the one it was moved to stands beside it.
        (
            [
                (VERZET, date(2026, 8, 28), date(2026, 8, 20)),
                (GEPLAND, date(2026, 10, 5), None),
            ],
            date(2026, 10, 5),
        ),
        (
            [
                (GEHOUDEN, date(2026, 8, 28), date(2026, 8, 28)),
                (GEPLAND, date(2027, 1, 15), None),
            ],
            date(2027, 1, 15),
        ),
    ],
)
@pytest.mark.django_db
def test_when_it_is_due(momenten: list[Any], dag: date) -> None:
    traject = TrajectFactory(gestart_op=date(2026, 2, 28))
    for rij in momenten:
        moment(traject, *rij)
    assert beide(traject) == dag


@pytest.mark.django_db
def test_months_are_cut_to_the_last_day() -> None:
    assert beide(TrajectFactory(gestart_op=date(2026, 8, 31))) == date(2027, 2, 28)


@pytest.mark.django_db
def test_aftercare_takes_its_place_unless_somebody_planned_one() -> None:
    traject = TrajectFactory(fase=Fase.NAZORG)
    assert beide(traject) is None
    moment(traject, GEPLAND, date(2026, 12, 9), None)
    assert beide(traject) == date(2026, 12, 9)


def test_an_organisation_has_its_own_term(
    organisatie: Organisatie, andere_organisatie: Organisatie
) -> None:
    eigen = TrajectFactory(
        gestart_op=date(2026, 2, 1), werknemer=WerknemerFactory(organisatie=organisatie)
    )
    elders = TrajectFactory(
        gestart_op=date(2026, 2, 1), werknemer=WerknemerFactory(organisatie=andere_organisatie)
    )
    RegelparameterFactory(
        code=Parametercode.EVALUATIE_MAANDEN,
        organisatie=organisatie,
        waarde=4,
        geldig=Periode(date(2026, 1, 1), None),
    )
    assert (beide(eigen), beide(elders)) == (date(2026, 6, 1), date(2026, 8, 1))
    # Before its own term began, that of everybody held.
    assert beide(eigen, date(2025, 12, 31)) == date(2026, 8, 1)


@pytest.mark.django_db
def test_without_a_term_none_is_due() -> None:
    assert beide(TrajectFactory(), date(2020, 1, 1)) is None


@pytest.mark.amina
def test_who_has_no_trajectory_has_no_review(amina: Werknemer, begeleider: Gebruiker) -> None:
    TrajectFactory(werknemer=amina, fase=Fase.STOPGEZET)
    zichtbaar = Werknemer.objects.zichtbaar_voor(begeleider)
    mensen: Any = met_evaluatie_van(zichtbaar, VANDAAG)
    assert [wie.evaluatie_op for wie in mensen] == [None]
