"""When the support plan was drawn up or changed."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker
from tests.fabrieken import PlanversieFactory
from trajects.evaluatiepakket.planversies import voeg_planversie_toe
from trajects.models import Planversie
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}


def test_a_version_is_added_changed_and_taken_away_in_place(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    client = als(begeleider)
    nieuw = reverse("trajects:planversie_nieuw", args=[amina.pk])
    gegevens = {"op": "2024-02-05", "aanleiding": "Opgemaakt bij de start"}
    sectie = client.post(nieuw, gegevens, headers=HTMX).content.decode()
    assert "5 februari 2024</span>: Opgemaakt bij de start" in sectie
    versie = Planversie.objects.get()
    for doe, over in (("bewerk", ["Bij de start"]), ("verwijder", [])):
        adres = reverse(f"trajects:planversie_{doe}", args=[versie.pk])
        gezien = client.get(adres).context["form"]["gezien"].value()
        meer = {"aanleiding": "Bij de start", "gezien": gezien}
        antwoord = client.post(adres, gegevens | meer)
        assert antwoord["Location"] == f"/werknemers/{amina.pk}/evaluatie/#planversies"
        assert list(Planversie.objects.values_list("aanleiding", flat=True)) == over


def test_a_day_to_come_is_refused(amina: Werknemer, begeleider: Gebruiker) -> None:
    with pytest.raises(ValidationError, match="Kies vandaag of een dag die voorbij is"):
        voeg_planversie_toe(
            werknemer=amina, door=begeleider, op=date(2026, 11, 24), aanleiding="Morgen"
        )


def test_of_one_day_there_is_one_version(amina: Werknemer, begeleider: Gebruiker) -> None:
    dag = PlanversieFactory(werknemer=amina).op
    with pytest.raises(ValidationError, match="Van die dag staat er al een versie"):
        voeg_planversie_toe(werknemer=amina, door=begeleider, op=dag, aanleiding="Nog eens")
