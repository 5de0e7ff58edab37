"""What was paid beside what was foreseen: every difference in parts that add up to the cent.

Amina brings in € 1.800,00 of wage premium a quarter: 20 % of 3 × 2400 × 1.25 = € 9.000,00, far
under the cap, and in her sixth quarter € 600 + € 730 of guidance premium.
"""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from financiering.domein.betaald import vergelijk_kwartaal, vergelijk_kwartalen
from financiering.domein.betaalinvoer import lees_regels, splits
from financiering.domein.betaalvergelijking import Kwartaalvergelijking
from financiering.domein.betalingen import voeg_regels_toe, voeg_som_toe
from financiering.domein.momentopnames import bewaar_voor
from financiering.domein.tarieven import Tarieftijdvak
from financiering.domein.voorspellingen import lees_afwijkingen
from financiering.models import Betaling, Voorspelling
from gebruikers.keuzes import Rol
from gedeeld.kwartaal import Kwartaal
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import AdviesFactory, ContractFactory, GebruikerFactory, WerknemerFactory
from tests.financiering.conftest import Huis
from tests.uitvoer import haal, inhoud

K3 = Kwartaal(2026, 3)
WAAR = "/financiering/betaald/2026-K3/"
MELDING = date(2026, 11, 10)


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


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


def vergelijk(huis: Huis, kwartaal: Kwartaal = K3) -> Kwartaalvergelijking:
    vergelijking = vergelijk_kwartaal(huis.coordinator, kwartaal)
    for regel in vergelijking.regels:
        assert sum(reden.bedrag for reden in regel.redenen) == regel.verschil
    assert sum(reden.bedrag for reden in vergelijking.redenen) == vergelijking.verschil
    return vergelijking


def redenen(huis: Huis, kwartaal: Kwartaal = K3) -> dict[str, Decimal]:
    return {str(reden.reden): reden.bedrag for reden in vergelijk(huis, kwartaal).redenen}


# --- the comparison --------------------------------------------------------------------------


def test_what_was_paid_as_foreseen_needs_no_reason(huis: Huis) -> None:
    betaal(huis, "1\t1.800,00")
    betaal(huis, "1\t1.330,00", blad="begeleidingspremie")
    vergelijking = vergelijk(huis)
    assert (vergelijking.betaald, vergelijking.voorzien) == (Decimal(3130), Decimal(3130))
    assert vergelijking.redenen == []


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        # 30 % of 9.000; said by the statement, and found when it only gives an amount.
        ("1;2700;30", {"percentage": "900.00"}),
        ("1;2700", {"percentage": "900.00"}),
        # Four fifths of the time.
        ("1;1440;20;0,8", {"gewerkte_tijd": "-360.00"}),
        # 25 % of the wage more than the gross: the payer counts with 8.000.
        ("1;1600;;;8000", {"bijdrage": "-200.00"}),
        # 30 % (+900), four fifths (-540), 6.000 instead of 7.200 (-360), and 7 that nothing says.
        (
            "1;1807;30;0,8;6000",
            {
                "percentage": "900.00",
                "gewerkte_tijd": "-540.00",
                "bijdrage": "-360.00",
                "onbekend": "7.00",
            },
        ),
        # A cap of 6.000 is nobody's minimum wage.
        ("1;1200;;;;6000", {"plafond": "-600.00"}),
        # 6 × 1.806,16, and a wage far above the cap: said with the cap of 2022.
        ("1;2167,39;;;20000;10836,96", {"bijdrage": "367.39"}),
        ("1;1800,01", {"afronding": "0.01"}),
        ("1;1812,34", {"onbekend": "12.34"}),
        # Nothing, in the sixth quarter of an advice: not late, not known.
        ("1;0", {"onbekend": "-1800.00"}),
    ],
)
def test_a_difference_is_explained(huis: Huis, regel: str, verwacht: dict[str, str]) -> None:
    betaal(huis, regel)
    assert redenen(huis) == {reden: Decimal(bedrag) for reden, bedrag in verwacht.items()}


def test_a_cap_of_another_minimum_wage_is_the_index(huis: Huis) -> None:
    """€ 6.000 a month is above every cap; six times € 2.189,81 is that of the quarter before."""
    huis.amina.contracten.update(bruto_maandloon=Decimal(6000))
    oud = 6 * Decimal("2189.81")
    betaal(
        huis,
        f"1;{str((oud / 5).quantize(Decimal('0.01'))).replace('.', ',')};;;;"
        f"{str(oud).replace('.', ',')}",
    )
    assert list(redenen(huis)) == ["index"]


