"""What was paid, of one service: on the page and in the workbook."""

from datetime import date
from io import BytesIO
from typing import Final
from urllib.parse import unquote

import openpyxl
import pytest
from django.conf import settings
from django.test import Client
from python_calamine import CalamineWorkbook

from gedeeld.bestandsnaam import bestandsnaam
from gedeeld.periode import Periode
from regels.domein.regelset import regelset
from tests.fabrieken import ContractFactory, DienstFactory, WerknemerFactory
from tests.financiering.betaalhulp import WAAR, betaal
from tests.financiering.conftest import Huis
from tests.uitvoer import haal, inhoud

OP: Final = date(2026, 11, 23)


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def test_the_workbook_says_what_was_chosen_and_holds_the_service(
    huis: Huis, bezoeker: Client
) -> None:
    poets = DienstFactory(organisatie=huis.organisatie, naam="Poetsdienst")
    zoe = WerknemerFactory(organisatie=huis.organisatie, personeelsnummer="3")
    ContractFactory(werknemer=zoe, dienst=poets, periode=Periode(date(2025, 4, 1)))
    betaal(huis, "1;1807\n3;20")
    pagina = bezoeker.get(WAAR, {"dienst": poets.pk})
    assert [regel.nummer for regel in pagina.context["pagina"]] == ["3"]
    assert f'action="{WAAR}xlsx/?dienst={poets.pk}"' in pagina.content.decode()
    antwoord = haal(bezoeker, f"{WAAR}xlsx/?dienst={poets.pk}")
    kwartaal = WAAR.rstrip("/").rpartition("/")[2]
    naam = bestandsnaam("betaald", f"{huis.organisatie} {kwartaal} Poetsdienst".lower(), OP, "xlsx")
    assert naam in unquote(antwoord["Content-Disposition"])
    uit = inhoud(antwoord)
    boek = CalamineWorkbook.from_filelike(BytesIO(uit))
    assert boek.get_sheet_by_name("Keuze").to_python() == [
        ["Wat", "Keuze"],
        ["Organisatie", str(huis.organisatie)],
        ["Kwartaal", kwartaal],
        ["Dienst", "Poetsdienst"],
        ["Voltijdse jobs", 0.8],
        ["Gemaakt op", OP],
        ["Versie", settings.VERSIE],
        ["Regels", regelset()],
    ]
    for blad in ("Vergelijking", "Afrekeningen"):
        assert [rij[0] for rij in boek.get_sheet_by_name(blad).to_python()[1:]] == ["3"]
    vel = openpyxl.load_workbook(BytesIO(uit))["Afrekeningen"]
    dag, geld = vel["E2"], vel["F2"]
    assert (dag.is_date, dag.number_format) == (True, "dd/mm/yyyy")
    assert (geld.value, geld.number_format) == (20, "#,##0.00")
    alles = CalamineWorkbook.from_filelike(BytesIO(inhoud(haal(bezoeker, f"{WAAR}xlsx/"))))
    assert {rij[0] for rij in alles.get_sheet_by_name("Vergelijking").to_python()[1:]} == {"1", "3"}


def test_a_service_of_another_organisation_is_not_found(huis: Huis, bezoeker: Client) -> None:
    betaal(huis, "1;1807")
    vraag = f"?dienst={DienstFactory().pk}"
    assert bezoeker.get(f"{WAAR}{vraag}").status_code == 404
    assert bezoeker.post(f"{WAAR}xlsx/{vraag}").status_code == 404


def test_a_service_without_payments_says_so(huis: Huis, bezoeker: Client) -> None:
    betaal(huis, "1;1807")
    poets = DienstFactory(organisatie=huis.organisatie, naam="Poetsdienst")
    pagina = bezoeker.get(WAAR, {"dienst": poets.pk}).content.decode()
    assert "Bij deze dienst is er in dit kwartaal niets om te vergelijken." in pagina
