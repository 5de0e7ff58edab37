"""The page of the employer's contributions, what it says of category and minimum, and its Excel."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from lxml import html
from python_calamine import CalamineWorkbook

from financiering.domein.rekenbewijs import reken_na
from financiering.models import Rekenbewijs
from gedeeld.bewijs.papier import lees_bestand
from gedeeld.periode import Periode
from regels.domein.regelset import regelset
from regels.keuzes import Parametercode
from tests.fabrieken import (
    ContractFactory,
    LoonopgaveFactory,
    RegelparameterFactory,
    WerknemerFactory,
)
from tests.financiering.bijdragehulp import ADRES, let_op, opgave
from tests.financiering.conftest import Huis
from tests.uitvoer import haal


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def rijen(client: Client, adres: str = ADRES) -> list[list[str]]:
    boom = html.fromstring(client.get(adres).content.decode())
    return [
        [" ".join(cel.text_content().split()) for cel in rij.xpath("./th|./td")]
        for rij in boom.xpath("//main//tbody/tr")
    ]


def test_everybody_has_a_row_with_what_counts_and_what_else_is_known(
    bezoeker: Client, zonder: Huis
) -> None:
    opgave(zonder)
    assert rijen(bezoeker) == [
        [
            f"{zonder.amina.naam} 1", "€ 2.600,00", "1",
            "12,00 % opgave van het sociaal secretariaat", "€ 1.747,20",
            "14,0463 %, vermindering van de RSZ, categorie 1: € 1.779,12 (€ 31,92 meer)",
        ],
        [
            f"{zonder.bart.naam} 2", "€ 2.600,00", "1",
            "14,0463 % vermindering van de RSZ, categorie 1", "€ 0,00", "geen",
        ],
    ]  # fmt: skip


def test_an_own_percentage_stands_beside_the_reduction(bezoeker: Client, huis: Huis) -> None:
    amina, _ = rijen(bezoeker)
    assert amina[3:5] == ["25,00 % eigen percentage van de organisatie", "€ 1.800,00"]
    assert amina[5] == (
        "10,6335 %, vermindering van de RSZ, categorie 1: € 1.593,12 (€ 206,88 minder)"
    )


def test_the_page_is_turned_by_fifty(bezoeker: Client, huis: Huis) -> None:
    for _ in range(49):
        ContractFactory(
            werknemer=WerknemerFactory(organisatie=huis.organisatie), dienst=huis.dienst
        )
    assert len(rijen(bezoeker)) == 50
    assert len(rijen(bezoeker, f"{ADRES}?pagina=2")) == 1


def test_the_list_is_there_in_excel(bezoeker: Client, zonder: Huis) -> None:
    opgave(zonder)
    antwoord = haal(bezoeker, reverse("financiering:bijdrage_xlsx"))
    boek = CalamineWorkbook.from_filelike(BytesIO(antwoord.content))
    _, *keuze = boek.get_sheet_by_name("Keuze").to_python()
    assert keuze == [
        ["Organisatie", zonder.organisatie.naam],
        ["Kwartaal", "2026-K4"],
        ["Gemaakt op", date(2026, 11, 23)],
        ["Bewijs", bezoeker.get(ADRES).context["bewijscode"]],
        ["Versie", settings.VERSIE],
        ["Regels", regelset()],
    ]
    assert "werkgeversbijdrage" in antwoord["Content-Disposition"]
    assert "2026-k4" in antwoord["Content-Disposition"]
    koppen, amina, bart = boek.get_sheet_by_name("Werkgeversbijdrage").to_python()
    assert koppen[5] == "Vermindering van de RSZ, categorie 1 (%)"
    assert amina[:5] == ["1", zonder.amina.naam, 2600, 1, "opgave van het sociaal secretariaat"]
    assert amina[5:12] == [14.0463, 1779.12, "", "", 12, 1747.2, 1747.2]
    assert bart[4:7] == ["vermindering van de RSZ, categorie 1", 14.0463, 0]


def test_the_receipt_of_the_contributions_can_be_taken_along_and_kept(
    bezoeker: Client, zonder: Huis
) -> None:
    opgave(zonder)
    antwoord = bezoeker.get(ADRES)
    code, adres = antwoord.context["bewijscode"], reverse("financiering:bijdrage_bewijs")
    assert f'action="{adres}"' in antwoord.content.decode()
    bestand = lees_bestand(bezoeker.get(adres).content)
    assert (bestand.code, reken_na(bestand)) == (code, ())
    invoer = bestand.invoer_data
    assert (invoer["tijdvak"]["aantal"], len(invoer["stand"]["personen"]["sleutels"])) == (1, 2)
    bezoeker.post(adres)
    assert Rekenbewijs.objects.get().code == code
    assert "dezelfde cijfers, tot op de cent" in (
        bezoeker.get(reverse("financiering:bewijs", args=[code])).content.decode()
    )


def test_an_organisation_without_people_reads_what_to_do(bezoeker: Client, huis: Huis) -> None:
    huis.amina.contracten.all().delete()
    huis.bart.contracten.all().delete()
    assert "In dit kwartaal loopt er geen contract." in bezoeker.get(ADRES).content.decode()


@pytest.mark.parametrize("aantal", [1, 5])
def test_the_page_asks_a_fixed_number_of_questions(
    bezoeker: Client, huis: Huis, aantal: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(aantal):
        contract = ContractFactory(
            werknemer=WerknemerFactory(organisatie=huis.organisatie), dienst=huis.dienst
        )
        LoonopgaveFactory(werknemer=contract.werknemer)
    bezoeker.get(ADRES)
    with django_assert_max_num_queries(14):
        bezoeker.get(ADRES)


# --- the category -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("categorie", "naam"),
    [(2, "categorie 2 (social profit)"), (3, "categorie 3 (maatwerkbedrijf)")],
)
def test_a_category_that_is_not_known_is_said_everywhere(
    bezoeker: Client, zonder: Huis, categorie: int, naam: str
) -> None:
    RegelparameterFactory(
        organisatie=zonder.organisatie, code=Parametercode.RSZ_CATEGORIE, waarde=categorie
    )
    (zin,) = let_op(zonder)
    assert zin.startswith(f"Je organisatie zit in {naam}. De vermindering daarvan kennen we niet")
    for adres in (ADRES, "/financiering/"):
        assert zin in " ".join(bezoeker.get(adres).content.decode().split())
    assert "14,0463 %" in rijen(bezoeker)[0][3]
    RegelparameterFactory(organisatie=zonder.organisatie, waarde=20)
    assert let_op(zonder) == []


def test_category_one_asks_nothing(zonder: Huis) -> None:
    assert let_op(zonder) == []


# --- the minimum ------------------------------------------------------------------------------


def test_who_earns_less_than_the_minimum_is_named(zonder: Huis, bezoeker: Client) -> None:
    """€ 2,233.61 × 0.8 = € 1,786.888, so € 1,786.89."""
    zonder.bart.contracten.update(
        tewerkstellingsbreuk=Decimal("0.8"), bruto_maandloon=Decimal("1786.88")
    )
    (zin,) = let_op(zonder)
    assert zin.startswith("Van 1 werknemer ligt het brutoloon onder het GGMMI van 1 oktober 2026")
    assert zonder.bart.naam in zin
    assert "Onder het GGMMI" in rijen(bezoeker)[1][1]
    zonder.bart.contracten.update(bruto_maandloon=Decimal("1786.89"))
    assert let_op(zonder) == []


def test_an_unknown_wage_is_not_too_low(zonder: Huis, bezoeker: Client) -> None:
    zonder.bart.contracten.update(bruto_maandloon=None)
    assert not any("GGMMI" in zin for zin in let_op(zonder))
    assert "geen brutoloon bekend" in rijen(bezoeker)[1][3]


def test_a_contract_that_follows_on_another_does_not_make_the_job_larger(
    zonder: Huis, bezoeker: Client
) -> None:
    zonder.amina.contracten.update(periode=Periode(date(2025, 4, 1), date(2026, 11, 1)))
    ContractFactory(
        werknemer=zonder.amina,
        dienst=zonder.dienst,
        periode=Periode(date(2026, 11, 1)),
        tewerkstellingsbreuk=Decimal("0.5"),
        bruto_maandloon=Decimal(1300),
    )
    assert rijen(bezoeker)[0][1:3] == ["€ 1.300,00", "0,5"]
