"""How far off a forecast was, and what a reason that comes back proposes."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from financiering.domein.betaald import vergelijk_kwartalen
from financiering.domein.momentopnames import bewaar_voor
from financiering.domein.tarieven import Tarieftijdvak
from financiering.domein.voorspellingen import lees_afwijkingen
from financiering.models import Voorspelling
from gedeeld.kwartaal import Kwartaal
from tests.financiering.betaalhulp import K3, betaal
from tests.financiering.conftest import Huis


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def test_the_first_night_of_a_quarter_keeps_what_it_foresees(huis: Huis, bezoeker: Client) -> None:
    """Amina brings in 1.800 + 1.330 until her advice ends on 31 March 2027."""
    bewaar_voor(huis.organisatie, date(2026, 10, 2))
    bewaar_voor(huis.organisatie, date(2026, 10, 3))
    rijen = Voorspelling.objects.values_list("kwartaal", "loonpremie", "begeleidingspremie")
    assert list(rijen) == [
        (date(2027, 1, 1), 1800, 1330),
        (date(2027, 10, 1), 0, 0),
        (date(2028, 10, 1), 0, 0),
    ]
    pagina = " ".join(bezoeker.get("/financiering/betaald/").content.decode().split())
    assert (
        "We bewaren sinds 2026-K4 wat we voorzien, dus dit is gekend: 1 kwartaal vooraf vanaf "
        "2027-K1, 4 kwartalen vooraf vanaf 2027-K4 en 8 kwartalen vooraf vanaf 2028-K4."
    ) in pagina


def test_before_there_is_history_the_page_says_so(bezoeker: Client) -> None:
    pagina = " ".join(bezoeker.get("/financiering/betaald/").content.decode().split())
    assert "De eerste keer is de komende nacht" in pagina


def test_how_far_off_compares_only_what_was_paid(huis: Huis) -> None:
    bewaar_voor(huis.organisatie, date(2026, 4, 2))
    bewaar_voor(huis.organisatie, date(2025, 7, 2))
    huis.amina.contracten.update(tewerkstellingsbreuk=Decimal("0.5"), bruto_maandloon=1200)
    betaal(huis, "1;900")
    kwartalen = vergelijk_kwartalen(huis.coordinator, Tarieftijdvak(K3, 1))
    (regel,) = lees_afwijkingen(huis.coordinator, kwartalen).regels
    assert regel.per_afstand == ((1, Decimal(-900)), (4, Decimal(-900)), (8, None))


def test_a_reason_that_keeps_coming_back_proposes_its_setting(huis: Huis, bezoeker: Client) -> None:
    waar = "In 3 kwartalen rekent men met een ander referteloon."
    for nummer in (1, 2, 3):
        pagina = bezoeker.get("/financiering/betaald/").content.decode()
        assert waar not in pagina
        betaal(huis, "1;1600;;;8000", Kwartaal(2026, nummer))
    pagina = bezoeker.get("/financiering/betaald/").content.decode()
    assert waar in pagina
    assert "/financiering/bijdrage/" in pagina
