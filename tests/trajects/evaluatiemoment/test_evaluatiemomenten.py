"""A review is held, moved or excused once, by who may, and what was agreed comes into the plan."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from tests.fabrieken import EvaluatiemomentFactory, GebruikerFactory, TrajectFactory
from trajects.evaluatiemoment.evaluatiemomenten import (
    Afspraak,
    heropen_evaluatie,
    hou_evaluatie,
    stel_vrij,
    verzet_evaluatie,
    wijzig_verslag,
)
from trajects.keuzes import Afspraaksoort, Evaluatiestand, Fase, Wie
from trajects.models import Actie, Doel, Evaluatiemoment, Traject
from werknemers.models import Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
# Six months after the start of `traject`; today is 23 November 2026.
DUE = date(2026, 12, 9)
GISTEREN = date(2026, 11, 20)
ZIEK = "ligt in het ziekenhuis"


@pytest.fixture
def traject(amina: Werknemer) -> Traject:
    return TrajectFactory(werknemer=amina, gestart_op=date(2026, 6, 9))


def houd(traject: Traject, door: Gebruiker, **anders: Any) -> Evaluatiemoment:
    gegevens = {"van": DUE, "afgehandeld_op": GISTEREN, "afspraken": "Elke week bellen."}
    return hou_evaluatie(traject=traject, door=door, **gegevens | anders)


def afspraak(wat: str, **anders: Any) -> Afspraak:
    begin = {"soort": "actie", "wat": wat, "wie": "begeleider", "wie_naam": "", "tegen": None}
    return Afspraak(**begin | anders)  # type: ignore[typeddict-item]


def fouten(doe: Callable[[], object]) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as fout:
        doe()
    weigering = fout.value
    return weigering.message_dict if hasattr(weigering, "error_dict") else {"": weigering.messages}


def rijen(traject: Traject) -> list[tuple[str, date, date | None]]:
    alle = traject.evaluatiemomenten.order_by("pk")
    return list(alle.values_list("stand", "gepland_op", "afgehandeld_op"))


# --- held -------------------------------------------------------------------------------------


def test_what_was_agreed_becomes_goals_and_actions(traject: Traject, begeleider: Gebruiker) -> None:
    in_plan = [
        afspraak("Het rijbewijs halen", soort=Afspraaksoort.DOEL, tegen=date(2027, 6, 1)),
        afspraak("De rijschool bellen", wie=Wie.WERKNEMER, tegen=date(2026, 12, 1)),
        afspraak("Een attest vragen", wie=Wie.DERDE, wie_naam="de sociale dienst"),
    ]
    houd(traject, begeleider, in_plan=in_plan)
    assert rijen(traject) == [("gehouden", DUE, GISTEREN)]
    doel = Doel.objects.get()
    assert (doel.traject, doel.titel, doel.tegen) == (
        traject,
        "Het rijbewijs halen",
        date(2027, 6, 1),
    )
    velden = ("traject", "wat", "wie", "wie_naam", "tegen")
    assert set(Actie.objects.values_list(*velden)) == {
        (traject.pk, "De rijschool bellen", "werknemer", "", date(2026, 12, 1)),
        (traject.pk, "Een attest vragen", "derde", "de sociale dienst", None),
    }


def test_nothing_is_kept_when_one_agreement_is_refused(
    traject: Traject, begeleider: Gebruiker
) -> None:
    in_plan = [afspraak("Bellen"), afspraak("Vragen", wie=Wie.DERDE)]
    assert list(fouten(lambda: houd(traject, begeleider, in_plan=in_plan))) == ["wie_naam"]
    assert (rijen(traject), Actie.objects.count()) == ([], 0)


def test_one_that_was_planned_is_the_one_that_was_held(
    traject: Traject, begeleider: Gebruiker
) -> None:
    EvaluatiemomentFactory(traject=traject, open_=True, gepland_op=date(2026, 11, 30))
    houd(traject, begeleider, van=date(2026, 11, 30))
    assert rijen(traject) == [("gehouden", date(2026, 11, 30), GISTEREN)]


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        (date(2026, 11, 24), "Kies vandaag of een dag die voorbij is."),
        (date(2026, 6, 8), "Het traject begon pas op 9 juni 2026."),
    ],
)
def test_it_is_held_in_the_time_of_its_trajectory(
    traject: Traject, begeleider: Gebruiker, dag: date, zin: str
) -> None:
    assert fouten(lambda: houd(traject, begeleider, afgehandeld_op=dag)) == {
        "afgehandeld_op": [zin]
    }


def test_it_comes_after_the_one_before_it(traject: Traject, begeleider: Gebruiker) -> None:
    EvaluatiemomentFactory(traject=traject, gepland_op=GISTEREN)
    van = date(2027, 5, 20)
    assert fouten(lambda: houd(traject, begeleider, van=van)) == {
        "afgehandeld_op": ["De vorige evaluatie was op 20 november 2026. Kies een latere dag."]
    }


def test_sent_twice_it_is_held_once(traject: Traject, begeleider: Gebruiker) -> None:
    houd(traject, begeleider, in_plan=[afspraak("Bellen")])
    fout = fouten(lambda: houd(traject, begeleider, in_plan=[afspraak("Bellen")]))
    assert fout == {
        "": ["De evaluatie staat nu op 20 mei 2027. Kijk na wat er staat, en begin opnieuw."]
    }
    assert (len(rijen(traject)), Actie.objects.count()) == (1, 1)


def test_after_it_ended_a_trajectory_has_no_review(traject: Traject, begeleider: Gebruiker) -> None:
    Traject.objects.filter(pk=traject.pk).update(fase=Fase.AFGEROND)
    assert "intussen afgesloten" in fouten(lambda: houd(traject, begeleider))[""][0]


def test_the_trail_keeps_no_word_of_it(traject: Traject, begeleider: Gebruiker) -> None:
    houd(traject, begeleider)
    regel = Auditregel.objects.get(soort="evaluatiemoment")
    assert (regel.actie, regel.verschil["stand"]) == ("gehouden", [None, "gehouden"])
    assert "bellen" not in str(regel.verschil)


# --- moved and excused ------------------------------------------------------------------------


def test_moved_the_old_day_stays_with_its_reason(traject: Traject, begeleider: Gebruiker) -> None:
    naar = date(2027, 1, 11)
    verzet_evaluatie(traject=traject, door=begeleider, van=DUE, naar=naar, reden=ZIEK)
    assert rijen(traject) == [
        ("verzet", DUE, date(2026, 11, 23)),
        ("gepland", naar, None),
    ]
    assert traject.evaluatiemomenten.get(stand=Evaluatiestand.VERZET).reden == ZIEK
    assert ZIEK not in str([regel.verschil for regel in Auditregel.objects.all()])


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"naar": date(2026, 11, 22)}, "naar"),
        ({"naar": DUE}, "naar"),
        ({"reden": "  "}, "reden"),
    ],
)
def test_each_field_of_a_move_is_judged(
    traject: Traject, begeleider: Gebruiker, anders: dict[str, Any], veld: str
) -> None:
    gegevens = {"van": DUE, "naar": date(2027, 1, 11), "reden": ZIEK} | anders
    assert list(fouten(lambda: verzet_evaluatie(traject=traject, door=begeleider, **gegevens))) == [
        veld
    ]
    assert rijen(traject) == []


def test_two_who_move_it_at_once_move_it_once(
    traject: Traject, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    gegevens = {"traject": traject, "van": DUE, "reden": ZIEK}
    verzet_evaluatie(door=begeleider, naar=date(2027, 1, 11), **gegevens)
    fout = fouten(lambda: verzet_evaluatie(door=coordinator, naar=date(2027, 2, 1), **gegevens))
    assert "staat nu op 11 januari 2027" in fout[""][0]
    assert len(rijen(traject)) == 2


def test_where_none_is_due_one_can_be_planned(traject: Traject, begeleider: Gebruiker) -> None:
    Traject.objects.filter(pk=traject.pk).update(fase=Fase.NAZORG)
    naar = date(2027, 1, 11)
    verzet_evaluatie(traject=traject, door=begeleider, van=None, naar=naar, reden="")
    assert rijen(traject) == [("gepland", naar, None)]


def test_excused_needs_a_reason(traject: Traject, begeleider: Gebruiker) -> None:
    stel_vrij(traject=traject, door=begeleider, van=DUE, reden=ZIEK)
    assert rijen(traject) == [("vrijgesteld", DUE, date(2026, 11, 23))]
    # The one after it is another day, so that a second click excuses nothing.
    fout = fouten(lambda: stel_vrij(traject=traject, door=begeleider, van=DUE, reden=ZIEK))
    assert "staat nu op 9 juni 2027" in fout[""][0]
    leeg = fouten(lambda: stel_vrij(traject=traject, door=begeleider, van=DUE, reden=" "))
    assert list(leeg) == ["reden"]


# --- mended and opened again -------------------------------------------------------------------


def test_what_was_written_can_be_mended(traject: Traject, begeleider: Gebruiker) -> None:
    moment = houd(traject, begeleider)
    gegevens = {"afgehandeld_op": date(2026, 11, 19), "afspraken": "Elke maand bellen."}
    wijzig_verslag(moment, door=begeleider, gezien=moment.gewijzigd_op, **gegevens)
    assert rijen(traject) == [("gehouden", DUE, date(2026, 11, 19))]
    with pytest.raises(IntussenGewijzigd):
        wijzig_verslag(moment, door=begeleider, gezien=moment.gewijzigd_op, **gegevens)


def test_one_that_is_mended_stays_between_the_others(
    traject: Traject, begeleider: Gebruiker
) -> None:
    dagen = [date(2026, 7, 1), date(2026, 9, 1), date(2026, 11, 1)]
    gehouden = [
        EvaluatiemomentFactory(
            traject=traject,
            gepland_op=dag,
            stand=Evaluatiestand.GEHOUDEN,
            afgehandeld_op=dag,
            door=begeleider,
        )
        for dag in dagen
    ]

    def zet(dag: date) -> None:
        gehouden[1].refresh_from_db()
        gezien = gehouden[1].gewijzigd_op
        gegevens = {"door": begeleider, "gezien": gezien, "afspraken": "Elke maand bellen."}
        wijzig_verslag(gehouden[1], afgehandeld_op=dag, **gegevens)

    assert fouten(lambda: zet(dagen[0]))["afgehandeld_op"] == [
        "De vorige evaluatie was op 1 juli 2026. Kies een latere dag."
    ]
    assert fouten(lambda: zet(dagen[2]))["afgehandeld_op"] == [
        "De volgende evaluatie was op 1 november 2026. Kies een vroegere dag."
    ]
    zet(date(2026, 7, 2))
    assert [dag for *_, dag in rijen(traject)] == [dagen[0], date(2026, 7, 2), dagen[2]]


def test_opened_again_it_is_planned_as_it_was(traject: Traject, begeleider: Gebruiker) -> None:
    moment = houd(traject, begeleider, in_plan=[afspraak("Bellen")])
    heropen_evaluatie(moment, door=begeleider, gezien=moment.gewijzigd_op)
    assert rijen(traject) == [("gepland", DUE, None)]
    assert traject.evaluatiemomenten.get().afspraken == ""
    assert Actie.objects.get().wat == "Bellen"


def test_only_the_last_one_can_be_opened_again(traject: Traject, begeleider: Gebruiker) -> None:
    eerste = EvaluatiemomentFactory(traject=traject, gepland_op=date(2026, 8, 3))
    tweede = EvaluatiemomentFactory(traject=traject, gepland_op=GISTEREN)
    fout = fouten(lambda: heropen_evaluatie(eerste, door=begeleider, gezien=eerste.gewijzigd_op))
    assert fout == {"": ["Alleen de laatste evaluatie kan weer open."]}
    EvaluatiemomentFactory(traject=traject, open_=True)
    fout = fouten(lambda: heropen_evaluatie(tweede, door=begeleider, gezien=tweede.gewijzigd_op))
    assert fout == {"": ["Er staat al een volgende evaluatie gepland."]}


# --- what the database refuses ------------------------------------------------------------------


@pytest.mark.parametrize(
    "velden",
    [
        {"stand": "gehouden", "afgehandeld_op": None},
        {"stand": "gepland", "afgehandeld_op": GISTEREN},
        {"stand": "gehouden", "afgehandeld_op": GISTEREN, "reden": "ziek"},
        {"stand": "verzet", "afgehandeld_op": GISTEREN, "reden": ""},
        {"stand": "vrijgesteld", "afgehandeld_op": GISTEREN, "reden": ""},
        {"stand": "verzet", "afgehandeld_op": GISTEREN, "reden": "ziek", "afspraken": "Bellen"},
        {"stand": "onzin", "afgehandeld_op": GISTEREN, "reden": "ziek"},
    ],
)
def test_the_database_refuses_what_cannot_be(traject: Traject, velden: dict[str, Any]) -> None:
    moment = EvaluatiemomentFactory(traject=traject)
    with pytest.raises(IntegrityError), transaction.atomic():
        Evaluatiemoment.objects.filter(pk=moment.pk).update(**velden)


def test_one_is_planned_at_a_time_and_one_held_a_day(traject: Traject) -> None:
    EvaluatiemomentFactory(traject=traject, open_=True)
    EvaluatiemomentFactory(traject=traject, gepland_op=GISTEREN)
    for nog in ({"open_": True}, {"gepland_op": GISTEREN}):
        with pytest.raises(IntegrityError), transaction.atomic():
            EvaluatiemomentFactory(traject=traject, **nog)


# --- who ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [(Rol.BEGELEIDER, False), (Rol.COORDINATOR, True), (Rol.HR, False), (Rol.BEHEERDER, False)],
)
def test_who_reads_the_log_sees_the_reviews(
    traject: Traject, begeleider: Gebruiker, rol: Rol, ziet: bool
) -> None:
    moment = EvaluatiemomentFactory(traject=traject)
    ander = GebruikerFactory(organisatie=begeleider.organisatie, rol=rol)
    assert Evaluatiemoment.objects.zichtbaar_voor(ander).exists() is ziet
    assert Evaluatiemoment.objects.zichtbaar_voor(begeleider).get() == moment
    elders = GebruikerFactory(rol=Rol.COORDINATOR)
    assert not Evaluatiemoment.objects.zichtbaar_voor(elders).exists()