def test_who_was_not_paid_in_the_first_quarters_of_an_advice_waits_for_it(huis: Huis) -> None:
    AdviesFactory(
        werknemer=huis.bart,
        soort="imw_5",
        besluitdatum=date(2026, 8, 15),
        begeleidingsniveau="geen",
    )
    betaal(huis, "1;1800")
    regel = vergelijk(huis).regels[0]
    assert (regel.naam, regel.betaald, regel.voorzien) == ("Bart Dewit", 0, Decimal(3600))
    assert [(str(deel.reden), deel.uitleg) for deel in regel.delen] == [
        ("laat_besluit", "kwartaal 1 van het advies")
    ]


def test_a_correction_has_its_own_line_and_counts_along(huis: Huis) -> None:
    betaal(huis, "1;1500")
    betaal(huis, "1;500", soort="correctie", op=date(2026, 11, 12))
    betaal(huis, "1;-200,00", soort="correctie", op=date(2026, 11, 20))
    regel = vergelijk(huis).regels[0]
    assert [lijn.bedrag for lijn in regel.lijnen] == [1500, 500, -200]
    assert (regel.betaald, regel.redenen) == (Decimal(1800), [])


def test_both_premiums_in_one_amount(huis: Huis) -> None:
    betaal(huis, "1;4030;30", blad="samen")
    assert redenen(huis) == {"percentage": Decimal(900)}


def test_one_sum_for_the_quarter_explains_nothing(huis: Huis) -> None:
    voeg_som_toe(
        huis.organisatie,
        K3,
        Decimal("1700.50"),
        door=huis.coordinator,
        blad="loonpremie",
        soort="afrekening",
        gemeld_op=MELDING,
        bron="getypt",
    )
    (regel,) = vergelijk(huis).regels
    assert (regel.werknemer, regel.voorzien) == (None, Decimal(1800))
    assert redenen(huis) == {"onbekend": Decimal("-99.50")}


def test_who_had_no_contract_was_not_foreseen(huis: Huis) -> None:
    WerknemerFactory(organisatie=huis.organisatie, personeelsnummer="9")
    betaal(huis, "1;1800\n9;123,45")
    assert redenen(huis) == {"onbekend": Decimal("123.45")}


def test_the_same_proportion_more_for_everybody_is_the_index(huis: Huis) -> None:
    """Two more in the first five quarters of an advice bring in € 1.200 + € 730 each."""
    for nummer in ("3", "4"):
        wie = WerknemerFactory(organisatie=huis.organisatie, personeelsnummer=nummer)
        ContractFactory(
            werknemer=wie, dienst=huis.dienst, periode=Periode(date(2026, 1, 1)),
            tewerkstellingsbreuk=Decimal(1), bruto_maandloon=Decimal(2400),
        )  # fmt: skip
        AdviesFactory(
            werknemer=wie, soort="imw_5", besluitdatum=date(2026, 7, 5), begeleidingsniveau="midden"
        )
    betaal(huis, "1;1436,40\n3;2084,40", blad="begeleidingspremie")
    assert redenen(huis) == {"laat_besluit": Decimal(-1930), "onbekend": Decimal("260.80")}
    betaal(huis, "4;2084,40", blad="begeleidingspremie")
    assert redenen(huis) == {"index": Decimal("415.20")}
    assert vergelijk(huis).regels[0].delen[0].uitleg == "maal 1,080 bij 3 van de 3"


# --- what comes in ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ("1;x", "Regel 1: “x” is geen bedrag. Schrijf het zo: 2154,11."),
        ("1;100\n1;200", "Regel 2: nummer 1 staat ook op regel 1. Tel de bedragen op, of laat "
         "een van beide weg."),
        ("1", "Regel 1: schrijf een personeelsnummer en een bedrag."),
        ("1;-5", "Regel 1: Een afrekening kan niet negatief zijn (-5). Is het een correctie? Kies "
         "dan “correctie”."),
        ("1;5;400", "Regel 1: “400” is geen percentage. Schrijf 40."),
        ("1;5;40;1;1;1;7", "Regel 1: dit zijn te veel kolommen. Hoogstens: personeelsnummer, "
         "bedrag, percentage, breuk, referteloon, plafond."),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named(tekst: str, fout: str) -> None:
    assert lees_regels(splits(tekst), "afrekening").fouten == (fout,)


