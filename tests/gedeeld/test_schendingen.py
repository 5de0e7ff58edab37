"""A violated constraint reaches the user as its sentence, never as an error of the database."""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from gebruikers.models import Gebruiker, Waarneming
from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from tests.fabrieken import GebruikerFactory

EIGEN = ("gedeeld", "gebruikers", "regels", "werknemers", "trajects")


def maak(begeleider: Gebruiker, vervanger: Gebruiker) -> None:
    periode = Periode(date(2026, 12, 1), date(2027, 1, 1))
    with als_zin():
        Waarneming.objects.create(begeleider=begeleider, vervanger=vervanger, periode=periode)


def test_the_sentence_of_the_constraint(begeleider: Gebruiker) -> None:
    vervanger = GebruikerFactory(organisatie=begeleider.organisatie)
    maak(begeleider, vervanger)
    with pytest.raises(ValidationError) as fout:
        maak(begeleider, vervanger)
    (zin,) = fout.value.messages
    assert zin.startswith("Deze vervanging staat er al")
    assert fout.value.code == "waarneming_geen_dubbel"


def test_the_transaction_around_it_goes_on(begeleider: Gebruiker) -> None:
    with transaction.atomic():
        with pytest.raises(ValidationError, match="Kies iemand anders"):
            maak(begeleider, begeleider)
        assert not Waarneming.objects.exists()


@pytest.mark.django_db
def test_what_has_no_sentence_stays_an_error(begeleider: Gebruiker) -> None:
    with pytest.raises(IntegrityError), als_zin():
        Gebruiker.objects.filter(pk=begeleider.pk).update(naam=None)


def test_every_constraint_has_a_sentence_of_its_own_in_dutch() -> None:
    zonder = [
        beperking.name
        for app in EIGEN
        for model in apps.get_app_config(app).get_models()
        for beperking in model._meta.constraints
        if str(beperking.violation_error_message) == str(beperking.default_violation_error_message)
    ]
    assert zonder == []
