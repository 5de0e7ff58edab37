"""An extension that can be asked: the window, the last safe day, and what closes it."""

from datetime import date

import pytest
from django.urls import reverse

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import AdviesFactory, GebeurtenisFactory, UitstroomFactory
from tests.trajects.signaalsoorten.kind import (
    dagen,
    eigen_stap,
    houdt,
    open_dagen,
    rij,
    zinnen,
)
from tests.trajects.signaalsoorten.tafel import NU, Als, ingetrokken, waarom
from tests.werknemers.blad import bewaar
from trajects.signaalsoorten.soort import Urgentie
from trajects.signaalsoorten.soorten.verlenging_kan import CODE
from werknemers.models import Adviesperiode, Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
VEILIG = date(2028, 4, 1)


@pytest.fixture
def advies(amina: Werknemer) -> Adviesperiode:
    """From 1 July 2023 up to and including 30 June 2028."""
    return AdviesFactory(werknemer=amina, besluitdatum=date(2023, 7, 3))


@pytest.mark.parametrize(
    ("op", "urgentie"),
    [
        (date(2026, 6, 30), None),
        (date(2026, 7, 1), Urgentie.LATER),
        (date(2027, 12, 31), Urgentie.LATER),
        (date(2028, 1, 1), Urgentie.DAARNA),
        (date(2028, 4, 1), Urgentie.DAARNA),
        (date(2028, 4, 2), Urgentie.EERST),
        (date(2028, 6, 30), Urgentie.EERST),
    ],
)
def test_from_two_years_before_the_end_and_ever_more_urgent(
    amina: Werknemer, advies: Adviesperiode, op: date, urgentie: Urgentie | None
) -> None:
    assert dagen(amina, CODE, op) == ([] if urgentie is None else [VEILIG])
    if urgentie is not None:
        assert rij(amina, CODE, op).urgentie == urgentie


def test_what_it_says(
    amina: Werknemer, advies: Adviesperiode, coordinator: Gebruiker, begeleider: Gebruiker
) -> None:
    assert zinnen(amina, CODE)[0] == "verlenging kan gevraagd worden, veilig t.e.m. 1 april 2028"
    stap = eigen_stap(amina, CODE, coordinator)
    assert stap is not None
    assert stap.zin == (
        "De verlenging kan aangevraagd worden tot en met zaterdag 1 april 2028: dat is de laatste "
        "veilige dag."
    )
    assert (stap.view, stap.over) == ("evaluatie", amina.pk)
    van_begeleider = eigen_stap(amina, CODE, begeleider)
    assert van_begeleider is not None
    assert van_begeleider.zin == (
        "Bereid de verlenging van Amina voor. HR vraagt ze aan, veilig tot en met zaterdag 1 april "
        "2028."
    )
    laat = eigen_stap(amina, CODE, coordinator, date(2028, 5, 1))
    assert laat is not None
    assert laat.zin.startswith("De laatste veilige dag (1 april 2028) is voorbij.")


def test_before_the_window_the_day_is_named(amina: Werknemer, advies: Adviesperiode) -> None:
    zin = zinnen(amina, CODE, date(2026, 6, 1))[1]
    assert zin == "De verlenging kan gevraagd worden vanaf 1 juli 2026."


@pytest.mark.parametrize("soort", ["imw_2", "lde_overgang"])
def test_what_cannot_be_extended_has_no_window(amina: Werknemer, soort: str) -> None:
    AdviesFactory(
        werknemer=amina, soort=soort, periode=Periode.tem(date(2026, 1, 1), date(2027, 12, 31))
    )
    assert not houdt(amina, CODE)


def test_who_leaves_needs_no_extension(amina: Werknemer, advies: Adviesperiode) -> None:
    UitstroomFactory(werknemer=amina, datum=date(2026, 12, 18))
    assert not houdt(amina, CODE)


def test_who_asks_hears_no_more_of_it_at_once(
    als: Als, hr: Gebruiker, amina: Werknemer, advies: Adviesperiode
) -> None:
    assert dagen(amina, CODE) == [VEILIG]
    adres = reverse("werknemers:gebeurtenis_nieuw", args=[amina.pk, "verlenging"])
    assert bewaar(als(hr), adres, gevraagd_op="2026-11-23").status_code == 302
    assert open_dagen(amina, CODE) == []
    assert "Ingetrokken: de verlenging is gevraagd." in ingetrokken(amina)
    assert "Geen verlenging te vragen: de verlenging is gevraagd." in waarom(
        als, hr, amina, "verlenging te vragen"
    )


def test_the_next_advice_closes_it(amina: Werknemer, advies: Adviesperiode) -> None:
    assert dagen(amina, CODE) == [VEILIG]
    AdviesFactory(
        werknemer=amina,
        soort="imw_na_evaluatie",
        periode=Periode(date(2028, 7, 1), date(2030, 7, 1)),
    )
    assert dagen(amina, CODE) == []
    assert "Ingetrokken: er volgt een ander advies op." in ingetrokken(amina)


def test_support_that_a_decision_stopped_has_no_window(
    amina: Werknemer, advies: Adviesperiode
) -> None:
    advies.periode = Periode(advies.periode.van, date(2027, 4, 1))
    advies.save()
    GebeurtenisFactory(
        advies=advies,
        soort="evaluatie",
        gevraagd_op=date(2026, 9, 1),
        besluitdatum=date(2026, 10, 1),
        uitkomst="gestopt",
        laatste_dag=date(2027, 3, 31),
    )
    assert zinnen(amina, CODE)[1] == (
        "Geen verlenging te vragen: een beslissing heeft het advies vroeger stopgezet."
    )


def test_what_was_withdrawn_was_never_asked(amina: Werknemer, advies: Adviesperiode) -> None:
    GebeurtenisFactory(advies=advies, uitkomst="ingetrokken", besluitdatum=date(2026, 11, 10))
    assert dagen(amina, CODE) == [VEILIG]


def test_after_the_end_there_is_nothing_to_ask(amina: Werknemer, advies: Adviesperiode) -> None:
    assert dagen(amina, CODE, date(2028, 6, 30)) == [VEILIG]
    assert dagen(amina, CODE, date(2028, 7, 1)) == []
    assert "Ingetrokken: er is geen advies meer dat verlengd kan worden." in ingetrokken(amina)


def test_a_corrected_end_moves_it(amina: Werknemer, advies: Adviesperiode) -> None:
    assert dagen(amina, CODE) == [VEILIG]
    advies.periode = Periode(date(2025, 7, 1), date(2030, 7, 1))
    advies.save()
    assert dagen(amina, CODE) == []
    assert "Ingetrokken: de verlenging kan pas later gevraagd worden." in ingetrokken(amina)


def test_more_urgent_replaces_what_somebody_put_away(
    amina: Werknemer, advies: Adviesperiode
) -> None:
    assert dagen(amina, CODE, NU) == [VEILIG]
    assert dagen(amina, CODE, date(2028, 1, 3)) == [VEILIG]
    drempels = amina.signalen.filter(soort=CODE).order_by("pk").values_list("drempel", "status")
    assert list(drempels) == [(3, "vervangen"), (2, "nieuw")]
