"""Which terms and amounts the application counts with today, in the open with their source."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from lxml import html

from doorstroom.gedeeld.periode import Periode
from gebruikers.models import Gebruiker, Organisatie
from regels.keuzes import Parametercode
from regels.models import Bron, Regelparameter
from tests.fabrieken import OrganisatieFactory

Als = Callable[[Gebruiker], Client]
pytestmark = [pytest.mark.django_db, pytest.mark.vandaag("2026-11-23")]


def rijen(client: Client) -> dict[str, list[str]]:
    blad = html.fromstring(client.get("/beheer/regels/").content)
    tabel = blad.get_element_by_id("termijnen").getparent().find(".//tbody")
    teksten = [[" ".join(cel.text_content().split()) for cel in rij] for rij in tabel]
    return {wat: cellen for wat, *cellen in teksten}


def zet(code: Parametercode, waarde: str, vanaf: date, organisatie: Organisatie | None) -> None:
    Regelparameter.objects.create(
        code=code,
        waarde=Decimal(waarde),
        geldig=Periode(vanaf),
        organisatie=organisatie,
        bron=Bron.objects.get(code="eigen-keuze"),
        zekerheid="E",
    )


def test_elke_waarde_staat_er_met_bron_en_zekerheid(als: Als, begeleider: Gebruiker) -> None:
    tabel = rijen(als(begeleider))
    assert list(tabel) == [code.label for code in Parametercode]
    waarde, geldig, bron = tabel[Parametercode.TERUGKEERGARANTIE.label]
    assert (waarde, geldig) == ("18 maanden", "vanaf 1 juli 2023")
    assert bron.startswith("Noozo, Besluit individueel maatwerk")
    assert "zekerheid B" in bron
    assert tabel[Parametercode.FONDS_PER_UUR.label][0] == "niet gekend"


def test_een_eigen_waarde_gaat_voor_en_die_van_een_ander_blijft_weg(
    als: Als, begeleider: Gebruiker
) -> None:
    zet(Parametercode.FONDS_PER_UUR, "12.5", date(2026, 1, 1), begeleider.organisatie)
    zet(Parametercode.NAZORG_1, "6.5", date(2026, 1, 1), begeleider.organisatie)
    zet(Parametercode.FONDS_UREN, "100", date(2026, 1, 1), OrganisatieFactory())
    zet(Parametercode.FONDS_PER_JAAR, "900", date(2027, 1, 1), begeleider.organisatie)
    tabel = rijen(als(begeleider))
    per_uur = tabel[Parametercode.FONDS_PER_UUR.label]
    assert per_uur[:2] == ["€ 12,50", "vanaf 1 januari 2026, voor je eigen organisatie"]
    assert tabel[Parametercode.NAZORG_1.label][0] == "6,50 weken"
    assert tabel[Parametercode.FONDS_UREN.label][0] == "niet gekend"
    assert tabel[Parametercode.FONDS_PER_JAAR.label][0] == "niet gekend"


@pytest.mark.vandaag("2020-01-01")
def test_voor_de_maatregel_is_er_niets(als: Als, begeleider: Gebruiker) -> None:
    assert rijen(als(begeleider))[Parametercode.DUURZAAM.label] == ["niet gekend", "–", "–"]
