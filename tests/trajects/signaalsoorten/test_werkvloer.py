"""Guidance on the work floor: the support plan, who guides, their qualification, the follow-up."""

from datetime import date

import pytest
from django.urls import reverse

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    AdviesFactory,
    BegeleidingsteamFactory,
    GebeurtenisFactory,
    NotitieFactory,
    PlanversieFactory,
    TrajectFactory,
    UitstroomFactory,
)
from tests.trajects.signaalsoorten.kind import dagen, eigen_stap, houdt, open_dagen, rij, zinnen
from tests.trajects.signaalsoorten.tafel import NU, Als, ingetrokken
from tests.werknemers.blad import bewaar
from trajects.signaalsoorten.soort import Urgentie
from trajects.signaalsoorten.soorten import kwalificatie, opvolging, plan_herzien, team_onvolledig
from werknemers.models import Adviesperiode, Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
# Quarter 6 of an advice from 1 July 2025.
DALING = date(2026, 10, 1)


@pytest.fixture
def advies(amina: Werknemer) -> Adviesperiode:
    return AdviesFactory(werknemer=amina, besluitdatum=date(2025, 7, 7), begeleidingsniveau="laag")


# --- the support plan ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("op", "verwacht"), [(date(2026, 9, 30), []), (DALING, [DALING]), (NU, [DALING])]
)
def test_from_quarter_6_the_plan_is_looked_at(
    amina: Werknemer, advies: Adviesperiode, op: date, verwacht: list[date]
) -> None:
    assert dagen(amina, plan_herzien.CODE, op) == verwacht


def test_the_quarters_count_over_the_chain(amina: Werknemer, advies: Adviesperiode) -> None:
    volgend = AdviesFactory(
        werknemer=amina, besluitdatum=date(2030, 7, 1), begeleidingsniveau="laag"
    )
    assert volgend.periode.van == advies.periode.tot
    assert rij(amina, plan_herzien.CODE, date(2031, 1, 6)).dag == DALING


@pytest.mark.parametrize(("dag", "geldt"), [(date(2026, 6, 30), True), (date(2026, 7, 1), False)])
def test_a_version_of_three_months_before_counts(
    amina: Werknemer, advies: Adviesperiode, dag: date, geldt: bool
) -> None:
    PlanversieFactory(werknemer=amina, op=dag)
    assert houdt(amina, plan_herzien.CODE) == geldt


def test_a_corrected_decision_moves_the_quarter(amina: Werknemer, advies: Adviesperiode) -> None:
    assert dagen(amina, plan_herzien.CODE) == [DALING]
    Adviesperiode.objects.filter(pk=advies.pk).delete()
    AdviesFactory(werknemer=amina, besluitdatum=date(2026, 1, 5), begeleidingsniveau="laag")
    assert dagen(amina, plan_herzien.CODE) == []
    assert zinnen(amina, plan_herzien.CODE)[1] == (
        "Het ondersteuningsplan is te herzien vanaf 1 april 2027."
    )


def besluit(advies: Adviesperiode, vanaf: date, niveau: str) -> None:
    """A decision that gives another level of guidance from a day on."""
    wat = GebeurtenisFactory(
        advies=advies,
        soort="bijsturing",
        gevraagd_op=vanaf,
        besluitdatum=vanaf,
        uitkomst="toegekend",
        begeleidingsniveau=niveau,
    )
    periode = Periode(vanaf, advies.periode.tot)
    wat.schijven.create(organisatie=wat.organisatie, advies=advies, periode=periode, percentage=40)


def test_guidance_that_stopped_and_began_again_begins_again(
    amina: Werknemer, advies: Adviesperiode, begeleider: Gebruiker
) -> None:
    PlanversieFactory(werknemer=amina, op=date(2026, 7, 1))
    NotitieFactory(werknemer=amina, auteur=begeleider, datum=date(2026, 10, 1))
    besluit(advies, date(2026, 10, 12), "geen")
    assert not houdt(amina, plan_herzien.CODE)
    besluit(advies, date(2026, 11, 2), "laag")
    assert dagen(amina, plan_herzien.CODE) == [date(2026, 11, 2)]
    assert dagen(amina, opvolging.CODE) == [date(2026, 11, 2)]
    assert rij(amina, team_onvolledig.CODE).sinds == date(2026, 11, 30)


