"""Talents in free words: added, taken away, put back."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from tests.fabrieken import GebruikerFactory, TalentFactory, WerknemerFactory
from trajects.models import Talent
from trajects.profiel.talenten import haal_talent_weg, voeg_talenten_toe, zet_talent_terug
from trajects.profiel.talentenbeeld import talenten
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}


def test_those_of_the_plan_without_what_was_taken_away(amina: Werknemer) -> None:
    for woorden, weg in (("geduld", None), ("koken", date(2026, 11, 1)), ("humor", None)):
        TalentFactory(werknemer=amina, woorden=woorden, weggehaald_op=weg)
    TalentFactory(woorden="van een ander")
    assert talenten(amina) == ("geduld", "humor")
    assert [t.woorden for t in Talent.objects.filter(werknemer=amina) if t.staat_op_het_plan] == [
        "geduld",
        "humor",
    ]


def test_several_at_once_each_once(begeleider: Gebruiker, amina: Werknemer) -> None:
    voeg_talenten_toe(
        werknemer=amina, door=begeleider, woorden=["  geduld ", "", "koken  voor velen", "Geduld"]
    )
    assert talenten(amina) == ("Geduld", "koken voor velen")
    assert Talent.objects.first().toegevoegd_op == date(2026, 11, 23)
    regels = Auditregel.objects.filter(soort="talent").order_by("pk")
    assert [(regel.actie, regel.verschil) for regel in regels] == [
        ("toegevoegd", {"woorden": [None, "Geduld"]}),
        ("toegevoegd", {"woorden": [None, "koken voor velen"]}),
    ]


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        ([" "], "Zeg waar deze persoon goed in is."),
        (["geduld", "w" * 121], "Zeg het korter, in hoogstens 120 tekens"),
        (["humor", "GEDULD"], "Dit staat er al: geduld. Haal het hier weg."),
    ],
)
def test_what_cannot_be_added_adds_nothing(
    begeleider: Gebruiker, amina: Werknemer, woorden: list[str], zin: str
) -> None:
    TalentFactory(werknemer=amina, woorden="geduld")
    with pytest.raises(ValidationError, match=zin) as weigering:
        voeg_talenten_toe(werknemer=amina, door=begeleider, woorden=woorden)
    assert list(weigering.value.message_dict) == ["woorden"]
    assert talenten(amina) == ("geduld",)


def test_away_and_back_and_twice_is_once(begeleider: Gebruiker, amina: Werknemer) -> None:
    talent = TalentFactory(werknemer=amina, woorden="geduld")
    for _ in range(2):
        haal_talent_weg(talent, door=begeleider)
    assert talenten(amina) == ()
    for _ in range(2):
        zet_talent_terug(talent, door=begeleider)
    assert talenten(amina) == ("geduld",)
    acties = Auditregel.objects.filter(soort="talent").order_by("pk")
    assert [regel.actie for regel in acties] == ["weggehaald", "teruggezet"]


def test_adding_what_was_taken_away_puts_it_back(begeleider: Gebruiker, amina: Werknemer) -> None:
    TalentFactory(werknemer=amina, woorden="geduld", weggehaald_op=date(2026, 11, 1))
    voeg_talenten_toe(werknemer=amina, door=begeleider, woorden=["Geduld"])
    assert talenten(amina) == ("geduld",)


@pytest.mark.django_db(transaction=True)
def test_the_same_talent_by_two_people_at_once_stands_once() -> None:
    begeleider = GebruikerFactory()
    amina = WerknemerFactory(organisatie=begeleider.organisatie)
    hek, uitkomst = threading.Barrier(2), []

    def probeer() -> None:
        try:
            hek.wait(timeout=10)
            voeg_talenten_toe(werknemer=amina, door=begeleider, woorden=["geduld"])
            uitkomst.append("toegevoegd")
        except ValidationError as weigering:
            uitkomst.extend(weigering.messages)
        finally:
            connection.close()

    draden = [threading.Thread(target=probeer) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    assert sorted(uitkomst) == ["Dit staat er al: geduld. Haal het hier weg.", "toegevoegd"]


@pytest.mark.parametrize("koppen", [HTMX, {}])
def test_on_the_page(
    als: Als, begeleider: Gebruiker, amina: Werknemer, koppen: dict[str, str]
) -> None:
    client = als(begeleider)
    plan = f"/werknemers/{amina.pk}/plan/"

    def stuur(url: str, **data: str) -> str:
        antwoord = client.post(url, data, headers=koppen, follow=True)
        assert bool(koppen) is not bool(antwoord.redirect_chain)
        return str(antwoord.content.decode())

    assert "Toegevoegd: geduld, humor." in stuur(
        f"/werknemers/{amina.pk}/talenten/", woorden="geduld, humor"
    )
    talent = Talent.objects.get(woorden="humor")
    vraag = client.get(f"/talenten/{talent.pk}/weg/", headers=koppen).content.decode()
    assert "“humor” weghalen?" in vraag
    assert talenten(amina) == ("geduld", "humor")
    assert "“humor” is weggehaald." in stuur(f"/talenten/{talent.pk}/weg/")
    assert f"/talenten/{talent.pk}/terug/" in client.get(plan).content.decode()
    assert "“humor” staat weer op het plan." in stuur(f"/talenten/{talent.pk}/terug/")
    assert talenten(amina) == ("geduld", "humor")


def test_a_refusal_keeps_what_was_typed(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    TalentFactory(werknemer=amina, woorden="geduld")
    url = f"/werknemers/{amina.pk}/talenten/"
    antwoord = als(begeleider).post(url, {"woorden": "humor, geduld"})
    assert antwoord.status_code == 422
    assert 'value="humor, geduld"' in antwoord.content.decode()
