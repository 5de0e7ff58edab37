"""Fields of the models: a period comes back as a Periode, encrypted text stays unreadable."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from gebruikers.models import Waarneming
from gedeeld.periode import Periode
from regels.models import Startpakket
from tests.fabrieken import GebruikerFactory, WerknemerFactory
from werknemers.models import Werknemer

DECEMBER = Periode(date(2026, 12, 1), date(2027, 1, 1))


@pytest.mark.django_db
@pytest.mark.parametrize("periode", [DECEMBER, Periode(date(2026, 12, 1))])
def test_a_period_comes_back(periode: Periode) -> None:
    begeleider = GebruikerFactory()
    vervanger = GebruikerFactory(organisatie=begeleider.organisatie)
    Waarneming.objects.create(begeleider=begeleider, vervanger=vervanger, periode=periode)
    terug = Waarneming.objects.get(periode=periode)
    assert terug.periode == periode
    assert isinstance(terug.periode, Periode)
    veld = Waarneming._meta.get_field("periode")
    assert veld.to_python(veld.value_to_string(terug)) == periode
    assert veld.to_python(periode) is periode


@pytest.mark.django_db
def test_looking_up_by_day_and_by_overlap() -> None:
    dag_voor, dag_zelf = date(2023, 6, 30), date(2023, 7, 1)
    assert not Startpakket.objects.op(dag_voor).exists()
    assert Startpakket.objects.op(dag_zelf).count() == 7
    erna = Startpakket.objects.filter(geldig__overlap=Periode(date(2030, 1, 1)))
    assert erna.count() == 7


@pytest.mark.django_db
def test_encrypted_text_is_unreadable_in_the_database() -> None:
    werknemer = WerknemerFactory(insz="85073003328", insz_hash="x")
    with connection.cursor() as cursor:
        cursor.execute("SELECT insz FROM werknemers_werknemer WHERE id = %s", [werknemer.pk])
        (bewaard,) = cursor.fetchone()
    assert bewaard.startswith("gAAAAA")
    assert "85073003328" not in bewaard
    assert Werknemer.objects.get().insz == "85073003328"


@pytest.mark.django_db
def test_without_a_value_it_stays_empty() -> None:
    WerknemerFactory(insz="")
    assert Werknemer.objects.get().insz == ""


def test_encrypted_text_cannot_be_searched() -> None:
    with pytest.raises(ValidationError, match="no look-up 'icontains'"):
        Werknemer.objects.filter(insz__icontains="850730")
