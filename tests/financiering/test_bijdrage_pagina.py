"""What the screens say about the employer's contribution: the page, why, assumptions, Excel."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from lxml import html
from python_calamine import CalamineWorkbook

from financiering.domein.laden import laad_gegevens
from financiering.domein.prognoses import bereken
from financiering.domein.rekenbewijs import reken_na
from financiering.domein.rekenmodel.bijdrage import Loonbijdrage
from financiering.domein.scenarios import Toekomst
from financiering.domein.tarieven import Tarieftijdvak
from financiering.keuzes import Scenariobasis
from financiering.models import Rekenbewijs
from gedeeld.bewijs.papier import lees_bestand
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.domein.regelset import regelset
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.fabrieken import (
    ContractFactory,
    LoonopgaveFactory,
    RegelparameterFactory,
    WerknemerFactory,
)
from tests.financiering.conftest import Huis
from tests.uitvoer import haal

ADRES = "/financiering/bijdrage/"
VANDAAG = date(2026, 11, 23)
K4 = Kwartaal(2026, 4)


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


@pytest.fixture
def zonder(huis: Huis) -> Huis:
    """The organisation gives no percentage; both employees earn € 2,600."""
    Regelparameter.objects.filter(organisatie=huis.organisatie).delete()
    for wie in (huis.amina, huis.bart):
        wie.contracten.update(bruto_maandloon=2600)
    return huis


def opgave(huis: Huis, kwartaal: date = date(2026, 7, 1), **anders: Any) -> None:
    """Of Amina; € 7,800 in the quarter and 12 % on top of it unless it says otherwise."""
    velden = {"referteloon": Decimal(8736), "betaalde_uren": None} | anders
    LoonopgaveFactory(werknemer=huis.amina, kwartaal=kwartaal, **velden)


def rijen(client: Client, adres: str = ADRES) -> list[list[str]]:
    boom = html.fromstring(client.get(adres).content.decode())
    return [
        [" ".join(cel.text_content().split()) for cel in rij.xpath("./th|./td")]
        for rij in boom.xpath("//main//tbody/tr")
    ]


def let_op(huis: Huis) -> list[str]:
    tijdvak = Tarieftijdvak(K4, 4)
    toekomst = Toekomst("Niets doen", Scenariobasis.NIETS_DOEN)
    uitkomst = bereken(laad_gegevens(huis.organisatie.pk, tijdvak), toekomst, tijdvak, VANDAAG)
    return [aanname.tekst for aanname in uitkomst.aannames if aanname.let_op]


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


# --- records ----------------------------------------------------------------------------------


def opgaven_van(huis: Huis, tijdvak: Tarieftijdvak) -> list[tuple[Loonbijdrage, ...]]:
    mensen = laad_gegevens(huis.organisatie.pk, tijdvak).stand.mensen
    return [persoon.opgaven for persoon in mensen]


def test_the_last_record_before_the_forecast_and_those_in_it_count(zonder: Huis) -> None:
    for kwartaal, referteloon in ((1, 8112), (3, 8736), (4, 8580)):
        opgave(zonder, Kwartaal(2026, kwartaal).eerste_dag, referteloon=Decimal(referteloon))
    van_amina, van_bart = opgaven_van(zonder, Tarieftijdvak(Kwartaal(2026, 3), 4))
    assert van_amina == (
        Loonbijdrage(date(2026, 7, 1), Fraction("0.12")),
        Loonbijdrage(date(2026, 10, 1), Fraction("0.1")),
    )
    assert van_bart == ()
    assert opgaven_van(zonder, Tarieftijdvak(Kwartaal(2026, 2), 1))[0] == (
        Loonbijdrage(date(2026, 1, 1), Fraction("0.04")),
    )


def test_a_record_lies_beside_the_contracts_of_its_own_quarter(zonder: Huis) -> None:
    """In the third quarter Amina worked half-time for half of the hours; since then full-time."""
    zonder.amina.contracten.update(
        periode=Periode(date(2025, 4, 1), date(2026, 10, 1)),
        tewerkstellingsbreuk=Decimal("0.5"),
        bruto_maandloon=1300,
    )
    ContractFactory(
        werknemer=zonder.amina, dienst=zonder.dienst, periode=Periode(date(2026, 10, 1)),
        bruto_maandloon=2600,
    )  # fmt: skip
    opgave(zonder, referteloon=Decimal(2184), betaalde_uren=Decimal("123.5"))
    assert opgaven_van(zonder, Tarieftijdvak(K4, 4))[0] == (
        Loonbijdrage(date(2026, 7, 1), Fraction("0.12")),
    )


def test_a_week_of_fewer_hours_is_that_of_the_organisation(zonder: Huis) -> None:
    RegelparameterFactory(
        organisatie=zonder.organisatie, code=Parametercode.VOLTIJDSE_WEEK, waarde=36
    )
    opgave(zonder, betaalde_uren=Decimal(468))
    assert opgaven_van(zonder, Tarieftijdvak(K4, 4))[0][0].deel == Fraction("0.12")


def test_a_record_that_does_not_fit_is_named_and_not_counted(zonder: Huis) -> None:
    opgave(zonder, referteloon=Decimal(5000))
    (zin,) = let_op(zonder)
    assert f"niet mee: {zonder.amina.naam} (2026-K3)." in zin
    assert opgaven_van(zonder, Tarieftijdvak(K4, 4))[0] == ()


@pytest.mark.parametrize("eerste", [2, 3, 4])
def test_a_record_that_does_not_fit_leaves_the_one_before_it(zonder: Huis, eerste: int) -> None:
    """Whatever the first quarter is that is asked: a quarter has one amount."""
    opgave(zonder, Kwartaal(2026, 1).eerste_dag, referteloon=Decimal(8112))
    opgave(zonder, Kwartaal(2026, 2).eerste_dag)
    opgave(zonder, referteloon=Decimal(5000))
    tijdvak = Tarieftijdvak(Kwartaal(2026, eerste), 4)
    assert opgaven_van(zonder, tijdvak)[0][-1] == Loonbijdrage(date(2026, 4, 1), Fraction("0.12"))
    assert any(f"{zonder.amina.naam} (2026-K3)" in zin for zin in let_op(zonder))


def zonder_contract_in_de_zomer(huis: Huis) -> None:
    """Amina's records of 2026-K2 and K3 stand; of the third quarter her contract is gone."""
    opgave(huis, Kwartaal(2026, 2).eerste_dag)
    opgave(huis, referteloon=Decimal(9000))
    huis.amina.contracten.update(periode=Periode(date(2025, 4, 1), date(2026, 7, 1)))
    ContractFactory(
        werknemer=huis.amina, dienst=huis.dienst, periode=Periode(date(2026, 10, 1)),
        bruto_maandloon=2600,
    )  # fmt: skip


