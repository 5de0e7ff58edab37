"""What several tests of payments share."""

from datetime import date
from typing import Any

from django.test import Client

from financiering.domein.betaalinvoer import lees_regels, splits
from financiering.domein.betalingen import voeg_regels_toe
from gedeeld.kwartaal import Kwartaal
from tests.financiering.conftest import Huis

K3 = Kwartaal(2026, 3)
WAAR = "/financiering/betaald/2026-K3/"
MELDING = date(2026, 11, 10)


def betaal(
    huis: Huis,
    tekst: str,
    kwartaal: Kwartaal = K3,
    *,
    blad: str = "loonpremie",
    soort: str = "afrekening",
    op: date = MELDING,
) -> int:
    gelezen = lees_regels(splits(tekst), soort)
    assert not gelezen.fouten
    return voeg_regels_toe(
        huis.organisatie,
        kwartaal,
        gelezen.regels,
        door=huis.coordinator,
        blad=blad,
        soort=soort,
        gemeld_op=op,
        bron="geplakt",
    )


def plak(client: Client, **velden: Any) -> Any:
    basis = {"blad": "loonpremie", "soort": "afrekening", "gemeld_op": "2026-11-10"}
    return client.post(f"{WAAR}nieuw/", basis | velden)