def test_pasted_lines_come_in_as_people_have_them() -> None:
    tekst = "Nummer\tBedrag\tPercentage\n\nA 1\t€ 1.234,56\t40 %\n2\t1234.5\t\t0,8\n"
    gelezen = lees_regels(splits(tekst), "afrekening")
    assert [(r.plaats, r.nummer, r.bedrag) for r in gelezen.regels] == [
        (3, "A 1", Decimal("1234.56")),
        (4, "2", Decimal("1234.50")),
    ]
    assert gelezen.regels[0].opgave.percentage == 40
    assert gelezen.regels[1].opgave.breuk == Decimal("0.8")
    assert lees_regels(splits("12 1.234,56"), "afrekening").regels[0].bedrag == Decimal("1234.56")


def test_all_lines_come_in_or_none(huis: Huis) -> None:
    ander = WerknemerFactory(personeelsnummer="77")
    assert ander.organisatie != huis.organisatie
    with pytest.raises(ValidationError) as weigering:
        betaal(huis, "1;1800\n77;5\n78;5")
    assert weigering.value.message_dict == {
        "regels": [
            f"Regel {plaats}: wij kennen niemand met personeelsnummer {nummer}. Kijk het nummer na."
            for plaats, nummer in ((2, 77), (3, 78))
        ]
    }
    assert not Betaling.objects.exists()


def test_a_settlement_comes_once(huis: Huis) -> None:
    betaal(huis, "1;1500")
    with pytest.raises(ValidationError) as weigering:
        betaal(huis, "1;1800", op=date(2026, 11, 11))
    assert weigering.value.messages == [
        "Amina Benali: deze afrekening van de loonpremie staat er al. Is het bedrag later "
        "veranderd? Geef alleen het verschil in, als correctie."
    ]
    with pytest.raises(ValidationError, match="beide premies samen, of elk apart"):
        betaal(huis, "1;1800", blad="samen")


def test_the_trail_says_who_wrote_what(huis: Huis) -> None:
    betaal(huis, "1;1800")
    (regel,) = Auditregel.objects.filter(soort="betaling")
    assert (regel.organisatie, regel.door) == (huis.organisatie, huis.coordinator)
    assert regel.betrokkene_id == huis.amina.pk


# --- the pages -------------------------------------------------------------------------------


def plak(client: Client, **velden: Any) -> Any:
    basis = {"blad": "loonpremie", "soort": "afrekening", "gemeld_op": "2026-11-10"}
    return client.post(f"{WAAR}nieuw/", basis | velden)


def test_pasted_lines_show_beside_the_forecast(bezoeker: Client) -> None:
    antwoord = plak(bezoeker, regels="1\t2.700,00")
    assert antwoord["Location"] == WAAR
    pagina = html.fromstring(bezoeker.get(WAAR).content.decode())
    for verborgen in pagina.xpath("//*[@class='visually-hidden']"):
        verborgen.drop_tree()
    rij = " ".join(pagina.xpath("//table[last()]/tbody/tr")[-1].text_content().split())
    assert rij == (
        "Amina Benali 1 loonpremie € 2.700,00 afrekening 10/11/2026: € 2.700,00 verwijder "
        "€ 1.800,00 € 900,00 ander percentage: 30 % in plaats van 20 % (€ 900,00)"
    )
    lijst = bezoeker.get("/financiering/betaald/").content.decode()
    assert 'ander percentage <span class="bedrag">(€ 900,00)</span>' in " ".join(lijst.split())


def test_what_was_typed_stays_when_it_is_refused(bezoeker: Client) -> None:
    antwoord = plak(bezoeker, regels="1;1800\n55;x")
    assert antwoord.status_code == 422
    pagina = html.fromstring(antwoord.content.decode())
    assert pagina.xpath("string(//textarea)").strip() == "1;1800\n55;x"
    assert "Regel 2: “x” is geen bedrag." in antwoord.content.decode()
    assert not Betaling.objects.exists()


@pytest.mark.parametrize(
    "velden", [{}, {"regels": "1;5", "som": "5"}, {"som": "-5"}, {"regels": "nummer;bedrag"}]
)
def test_one_or_the_other(bezoeker: Client, velden: dict[str, str]) -> None:
    assert plak(bezoeker, **velden).status_code == 422
    assert not Betaling.objects.exists()


