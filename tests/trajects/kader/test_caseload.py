"""The composed read behind the list, the dashboard and Vandaag; and the horizons."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode, dag_erna
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    NotitieFactory,
    TrajectFactory,
    WerknemerFactory,
)
from trajects.kader.caseload import caseload
from trajects.kader.horizon import horizon_van
from trajects.keuzes import Fase, Horizon
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)


def met_einde(organisatie: Organisatie, laatste_dag: date, **velden: object) -> Werknemer:
    """In service, with an advice (LDE, so any day will do) that ends on this day."""
    werknemer = WerknemerFactory(organisatie=organisatie, in_dienst=True, **velden)
    AdviesFactory(
        werknemer=werknemer,
        soort="lde_overgang",
        periode=Periode.tem(date(2024, 1, 1), laatste_dag),
    )
    return werknemer


@pytest.mark.parametrize(
    ("laatste_dag", "horizon"),
    [
        (date(2026, 11, 22), Horizon.VERLOPEN),
        (date(2026, 11, 23), Horizon.DRIE_MAANDEN),
        (date(2027, 2, 23), Horizon.DRIE_MAANDEN),
        (date(2027, 2, 24), Horizon.ZES_MAANDEN),
        (date(2027, 5, 23), Horizon.ZES_MAANDEN),
        (date(2027, 5, 24), Horizon.TWAALF_MAANDEN),
        (date(2027, 11, 23), Horizon.TWAALF_MAANDEN),
        (date(2027, 11, 24), Horizon.VIERENTWINTIG_MAANDEN),
        (date(2028, 11, 23), Horizon.VIERENTWINTIG_MAANDEN),
        (date(2028, 11, 24), Horizon.LATER),
    ],
)
def test_each_end_falls_in_one_bucket_in_sql_and_in_python(
    coordinator: Gebruiker, organisatie: Organisatie, laatste_dag: date, horizon: Horizon
) -> None:
    werknemer = met_einde(organisatie, laatste_dag)
    mensen = caseload(coordinator, VANDAAG)
    gevonden = [h for h in Horizon if mensen.in_horizon(h, op=VANDAAG).exists()]
    assert gevonden == [horizon]
    rij = mensen.get()
    assert rij == werknemer
    assert horizon_van(rij.steun, rij.steun_tot, VANDAAG) == horizon
    assert rij.steun_tot == dag_erna(laatste_dag)


def test_without_advice_and_not_yet_started_have_buckets_of_their_own(
    coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    zonder = WerknemerFactory(organisatie=organisatie, in_dienst=True)
    straks = WerknemerFactory(organisatie=organisatie, in_dienst=True)
    AdviesFactory(werknemer=straks, besluitdatum=date(2027, 1, 5))
    mensen = caseload(coordinator, VANDAAG)
    assert list(mensen.in_horizon(Horizon.GEEN, op=VANDAAG)) == [zonder]
    assert list(mensen.in_horizon(Horizon.NOG_NIET, op=VANDAAG)) == [straks]
    for rij in mensen:
        bak = horizon_van(rij.steun, rij.steun_tot, VANDAAG)
        assert mensen.in_horizon(bak, op=VANDAAG).filter(pk=rij.pk).exists()


def test_several_buckets_together_are_their_union(
    coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    snel = met_einde(organisatie, date(2026, 12, 31))
    later = met_einde(organisatie, date(2027, 3, 31))
    met_einde(organisatie, date(2029, 3, 31))
    mensen = caseload(coordinator, VANDAAG)
    samen = mensen.in_horizon(Horizon.DRIE_MAANDEN, Horizon.ZES_MAANDEN, op=VANDAAG)
    assert list(samen) == [snel, later]
    assert list(mensen.in_horizon(op=VANDAAG)) == []


def test_who_is_past_the_end_stands_on_top_and_who_has_none_at_the_bottom(
    coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    zonder = WerknemerFactory(organisatie=organisatie, in_dienst=True)
    later = met_einde(organisatie, date(2028, 3, 31))
    verlopen = met_einde(organisatie, date(2026, 9, 30))
    assert list(caseload(coordinator, VANDAAG)) == [verlopen, later, zonder]


def test_only_people_in_service_unless_asked_otherwise(
    coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    nu = WerknemerFactory(organisatie=organisatie, in_dienst=True, familienaam="A")
    weg = WerknemerFactory(organisatie=organisatie, familienaam="B")
    ContractFactory(werknemer=weg, periode=Periode(date(2024, 1, 1), date(2026, 1, 1)))
    assert list(caseload(coordinator, VANDAAG)) == [nu]
    assert list(caseload(coordinator, VANDAAG, ook_uit_dienst=True)) == [nu, weg]
    assert list(caseload(coordinator, date(2025, 12, 31))) == [nu, weg]


def test_a_counsellor_starts_from_the_own_caseload(
    begeleider: Gebruiker, organisatie: Organisatie, andere_organisatie: Organisatie
) -> None:
    eigen = WerknemerFactory(organisatie=organisatie, begeleider=begeleider, in_dienst=True)
    WerknemerFactory(organisatie=organisatie, in_dienst=True)
    WerknemerFactory(organisatie=andere_organisatie, in_dienst=True)
    rij = caseload(begeleider, VANDAAG).get()
    assert (rij, rij.begeleider_naam) == (eigen, "An Peeters")


def test_the_running_trajectory_and_every_service_of_the_day(
    coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    werknemer = WerknemerFactory(organisatie=organisatie)
    keuken = DienstFactory(organisatie=organisatie, naam="Keuken")
    tuin = DienstFactory(organisatie=organisatie, naam="Tuin")
    ContractFactory(werknemer=werknemer, dienst=keuken)
    ContractFactory(werknemer=werknemer, dienst=tuin, periode=Periode(date(2025, 1, 1)))
    TrajectFactory(werknemer=werknemer, fase=Fase.STOPGEZET, jobdoelwit="oud doel")
    lopend = TrajectFactory(werknemer=werknemer, fase=Fase.STAGE, jobdoelwit="keukenhulp")
    mensen = caseload(coordinator, VANDAAG)
    rij = mensen.get()
    assert (rij.traject_id, rij.fase, rij.jobdoelwit) == (lopend.pk, "stage", "keukenhulp")
    assert rij.diensten == ["Tuin", "Keuken"]
    assert rij.begeleider_naam == ""
    assert mensen.met_diensten(VANDAAG).get().dienstsleutels == sorted([keuken.pk, tuin.pk])
    for dienst in (keuken, tuin):
        assert mensen.werkt_bij(dienst.pk, VANDAAG).count() == 1
    assert mensen.in_fase(Fase.STAGE, Fase.NAZORG).count() == 1
    assert mensen.in_fase(Fase.STOPGEZET).count() == 0
    assert mensen.zonder_jobdoelwit().count() == 0
    assert mensen.in_fase(of_zonder_traject=True).count() == 0


def test_without_a_trajectory_there_is_no_goal_either(
    coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    geen = WerknemerFactory(organisatie=organisatie, in_dienst=True, familienaam="A")
    leeg = WerknemerFactory(organisatie=organisatie, in_dienst=True, familienaam="B")
    TrajectFactory(werknemer=leeg)
    mensen = caseload(coordinator, VANDAAG)
    assert list(mensen.zonder_jobdoelwit()) == [geen, leeg]
    assert list(mensen.in_fase(of_zonder_traject=True)) == [geen]
    assert list(mensen.in_fase(Fase.VOORTRAJECT)) == [leeg]
    assert list(mensen.in_fase(Fase.VOORTRAJECT, of_zonder_traject=True)) == [geen, leeg]


def test_an_administrator_learns_nothing_of_the_plan(
    beheerder: Gebruiker, organisatie: Organisatie
) -> None:
    werknemer = WerknemerFactory(organisatie=organisatie, in_dienst=True)
    TrajectFactory(werknemer=werknemer, fase=Fase.STAGE, jobdoelwit="keukenhulp")
    rij = caseload(beheerder, VANDAAG).get()
    assert (rij.traject_id, rij.fase, rij.jobdoelwit, rij.beoogde_uitstroom) == (None,) * 4


def test_the_latest_note_counts_only_what_this_user_may_read(
    begeleider: Gebruiker, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    werknemer = WerknemerFactory(organisatie=organisatie, begeleider=begeleider, in_dienst=True)
    NotitieFactory(werknemer=werknemer, datum=date(2026, 11, 2))
    ander = GebruikerFactory(organisatie=organisatie)
    NotitieFactory(werknemer=werknemer, datum=date(2026, 11, 9), vertrouwelijk=True, auteur=ander)
    for gebruiker, dag in ((begeleider, date(2026, 11, 2)), (coordinator, date(2026, 11, 9))):
        rij = caseload(gebruiker, VANDAAG).met_laatste_notitie(gebruiker).get()
        assert rij.laatste_notitie == dag


@pytest.mark.parametrize("aantal", [1, 3])
def test_one_query_for_any_number_of_people(
    coordinator: Gebruiker, organisatie: Organisatie, aantal: int
) -> None:
    for _ in range(aantal):
        met_einde(organisatie, date(2027, 6, 30))
    with CaptureQueriesContext(connection) as vragen:
        assert len(list(caseload(coordinator, VANDAAG))) == aantal
    assert len(vragen) == 1
