"""Templates: due dates from an anchor, on working days; applied twice adds nothing."""

import threading
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from doorstroom.gedeeld.periode import Periode, plus_dagen
from doorstroom.gedeeld.werkdagen import is_werkdag
from gebruikers.models import Gebruiker
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    GebruikerFactory,
    SjabloonFactory,
    SjabloonregelFactory,
    TrajectFactory,
    WerknemerFactory,
)
from trajects.domein.acties import laat_vallen, rond_af
from trajects.domein.samenvatting import vat_samen
from trajects.domein.sjablonen import (
    ankers_van,
    datum_van,
    pas_toe,
    past_bij,
    sjablonen_voor,
    stel_voor,
)
from trajects.keuzes import Anker, Fase
from trajects.models import Actie, Plansjabloon, Sjabloonregel, Traject

VANDAAG = date(2026, 11, 23)


@pytest.fixture
def traject(begeleider: Gebruiker) -> Traject:
    """In service since 5 October 2026, two years of support from 1 October."""
    amina = WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider)
    ContractFactory(werknemer=amina, periode=Periode(date(2026, 10, 5)))
    AdviesFactory(werknemer=amina, twee_jaar=True, besluitdatum=date(2026, 10, 12))
    return TrajectFactory(werknemer=amina, gestart_op=date(2026, 10, 12))


def voorbeeld(jaren: int) -> Plansjabloon:
    return Plansjabloon.objects.get(organisatie=None, jaren=jaren)


def test_the_anchors_of_an_employee(traject: Traject) -> None:
    assert ankers_van(traject.werknemer, VANDAAG) == {
        Anker.CONTRACT: date(2026, 10, 5),
        Anker.ADVIES: date(2026, 10, 1),
        Anker.EINDE: date(2028, 9, 30),
    }


def test_without_contract_and_advice_there_are_no_days(db: None) -> None:
    kaal = TrajectFactory()
    ankers = ankers_van(kaal.werknemer, VANDAAG)
    assert set(ankers.values()) == {None}
    assert {v.tegen for v in stel_voor(voorbeeld(2), kaal, ankers)} == {None}


@given(
    anker=st.dates(date(2024, 1, 1), date(2035, 1, 1)),
    dagen=st.integers(-2000, 2000),
    soort=st.sampled_from(list(Anker)),
)
def test_a_due_day_is_a_working_day_on_its_side_of_the_anchor(
    anker: date, dagen: int, soort: Anker
) -> None:
    regel = Sjabloonregel(anker=soort, dagen=dagen)
    dag = datum_van(regel, dict.fromkeys(Anker, anker))
    assert dag is not None
    assert is_werkdag(dag)
    precies = plus_dagen(anker, dagen)
    assert abs((dag - precies).days) <= 5
    assert dag >= precies if dagen >= 0 else dag <= precies


def test_applied_the_plan_has_goals_with_actions_to_come(
    begeleider: Gebruiker, traject: Traject
) -> None:
    aantal = pas_toe(sjabloon=voorbeeld(2), traject=traject, door=begeleider)
    acties = list(Actie.objects.select_related("doel"))
    assert len(acties) == aantal > 10
    assert {actie.traject_id for actie in acties} == {traject.pk}
    assert all(actie.tegen and actie.tegen >= VANDAAG for actie in acties)
    assert [doel.titel for doel in traject.doelen.all()][-1] == "Een warme overdracht"
    slot = next(actie for actie in acties if actie.wat.startswith("Afspreken wanneer we elkaar na"))
    assert slot.tegen == date(2028, 9, 15)  # two weeks before 30 September, a Saturday: Friday


def test_what_was_due_already_comes_in_when_asked_for(
    begeleider: Gebruiker, traject: Traject
) -> None:
    pas_toe(sjabloon=voorbeeld(2), traject=traject, door=begeleider, sla_voorbij_over=False)
    assert Actie.objects.count() == voorbeeld(2).regels.count()
    assert Actie.objects.te_laat_op(VANDAAG).exists()


def test_applied_twice_adds_nothing_and_brings_nothing_back(
    begeleider: Gebruiker, traject: Traject
) -> None:
    aantal = pas_toe(sjabloon=voorbeeld(2), traject=traject, door=begeleider)
    eerste, tweede = Actie.objects.order_by("pk")[:2]
    rond_af(eerste, door=begeleider)
    laat_vallen(tweede, door=begeleider, reden="Niet nodig.")
    assert pas_toe(sjabloon=voorbeeld(2), traject=traject, door=begeleider) == 0
    assert Actie.objects.count() == aantal
    assert len(traject.doelen.all()) == len({doel.titel for doel in traject.doelen.all()})


def test_a_closed_trajectory_gets_no_plan(begeleider: Gebruiker, traject: Traject) -> None:
    traject.fase = Fase.AFGEROND
    traject.save()
    with pytest.raises(ValidationError, match="afgesloten"):
        pas_toe(sjabloon=voorbeeld(2), traject=traject, door=begeleider)


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_do_not_double_it() -> None:
    door = GebruikerFactory()
    traject = TrajectFactory(werknemer__organisatie=door.organisatie)
    sjabloon = SjabloonFactory(organisatie=door.organisatie)
    for nummer in range(3):
        SjabloonregelFactory(sjabloon=sjabloon, wat=f"Stap {nummer}")
    hek, uitkomst = threading.Barrier(2), []

    def probeer() -> None:
        try:
            hek.wait(timeout=10)
            uitkomst.append(pas_toe(sjabloon=sjabloon, traject=traject, door=door))
        finally:
            connection.close()

    draden = [threading.Thread(target=probeer) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    assert sorted(uitkomst) == [0, 3]
    assert Actie.objects.count() == 3


def test_an_own_version_takes_the_place_of_the_example(begeleider: Gebruiker) -> None:
    organisatie = begeleider.organisatie_id
    twee, vijf = voorbeeld(2), voorbeeld(5)
    assert set(sjablonen_voor(organisatie)) == {twee, vijf}
    eigen = SjabloonFactory(organisatie=begeleider.organisatie, kopie_van=twee, jaren=2)
    assert set(sjablonen_voor(organisatie)) == {eigen, vijf}
    assert set(sjablonen_voor(None)) == {twee, vijf}


def test_the_template_for_the_term_comes_first(traject: Traject) -> None:
    ankers = ankers_van(traject.werknemer, VANDAAG)
    sjablonen = sjablonen_voor(traject.werknemer.organisatie_id)
    assert [sjabloon.jaren for sjabloon in past_bij(sjablonen, ankers)] == [2, 5]


def test_a_summary_tells_what_was_done(begeleider: Gebruiker, traject: Traject) -> None:
    pas_toe(sjabloon=voorbeeld(2), traject=traject, door=begeleider)
    actie = Actie.objects.order_by("pk").first()
    assert actie is not None
    rond_af(actie, door=begeleider, resultaat="Met tolk.")
    tekst = vat_samen(traject)
    assert tekst.startswith("Gestart op 12 oktober 2026.\n1 actie gedaan:")
    assert f"– {actie.wat} (23 november 2026). Met tolk." in tekst
    assert "acties niet meer gedaan." in tekst
