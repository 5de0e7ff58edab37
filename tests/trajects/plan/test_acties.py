"""Goals and actions: added, changed, done, dropped; about one employee, audited."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from tests.fabrieken import (
    ActieFactory,
    DoelFactory,
    RandvoorwaardeFactory,
    TrajectFactory,
)
from trajects.keuzes import Fase, Standactie, Standdoel, Wie
from trajects.models import Actie, Doel, Traject
from trajects.plan.acties import heropen, laat_vallen, rond_af, voeg_actie_toe, wijzig_actie
from trajects.plan.doelen import heropen_doel, sluit_doel, voeg_doel_toe, wijzig_doel
from trajects.plan.doelenbeeld import doelgroepen
from trajects.plan.openstaand import van_plan
from trajects.traject.fasen import wissel_fase
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)


@pytest.fixture
def traject(amina: Werknemer) -> Traject:
    return TrajectFactory(werknemer=amina)


def acties_in_het_spoor(soort: str) -> list[str]:
    regels = Auditregel.objects.filter(soort=soort).order_by("pk")
    return list(regels.values_list("actie", flat=True))


def test_an_action_joins_the_running_trajectory(
    begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    actie = voeg_actie_toe(werknemer=amina, door=begeleider, wat="Cv maken", wie=Wie.WERKNEMER)
    assert (actie.traject, actie.stand, actie.tegen) == (traject, Standactie.OPEN, None)
    assert acties_in_het_spoor("actie") == ["toegevoegd"]


def test_an_action_under_a_goal_is_of_the_trajectory_of_that_goal(
    begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    doel = DoelFactory(traject=traject)
    actie = voeg_actie_toe(werknemer=amina, door=begeleider, wat="x", doel=doel)
    assert (actie.doel, actie.traject) == (doel, traject)


@pytest.mark.parametrize(
    ("gegevens", "veld"),
    [({"wat": "  "}, "wat"), ({"wat": "x", "wie": Wie.DERDE, "wie_naam": ""}, "wie_naam")],
)
def test_a_refusal_stands_at_its_field(
    begeleider: Gebruiker, amina: Werknemer, gegevens: dict[str, str], veld: str
) -> None:
    with pytest.raises(ValidationError) as weigering:
        voeg_actie_toe(werknemer=amina, door=begeleider, **gegevens)
    assert list(weigering.value.message_dict) == [veld]
    assert not Actie.objects.exists()


def test_an_action_hangs_on_things_of_the_same_employee(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    for ding in ({"doel": DoelFactory()}, {"randvoorwaarde": RandvoorwaardeFactory()}):
        with pytest.raises(ValidationError):
            voeg_actie_toe(werknemer=amina, door=begeleider, wat="x", **ding)


def test_done_dropped_and_taken_up_again(begeleider: Gebruiker, amina: Werknemer) -> None:
    actie = ActieFactory(werknemer=amina)
    gedaan = rond_af(actie, door=begeleider, resultaat="Gelukt.")
    assert (gedaan.stand, gedaan.gedaan_op, gedaan.resultaat) == ("gedaan", VANDAAG, "Gelukt.")
    assert rond_af(actie, door=begeleider).resultaat == "Gelukt."
    weer = heropen(actie, door=begeleider)
    assert (weer.stand, weer.gedaan_op, weer.resultaat) == ("open", None, "Gelukt.")
    weg = laat_vallen(actie, door=begeleider, reden="Niet meer nodig.")
    assert (weg.stand, weg.resultaat) == ("vervallen", "Niet meer nodig.")
    assert acties_in_het_spoor("actie") == ["gedaan", "heropend", "vervallen"]


def test_nothing_is_done_tomorrow_or_dropped_without_a_reason(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    actie = ActieFactory(werknemer=amina)
    with pytest.raises(ValidationError):
        rond_af(actie, door=begeleider, op=date(2026, 11, 24))
    with pytest.raises(ValidationError):
        laat_vallen(actie, door=begeleider, reden=" ")
    actie.refresh_from_db()
    assert actie.is_open


def test_who_saw_an_older_version_is_told(begeleider: Gebruiker, amina: Werknemer) -> None:
    actie = ActieFactory(werknemer=amina)
    gezien = actie.gewijzigd_op
    wijzig_actie(actie, door=begeleider, gezien=gezien, wat="Anders")
    with pytest.raises(IntussenGewijzigd):
        wijzig_actie(actie, door=begeleider, gezien=gezien, wat="Nog anders")
    actie.refresh_from_db()
    assert actie.wat == "Anders"


def test_one_click_on_what_was_dropped_meanwhile_asks_to_look_first(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    actie = ActieFactory(werknemer=amina)
    laat_vallen(actie, door=begeleider, reden="Verhuisd.")
    with pytest.raises(ValidationError, match="intussen vervallen"):
        rond_af(actie, door=begeleider)
    actie.refresh_from_db()
    assert (actie.stand, actie.resultaat) == ("vervallen", "Verhuisd.")


def test_who_saw_how_it_ended_may_say_otherwise(begeleider: Gebruiker, amina: Werknemer) -> None:
    actie = laat_vallen(ActieFactory(werknemer=amina), door=begeleider, reden="Verhuisd.")
    gedaan = rond_af(actie, door=begeleider, gezien=actie.gewijzigd_op, resultaat="Toch gelukt.")
    assert (gedaan.stand, gedaan.resultaat) == ("gedaan", "Toch gelukt.")
    beter = rond_af(gedaan, door=begeleider, gezien=gedaan.gewijzigd_op, resultaat="Helemaal.")
    assert (beter.stand, beter.resultaat) == ("gedaan", "Helemaal.")


def test_a_goal_is_added_and_changed(begeleider: Gebruiker, traject: Traject) -> None:
    doel = voeg_doel_toe(traject=traject, door=begeleider, titel="Zelf koken")
    wijzig_doel(doel, door=begeleider, gezien=None, titel="Koken", tegen=date(2027, 1, 4))
    doel.refresh_from_db()
    assert (doel.titel, doel.tegen, doel.stand) == ("Koken", date(2027, 1, 4), Standdoel.OPEN)
    assert acties_in_het_spoor("doel") == ["toegevoegd", "gewijzigd"]
    with pytest.raises(ValidationError, match="Zeg wat jullie willen bereiken"):
        wijzig_doel(doel, door=begeleider, gezien=None, titel=" ")


def test_a_goal_that_is_reached_ends_what_was_still_to_do_for_it(
    begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    doel, ander = DoelFactory(traject=traject), DoelFactory(traject=traject)
    gedaan = ActieFactory(werknemer=amina, doel=doel, stand="gedaan", gedaan_op=VANDAAG)
    open_ = ActieFactory(werknemer=amina, doel=doel)
    elders = ActieFactory(werknemer=amina, doel=ander)
    sluit_doel(doel, door=begeleider, gezien=None, stand=Standdoel.BEREIKT, resultaat="Kookt.")
    doel.refresh_from_db()
    assert (doel.stand, doel.resultaat) == ("bereikt", "Kookt.")
    assert list(Actie.objects.order_by("pk").values_list("pk", "stand", "resultaat")) == [
        (gedaan.pk, "gedaan", ""),
        (open_.pk, "vervallen", "Het doel is bereikt."),
        (elders.pk, "open", ""),
    ]
    assert acties_in_het_spoor("doel") == ["bereikt"]
    weer = heropen_doel(doel, door=begeleider)
    assert (weer.stand, weer.resultaat) == ("open", "Kookt.")
    assert heropen(open_, door=begeleider).is_open
    assert heropen_doel(doel, door=begeleider).stand == "open"
    assert acties_in_het_spoor("doel") == ["bereikt", "heropend"]


def test_a_goal_is_not_let_go_without_a_reason(begeleider: Gebruiker, traject: Traject) -> None:
    doel = DoelFactory(traject=traject)
    with pytest.raises(ValidationError) as weigering:
        sluit_doel(doel, door=begeleider, gezien=None, stand=Standdoel.LOSGELATEN, resultaat=" ")
    assert weigering.value.message_dict == {"resultaat": ["Zeg waarom jullie dit doel loslaten."]}


def test_nothing_changes_in_a_plan_that_was_closed(begeleider: Gebruiker, amina: Werknemer) -> None:
    doel = DoelFactory(traject=TrajectFactory(werknemer=amina, fase=Fase.STOPGEZET))
    actie = ActieFactory(werknemer=amina, doel=doel, stand=Standactie.VERVALLEN)
    pogingen: list[Callable[[], object]] = [
        lambda: wijzig_doel(doel, door=begeleider, gezien=None, titel="x"),
        lambda: sluit_doel(doel, door=begeleider, gezien=None, stand="bereikt", resultaat=""),
        lambda: heropen_doel(doel, door=begeleider),
        lambda: heropen(actie, door=begeleider),
        lambda: voeg_actie_toe(werknemer=amina, door=begeleider, wat="x", doel=doel),
    ]
    for poging in pogingen:
        with pytest.raises(ValidationError, match="afgesloten"):
            poging()


def test_what_outlives_a_trajectory_stays_on_the_plan(
    begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    doel = DoelFactory(traject=traject)
    van_doel = ActieFactory(werknemer=amina, traject=traject, doel=doel)
    los = ActieFactory(werknemer=amina, traject=traject, wat="Het attest opvragen")
    ActieFactory(werknemer=amina, traject=traject, stand="gedaan", gedaan_op=VANDAAG)
    wissel_fase(traject, door=begeleider, gezien=None, naar=Fase.AFGEROND, reden="Aan het werk.")
    van_doel.refresh_from_db()
    assert (van_doel.stand, van_doel.resultaat) == ("vervallen", "Het traject is afgesloten.")
    assert list(van_plan(amina.acties.all(), None)) == [los]
    nieuw = TrajectFactory(werknemer=amina)
    assert [groep.te_doen for groep in doelgroepen(amina, nieuw)] == [[los]]


def test_a_closed_trajectory_gets_no_goal(begeleider: Gebruiker, amina: Werknemer) -> None:
    dicht = TrajectFactory(werknemer=amina, fase=Fase.STOPGEZET)
    with pytest.raises(ValidationError, match="afgesloten"):
        voeg_doel_toe(traject=dicht, door=begeleider, titel="x")
    assert not Doel.objects.exists()


def test_late_means_open_and_due_before_the_day(amina: Werknemer) -> None:
    laat = ActieFactory(werknemer=amina, tegen=date(2026, 11, 22))
    ActieFactory(werknemer=amina, tegen=VANDAAG)
    ActieFactory(werknemer=amina, tegen=None)
    ActieFactory(
        werknemer=amina, tegen=date(2026, 1, 1), stand=Standactie.GEDAAN, gedaan_op=VANDAAG
    )
    assert list(Actie.objects.te_laat_op(VANDAAG)) == [laat]
    assert [actie.is_te_laat(VANDAAG) for actie in Actie.objects.order_by("pk")] == [
        True, False, False, False,
    ]  # fmt: skip
