"""The question of a role finds for each user what that user may see, also with stand-ins."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, QuerySet
from django.test.utils import CaptureQueriesContext

from gebruikers.aanmelding import Aanmelding
from gebruikers.domein.vragen import aangevuld, in_een_rij, per_rol
from gebruikers.models import Gebruiker, Waarneming
from gebruikers.rechten import HeeftRol
from gedeeld.periode import Periode
from gedeeld.tijd import vandaag
from tests.fabrieken.mensen import GebruikerFactory, WerknemerFactory
from werknemers.models import Werknemer

Vraag = Callable[..., list[Any]]


def aangemeld(gebruiker: Gebruiker) -> Gebruiker:
    gevonden = Aanmelding().get_user(gebruiker.pk)
    assert gevonden is not None
    return gevonden


@per_rol
def wie(gebruiker: HeeftRol, op: date, *ook: int) -> QuerySet[Werknemer]:
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker)
    return zichtbaar.filter(pk__in=ook) if ook else zichtbaar


@per_rol
def hoeveel(gebruiker: HeeftRol, op: date) -> QuerySet[Any, tuple[int, ...]]:
    return in_een_rij(Werknemer.objects.zichtbaar_voor(gebruiker), aantal=Count("pk"))


def test_everybody_finds_the_own_people(
    begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    collega = GebruikerFactory(organisatie=begeleider.organisatie)
    eigen = WerknemerFactory(organisatie=begeleider.organisatie, begeleider=collega)
    elders = WerknemerFactory()
    assert wie(aangemeld(begeleider), vandaag()) == [amina]
    assert wie(aangemeld(collega), vandaag()) == [eigen]
    assert set(wie(aangemeld(coordinator), vandaag())) == {amina, eigen}
    assert elders not in wie(aangemeld(coordinator), vandaag())
    assert wie(aangemeld(begeleider), vandaag(), amina.pk, eigen.pk) == [amina]


def test_who_stands_in_finds_those_of_the_colleague_too(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    collega = GebruikerFactory(organisatie=begeleider.organisatie)
    eigen = WerknemerFactory(organisatie=begeleider.organisatie, begeleider=collega)
    assert wie(aangemeld(collega), vandaag()) == [eigen]
    Waarneming.objects.create(begeleider=begeleider, vervanger=collega, periode=Periode(vandaag()))
    assert set(wie(aangemeld(collega), vandaag())) == {amina, eigen}
    assert wie(aangemeld(begeleider), vandaag()) == [amina]


def test_who_is_not_logged_in_asks_in_full(begeleider: Gebruiker, amina: Werknemer) -> None:
    assert wie(begeleider, vandaag()) == wie(aangemeld(begeleider), vandaag()) == [amina]


def test_a_count_is_one_row_also_of_nobody(begeleider: Gebruiker, db: None) -> None:
    assert hoeveel(aangemeld(begeleider), vandaag()) == [(0,)]
    WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider)
    gebruiker = aangemeld(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        assert hoeveel(gebruiker, vandaag()) == [(1,)]
    assert len(vragen) == 1


def test_nothing_of_a_user_but_role_and_keys_can_go_into_it(begeleider: Gebruiker) -> None:
    @per_rol
    def op_naam(gebruiker: Any, op: date) -> QuerySet[Werknemer]:
        return Werknemer.objects.filter(familienaam=gebruiker.naam)

    with pytest.raises(AttributeError):
        op_naam(aangemeld(begeleider), vandaag())


def test_keys_are_brought_to_one_length() -> None:
    assert aangevuld({3, 1}, 4) == [1, 3, 3, 3]
    assert aangevuld((), 4) == []
    assert aangevuld((5, 6), 2) == [5, 6]
