"""What old rows of the trail said about people moves along with an upgrade; the rows stay."""

from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from tests.fabrieken import AdviesFactory, NazorgmomentFactory, NotitieFactory, StageFactory
from werknemers.models import Caseloadwissel, Werknemer

pytestmark = pytest.mark.django_db
VERHUIS = import_module("gedeeld.migrations.0004_mensen_uit_het_spoor").VERHUIS
WISSELS = import_module("werknemers.migrations.0002_caseloadwissel").UIT_HET_SPOOR
BETROKKENEN = [
    import_module(f"{app}.migrations.{naam}").Migration.operations[0].sql
    for app, naam in (("werknemers", "0004_betrokkenen"), ("trajects", "0014_betrokkenen"))
]


def oude_regel(soort: str, over: int, actie: str = "gewijzigd", /, **waarden: Any) -> Auditregel:
    return Auditregel.objects.create(
        soort=soort, onderwerp_id=over, actie=actie, wijzigingen=waarden
    )


def voer_uit(*zinnen: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for zin in zinnen:
            cursor.execute(zin)


def test_values_about_people_move_and_the_row_keeps_who_when_and_which_fields() -> None:
    stage = StageFactory()
    regel = oude_regel("stage", stage.pk, evaluatie=["", "Blij"], insz=["●●●", "●●●"])
    dienst = oude_regel("dienst", 3, naam=["A", "B"])
    leeg = oude_regel("gebruiker", 4, "wachtwoord gekozen")
    voer_uit(VERHUIS)
    na = Auditregel.objects.get(pk=regel.pk)
    assert na.wijzigingen == {"evaluatie": [], "insz": ["●●●", "●●●"]}
    assert na.verschil == {"evaluatie": ["", "Blij"], "insz": ["●●●", "●●●"]}
    assert (na.op, na.actie) == (regel.op, regel.actie)
    assert Auditregel.objects.get(pk=dienst.pk).wijzigingen == {"naam": ["A", "B"]}
    assert Auditregel.objects.get(pk=leeg.pk).verschil == {}


def test_what_a_deleted_advice_took_along_in_clear_is_gone() -> None:
    signaal = {"status": "nieuw", "toelichting": "Belde met de psychiater"}
    regel = oude_regel("adviesperiode", 1, "verwijderd", soort=["imw_5", None], signalen=[signaal])
    voer_uit(VERHUIS)
    na = Auditregel.objects.get(pk=regel.pk)
    assert na.verschil == {"soort": ["imw_5", None], "signalen": []}


def test_what_a_scenario_said_about_somebody_moves_too() -> None:
    regel = oude_regel(
        "scenario", 7, "werknemer ingesteld", vertrek=["basis", "dag"], werknemer=[4, 4]
    )
    voer_uit(VERHUIS)
    na = Auditregel.objects.get(pk=regel.pk)
    assert na.wijzigingen == {"vertrek": [], "werknemer": []}
    assert na.betrokkene_id == 4


def test_old_rows_say_whom_they_are_about() -> None:
    advies, notitie, moment = AdviesFactory(), NotitieFactory(), NazorgmomentFactory()
    regels = {
        oude_regel("adviesperiode", advies.pk): advies.werknemer_id,
        oude_regel("werknemer", advies.werknemer_id): advies.werknemer_id,
        oude_regel("notitie", notitie.pk): notitie.werknemer_id,
        oude_regel("nazorgmoment", moment.pk): moment.uitstroom.werknemer_id,
        oude_regel("werkgever", 1): None,
    }
    voer_uit(*BETROKKENEN)
    gevonden = dict(Auditregel.objects.values_list("pk", "betrokkene_id"))
    assert gevonden == {regel.pk: wie for regel, wie in regels.items()}


def test_earlier_changes_of_caseload_become_rows(
    amina: Werknemer, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    nieuw = [None, begeleider.pk]
    oude_regel("werknemer", amina.pk, "toegevoegd", begeleider=nieuw)
    oude_regel("werknemer", amina.pk, "overgedragen", begeleider=[begeleider.pk, coordinator.pk])
    oude_regel("werknemer", amina.pk, voornaam=["A", "B"])
    voer_uit(WISSELS)
    wissels = Caseloadwissel.objects.order_by("pk")
    assert [(w.werknemer, w.van, w.naar, w.met_blad) for w in wissels] == [
        (amina, None, begeleider, False),
        (amina, begeleider, coordinator, True),
    ]
