"""The plan on paper: not gone through, not agreed to, or another one since."""

from datetime import date

import pytest
from django.utils import timezone

from gebruikers.models import Gebruiker
from tests.fabrieken import (
    DoelFactory,
    JobdoelwitFactory,
    PlanbesprekingFactory,
    PlanversieFactory,
    TrajectFactory,
    UitstroomFactory,
)
from tests.trajects.signaalsoorten.kind import dagen, eigen_stap, houdt, open_dagen, rij, zinnen
from tests.trajects.signaalsoorten.tafel import NU, Als, ingetrokken, vul_in, waarom
from trajects.models import Doel, Planbespreking, Traject
from trajects.signaalsoorten.soort import Urgentie
from trajects.signaalsoorten.soorten.plan_bespreken import GEWIJZIGD, NIET_AKKOORD, NIET_BESPROKEN
from trajects.signaalsoorten.soorten.plan_ondertekenen import CODE as NIET_ONDERTEKEND
from werknemers.models import Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
START = date(2026, 7, 1)
BESPROKEN = date(2026, 10, 12)


@pytest.fixture(autouse=True)
def traject(amina: Werknemer) -> Traject:
    return TrajectFactory(werknemer=amina, gestart_op=START)


def bespreek(wie: Werknemer, antwoord: str = "ja", op: date = BESPROKEN) -> Planbespreking:
    return PlanbesprekingFactory(werknemer=wie, antwoord=antwoord, besproken_op=op)


def schrijf_doel(traject: Traject, op: date) -> None:
    doel = DoelFactory(traject=traject)
    toen = timezone.make_aware(timezone.datetime(op.year, op.month, op.day, 9))
    Doel.objects.filter(pk=doel.pk).update(gewijzigd_op=toen)


@pytest.mark.parametrize(
    ("op", "verwacht"), [(date(2026, 10, 31), []), (date(2026, 11, 1), [START]), (NU, [START])]
)
def test_four_months_after_the_start(amina: Werknemer, op: date, verwacht: list[date]) -> None:
    assert dagen(amina, NIET_BESPROKEN, op) == verwacht


def test_the_step_is_there_before_the_signal(amina: Werknemer, begeleider: Gebruiker) -> None:
    stap = eigen_stap(amina, NIET_BESPROKEN, begeleider, date(2026, 8, 1))
    assert stap is not None
    assert stap.zin == "Overloop het plan op papier met Amina, en noteer het antwoord."
    assert zinnen(amina, NIET_BESPROKEN, date(2026, 8, 1))[1] == (
        "Het signaal komt op 1 november 2026 als het plan dan niet besproken is."
    )


@pytest.mark.parametrize(
    ("antwoord", "woorden", "urgentie"),
    [
        ("nee", "niet akkoord met het plan, besproken op 12 oktober 2026", Urgentie.DAARNA),
        ("deels", "deels akkoord met het plan, besproken op 12 oktober 2026", Urgentie.DAARNA),
        ("nog", "nog geen antwoord op het plan, besproken op 12 oktober 2026", Urgentie.LATER),
    ],
)
def test_an_answer_that_is_no_yes(
    amina: Werknemer, antwoord: str, woorden: str, urgentie: Urgentie
) -> None:
    bespreek(amina, antwoord)
    assert dagen(amina, NIET_AKKOORD) == [BESPROKEN]
    assert dagen(amina, NIET_BESPROKEN) == []
    assert (zinnen(amina, NIET_AKKOORD)[0], rij(amina, NIET_AKKOORD).urgentie) == (
        woorden,
        urgentie,
    )


