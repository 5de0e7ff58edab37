"""The nightly job: who gets which signal when, and that it may run twice, late or side by side."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Taakrun, UitgaandeMail
from gedeeld.periode import Periode, plus_jaren
from gedeeld.taken import nachtwacht
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory, ContractFactory, GebruikerFactory, WerknemerFactory
from tests.trajects.signalen.nacht import bepaal_einde, over_einde
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.signaalsoorten.soorten import einde_ondersteuning
from trajects.signaalsoorten.soorten.einde_ondersteuning import EINDE, VERLOPEN
from trajects.signalen import signaal_sql
from trajects.signalen.bepaal_signalen import Signaaluitkomst, bepaal_voor
from trajects.signalen.signaalopvolging import handel_af, stel_uit, volg_op
from werknemers.models import Adviesperiode, Werknemer

NU = date(2026, 11, 23)
pytestmark = pytest.mark.amina(in_dienst=True)


def advies_tot(werknemer: Werknemer, laatste_dag: date, jaren: int = 5) -> Adviesperiode:
    """An advice of the usual term whose last day this is."""
    tot = Periode.tem(laatste_dag, laatste_dag).tot
    assert tot is not None
    begin = plus_jaren(tot, -jaren)
    soort = SoortAdvies.IMW_5 if jaren == 5 else SoortAdvies.IMW_2
    return AdviesFactory(
        werknemer=werknemer, soort=soort, besluitdatum=begin, periode=Periode(begin, tot)
    )


def open_signalen() -> list[tuple[str, int]]:
    return list(Signaal.objects.open().order_by("pk").values_list("soort", "drempel"))


def alles() -> list[dict[str, Any]]:
    return list(
        Signaal.objects.order_by("pk").values(
            "werknemer", "soort", "onderwerp", "drempel", "status", "afgesloten_op"
        )
    )


@pytest.mark.parametrize(
    ("laatste_dag", "verwacht"),
    [
        (date(2028, 12, 31), []),
        (date(2028, 9, 30), [(EINDE, 24)]),
        (date(2027, 9, 30), [(EINDE, 12)]),
        (date(2027, 3, 31), [(EINDE, 6)]),
        (date(2026, 12, 31), [(EINDE, 3)]),
        (date(2026, 9, 30), [(VERLOPEN, 0)]),
    ],
)
def test_only_the_narrowest_threshold(
    amina: Werknemer, laatste_dag: date, verwacht: list[tuple[str, int]]
) -> None:
    advies_tot(amina, laatste_dag)
    bepaal_einde(op=NU)
    assert open_signalen() == verwacht


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2027, 6, 29), []),
        (date(2027, 6, 30), [(EINDE, 24)]),
        (date(2029, 6, 30), [(EINDE, 1)]),
        (date(2029, 7, 1), [(VERLOPEN, 0)]),
    ],
)
def test_limits_count_as_well(amina: Werknemer, op: date, verwacht: list[tuple[str, int]]) -> None:
    advies_tot(amina, date(2029, 6, 30))
    bepaal_einde(op=op)
    assert open_signalen() == verwacht


def test_who_is_not_in_service_gets_no_signal(organisatie: Organisatie) -> None:
    vertrokken = WerknemerFactory(organisatie=organisatie)
    ContractFactory(werknemer=vertrokken, periode=Periode(date(2024, 1, 1), date(2026, 11, 1)))
    advies_tot(vertrokken, date(2027, 3, 31))
    bepaal_einde(op=NU)
    assert open_signalen() == []


def test_an_advice_of_the_future_gives_no_signal(amina: Werknemer) -> None:
    AdviesFactory(werknemer=amina, twee_jaar=True, besluitdatum=date(2027, 1, 15))
    bepaal_einde(op=NU)
    assert open_signalen() == []


def test_twice_is_the_same_as_once(amina: Werknemer) -> None:
    advies_tot(amina, date(2027, 3, 31))
    eerste = bepaal_einde(op=NU)
    na_een = alles()
    tweede = bepaal_einde(op=NU)
    assert (len(eerste.nieuw), len(tweede.nieuw), tweede.ingetrokken) == (1, 0, 0)
    assert alles() == na_een


def test_a_missed_week_is_caught_up(amina: Werknemer) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=date(2026, 9, 20))
    assert open_signalen() == [(EINDE, 9)]
    # 30 September, when six months were reached, was missed; so was the week after.
    bepaal_einde(op=date(2026, 10, 7))
    assert open_signalen() == [(EINDE, 6)]


def test_wider_thresholds_are_not_added_afterwards(amina: Werknemer) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=NU)
    assert [rij["drempel"] for rij in alles()] == [6]


def test_a_narrower_threshold_replaces_and_takes_over_the_follow_up(
    amina: Werknemer, begeleider: Gebruiker
) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=NU)
    volg_op(Signaal.objects.get(), door=begeleider, wie=begeleider, toelichting="Gesprek gepland.")
    uitkomst = bepaal_einde(op=date(2027, 1, 4))
    oud, nieuw = Signaal.objects.order_by("pk")
    assert (oud.status, oud.afgesloten_op) == (Signaalstatus.VERVANGEN, date(2027, 1, 4))
    assert (nieuw.drempel, nieuw.status) == (3, Signaalstatus.IN_OPVOLGING)
    assert (nieuw.opgevolgd_door, nieuw.toelichting) == (begeleider, "Gesprek gepland.")
    assert (uitkomst.vervangen, uitkomst.ingetrokken) == (1, 0)


def test_expired_replaces_end_and_comes_once(amina: Werknemer, begeleider: Gebruiker) -> None:
    advies_tot(amina, date(2026, 12, 31))
    bepaal_einde(op=NU)
    bepaal_einde(op=date(2027, 1, 1))
    assert open_signalen() == [(VERLOPEN, 0)]
    handel_af(Signaal.objects.open().get(), door=begeleider, toelichting="Blijft in eigen dienst.")
    bepaal_einde(op=date(2027, 2, 1))
    assert open_signalen() == []


def test_settled_stays_settled_until_the_next_threshold(
    amina: Werknemer, begeleider: Gebruiker
) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=NU)
    handel_af(Signaal.objects.get(), door=begeleider, toelichting="Besproken.")
    bepaal_einde(op=date(2026, 12, 1))
    assert open_signalen() == []
    bepaal_einde(op=date(2026, 12, 31))
    assert open_signalen() == [(EINDE, 3)]


def test_an_extension_withdraws_the_signal_with_the_reason(amina: Werknemer) -> None:
    oud = advies_tot(amina, date(2026, 12, 31), jaren=2)
    bepaal_einde(op=NU)
    tot = oud.periode.tot
    AdviesFactory(
        werknemer=amina,
        soort=SoortAdvies.IMW_5,
        besluitdatum=tot,
        periode=Periode(tot, plus_jaren(tot, 5)),
    )
    uitkomst = bepaal_einde(op=NU)
    signaal = Signaal.objects.get()
    assert uitkomst.ingetrokken == 1
    assert signaal.status == Signaalstatus.INGETROKKEN
    assert signaal.toelichting == "Ingetrokken: een ander advies bepaalt nu het einde: 31/12/2031."


def test_leaving_withdraws_the_signal(amina: Werknemer) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=NU)
    amina.contracten.update(periode=Periode(date(2024, 1, 1), date(2026, 12, 1)))
    bepaal_einde(op=date(2026, 12, 1))
    signaal = Signaal.objects.get()
    assert signaal.status == Signaalstatus.INGETROKKEN
    assert signaal.toelichting == "Ingetrokken: niet in dienst."


def test_a_withdrawn_signal_comes_back_when_it_holds_again(amina: Werknemer) -> None:
    oud = advies_tot(amina, date(2026, 12, 31), jaren=2)
    bepaal_einde(op=NU)
    verlenging = AdviesFactory(
        werknemer=amina,
        besluitdatum=oud.periode.tot,
        periode=Periode(oud.periode.tot, plus_jaren(oud.periode.tot, 5)),
    )
    bepaal_einde(op=NU)
    verlenging.delete()
    uitkomst = bepaal_einde(op=NU)
    assert len(uitkomst.nieuw) == 1
    assert open_signalen() == [(EINDE, 3)]


def test_a_shortened_advice_does_not_withdraw_but_narrows(amina: Werknemer) -> None:
    advies = advies_tot(amina, date(2027, 9, 30))
    bepaal_einde(op=NU)
    advies.periode = Periode(advies.periode.van, date(2027, 1, 1))
    advies.save()
    bepaal_einde(op=NU)
    assert open_signalen() == [(EINDE, 3)]


def test_a_later_end_withdraws_and_makes_the_wider_one(amina: Werknemer) -> None:
    advies = advies_tot(amina, date(2026, 12, 31))
    bepaal_einde(op=NU)
    advies.periode = Periode(advies.periode.van, date(2027, 10, 1))
    advies.save()
    bepaal_einde(op=NU)
    assert open_signalen() == [(EINDE, 12)]
    assert Signaal.objects.get(drempel=3).status == Signaalstatus.INGETROKKEN


def test_an_earlier_day_turns_back(amina: Werknemer) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=date(2027, 1, 4))
    bepaal_einde(op=NU)
    assert open_signalen() == [(EINDE, 6)]
    bepaal_einde(op=date(2027, 1, 4))
    assert open_signalen() == [(EINDE, 3)]


def test_a_threshold_that_is_dropped_leaves_an_open_signal_as_it_is(
    amina: Werknemer, organisatie: Organisatie
) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=NU)
    organisatie.drempels = [12]
    organisatie.save()
    bepaal_einde(op=NU)
    assert open_signalen() == [(EINDE, 6)]


def test_a_postponement_runs_out(amina: Werknemer, begeleider: Gebruiker) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=NU)
    stel_uit(Signaal.objects.get(), door=begeleider, tot=date(2026, 12, 7), reden="na de vakantie")
    bepaal_einde(op=date(2026, 12, 6))
    assert Signaal.objects.get().status == Signaalstatus.UITGESTELD
    bepaal_einde(op=date(2026, 12, 7))
    signaal = Signaal.objects.get()
    assert signaal.status == Signaalstatus.NIEUW
    assert signaal.toelichting == "Uitgesteld tot 7 december 2026: na de vakantie"


def test_one_organisation_by_itself(amina: Werknemer, andere_organisatie: Organisatie) -> None:
    advies_tot(amina, date(2027, 3, 31))
    ander = WerknemerFactory(organisatie=andere_organisatie, in_dienst=True)
    advies_tot(ander, date(2027, 3, 31))
    bepaal_einde(op=NU, organisatie=andere_organisatie)
    assert list(Signaal.objects.values_list("werknemer", flat=True)) == [ander.pk]


def test_every_run_leaves_a_row(amina: Werknemer) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=NU)
    run = Taakrun.objects.get()
    assert (run.taak, run.status) == ("bepaal_signalen", Taakrun.Status.GESLAAGD)
    assert run.tellingen == {"nieuw": 1, "ingetrokken": 0, "vervangen": 0, "gewekt": 0}
    assert run.einde is not None


@pytest.mark.parametrize("aantal", [1, 30])
def test_as_many_statements_for_one_as_for_thirty(
    organisatie: Organisatie, aantal: int, django_assert_num_queries: Any
) -> None:
    for _ in range(aantal):
        advies_tot(WerknemerFactory(organisatie=organisatie, in_dienst=True), date(2027, 3, 31))
    with django_assert_num_queries(13):
        assert len(bepaal_einde(op=date(2026, 11, 24)).nieuw) == aantal


@pytest.mark.parametrize("aantal", [1, 30])
@pytest.mark.usefixtures("coordinator")
def test_a_night_without_news_asks_the_same_of_one_as_of_thirty(
    organisatie: Organisatie, aantal: int, django_assert_num_queries: Any
) -> None:
    """The two ends of the transaction, a lock, the open signals, who is woken, the rule, what
    nobody took on, and whether there is anything to report."""
    for _ in range(aantal):
        advies_tot(WerknemerFactory(organisatie=organisatie, in_dienst=True), date(2027, 3, 31))
    bepaal_einde(op=NU)
    with django_assert_num_queries(8):
        bepaal_voor(organisatie, Signaaluitkomst(NU), regels=[einde_ondersteuning.REGEL])
    assert Signaal.objects.count() == aantal


def test_the_statement_of_the_night_works_the_end_out_once() -> None:
    statement, _ = signaal_sql.bepaal([einde_ondersteuning.REGEL], mensen=False)
    assert statement.count("werknemers_steunstand") == 1


def test_one_mail_more_is_no_statement_more(organisatie: Organisatie) -> None:
    aantallen = []
    for begeleiders in (1, 4):
        for _ in range(begeleiders):
            begeleider = GebruikerFactory(organisatie=organisatie)
            wie = WerknemerFactory(organisatie=organisatie, begeleider=begeleider, in_dienst=True)
            advies_tot(wie, date(2027, 3, 31))
        UitgaandeMail.objects.all().delete()
        with CaptureQueriesContext(connection) as vragen:
            bepaal_voor(organisatie, Signaaluitkomst(NU), regels=[einde_ondersteuning.REGEL])
        assert UitgaandeMail.objects.count() == begeleiders
        aantallen.append(len(vragen))
    # What a night without news asks but the last, what is to be said, to whom, and all mails.
    assert aantallen == [10, 10]


def test_the_night_of_all_organisations_is_shared_in_one_run(
    amina: Werknemer, andere_organisatie: Organisatie
) -> None:
    advies_tot(amina, date(2027, 3, 31))
    ander = WerknemerFactory(organisatie=andere_organisatie, in_dienst=True)
    advies_tot(ander, date(2026, 9, 30))
    assert nachtwacht.doe(nachtwacht.NACHTTAAK)
    assert list(over_einde().order_by("pk").values_list("soort", "drempel")) == [
        (EINDE, 6),
        (VERLOPEN, 0),
    ]
    run = Taakrun.objects.get(taak=nachtwacht.NACHTTAAK)
    assert run.status == Taakrun.Status.GESLAAGD
    assert run.tellingen == {
        "nieuw": Signaal.objects.count(), "ingetrokken": 0, "vervangen": 0, "gewekt": 0,
    }  # fmt: skip