@pytest.mark.parametrize("eerste", [2, 3, 4])
def test_a_record_of_a_quarter_without_a_contract_leaves_the_one_before_it(
    zonder: Huis, eerste: int
) -> None:
    zonder_contract_in_de_zomer(zonder)
    tijdvak = Tarieftijdvak(Kwartaal(2026, eerste), 4)
    assert opgaven_van(zonder, tijdvak)[0] == (Loonbijdrage(date(2026, 4, 1), Fraction("0.12")),)


def test_a_record_of_a_quarter_without_a_contract_is_named(zonder: Huis, bezoeker: Client) -> None:
    zonder_contract_in_de_zomer(zonder)
    (zin,) = let_op(zonder)
    assert "telt niet mee: in dat kwartaal loopt er geen contract" in zin
    assert f"{zonder.amina.naam} (2026-K3)" in zin
    for adres in (ADRES, "/financiering/"):
        assert zin in " ".join(bezoeker.get(adres).content.decode().split())


def test_the_records_of_somebody_whose_contracts_all_moved_count_for_nothing(zonder: Huis) -> None:
    opgave(zonder)
    zonder.amina.contracten.update(periode=Periode(date(2026, 10, 1)))
    assert opgaven_van(zonder, Tarieftijdvak(K4, 4))[0] == ()
    (zin,) = let_op(zonder)
    assert f"{zonder.amina.naam} (2026-K3)" in zin


def test_the_forecast_says_who_is_counted_how(zonder: Huis, bezoeker: Client) -> None:
    opgave(zonder)
    zin = (
        "Van 1 werknemer rekenen we de bijdrage van de werkgever met de vermindering van categorie "
        "1 en van 1 met de opgave van het sociaal secretariaat."
    )
    for adres in (ADRES, "/financiering/"):
        assert zin in " ".join(bezoeker.get(adres).content.decode().split())


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


# --- why --------------------------------------------------------------------------------------


