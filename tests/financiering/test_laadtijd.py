"""A forecast of 300 employees: the same few questions to the database as for one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Final

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from financiering.domein.laden import laad_gegevens
from financiering.domein.prognoses import bereken
from financiering.domein.scenarios import altijd
from financiering.domein.tarieven import Tarieftijdvak, maak_tarieven
from gebruikers.keuzes import Rol
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import (
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    KlaverbladbronFactory,
    OmkaderingFactory,
    OrganisatieFactory,
    RegelparameterFactory,
    WerknemerFactory,
)
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Werknemer

VANDAAG: Final = date(2026, 11, 23)
TIJDVAK: Final = Tarieftijdvak(Kwartaal(2026, 4), 20)


def maak_huis(aantal: int) -> int:
    """So many employees in five services; the key of their organisation."""
    organisatie = OrganisatieFactory()
    diensten = [DienstFactory(organisatie=organisatie) for _ in range(5)]
    for dienst in diensten:
        KlaverbladbronFactory(dienst=dienst)
        OmkaderingFactory(dienst=dienst)
    mensen = Werknemer.objects.bulk_create(
        WerknemerFactory.build(organisatie=organisatie) for _ in range(aantal)
    )
    Arbeidsovereenkomst.objects.bulk_create(
        ContractFactory.build(
            werknemer=wie,
            dienst=diensten[nummer % 5],
            periode=Periode(date(2025, 1, 1), None if nummer % 5 else date(2028, 2, 11)),
            tewerkstellingsbreuk=Decimal("0.800000"),
            bruto_maandloon=Decimal(200_000 + 317 * nummer) / 100,
        )
        for nummer, wie in enumerate(mensen)
    )
    begin = [Kwartaal(2023, 1) + nummer % 16 for nummer in range(aantal)]
    Adviesperiode.objects.bulk_create(
        Adviesperiode(
            werknemer=wie,
            soort=SoortAdvies.IMW_5,
            besluitdatum=van.eerste_dag,
            periode=Periode(van.eerste_dag, (van + 20).eerste_dag),
            begeleidingsniveau="midden",
        )
        for wie, van in zip(mensen, begin, strict=True)
    )
    return organisatie.pk


@contextmanager
def hoogstens(aantal: int) -> Iterator[None]:
    with CaptureQueriesContext(connection) as vragen:
        yield
    assert len(vragen) <= aantal, [vraag["sql"] for vraag in vragen]


@pytest.mark.parametrize("aantal", [1, 3, 300])
def test_a_forecast_takes_nine_queries_for_any_number_of_people(db: None, aantal: int) -> None:
    organisatie_id = maak_huis(aantal)
    with hoogstens(9):
        gegevens = laad_gegevens(organisatie_id, TIJDVAK)
        uitkomsten = [bereken(gegevens, t, TIJDVAK, VANDAAG) for t in altijd()]
    assert all(len(uitkomst.prognose.personen) == aantal for uitkomst in uitkomsten)
    assert all(len(uitkomst.prognose.totaal.saldo) == 20 for uitkomst in uitkomsten)


def test_the_page_of_300_people_takes_thirteen_queries(db: None, client: Client) -> None:
    organisatie_id = maak_huis(300)
    client.force_login(GebruikerFactory(organisatie_id=organisatie_id, rol=Rol.COORDINATOR))
    adres = reverse("financiering:prognose")
    client.get(adres)
    with hoogstens(13):
        client.get(adres)


def test_without_sources_the_figures_are_the_same(db: None) -> None:
    """Those of an own value of the organisation as well."""
    organisatie_id = maak_huis(3)
    RegelparameterFactory(
        organisatie_id=organisatie_id, code="ggmmi", waarde=2500, bron=None, bronvermelding="Wij",
    )  # fmt: skip
    met = laad_gegevens(organisatie_id, TIJDVAK)
    zonder = laad_gegevens(organisatie_id, TIJDVAK, met_bronnen=False)
    tarieven = [maak_tarieven(gegevens.verloop, TIJDVAK) for gegevens in (met, zonder)]
    assert tarieven[0].kwartalen == tarieven[1].kwartalen
    assert tarieven[1].kwartalen[0].maanden[0].ggmmi == 2500