def test_another_level_asks_for_another_plan(amina: Werknemer, advies: Adviesperiode) -> None:
    besluit(advies, date(2026, 8, 3), "hoog")
    assert dagen(amina, plan_herzien.CODE, date(2026, 9, 1)) == [date(2026, 8, 3)]
    assert dagen(amina, plan_herzien.CODE) == [DALING]


def test_an_advice_with_another_level_than_the_one_before(
    amina: Werknemer, advies: Adviesperiode
) -> None:
    volgend = AdviesFactory(
        werknemer=amina, besluitdatum=date(2030, 7, 1), begeleidingsniveau="hoog"
    )
    assert dagen(amina, plan_herzien.CODE, date(2030, 7, 1)) == [volgend.periode.van]


def test_a_plan_that_was_looked_at_stays_so_in_the_next_advice(
    amina: Werknemer, advies: Adviesperiode
) -> None:
    """The quarter counts from the begin of the first one."""
    AdviesFactory(werknemer=amina, besluitdatum=date(2030, 7, 1), begeleidingsniveau="laag")
    op = date(2030, 8, 1)
    assert dagen(amina, plan_herzien.CODE, op) == [DALING]
    PlanversieFactory(werknemer=amina, op=DALING)
    assert dagen(amina, plan_herzien.CODE, op) == []


# --- who guides ------------------------------------------------------------------------------


def test_without_guidance_nobody_asks_anything(amina: Werknemer) -> None:
    AdviesFactory(werknemer=amina, besluitdatum=date(2025, 7, 7))
    TrajectFactory(werknemer=amina)
    for regel in (plan_herzien, team_onvolledig, kwalificatie, opvolging):
        assert not houdt(amina, regel.CODE)


@pytest.mark.parametrize(
    ("gids", "coach", "verwacht"),
    [
        ("", "", "nog geen gekwalificeerd begeleider en collega-coach"),
        ("", "Dirk", "nog geen gekwalificeerd begeleider"),
        ("Ilse", "", "nog geen collega-coach"),
        ("Ilse", "Dirk", None),
    ],
)
def test_who_is_missing(
    amina: Werknemer, advies: Adviesperiode, gids: str, coach: str, verwacht: str | None
) -> None:
    BegeleidingsteamFactory(werknemer=amina, gekwalificeerd_begeleider=gids, collega_coach=coach)
    assert houdt(amina, team_onvolledig.CODE) == (verwacht is not None)
    if verwacht:
        assert zinnen(amina, team_onvolledig.CODE)[0] == verwacht


@pytest.mark.parametrize(("op", "geldt"), [(date(2025, 7, 28), False), (date(2025, 7, 29), True)])
def test_four_weeks_after_the_begin(
    amina: Werknemer, advies: Adviesperiode, op: date, geldt: bool
) -> None:
    assert bool(dagen(amina, team_onvolledig.CODE, op)) == geldt


def test_the_team_is_filled_in_and_the_signal_goes_at_once(
    als: Als, begeleider: Gebruiker, amina: Werknemer, advies: Adviesperiode
) -> None:
    assert dagen(amina, team_onvolledig.CODE) == [date(2025, 7, 1)]
    stap = eigen_stap(amina, team_onvolledig.CODE, begeleider)
    assert stap is not None
    assert stap.zin == (
        "Amina heeft nog geen gekwalificeerd begeleider en collega-coach. Vul in wie dat is."
    )
    adres = reverse(f"trajects:{stap.view}", args=[stap.over])
    velden = {"gekwalificeerd_begeleider": "Ilse Maes", "collega_coach": "Dirk Wouters"}
    assert bewaar(als(begeleider), adres, **velden).status_code == 302
    assert open_dagen(amina, team_onvolledig.CODE) == []
    assert "Ingetrokken: het begeleidingsteam is ingevuld." in ingetrokken(amina)
    # Nothing says what makes her qualified.
    assert open_dagen(amina, kwalificatie.CODE) == [date(2026, 1, 1)]


