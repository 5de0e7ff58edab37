"""The database keeps the state of the support with every write of advice, whoever writes it."""

import threading
from collections.abc import Iterable
from datetime import date

import pytest
from django.db import connection, transaction

from gebruikers.models import Organisatie
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory, WerknemerFactory
from werknemers.domein.ondersteuning import bepaal
from werknemers.models import Adviesperiode, Steunstand, Werknemer

pytestmark = pytest.mark.django_db
EEN = Periode(date(2025, 1, 1), date(2026, 1, 1))
ERNA = Periode(date(2026, 1, 1), date(2027, 1, 1))
LATER = Periode(date(2028, 1, 1), date(2029, 1, 1))


@pytest.fixture
def amina(organisatie: Organisatie) -> Werknemer:
    return WerknemerFactory(organisatie=organisatie)


def geef(wie: Werknemer, periode: Periode) -> Adviesperiode:
    return AdviesFactory(werknemer=wie, soort=SoortAdvies.LDE_OVERGANG, periode=periode)


def bewaard(wie: Werknemer) -> list[tuple[date | None, date | None]]:
    """Of each row when it begins to count, and the day after its chain."""
    rijen = Steunstand.objects.filter(werknemer=wie).values_list("dagen", "tot")
    return sorted(((dagen.lower, tot) for dagen, tot in rijen), key=lambda rij: rij[0] or date.min)


def eis_zoals_de_regel(mensen: Iterable[Werknemer], op: date) -> None:
    for wie in Werknemer.objects.filter(pk__in=[w.pk for w in mensen]).met_ondersteuning(op):
        stand = bepaal(wie.adviezen.all(), op)
        assert (wie.steun, wie.steun_tot) == (stand.steun, stand.keten and stand.keten.tot)


def test_who_has_no_advice_has_no_row(amina: Werknemer) -> None:
    assert bewaard(amina) == []
    eis_zoals_de_regel([amina], EEN.van)


def test_each_write_is_followed(amina: Werknemer) -> None:
    advies = geef(amina, EEN)
    assert bewaard(amina) == [(None, None), (EEN.van, EEN.tot)]
    later = geef(amina, LATER)
    assert bewaard(amina) == [(None, None), (EEN.van, EEN.tot), (LATER.van, LATER.tot)]
    later.periode = ERNA
    later.save()
    assert bewaard(amina) == [(None, None), (EEN.van, ERNA.tot)]
    assert Steunstand.objects.get(tot=ERNA.tot).slotadvies == later
    advies.delete()
    assert bewaard(amina) == [(None, None), (ERNA.van, ERNA.tot)]
    later.delete()
    assert bewaard(amina) == []


def test_an_advice_that_goes_to_another_leaves_the_first(
    organisatie: Organisatie, amina: Werknemer
) -> None:
    ander = WerknemerFactory(organisatie=organisatie)
    advies = geef(amina, EEN)
    Adviesperiode.objects.filter(pk=advies.pk).update(werknemer=ander)
    assert (bewaard(amina), len(bewaard(ander))) == ([], 2)


def test_many_at_once_are_followed(organisatie: Organisatie) -> None:
    mensen = [WerknemerFactory(organisatie=organisatie) for _ in range(3)]
    Adviesperiode.objects.bulk_create(
        Adviesperiode(
            werknemer=wie, soort=SoortAdvies.LDE_OVERGANG, besluitdatum=EEN.van, periode=periode
        )
        for wie in mensen
        for periode in (EEN, ERNA)
    )
    assert [bewaard(wie)[-1] for wie in mensen] == [(EEN.van, ERNA.tot)] * 3
    Adviesperiode.objects.filter(periode__startswith=ERNA.van).update(periode=LATER)
    assert {len(bewaard(wie)) for wie in mensen} == {3}
    eis_zoals_de_regel(mensen, LATER.van)
    Adviesperiode.objects.filter(werknemer__in=mensen).delete()
    assert not Steunstand.objects.exists()


def test_a_write_of_something_else_leaves_the_rows_alone(amina: Werknemer) -> None:
    advies = geef(amina, EEN)
    with connection.cursor() as cursor:
        cursor.execute("SELECT xmin FROM werknemers_steunstand")
        ervoor = cursor.fetchall()
        Adviesperiode.objects.filter(pk=advies.pk).update(besluitdatum=ERNA.van)
        cursor.execute("SELECT xmin FROM werknemers_steunstand")
        assert cursor.fetchall() == ervoor


@pytest.mark.django_db(transaction=True)
def test_two_who_write_about_one_person_at_once_keep_one_chain(amina: Werknemer) -> None:
    """The second waits for the first, and then reads what that one kept."""

    def schrijf_erna() -> None:
        geef(amina, ERNA)
        connection.close()

    tweede = threading.Thread(target=schrijf_erna)
    with transaction.atomic():
        geef(amina, EEN)
        tweede.start()
        tweede.join(timeout=0.5)
        assert tweede.is_alive()
    tweede.join(timeout=30)
    assert bewaard(amina) == [(None, None), (EEN.van, ERNA.tot)]