def test_a_statement_does_not_come_before_its_quarter(bezoeker: Client) -> None:
    antwoord = plak(bezoeker, regels="1;1800", gemeld_op="2026-06-30")
    assert antwoord.status_code == 422
    assert "Kies een dag van 01/07/2026 tot en met vandaag." in antwoord.content.decode()


def test_a_sum_is_typed_and_taken_out_again(bezoeker: Client) -> None:
    assert plak(bezoeker, som="€ 1.700,50").status_code == 302
    betaling = Betaling.objects.get()
    assert (betaling.bedrag, betaling.bron) == (Decimal("1700.50"), "getypt")
    adres = reverse("financiering:betaling_weg", args=[betaling.pk])
    gezien = bezoeker.get(adres).context["form"]["gezien"].value()
    assert bezoeker.post(adres, {"gezien": gezien})["Location"] == WAAR
    assert not Betaling.objects.exists()


@pytest.mark.parametrize("kwartaal", ["2023-K2", "2027-K1", "2026-K5", "nu"])
def test_other_quarters_are_not_there(bezoeker: Client, kwartaal: str) -> None:
    assert bezoeker.get(f"/financiering/betaald/{kwartaal}/").status_code == 404


def test_another_organisation_sees_nothing_of_it(huis: Huis, client: Client) -> None:
    betaal(huis, "1;1800")
    client.force_login(GebruikerFactory(rol=Rol.HR))
    assert "Amina" not in client.get(WAAR).content.decode()
    assert "1.800" not in client.get("/financiering/betaald/").content.decode()


@pytest.mark.parametrize("aantal", [1, 4])
def test_a_quarter_takes_a_fixed_number_of_queries(
    huis: Huis,
    bezoeker: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    aantal: int,
) -> None:
    for nummer in range(aantal):
        wie = WerknemerFactory(organisatie=huis.organisatie, personeelsnummer=f"w{nummer}")
        ContractFactory(werknemer=wie, dienst=huis.dienst)
        betaal(huis, f"w{nummer};12,34")
    with django_assert_num_queries(12):
        bezoeker.get(WAAR)
    with django_assert_num_queries(12):
        bezoeker.get("/financiering/betaald/")


def werkmap(*rijen: list[Any]) -> SimpleUploadedFile:
    boek, uit = openpyxl.Workbook(), BytesIO()
    for rij in rijen:
        boek.active.append(rij)
    boek.save(uit)
    return SimpleUploadedFile("afrekening.xlsx", uit.getvalue())


def test_a_file_comes_in_as_what_is_pasted(bezoeker: Client) -> None:
    bestand = werkmap(["Nummer", "Bedrag", "%"], [1, 2700.0, 0.3], [2, 12.34, None])
    assert plak(bezoeker, bestand=bestand).status_code == 302
    gelezen = Betaling.objects.order_by("bedrag").values_list("bedrag", "percentage", "bron")
    assert list(gelezen) == [
        (Decimal("12.34"), None, "bestand"),
        (Decimal("2700.00"), 30, "bestand"),
    ]


def test_a_csv_comes_in_too(bezoeker: Client) -> None:
    inhoud = 'Nummer;"Bedrag"\r\n"1";"1.800,00"\r\n'.encode("cp1252")
    assert plak(bezoeker, bestand=SimpleUploadedFile("a.csv", inhoud)).status_code == 302
    assert Betaling.objects.get().bedrag == 1800


@pytest.mark.parametrize("inhoud", [b"", b"%PDF-1.4", b"PK niets", b"1;x"])
def test_another_file_is_refused(bezoeker: Client, inhoud: bytes) -> None:
    antwoord = plak(bezoeker, bestand=SimpleUploadedFile("a.xlsx", inhoud), regels="")
    assert antwoord.status_code == 422
    assert not Betaling.objects.exists()


def test_the_parts_stand_beside_the_difference_in_excel(huis: Huis, bezoeker: Client) -> None:
    betaal(huis, "1;1807;30;0,8;6000")
    boek = CalamineWorkbook.from_filelike(BytesIO(inhoud(haal(bezoeker, f"{WAAR}xlsx/"))))
    koppen, rij = boek.get_sheet_by_name("Vergelijking").to_python()
    assert rij[:6] == ["1", "Amina Benali", "loonpremie", 1807, 1800, 7]
    assert (len(koppen), sum(deel for deel in rij[6:-1] if deel)) == (15, 7)
    assert boek.get_sheet_by_name("Afrekeningen").to_python()[1][5:10] == [1807, 30, 0.8, 6000, ""]


# --- how far off, and what to do about it ------------------------------------------------------


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