# --- their qualification ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("op", "urgentie"),
    [
        (date(2026, 10, 7), None),
        (date(2026, 10, 8), Urgentie.LATER),
        (date(2027, 3, 10), Urgentie.LATER),
        (date(2027, 3, 11), Urgentie.DAARNA),
    ],
)
def test_a_guide_without_qualification(
    amina: Werknemer, advies: Adviesperiode, op: date, urgentie: Urgentie | None
) -> None:
    BegeleidingsteamFactory(werknemer=amina, begeleider_sinds=date(2026, 9, 10))
    uiterlijk = date(2027, 3, 10)
    assert dagen(amina, kwalificatie.CODE, op) == ([uiterlijk] if urgentie else [])
    if urgentie:
        assert rij(amina, kwalificatie.CODE, op).urgentie == urgentie


def test_the_qualification_is_filled_in(
    als: Als, begeleider: Gebruiker, amina: Werknemer, advies: Adviesperiode
) -> None:
    BegeleidingsteamFactory(werknemer=amina, begeleider_sinds=date(2026, 9, 10))
    assert dagen(amina, kwalificatie.CODE) == [date(2027, 3, 10)]
    assert zinnen(amina, kwalificatie.CODE)[0] == (
        "Ilse Maes nog zonder kwalificatie, opleidingsplan begint t.e.m. 10 maart 2027"
    )
    adres = reverse("trajects:team_bewerk", args=[amina.pk])
    antwoord = bewaar(als(begeleider), adres, kwalificatie="bachelor sociaal werk")
    assert antwoord.status_code == 302
    assert open_dagen(amina, kwalificatie.CODE) == []
    assert "Ingetrokken: de kwalificatie is ingevuld." in ingetrokken(amina)


# --- the follow-up ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2026, 11, 15), []),
        (date(2026, 11, 16), [date(2026, 11, 2)]),
        (date(2026, 12, 27), [date(2026, 11, 2)]),
        # From here on it is "geen gesprek" that says so.
        (date(2026, 12, 28), []),
    ],
)
def test_every_two_weeks_and_never_beside_the_hard_one(
    amina: Werknemer,
    advies: Adviesperiode,
    begeleider: Gebruiker,
    op: date,
    verwacht: list[date],
) -> None:
    TrajectFactory(werknemer=amina)
    NotitieFactory(
        werknemer=amina, auteur=begeleider, soort="telefoon", datum=date(2026, 11, 2),
        vertrouwelijk=True,
    )  # fmt: skip
    assert dagen(amina, opvolging.CODE, op) == verwacht
    assert houdt(amina, opvolging.CODE, op) != (houdt(amina, "geen_gesprek", op) or not verwacht)


def test_it_is_soft(amina: Werknemer, advies: Adviesperiode, begeleider: Gebruiker) -> None:
    NotitieFactory(werknemer=amina, auteur=begeleider, datum=date(2026, 11, 2))
    NotitieFactory(werknemer=amina, auteur=begeleider, datum=NU, soort="observatie")
    assert rij(amina, opvolging.CODE).urgentie == Urgentie.ZACHT
    stap = eigen_stap(amina, opvolging.CODE, begeleider)
    assert stap is not None
    assert stap.zin == "Hoe gaat het met Amina? Al 3 weken geen gesprek genoteerd."


def test_a_talk_ends_it_at_once(
    als: Als, begeleider: Gebruiker, amina: Werknemer, advies: Adviesperiode
) -> None:
    NotitieFactory(werknemer=amina, auteur=begeleider, datum=date(2026, 11, 2))
    assert dagen(amina, opvolging.CODE) == [date(2026, 11, 2)]
    gegevens = {
        "werknemer": amina.pk, "soort": "gesprek", "datum": "2026-11-23", "tekst": "Het gaat goed.",
    }  # fmt: skip
    antwoord = als(begeleider).post(reverse("trajects:notitie_nieuw"), gegevens)
    assert antwoord.status_code == 302
    assert open_dagen(amina, opvolging.CODE) == []
    assert "Ingetrokken: de opvolging telt nu vanaf een ander gesprek of advies." in ingetrokken(
        amina
    )
    assert zinnen(amina, opvolging.CODE)[1] == (
        "De volgende opvolging is aan de beurt op 7 december 2026."
    )


def test_who_leaves_is_followed_up_elsewhere(amina: Werknemer, advies: Adviesperiode) -> None:
    UitstroomFactory(werknemer=amina, datum=date(2026, 12, 18))
    assert not houdt(amina, opvolging.CODE)
