"""Templates: due dates from an anchor, on working days; applied twice adds nothing."""

import threading
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode, plus_dagen, plus_jaren
from gedeeld.werkdagen import is_werkdag
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    GebruikerFactory,
    SjabloonFactory,
    SjabloonregelFactory,
    TrajectFactory,
    WerknemerFactory,
)
from trajects.keuzes import Anker, Fase, Voorbij
from trajects.models import Actie, Plansjabloon, Sjabloonregel, Traject
from trajects.plan.acties import laat_vallen, rond_af
from trajects.plan.passende_sjablonen import past_bij, sjablonen_voor
from trajects.plan.planvoorstel import ankers_van, datum_van, stel_voor
from trajects.plan.sjablonen import pas_toe
from trajects.plan.sjabloonbeheer import kopieer

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
    plan = stel_voor(voorbeeld(2), kaal, ankers, op=VANDAAG, sla_over=Voorbij.ALLES)
    assert len(plan.zonder_dag) == voorbeeld(2).regels.count()
    assert (plan.met_dag, plan.voorbij, plan.staan_er_al) == ((), (), ())


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
    # Never moved to the other side of its anchor; on the last day of support means by then.
    voor_anker = dagen < 0 or (dagen == 0 and soort == Anker.EINDE)
    assert dag <= precies if voor_anker else dag >= precies


def test_an_extension_begins_a_plan_of_its_own(traject: Traject) -> None:
    amina = traject.werknemer
    AdviesFactory(werknemer=amina, twee_jaar=True, besluitdatum=date(2028, 10, 2))
    assert ankers_van(amina, VANDAAG)[Anker.ADVIES] == date(2026, 10, 1)
    later = ankers_van(amina, date(2028, 11, 1))
    assert (later[Anker.ADVIES], later[Anker.EINDE]) == (date(2028, 10, 1), date(2030, 9, 30))
    na_het_einde = ankers_van(amina, date(2031, 1, 1))
    assert na_het_einde[Anker.ADVIES] == date(2028, 10, 1)


def test_an_advice_that_is_still_to_begin_counts(db: None) -> None:
    advies = AdviesFactory(twee_jaar=True, besluitdatum=date(2027, 1, 11))
    ankers = ankers_van(advies.werknemer, VANDAAG)
    assert (ankers[Anker.ADVIES], ankers[Anker.EINDE]) == (date(2027, 1, 1), date(2028, 12, 31))


def pas_voorbeeld_toe(traject: Traject, door: Gebruiker, sla_over: str = Voorbij.LANG) -> int:
    return pas_toe(sjabloon=voorbeeld(2), traject=traject, door=door, sla_over=sla_over)


def test_applied_the_plan_has_goals_with_actions(begeleider: Gebruiker, traject: Traject) -> None:
    aantal = pas_voorbeeld_toe(traject, begeleider)
    acties = list(Actie.objects.select_related("doel"))
    assert len(acties) == aantal == voorbeeld(2).regels.count()
    assert {actie.traject_id for actie in acties} == {traject.pk}
    assert [doel.titel for doel in traject.doelen.all()] == [
        "Een open start",
        "Goede begeleiding op de werkvloer",
        "Weten wat ik kan en waar ik naartoe wil",
        "Leren voor het volgende werk",
        "Werk vinden bij een volgende werkgever",
        "Een warme overdracht",
    ]
    dagen = {actie.wat: actie.tegen for actie in acties}
    # Two weeks before 30 September 2028, a Saturday: the Friday.
    assert dagen["Afspreken wanneer we elkaar na de overstap horen"] == date(2028, 9, 15)
    # Fifteen months after the start, when the guidance premium falls: New Year's Eve is worked.
    bijwerken = "Het ondersteuningsplan bijwerken: de begeleidingspremie verandert"
    assert dagen[bijwerken] == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("sla_over", "blijft_weg"), [(Voorbij.LANG, 1), (Voorbij.ALLES, 2), (Voorbij.NIETS, 0)]
)
def test_what_was_due_before_stays_out_as_chosen(
    begeleider: Gebruiker, traject: Traject, sla_over: str, blijft_weg: int
) -> None:
    sjabloon = SjabloonFactory(organisatie=begeleider.organisatie)
    # Counted from 1 October 2026: 19 August, 31 October (so 2 November) and 23 November.
    for dagen in (-43, 30, 53):
        SjabloonregelFactory(sjabloon=sjabloon, anker=Anker.ADVIES, dagen=dagen, wat=str(dagen))
    ankers = ankers_van(traject.werknemer, VANDAAG)
    plan = stel_voor(sjabloon, traject, ankers, op=VANDAAG, sla_over=sla_over)
    assert len(plan.voorbij) == blijft_weg
    aantal = pas_toe(sjabloon=sjabloon, traject=traject, door=begeleider, sla_over=sla_over)
    assert aantal == len(plan.nieuw) == 3 - blijft_weg
    assert {v.regel.wat for v in plan.met_dag} == {"-43", "30", "53"} - {
        v.regel.wat for v in plan.voorbij
    }


