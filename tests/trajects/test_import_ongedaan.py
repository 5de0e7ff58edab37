"""What hangs on somebody whom an import made: work of people keeps the import, that of a night goes
with it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from financiering.models import Kerncijfer
from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from tests.fabrieken import (
    NotitieFactory,
    SignaalFactory,
    StageFactory,
    TalentFactory,
    TrajectFactory,
)
from tests.werknemers.invoer.bladen import rij
from tests.werknemers.invoer.test_ongedaan import ingebracht, ongedaan
from trajects.models import Signaal
from trajects.signalen.signaalopvolging import markeer_gezien
from werknemers.domein.invoer.ongedaan import ACTIE
from werknemers.models import Dienst, Importopdracht, Werknemer

Status = Importopdracht.Status


@pytest.fixture
def opdracht(hr: Gebruiker) -> Importopdracht:
    return ingebracht(hr, rij(begeleider=""))


@pytest.fixture
def amina(opdracht: Importopdracht) -> Werknemer:
    return Werknemer.objects.get()


@pytest.mark.parametrize(
    ("maak", "wat"),
    [
        (TrajectFactory, "traject"),
        (NotitieFactory, "notitie"),
        (StageFactory, "stage"),
        (TalentFactory, "talent"),
    ],
)
def test_work_of_people_keeps_the_import(
    hr: Gebruiker, opdracht: Importopdracht, amina: Werknemer, maak: Callable[..., Any], wat: str
) -> None:
    maak(werknemer=amina)
    opdracht = ongedaan(opdracht, hr)
    assert opdracht.status == Status.KLAAR
    assert f"Amina Benali: {wat} erbij." in opdracht.weigering
    assert Werknemer.objects.filter(pk=amina.pk).exists()


def test_a_signal_of_the_night_goes_with_the_person(
    hr: Gebruiker, opdracht: Importopdracht, amina: Werknemer
) -> None:
    signaal = SignaalFactory(advies=amina.adviezen.get())
    assert ongedaan(opdracht, hr).status == Status.ONGEDAAN
    # What is about the organisation stays.
    assert not Signaal.objects.exclude(werknemer=None).exists()
    weg = Auditregel.objects.filter(soort="signaal", actie=ACTIE)
    assert signaal.pk in set(weg.values_list("onderwerp_id", flat=True))


def test_a_signal_that_somebody_looked_at_keeps_the_import(
    hr: Gebruiker, begeleider: Gebruiker, opdracht: Importopdracht, amina: Werknemer
) -> None:
    markeer_gezien(SignaalFactory(advies=amina.adviezen.get()), door=begeleider)
    assert "Amina Benali: signaal erbij" in ongedaan(opdracht, hr).weigering
    assert Signaal.objects.exists()


def test_the_key_figures_of_a_service_go_with_it(hr: Gebruiker, opdracht: Importopdracht) -> None:
    nul = Decimal(0)
    Kerncijfer.objects.create(
        organisatie=hr.organisatie,
        dienst=Dienst.objects.get(),
        op=date(2026, 11, 24),
        werknemers=1,
        vte=nul,
        premies=nul,
        gemiddelde_premie=nul,
        saldo=nul,
    )
    assert ongedaan(opdracht, hr).status == Status.ONGEDAAN
    assert not Dienst.objects.exists()
    assert not Kerncijfer.objects.exists()
