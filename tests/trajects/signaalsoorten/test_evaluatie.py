"""The periodic review: it comes, it is late, and what excuses it."""

from datetime import date
from typing import Any

import pytest

from gebruikers.models import Gebruiker
from regels.domein.parameters import laad_parameters
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.fabrieken import EvaluatiemomentFactory, TrajectFactory
from tests.trajects.signaalsoorten.kind import dagen, eigen_stap, houdt, open_dagen, rij, zinnen
from tests.trajects.signaalsoorten.tafel import NU, Als, ingetrokken
from trajects.kader.evaluatiedag import bepaal_evaluatiedag
from trajects.models import Traject
from trajects.signaalsoorten.soort import Urgentie
from trajects.signaalsoorten.soorten.evaluatie import CODE
from werknemers.models import Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
# Six months after the trajectory began.
DAG = date(2026, 12, 1)


@pytest.fixture
def traject(amina: Werknemer) -> Traject:
    return TrajectFactory(werknemer=amina, gestart_op=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("op", "urgentie"),
    [
        (date(2026, 11, 16), None),
        (date(2026, 11, 17), Urgentie.DAARNA),
        (date(2026, 12, 1), Urgentie.DAARNA),
        (date(2026, 12, 2), Urgentie.EERST),
        (date(2027, 6, 1), Urgentie.EERST),
    ],
)
def test_two_weeks_before_it_is_due_and_until_it_was(
    amina: Werknemer, traject: Traject, op: date, urgentie: Urgentie | None
) -> None:
    assert dagen(amina, CODE, op) == ([DAG] if urgentie else [])
    if urgentie:
        assert rij(amina, CODE, op).urgentie == urgentie


def test_what_it_says(amina: Werknemer, traject: Traject, begeleider: Gebruiker) -> None:
    stap = eigen_stap(amina, CODE, begeleider)
    assert stap is not None
    assert (stap.zin, stap.view) == (
        "Bereid de evaluatie van 1 december 2026 voor.",
        "evaluatiemoment",
    )
    laat = eigen_stap(amina, CODE, begeleider, date(2026, 12, 7))
    assert laat is not None
    assert laat.zin == (
        "De evaluatie van 1 december 2026 was er nog niet. Hou ze met Amina, verzet ze, of zeg "
        "waarom ze niet nodig is."
    )


def test_late_is_news(amina: Werknemer, traject: Traject) -> None:
    assert dagen(amina, CODE, NU) == [DAG]
    assert dagen(amina, CODE, date(2026, 12, 9)) == [DAG]
    drempels = amina.signalen.filter(soort=CODE).order_by("pk").values_list("drempel", "status")
    assert list(drempels) == [(1, "vervangen"), (0, "nieuw")]


@pytest.mark.parametrize(
    ("staart", "velden", "reden"),
    [
        ("gehouden/", {"afgehandeld_op": "2026-11-23"}, "de evaluatie is afgehandeld of weer open"),
        ("verzetten/", {"naar": "2027-01-11", "reden": "Eerst de stage"}, "de evaluatie is verzet"),
        ("niet-nodig/", {"reden": "Net gesproken"}, "de evaluatie is afgehandeld of weer open"),
    ],
)
def test_held_moved_or_excused_it_goes_at_once(
    als: Als,
    begeleider: Gebruiker,
    amina: Werknemer,
    traject: Traject,
    staart: str,
    velden: dict[str, Any],
    reden: str,
) -> None:
    assert dagen(amina, CODE) == [DAG]
    adres = f"/werknemers/{amina.pk}/tussentijds/{staart}"
    antwoord = als(begeleider).post(adres, {"van": "2026-12-01"} | velden)
    assert antwoord.status_code == 302
    assert open_dagen(amina, CODE) == []
    assert f"Ingetrokken: {reden}." in ingetrokken(amina)


def test_one_that_was_planned_goes_first(amina: Werknemer, traject: Traject) -> None:
    EvaluatiemomentFactory(traject=traject, open_=True, gepland_op=date(2027, 2, 1))
    assert not houdt(amina, CODE)
    assert zinnen(amina, CODE)[1] == (
        "De volgende evaluatie is op 1 februari 2027. Het signaal komt op 18 januari 2027."
    )


def test_aftercare_takes_its_place(amina: Werknemer, traject: Traject) -> None:
    assert dagen(amina, CODE) == [DAG]
    traject.fase = "nazorg"
    traject.save()
    assert dagen(amina, CODE) == []
    assert "Ingetrokken: de nazorg neemt de plaats in van de evaluatie." in ingetrokken(amina)


def test_without_a_trajectory_there_is_no_review(amina: Werknemer) -> None:
    assert not houdt(amina, CODE)


@pytest.mark.parametrize("stand", ["gehouden", "vrijgesteld", "verzet"])
def test_the_day_is_that_of_the_page(amina: Werknemer, traject: Traject, stand: str) -> None:
    reden = "" if stand == "gehouden" else "Eerst de stage"
    EvaluatiemomentFactory(traject=traject, stand=stand, gepland_op=date(2026, 8, 31), reden=reden)
    parameters = laad_parameters(NU, amina.organisatie_id)
    bepaald = bepaal_evaluatiedag(traject, traject.evaluatiemomenten.all(), parameters)
    assert rij(amina, CODE).dag == bepaald.dag


def test_the_next_one_begins_anew(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    """Who took up the former one did not take up this one."""
    assert dagen(amina, CODE) == [DAG]
    amina.signalen.filter(soort=CODE).update(opgevolgd_door=begeleider, status="in_opvolging")
    adres = f"/werknemers/{amina.pk}/tussentijds/gehouden/"
    gegevens = {"van": "2026-12-01", "afgehandeld_op": "2026-11-23"}
    assert als(begeleider).post(adres, gegevens).status_code == 302
    assert dagen(amina, CODE, date(2027, 5, 23)) == [date(2027, 5, 23)]
    nieuw = amina.signalen.open().get(soort=CODE)
    assert (nieuw.status, nieuw.opgevolgd_door, nieuw.toelichting) == ("nieuw", None, "")


def test_a_longer_term_says_nothing_of_one_that_was_held(
    amina: Werknemer, traject: Traject
) -> None:
    EvaluatiemomentFactory(traject=traject, afgehandeld_op=date(2026, 6, 1), gepland_op=DAG)
    assert dagen(amina, CODE) == [DAG]
    Regelparameter.objects.filter(code=Parametercode.EVALUATIE_MAANDEN).update(waarde=12)
    assert dagen(amina, CODE) == []
    assert "Ingetrokken: de evaluatie komt pas later." in ingetrokken(amina)
