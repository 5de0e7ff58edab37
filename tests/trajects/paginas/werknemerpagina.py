"""What several tests of the page of one employee share."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import TrajectFactory, UitstroomFactory
from trajects.keuzes import Fase
from trajects.models import Uitstroom
from trajects.uitstroom.nazorgplanning import plan_nazorg
from werknemers.domein.insz import zoek_insz
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)
INSZ = "85073003328"


Als = Callable[[Gebruiker], Client]
# In the kitchen since 2024, two years of support decided in May 2025.
AMINA = pytest.mark.amina(
    personeelsnummer="P0042",
    insz=INSZ,
    insz_hash=zoek_insz(INSZ),
    geboortedatum=date(1985, 7, 30),
    in_dienst=True,
    in_dienst__dienst__naam="Keuken",
    steun_tot_maart=True,
)


def adres(werknemer: Werknemer) -> str:
    return f"/werknemers/{werknemer.pk}/"


def tekst(antwoord: Any) -> str:
    return " ".join(html.fromstring(antwoord.content).xpath("//main")[0].text_content().split())


def ging_weg(amina: Werknemer, laatste_dag: date) -> Uitstroom:
    amina.contracten.update(periode=Periode.tem(date(2024, 1, 1), laatste_dag))
    traject = TrajectFactory(werknemer=amina, jobdoelwit="kok", fase=Fase.NAZORG)
    uitstroom: Uitstroom = UitstroomFactory(werknemer=amina, traject=traject, datum=laatste_dag)
    uitstroom.nazorg.all().delete()
    plan_nazorg(uitstroom)
    return uitstroom
