"""A sheet that comes back knows the outcome of a decision, and rewrites nothing of the course."""

from datetime import date
from typing import Any

import pytest

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode, plus_dagen
from tests.fabrieken import GebeurtenisFactory
from tests.werknemers.invoer.test_vergelijken import an, bekende, codes, een, lepel, verschillen
from tests.werknemers.test_gebeurtenissen import gegevens
from werknemers.domein.gebeurtenissen import noteer_gebeurtenis
from werknemers.domein.invoer.uitkomst import Rijactie
from werknemers.domein.schijven import Schijf
from werknemers.keuzes import Adviesstap, Begeleidingsniveau, Stapuitkomst
from werknemers.models import Werknemer

__all__ = ["an", "bekende", "lepel"]
BESLUIT: dict[str, Any] = {"gevraagd_op": date(2026, 9, 1), "besluitdatum": date(2026, 11, 2)}


@pytest.fixture
def hoger(bekende: Werknemer, coordinator: Gebruiker) -> Werknemer:
    """From 2027 on a higher level, and 60 %."""
    noteer_gebeurtenis(
        werknemer=bekende,
        soort=Adviesstap.BIJSTURING,
        advies=bekende.adviezen.get(),
        tegen=None,
        door=coordinator,
        **gegevens(
            **BESLUIT,
            uitkomst=Stapuitkomst.TOEGEKEND,
            geldt_vanaf=date(2027, 1, 1),
            begeleidingsniveau=Begeleidingsniveau.HOOG,
            schijven=[Schijf(Periode(date(2027, 1, 1), date(2030, 1, 1)), 60)],
        ),
    )
    return bekende


@pytest.mark.parametrize("niveau", ["laag", "hoog", ""])
def test_the_level_of_before_or_after_changes_nothing(
    organisatie: Organisatie, hoger: Werknemer, niveau: str
) -> None:
    uitkomst = een(organisatie, begeleidingsniveau=niveau)
    assert (uitkomst.actie, uitkomst.meldingen) == (Rijactie.ONGEWIJZIGD, ())


def test_another_level_is_noted_as_a_decision(organisatie: Organisatie, hoger: Werknemer) -> None:
    uitkomst = een(organisatie, begeleidingsniveau="midden")
    assert codes(uitkomst) == [("Begeleidingsniveau", "besloten")]
    assert verschillen(uitkomst) == []


def test_another_kind_does_not_rewrite_it(organisatie: Organisatie, hoger: Werknemer) -> None:
    uitkomst = een(organisatie, soort_advies="IMW 5 jaar verhoogd")
    assert ("Soort advies", "besloten") in codes(uitkomst)


def test_support_that_was_stopped_does_not_come_back_with_a_sheet(
    organisatie: Organisatie, bekende: Werknemer, coordinator: Gebruiker
) -> None:
    noteer_gebeurtenis(
        werknemer=bekende,
        soort=Adviesstap.EVALUATIE,
        advies=bekende.adviezen.get(),
        tegen=None,
        door=coordinator,
        **gegevens(**BESLUIT, uitkomst=Stapuitkomst.GESTOPT, laatste_dag=date(2027, 3, 31)),
    )
    uitkomst = een(organisatie, einde_advies=date(2027, 3, 31))
    assert (uitkomst.actie, uitkomst.meldingen, uitkomst.einde) == (Rijactie.ONGEWIJZIGD, (), None)


def test_an_extension_with_a_start_package_is_asked_about(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    uitkomst = een(organisatie, besluitdatum=date(2026, 11, 16), einde_advies="")
    assert ("Soort advies", "verlenging_startpakket") in codes(uitkomst)


def test_an_advice_that_began_by_a_decision_keeps_the_date_of_it(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    advies = bekende.adviezen.get()
    GebeurtenisFactory(
        advies=None,
        werknemer=bekende,
        soort=Adviesstap.AANVRAAG,
        gevraagd_op=date(2024, 11, 4),
        besluitdatum=advies.besluitdatum,
        uitkomst=Stapuitkomst.TOEGEKEND,
        vervolgadvies=advies,
    )
    assert codes(een(organisatie)) == []
    anders = een(organisatie, besluitdatum=plus_dagen(advies.besluitdatum, 1))
    assert codes(anders) == [("Besluitdatum", "verleend")]