def waarom(client: Client, huis: Huis) -> Any:
    adres = f"/financiering/werknemers/{huis.amina.pk}/2026-K4/"
    return client.get(adres).context["waarom"].bijdrage


def test_the_reduction_can_be_done_again_by_hand(bezoeker: Client, zonder: Huis) -> None:
    uitleg = waarom(bezoeker, zonder)
    assert uitleg.antwoord == "14,0463 %"
    assert dict(uitleg.invoer) == {
        "Netto patronale bijdrage": "14,0463 %, vermindering van de RSZ, categorie 1",
        "Bijdrage voor de vermindering": "25,00 %",
        "Voltijds kwartaalloon (S)": "€\u00a02.600,00 × 3 ÷ 1 = €\u00a07.800,00",
        "Vermindering voor een voltijds kwartaal (R)": (
            "0,14 × (€\u00a011.687,74 − S, minstens 0) + "
            "0,16 × (€\u00a09.738,14 − S, minstens 0) = €\u00a0854,39"
        ),
        "Hoogste tewerkstellingsbreuk op één dag van de maand": "1",
        "β": "1",
    }
    assert "zekerheid C" in uitleg.bron


def test_what_the_other_ways_would_give_is_said(bezoeker: Client, zonder: Huis) -> None:
    opgave(zonder)
    RegelparameterFactory(organisatie=zonder.organisatie, waarde=20)
    uitleg = waarom(bezoeker, zonder)
    invoer = dict(uitleg.invoer)
    assert uitleg.antwoord == "12,00 %"
    assert invoer["Volgens de opgave voor"] == "2026-K3"
    assert invoer["Met de vermindering van de RSZ, categorie 1"] == (
        "14,0463 %, loonpremie €\u00a01.779,12"
    )
    assert invoer["Met het eigen percentage van de organisatie"] == (
        "20,00 %, loonpremie €\u00a01.872,00"
    )
    assert uitleg.bron == "De opgave van het sociaal secretariaat"


def test_a_record_can_be_done_again_by_hand(bezoeker: Client, zonder: Huis) -> None:
    """€ 8,190 over € 7,800 × 468 ÷ 494, less one."""
    opgave(zonder, referteloon=Decimal(8190), betaalde_uren=Decimal(468))
    uitleg = waarom(bezoeker, zonder)
    invoer = dict(uitleg.invoer)
    assert uitleg.antwoord == "10,8333 %"
    assert invoer["Referteloon in de opgave"] == "€\u00a08.190,00"
    assert invoer["Brutoloon van 2026-K3 volgens het contract"] == "€\u00a07.800,00"
    assert invoer["Betaalde uren, en de uren volgens het contract"] == "468 en 494"
    assert "gedeeld door het brutoloon" in uitleg.regel


def test_a_record_without_hours_names_none(bezoeker: Client, zonder: Huis) -> None:
    opgave(zonder)
    assert not any("uren" in naam for naam, _ in waarom(bezoeker, zonder).invoer)


def test_a_newer_record_that_does_not_count_is_said_with_why(
    bezoeker: Client, zonder: Huis
) -> None:
    zonder_contract_in_de_zomer(zonder)
    invoer = dict(waarom(bezoeker, zonder).invoer)
    assert invoer["Volgens de opgave voor"] == "2026-K2"
    assert invoer["Opgave voor 2026-K3"] == "telt niet mee: in dat kwartaal loopt er geen contract"


def test_a_record_that_does_not_fit_is_said_beside_what_counts_instead(
    bezoeker: Client, zonder: Huis
) -> None:
    opgave(zonder, referteloon=Decimal(5000))
    invoer = dict(waarom(bezoeker, zonder).invoer)
    assert invoer["Opgave voor 2026-K3"] == "telt niet mee: past niet bij het contract"


def test_a_record_counts_every_reduction(bezoeker: Client, zonder: Huis) -> None:
    """So its amounts do not say that some were left out; those of the formula do."""
    adres = f"/financiering/werknemers/{zonder.amina.pk}/2026-K4/"
    zin = "andere verminderingen op de patronale bijdrage"
    assert zin in bezoeker.get(adres).context["waarom"].loonpremie.niet_meegeteld
    opgave(zonder)
    uitleg = bezoeker.get(adres).context["waarom"]
    for deel in (uitleg.loonpremie, uitleg.loonkost):
        assert zin not in deel.niet_meegeteld
        assert "ziekte" in deel.niet_meegeteld
