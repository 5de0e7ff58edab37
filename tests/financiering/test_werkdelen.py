"""Who works in two services stands in both: filtered by service, employees are what it has."""

import json
from collections import defaultdict
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from financiering.domein.rekenmodel.klaverblad import PERSOONSBLADEN
from gedeeld.periode import Periode
from tests.fabrieken import ContractFactory, DienstFactory
from tests.financiering.conftest import Huis
from tests.uitvoer import haal

Sommen = dict[tuple[str, str], list[Decimal]]


@pytest.fixture
def beide(huis: Huis) -> Huis:
    """Amina works in the strijkdienst as well, from a day in November on, for an odd wage; Bart
    moves there in February."""
    strijk = DienstFactory(organisatie=huis.organisatie, naam="Strijkdienst")
    ContractFactory(
        werknemer=huis.amina,
        dienst=strijk,
        periode=Periode(date(2026, 11, 13)),
        tewerkstellingsbreuk=Decimal("0.333333"),
        bruto_maandloon=Decimal("811.37"),
    )
    huis.bart.contracten.update(periode=Periode(date(2025, 4, 1), date(2027, 2, 9)))
    ContractFactory(
        werknemer=huis.bart,
        dienst=strijk,
        periode=Periode(date(2027, 2, 9)),
        bruto_maandloon=Decimal("2400.01"),
    )
    return huis


def prognose() -> dict[str, Any]:
    uit = StringIO()
    opties = ("--organisatie", "huis", "--json", "--van", "2026-K4", "--kwartalen", "4")
    call_command("prognose", *opties, stdout=uit)
    inhoud: dict[str, Any] = json.loads(uit.getvalue())
    return inhoud


def test_employees_for_machines_add_up_to_their_service(beide: Huis) -> None:
    uitkomst = prognose()
    assert [(rij["personeelsnummer"], rij["dienst"]) for rij in uitkomst["werknemers"]] == [
        ("1", "Klusdienst"), ("1", "Strijkdienst"), ("2", "Klusdienst"), ("2", "Strijkdienst"),
    ]  # fmt: skip
    kosten: dict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 4)
    for rij in uitkomst["werknemers"]:
        paren = zip(kosten[rij["dienst"]], map(Decimal, rij["loonkost"]), strict=True)
        kosten[rij["dienst"]] = [som + bedrag for som, bedrag in paren]
    assert kosten == {
        dienst["dienst"]: [Decimal(bedrag) for bedrag in dienst["loonkost"]]
        for dienst in uitkomst["diensten"]
    }
    assert kosten["Strijkdienst"][0] > 0


def sommen(rijen: list[list[Any]], dienst: int, bedragen: list[int]) -> Sommen:
    """By service and quarter, which stand in the columns `dienst` and `dienst + 1`."""
    som: Sommen = defaultdict(lambda: [Decimal(0)] * len(bedragen))
    for rij in rijen[1:]:
        sleutel = (rij[dienst], rij[dienst + 1])
        paren = zip(som[sleutel], bedragen, strict=True)
        som[sleutel] = [was + Decimal(str(rij[kolom])) for was, kolom in paren]
    return som


def test_the_sheet_of_employees_filtered_by_service_is_the_service(
    beide: Huis, client: Client
) -> None:
    client.force_login(beide.coordinator)
    inhoud = haal(client, reverse("financiering:prognose_xlsx"), werknemer="").content
    boek = CalamineWorkbook.from_filelike(BytesIO(inhoud))
    werknemers, diensten = (
        boek.get_sheet_by_name(naam).to_python() for naam in ("Werknemers", "Diensten")
    )
    assert len(werknemers) == 1 + 4 * 20
    kolommen = [diensten[0].index(kop) for kop in werknemers[0][4:]]
    assert len(kolommen) == len(PERSOONSBLADEN) + 1
    in_dienst = sommen(werknemers, 2, list(range(4, 4 + len(kolommen))))
    assert in_dienst == sommen(diensten, 0, kolommen)
    assert len(in_dienst) == 40
