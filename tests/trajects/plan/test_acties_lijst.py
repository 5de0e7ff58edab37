"""The list of open actions: whose they are, and which of them are late."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Waarneming
from gedeeld.periode import Periode, dag_ervoor, plus_dagen
from gedeeld.tijd import vandaag
from tests.fabrieken import ActieFactory, GebruikerFactory, WerknemerFactory
from trajects.keuzes import Standactie
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
LIJST = reverse("trajects:acties")


@pytest.fixture
def collega(begeleider: Gebruiker) -> Gebruiker:
    return GebruikerFactory(organisatie=begeleider.organisatie, rol=Rol.BEGELEIDER)


@pytest.fixture
def _acties(amina: Werknemer, collega: Gebruiker) -> None:
    op = vandaag()
    ActieFactory(werknemer=amina, wat="Gisteren bellen", tegen=dag_ervoor(op))
    ActieFactory(werknemer=amina, wat="Vandaag mailen", tegen=op)
    ActieFactory(werknemer=amina, wat="Over een week kijken", tegen=plus_dagen(op, 7))
    ActieFactory(werknemer=amina, wat="Ooit vragen", tegen=None)
    ActieFactory(werknemer=amina, wat="Al gedaan", stand=Standactie.GEDAAN, gedaan_op=op)
    van_collega = WerknemerFactory(organisatie=amina.organisatie, begeleider=collega)
    ActieFactory(werknemer=van_collega, wat="Van een collega", tegen=dag_ervoor(op))
    ActieFactory(wat="Van een andere organisatie", tegen=dag_ervoor(op))


def getoond(antwoord: Any) -> list[str]:
    boom = html.fromstring(antwoord.content.decode())
    regels = boom.xpath("//*[@id='acties']//*[@class='wie-wat']")
    return [regel.text_content().split(":", 1)[1].split("\n")[0].strip() for regel in regels]


@pytest.mark.usefixtures("_acties")
@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", ["Gisteren bellen", "Vandaag mailen", "Over een week kijken", "Ooit vragen"]),
        ("?welke=laat", ["Gisteren bellen"]),
        ("?welke=week", ["Gisteren bellen", "Vandaag mailen", "Over een week kijken"]),
        (
            "?welke=onzin",
            ["Gisteren bellen", "Vandaag mailen", "Over een week kijken", "Ooit vragen"],
        ),
    ],
)
def test_a_counsellor_sees_the_open_actions_of_the_own_caseload(
    als: Als, begeleider: Gebruiker, vraag: str, verwacht: list[str]
) -> None:
    assert getoond(als(begeleider).get(LIJST + vraag)) == verwacht


@pytest.mark.usefixtures("_acties")
def test_a_stand_in_sees_them_for_just_the_period(
    als: Als, begeleider: Gebruiker, collega: Gebruiker
) -> None:
    op = vandaag()
    waarneming = Waarneming.objects.create(
        begeleider=begeleider, vervanger=collega, periode=Periode(op, plus_dagen(op, 1))
    )
    assert getoond(als(collega).get(f"{LIJST}?welke=laat")) == [
        "Gisteren bellen",
        "Van een collega",
    ]
    waarneming.periode = Periode(date(2026, 1, 1), op)
    waarneming.save()
    assert getoond(als(collega).get(f"{LIJST}?welke=laat")) == ["Van een collega"]


@pytest.mark.usefixtures("_acties")
def test_hr_reads_all_of_the_organisation_and_closes_nothing(als: Als, hr: Gebruiker) -> None:
    antwoord = als(hr).get(f"{LIJST}?welke=laat")
    assert getoond(antwoord) == ["Gisteren bellen", "Van een collega"]
    assert "Gedaan" not in antwoord.content.decode()


@pytest.mark.usefixtures("_acties")
def test_a_late_action_says_so_and_one_click_closes_it(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    pagina = html.fromstring(client.get(f"{LIJST}?welke=laat").content.decode())
    assert "te laat" in pagina.get_element_by_id("acties").text_content()
    [formulier] = pagina.xpath("//*[@id='acties']//form")
    velden = {veld.name: veld.value for veld in formulier.xpath(".//input")}
    antwoord = client.post(formulier.get("action"), velden, follow=True)
    assert antwoord.redirect_chain[-1][0] == f"{LIJST}?welke=laat"
    assert getoond(antwoord) == []
    assert "Hier staat niets open." in antwoord.content.decode()
    assert amina.acties.get(wat="Gisteren bellen").stand == Standactie.GEDAAN
