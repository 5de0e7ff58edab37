"""The lists of the employees stand together: tabs above each, one entry of the menu lit."""

from collections.abc import Callable

import pytest
from django.test import Client
from lxml import html

from gebruikers.models import Gebruiker
from tests.fabrieken import StageFactory, WerknemerFactory

Als = Callable[[Gebruiker], Client]


def _lees(client: Client, adres: str) -> tuple[list[str], list[str], list[str]]:
    """The tabs, the one that is lit, and what is lit in the menu."""
    pagina = html.fromstring(client.get(adres).content.decode())
    tabs = pagina.xpath("//nav[@aria-label='Over de werknemers']//a")
    menu = pagina.xpath("//nav[@aria-label='Hoofdmenu']//a[@aria-current]")
    aan = [tab for tab in tabs if tab.get("aria-current")]
    return tuple([a.text_content().strip() for a in rij] for rij in (tabs, aan, menu))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("adres", "naam"),
    [
        ("/werknemers/", "Lijst"),
        ("/bord/", "Bord"),
        ("/adviesdagen/", "Adviesdagen"),
        ("/vormingen/", "Vorming"),
        ("/werkgevers/", "Werkgevers"),
    ],
)
def test_each_list_has_the_same_tabs(als: Als, hr: Gebruiker, adres: str, naam: str) -> None:
    assert _lees(als(hr), adres) == (
        ["Lijst", "Bord", "Adviesdagen", "Vorming", "Werkgevers"],
        [naam],
        ["Werknemers"],
    )


def test_one_list_alone_has_no_tabs(als: Als, beheerder: Gebruiker) -> None:
    assert _lees(als(beheerder), "/werknemers/") == ([], [], ["Werknemers"])


def test_a_form_about_a_placement_belongs_to_the_employees(als: Als, begeleider: Gebruiker) -> None:
    werknemer = WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider)
    stage = StageFactory(werknemer=werknemer)
    assert _lees(als(begeleider), f"/stages/{stage.pk}/bewerk/")[2] == ["Werknemers"]
