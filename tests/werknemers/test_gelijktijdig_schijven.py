"""Two people change the percentages of one advice: rows are compared and chosen as a whole."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory
from tests.werknemers.blad import bewaar, ingevuld
from werknemers.models import Adviesperiode, Premieschijf

Als = Callable[[Gebruiker], Client]


@pytest.fixture
def advies(hr: Gebruiker) -> Adviesperiode:
    """Two steps after an evaluation: 40 % for a year, then 30 %."""
    periode = Periode(date(2026, 1, 1), date(2028, 1, 1))
    advies = AdviesFactory(
        werknemer__organisatie=hr.organisatie,
        soort=SoortAdvies.IMW_NA_EVALUATIE,
        besluitdatum=date(2026, 1, 5),
        periode=periode,
    )
    for stuk, percentage in (
        (Periode(periode.van, date(2027, 1, 1)), 40),
        (Periode(date(2027, 1, 1), periode.tot), 30),
    ):
        Premieschijf.objects.create(advies=advies, periode=stuk, percentage=percentage)
    return advies


def _percentages(advies: Adviesperiode) -> list[int]:
    return [s.percentage for s in Premieschijf.objects.filter(advies=advies).order_by("periode")]


def _url(advies: Adviesperiode) -> str:
    return reverse("werknemers:advies_bewerk", args=[advies.pk])


def test_rows_that_were_left_alone_take_the_new_ones_over(
    als: Als, hr: Gebruiker, coordinator: Gebruiker, advies: Adviesperiode
) -> None:
    tweede = als(hr)
    data = ingevuld(tweede.get(_url(advies)), begeleidingsniveau="hoog")
    bewaar(als(coordinator), _url(advies), **{"schijf-1-percentage": "20"})
    antwoord = tweede.post(_url(advies), data)
    assert antwoord.status_code == 422
    (wijziging,) = antwoord.context["form"].botsing.wijzigingen
    assert (wijziging.label, wijziging.overgenomen) == ("Percentages", True)
    assert wijziging.nieuw == (
        "40 % van 01/01/2026 t.e.m. 31/12/2026\n20 % van 01/01/2027 t.e.m. 31/12/2027"
    )
    assert tweede.post(_url(advies), ingevuld(antwoord)).status_code == 302
    assert _percentages(advies) == [40, 20]
    assert Adviesperiode.objects.get().begeleidingsniveau == "hoog"


@pytest.mark.parametrize(("keuze", "blijft"), [("ander", [40, 20]), ("eigen", [40, 25])])
def test_rows_that_both_changed_are_chosen(
    als: Als,
    hr: Gebruiker,
    coordinator: Gebruiker,
    advies: Adviesperiode,
    keuze: str,
    blijft: list[int],
) -> None:
    tweede = als(hr)
    data = ingevuld(tweede.get(_url(advies)), **{"schijf-1-percentage": "25"})
    bewaar(als(coordinator), _url(advies), **{"schijf-1-percentage": "20"})
    antwoord = tweede.post(_url(advies), data)
    zonder = tweede.post(_url(advies), ingevuld(antwoord))
    assert zonder.status_code == 422
    assert "Kies welke versie blijft." in zonder.content.decode()
    assert ingevuld(zonder)["schijf-1-percentage"] == "25"
    assert _percentages(advies) == [40, 20]
    assert tweede.post(_url(advies), ingevuld(zonder, versie_percentages=keuze)).status_code == 302
    assert _percentages(advies) == blijft
