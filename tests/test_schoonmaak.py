"""What a test with real transactions did is undone, whatever it did."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError

from regels.models import Regelparameter
from tests.fabrieken import PassageFactory, ToestemmingFactory
from tests.schoonmaak import Schoonmaak
from tests.toegang.stand import stand
from trajects.models import Contractpassage


@pytest.mark.django_db(transaction=True)
def test_what_came_went_or_changed_is_as_the_migrations_made_it(
    django_db_setup: Schoonmaak,
) -> None:
    voor, soorten = stand(), set(ContentType.objects.values_list("pk", "model"))
    ToestemmingFactory()  # a trigger keeps these, and passages
    PassageFactory()
    Regelparameter.objects.update(toelichting="anders")
    ContentType.objects.all().delete()
    assert stand() != voor
    django_db_setup.zet_terug()
    assert stand() == voor
    assert set(ContentType.objects.values_list("pk", "model")) == soorten
    with pytest.raises(DatabaseError):
        Contractpassage.objects.update(tekst="anders")
