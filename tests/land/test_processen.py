"""On several processes each organisation is a transaction of its own."""

import multiprocessing

import pytest
from django.core.exceptions import ValidationError

from demo.land.maat import Landmaat
from demo.land.vullen import vul_bank
from gebruikers.models import Organisatie
from gedeeld.tijd import vandaag
from tests.land import conftest

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_processes_make_what_one_makes() -> None:
    uitkomst = conftest.vul(processen=2, groot=4, mensen=3, notities=1)

    assert uitkomst["rijen"]["werknemers_werknemer"] == 6 + 4 + 4
    codes = Organisatie.objects.order_by("pk").values_list("code", flat=True)
    assert list(codes) == ["land-0001", "land-0002", "land-0003"]


def test_who_loses_a_process_hears_what_to_do() -> None:
    """What is there by then stays, so the database is of no use any more."""
    stroom = vul_bank(Landmaat(300, 3, 3, 0), op=vandaag(), wachtwoord="!", processen=2)
    next(stroom)
    for kind in multiprocessing.active_children():
        kind.kill()

    with pytest.raises(ValidationError, match="Gooi deze databank weg"):
        list(stroom)
    assert 0 < Organisatie.objects.count() < 300
