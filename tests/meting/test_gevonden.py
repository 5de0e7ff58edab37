"""The pages that the bench visits are those of the table of addresses, on what is really there."""

from typing import Any

import pytest

from gebruikers.keuzes import Rol
from tests.meting.bezoek import bezoeken, browser, haal
from tests.meting.gevonden import MODELLEN, Gevonden, pad_naar
from tests.meting.mensen import gewone, grootste
from trajects.models import Actie, Nazorgmoment
from werknemers.models import Werknemer


def test_what_a_page_is_about_is_of_the_employee_or_of_the_organisation(
    land: dict[str, Any],
) -> None:
    huis = grootste()
    wereld: Any = Gevonden(huis)
    assert wereld.notitie.werknemer == huis.werknemer
    assert wereld.plan.doel.traject.werknemer.organisatie == huis.organisatie
    assert wereld.geld.bron.dienst.organisatie == huis.organisatie
    assert huis.werknemer.begeleider == huis.rollen[Rol.BEGELEIDER]


def test_the_way_to_the_employee_is_found_in_the_models() -> None:
    assert pad_naar(Actie, Werknemer) == "werknemer"
    assert pad_naar(Nazorgmoment, Werknemer) == "uitstroom__werknemer"
    assert {"notitie", "nazorg", "scenario"} <= set(MODELLEN)


def test_the_ordinary_organisation_is_not_the_largest(land: dict[str, Any]) -> None:
    assert gewone().in_dienst < grootste().in_dienst


@pytest.mark.parametrize("rol", [Rol.BEGELEIDER, Rol.COORDINATOR])
def test_a_visit_says_what_it_cost(land: dict[str, Any], rol: Rol) -> None:
    huis = gewone()
    alles = [bezoek for bezoek in bezoeken(huis) if bezoek.rol == rol]
    assert len(alles) > 30
    bezoek = next(bezoek for bezoek in alles if bezoek.adres == "/vandaag/")
    haal(browser(huis, rol), bezoek)
    assert (bezoek.status, bezoek.telt) == (200, True)
    assert bezoek.duur[0] >= bezoek.sql[0] > 0
    assert bezoek.vragen > 5
    assert 1000 < bezoek.bytes < 100_000
