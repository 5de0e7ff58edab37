"""Goals and actions: added, changed, done, dropped; about one employee, audited."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from doorstroom.gedeeld.gelijktijdig import IntussenGewijzigd
from doorstroom.gedeeld.models import Auditregel
from gebruikers.models import Gebruiker
from tests.fabrieken import (
    ActieFactory,
    DoelFactory,
    RandvoorwaardeFactory,
    TrajectFactory,
    WerknemerFactory,
)
from trajects.domein.acties import heropen, laat_vallen, rond_af, voeg_actie_toe, wijzig_actie
from trajects.domein.doelen import voeg_doel_toe, wijzig_doel
from trajects.keuzes import Fase, Standactie, Standdoel, Wie
from trajects.models import Actie, Doel, Traject
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)


@pytest.fixture
def amina(begeleider: Gebruiker) -> Werknemer:
    return WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider)


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


def test_a_goal_is_added_and_reached(begeleider: Gebruiker, traject: Traject) -> None:
    doel = voeg_doel_toe(traject=traject, door=begeleider, titel="Zelf koken")
    wijzig_doel(
        doel,
        door=begeleider,
        gezien=None,
        titel="Zelf koken",
        stand=Standdoel.BEREIKT,
        resultaat="Kookt alleen voor dertig mensen.",
    )
    doel.refresh_from_db()
    assert (doel.stand, doel.resultaat) == ("bereikt", "Kookt alleen voor dertig mensen.")
    assert acties_in_het_spoor("doel") == ["toegevoegd", "gewijzigd"]


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