@pytest.mark.parametrize(
    ("sla_over", "tegen"),
    [
        # 5 October is over, 24 December is to come. A fortnight from now is 7 December.
        (Voorbij.LANG, [date(2026, 12, 7), date(2026, 12, 24)]),
        (Voorbij.ALLES, [date(2026, 12, 24)]),
        (Voorbij.NIETS, [date(2026, 10, 5), date(2026, 12, 24)]),
    ],
)
def test_nobody_begins_with_what_is_late_unless_so_chosen(
    begeleider: Gebruiker, traject: Traject, sla_over: str, tegen: list[date]
) -> None:
    sjabloon = SjabloonFactory(organisatie=begeleider.organisatie)
    for dagen in (4, 84):
        SjabloonregelFactory(sjabloon=sjabloon, anker=Anker.ADVIES, dagen=dagen)
    pas_toe(sjabloon=sjabloon, traject=traject, door=begeleider, sla_over=sla_over)
    acties = Actie.objects.order_by("tegen")
    assert [actie.tegen for actie in acties] == tegen
    assert any(actie.is_te_laat(VANDAAG) for actie in acties) == (sla_over == Voorbij.NIETS)


def test_what_comes_before_the_end_is_not_caught_up_after_it(
    begeleider: Gebruiker, traject: Traject
) -> None:
    sjabloon = SjabloonFactory(organisatie=begeleider.organisatie)
    for dagen in (-20, 0, 5):
        SjabloonregelFactory(sjabloon=sjabloon, anker=Anker.EINDE, dagen=dagen, wat=str(dagen))
    # Support ends on Saturday 30 September 2028.
    for op, verwacht in (
        (date(2028, 9, 27), ["2028-09-29", "2028-09-29", "2028-10-05"]),
        (date(2028, 9, 30), ["2028-09-30", "2028-09-30", "2028-10-05"]),
        (date(2028, 11, 6), ["2028-11-20"] * 3),
    ):
        ankers = ankers_van(traject.werknemer, VANDAAG)
        plan = stel_voor(sjabloon, traject, ankers, op=op, sla_over=Voorbij.LANG)
        assert [str(v.tegen) for v in plan.met_dag] == verwacht


def test_applied_twice_adds_nothing_and_brings_nothing_back(
    begeleider: Gebruiker, traject: Traject
) -> None:
    aantal = pas_voorbeeld_toe(traject, begeleider)
    eerste, tweede = Actie.objects.order_by("pk")[:2]
    rond_af(eerste, door=begeleider)
    laat_vallen(tweede, door=begeleider, reden="Niet nodig.")
    assert pas_voorbeeld_toe(traject, begeleider) == 0
    assert Actie.objects.count() == aantal
    assert len(traject.doelen.all()) == len({doel.titel for doel in traject.doelen.all()})


def test_the_own_version_of_an_example_adds_only_what_is_new(
    begeleider: Gebruiker, coordinator: Gebruiker, traject: Traject
) -> None:
    pas_voorbeeld_toe(traject, begeleider, Voorbij.NIETS)
    eigen = kopieer(voorbeeld(2), door=coordinator)
    SjabloonregelFactory(sjabloon=eigen, wat="Een plek op het bord kiezen", dagen=700)
    # The same words twice in one template are two actions.
    SjabloonregelFactory(sjabloon=eigen, wat="Een plek op het bord kiezen", dagen=710)
    aantal = pas_toe(sjabloon=eigen, traject=traject, door=begeleider, sla_over=Voorbij.NIETS)
    assert aantal == 2
    plan = stel_voor(
        eigen, traject, ankers_van(traject.werknemer, VANDAAG), op=VANDAAG, sla_over=Voorbij.NIETS
    )
    assert (plan.nieuw, len(plan.staan_er_al)) == ((), eigen.regels.count())


def test_a_closed_trajectory_gets_no_plan(begeleider: Gebruiker, traject: Traject) -> None:
    traject.fase = Fase.AFGEROND
    traject.save()
    with pytest.raises(ValidationError, match="afgesloten"):
        pas_voorbeeld_toe(traject, begeleider)


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
            uitkomst.append(
                pas_toe(sjabloon=sjabloon, traject=traject, door=door, sla_over=Voorbij.LANG)
            )
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


@pytest.mark.parametrize(
    ("jaren", "volgorde"), [(2, [2, 5, None]), (3, [2, 5, None]), (10, [5, 2, None])]
)
def test_the_template_nearest_to_the_term_comes_first(
    traject: Traject, jaren: int, volgorde: list[int | None]
) -> None:
    SjabloonFactory(organisatie=traject.werknemer.organisatie, jaren=None)
    begin = date(2026, 10, 1)
    ankers = dict.fromkeys(Anker, begin) | {Anker.EINDE: plus_jaren(begin, jaren)}
    sjablonen = sjablonen_voor(traject.werknemer.organisatie_id)
    assert [sjabloon.jaren for sjabloon in past_bij(sjablonen, ankers)] == volgorde


def test_the_examples_follow_the_source(db: None) -> None:
    """The chain of Koepel LDE and the guidance conditions: none of the steps is missing."""
    for jaren in (2, 5):
        alles = " ".join(voorbeeld(jaren).regels.values_list("wat", flat=True)).lower()
        for stap in (
            "bijzondere passage", "mondeling", "ondersteuningsplan", "collega-coach", "twee weken",
            "competenties", "talenten", "jobdoelwit", "randvoorwaarden", "type werk", "attest",
            "vormingsfonds", "taalondersteuning", "stage", "solliciteren", "toestemming",
            "volgende werkgever", "verleng",
        ):  # fmt: skip
            assert stap in alles, (jaren, stap)
