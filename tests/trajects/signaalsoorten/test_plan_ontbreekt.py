"""No trajectory, no job target, no goals: each so many months after it could have begun."""

from collections.abc import Callable
from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import AdviesFactory
from tests.trajects.signaalsoorten.loopt import alles, in_dienst, vertrek
from tests.trajects.signaalsoorten.tafel import (
    Als,
    van_soort,
    volgende,
    waarom,
    waarom_weg,
)
from trajects.keuzes import Fase
from trajects.models import Doel, Jobdoelwit, Traject
from trajects.signaalsoorten.feiten import feiten_van
from trajects.signaalsoorten.register import soort_van
from trajects.signaalsoorten.soort import Over
from trajects.signaalsoorten.soorten import geen_doelen, geen_jobdoelwit, geen_traject
from trajects.traject.fasen import zet_in_fase
from werknemers.models import Werknemer

BEGIN = date(2026, 6, 15)
LATER = date(2027, 3, 1)
Feiten = Callable[[Werknemer], object]


def zonder_traject(wie: Werknemer) -> None:
    in_dienst(wie, begin=BEGIN)
    AdviesFactory(werknemer=wie)


def zonder_doelwit(wie: Werknemer) -> None:
    traject = alles(wie, gestart_op=BEGIN)
    Jobdoelwit.objects.filter(traject=traject).delete()


def zonder_doelen(wie: Werknemer) -> None:
    traject = alles(wie, gestart_op=BEGIN)
    Doel.objects.filter(traject=traject).delete()


# The kind and the facts.
GEVALLEN = [
    pytest.param(geen_traject.CODE, zonder_traject, id="traject"),
    pytest.param(geen_jobdoelwit.CODE, zonder_doelwit, id="jobdoelwit"),
    pytest.param(geen_doelen.CODE, zonder_doelen, id="doelen"),
]


@pytest.mark.parametrize("feiten", [zonder_traject, zonder_doelwit, zonder_doelen])
def test_the_step_is_there_from_the_start(
    amina: Werknemer, begeleider: Gebruiker, feiten: Feiten
) -> None:
    """The signal waits."""
    feiten(amina)
    assert volgende(amina, begeleider, BEGIN).view


def test_a_corrected_start_moves_the_signal(amina: Werknemer) -> None:
    zonder_doelwit(amina)
    assert van_soort(amina, geen_jobdoelwit.CODE) == [BEGIN]
    Traject.objects.update(gestart_op=date(2026, 11, 2))
    assert van_soort(amina, geen_jobdoelwit.CODE) == []
    assert waarom_weg(amina, geen_jobdoelwit.CODE) == [
        "Ingetrokken: het traject begon pas op 02/11/2026."
    ]


def test_a_goal_that_was_let_go_is_none(amina: Werknemer) -> None:
    alles(amina, gestart_op=BEGIN)
    assert van_soort(amina, geen_doelen.CODE) == []
    Doel.objects.update(stand="losgelaten")
    assert van_soort(amina, geen_doelen.CODE) == [BEGIN]


@pytest.mark.parametrize(("soort", "feiten"), GEVALLEN)
def test_who_leaves_gets_none(amina: Werknemer, soort: str, feiten: Feiten) -> None:
    """Not when it was written down, although the contract still runs."""
    feiten(amina)
    assert van_soort(amina, soort) == [BEGIN]
    vertrek(amina, date(2026, 11, 27), gesloten=False)
    assert van_soort(amina, soort) == []


def test_a_trajectory_in_aftercare_asks_for_nothing(amina: Werknemer) -> None:
    zonder_doelwit(amina)
    Traject.objects.update(fase=Fase.NAZORG)
    assert van_soort(amina, geen_jobdoelwit.CODE) == []
    assert van_soort(amina, geen_doelen.CODE) == []


@pytest.mark.parametrize(
    ("feiten", "naam", "waar", "te_vroeg"),
    [
        (
            zonder_traject,
            "geen traject",
            "Amina is in dienst sinds 15 juni 2026 en er loopt geen traject.",
            "Amina begon pas. Het signaal komt op 16 december 2026.",
        ),
        (
            zonder_doelwit,
            "geen jobdoelwit",
            "Het traject loopt sinds 15 juni 2026 en er is geen jobdoelwit.",
            "Het traject begon pas. Het signaal komt op 16 februari 2027.",
        ),
        (
            zonder_doelen,
            "geen doelen",
            "Het traject loopt sinds 15 juni 2026 en er staat geen doel in het plan.",
            "Het traject begon pas. Het signaal komt op 16 maart 2027.",
        ),
    ],
)
def test_the_page_says_why(
    als: Als, begeleider: Gebruiker, amina: Werknemer,
    feiten: Feiten, naam: str, waar: str, te_vroeg: str,
) -> None:  # fmt: skip
    feiten(amina)
    assert waar in waarom(als, begeleider, amina, naam)
    Traject.objects.update(gestart_op=date(2026, 11, 16))
    if not amina.trajecten.exists():
        amina.contracten.update(periode=Periode(date(2026, 11, 16)))
    assert waarom(als, begeleider, amina, naam).endswith(te_vroeg)


def test_a_trajectory_that_was_closed_is_not_one_that_never_began(
    amina: Werknemer, begeleider: Gebruiker
) -> None:
    traject = alles(amina, gestart_op=BEGIN)
    zet_in_fase(traject, door=begeleider, naar=Fase.STOPGEZET, reden="Eerst zorg.")
    assert van_soort(amina, geen_traject.CODE) == []
    assert "geen traject" not in volgende(amina, begeleider).zin
    assert van_soort(amina, geen_traject.CODE, LATER) == [date(2026, 11, 23)]
    (feit,) = (
        f
        for f in feiten_van(amina.organisatie_id, [amina.pk], LATER)[amina.pk]
        if f.soort == geen_traject.CODE
    )
    over = Over("Amina", LATER)
    assert soort_van(feit.soort).zin(feit, over) == "geen traject meer sinds 23 november 2026"
    stap = soort_van(feit.soort).stap(feit, over)
    assert stap is not None
    assert stap.zin == (
        "Sinds 23 november 2026 loopt er geen traject meer. Bekijk met Amina wat nu past."
    )