def test_each_kind_says_how_it_stands(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    assert dagen(amina, NIET_BESPROKEN) == [START]
    assert "Het plan is nog niet besproken." in waarom(als, begeleider, amina, "plan niet akkoord")
    bespreek(amina, "nee")
    assert dagen(amina, NIET_AKKOORD) == [BESPROKEN]
    zin = "Het plan is besproken op 12 oktober 2026, en het antwoord is nog geen ja."
    assert zin in waarom(als, begeleider, amina, "plan niet besproken")


def test_who_agrees_is_left_alone(amina: Werknemer) -> None:
    bespreek(amina)
    assert dagen(amina, GEWIJZIGD) == []
    assert zinnen(amina, GEWIJZIGD)[1] == "Het plan is akkoord en sindsdien niet veranderd."


def test_only_the_last_answer_counts(amina: Werknemer) -> None:
    bespreek(amina, "nee", date(2026, 9, 1))
    bespreek(amina)
    assert not houdt(amina, NIET_AKKOORD)


def test_a_plan_of_an_earlier_trajectory_is_another_one(amina: Werknemer) -> None:
    bespreek(amina, op=date(2026, 6, 30))
    assert dagen(amina, NIET_BESPROKEN) == [START]


def test_another_job_target_makes_it_another_plan(
    amina: Werknemer, traject: Traject, begeleider: Gebruiker
) -> None:
    bespreek(amina, op=date(2026, 7, 15))
    JobdoelwitFactory(traject=traject, van=date(2026, 7, 20))
    assert dagen(amina, GEWIJZIGD, date(2026, 11, 19)) == []
    stap = eigen_stap(amina, GEWIJZIGD, begeleider, date(2026, 7, 20))
    assert stap is not None
    assert stap.zin == "Het plan is veranderd op 20 juli 2026. Overloop het opnieuw met Amina."
    assert dagen(amina, GEWIJZIGD, date(2026, 11, 20)) == [date(2026, 7, 20)]
    assert zinnen(amina, GEWIJZIGD)[0] == (
        "plan veranderd op 20 juli 2026, nog niet opnieuw besproken"
    )


def test_an_open_goal_does_and_one_that_was_reached_does_not(
    amina: Werknemer, traject: Traject
) -> None:
    bespreek(amina, op=date(2026, 7, 15))
    schrijf_doel(traject, date(2026, 7, 15))
    PlanversieFactory(werknemer=amina, op=date(2026, 7, 18))
    assert not houdt(amina, GEWIJZIGD)
    schrijf_doel(traject, date(2026, 7, 17))
    assert dagen(amina, GEWIJZIGD) == [date(2026, 7, 17)]
    Doel.objects.update(stand="bereikt")
    assert dagen(amina, GEWIJZIGD) == []
    zin = "Ingetrokken: het plan is akkoord en sindsdien niet veranderd."
    assert zin in ingetrokken(amina)


def test_going_through_it_ends_it_at_once(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    assert dagen(amina, NIET_BESPROKEN) == [START]
    velden = {"besproken_op": "2026-11-20", "taal": "nl", "antwoord": "nee"}
    vul_in(als(begeleider), "trajects:planbespreking_nieuw", amina.pk, **velden)
    assert open_dagen(amina, NIET_BESPROKEN) == []
    assert open_dagen(amina, NIET_AKKOORD) == [date(2026, 11, 20)]
    assert "Ingetrokken: over het plan is intussen iets anders genoteerd." in ingetrokken(amina)
    (bespreking,) = Planbespreking.objects.all()
    vul_in(als(begeleider), "trajects:planbespreking_bewerk", bespreking.pk, antwoord="ja")
    assert open_dagen(amina, NIET_AKKOORD) == []
    zin = "Ingetrokken: het plan is akkoord en sindsdien niet veranderd."
    assert zin in ingetrokken(amina)


def test_who_leaves_goes_through_no_plan(amina: Werknemer) -> None:
    UitstroomFactory(werknemer=amina, datum=date(2026, 12, 18))
    assert not houdt(amina, NIET_BESPROKEN)


# --- signed: what HR hears -------------------------------------------------------------------


def test_what_hr_does_about_a_plan_that_was_never_signed(hr: Gebruiker, amina: Werknemer) -> None:
    stap = eigen_stap(amina, NIET_ONDERTEKEND, hr)
    assert stap is not None
    assert stap.zin == "Amina heeft nog geen plan ondertekend. Spreek af met de begeleider."
