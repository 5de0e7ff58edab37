"""What several tests of the parameters share."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.test import Client
from lxml import html

from financiering.domein.rekenmodel.klaverblad import PERSOONSBLADEN
from financiering.domein.rekenmodel.prognose import Prognose
from gebruikers.models import Gebruiker
from regels.domein.parameterketen import Parameterwijziging
from regels.keuzes import Parametercode
from regels.models import Bron
from tests.financiering.conftest import Huis

Als = Callable[[Gebruiker], Client]
VANDAAG = date(2026, 11, 23)
OPERATOR = "/operator/regels/regelparameter/add/"


def wijziging(huis: Huis, code: Parametercode, van: date, waarde: str) -> Parameterwijziging:
    return Parameterwijziging(code, van, huis.organisatie, Decimal(waarde), bronvermelding="Boek")


def verborgen(antwoord: Any) -> dict[str, str]:
    """All that the form on the page sends along."""
    formulieren = html.fromstring(antwoord.content.decode()).xpath("//main//form")
    (form,) = formulieren or html.fromstring(antwoord.content.decode()).xpath(
        "//form[.//input[@name='bevestigd']]"
    )
    return {naam: waarde or "" for naam, waarde in form.form_values()}


def anders(een: Prognose, twee: Prognose) -> set[tuple[str, str]]:
    """Who and in which quarter two forecasts differ, cell by cell."""
    verschil = set()
    for rij, persoon in enumerate(een.personen):
        for plaats, tarief in enumerate(een.tarieven.kwartalen):
            tabellen = [(een.loonkost, twee.loonkost)]
            tabellen += [(een.bladen[blad], twee.bladen[blad]) for blad in PERSOONSBLADEN]
            if any(oud[rij, plaats] != nieuw[rij, plaats] for oud, nieuw in tabellen):
                verschil.add((persoon.naam, str(tarief.kwartaal)))
    return verschil


def landelijke_velden(waarde: str, van: str) -> dict[str, str]:
    bron = Bron.objects.get(code="securex-ggmmi")
    return {"waarde": waarde, "van": van, "bron": str(bron.pk), "zekerheid": "B"}
