"""Another value of a parameter: which figures move, and that nobody changes the past unseen."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from python_calamine import CalamineWorkbook

from financiering.domein.laden import laad_gegevens
from financiering.domein.parameterwijziging import BevestigingNodig, proef, voer_door
from financiering.domein.rekenmodel.klaverblad import PERSOONSBLADEN
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.tarieven import Tarieftijdvak, maak_tarieven
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.domein.parameterketen import Parameterwijziging
from regels.domein.parameters import laad_parameterverloop
from regels.keuzes import Parametercode
from regels.models import Bron, Regelparameter
from tests.fabrieken import (
    WACHTWOORD,
    ContractFactory,
    GebruikerFactory,
    OrganisatieFactory,
    RegelparameterFactory,
    WerknemerFactory,
)
from tests.financiering.conftest import BEGIN, Huis, zet_bijdrage
from tests.uitvoer import haal

Als = Callable[[Gebruiker], Client]
pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 23)
ADRES = "/beheer/parameters/patronale_bijdrage/waarde/"
TERUG = "/beheer/parameters/patronale_bijdrage/terug/"
OPERATOR = "/operator/regels/regelparameter/add/"


@pytest.fixture
def baas(huis: Huis) -> Gebruiker:
    return GebruikerFactory(organisatie=huis.organisatie, rol=Rol.BEHEERDER)


@pytest.fixture
def operator(db: None) -> Gebruiker:
    return Gebruiker.objects.create_superuser("operator@voorbeeld.be", WACHTWOORD)


def wijziging(huis: Huis, code: Parametercode, van: date, waarde: str) -> Parameterwijziging:
    return Parameterwijziging(code, van, huis.organisatie, Decimal(waarde), bronvermelding="Boek")


def landelijk(code: Parametercode, van: date, waarde: str) -> Parameterwijziging:
    bron = Bron.objects.get(code="securex-ggmmi")
    return Parameterwijziging(code, van, None, Decimal(waarde), bron=bron)


def voer_in(waarde: str, van: str, **anders: str) -> dict[str, str]:
    velden = {"waarde": waarde, "van": van, "bronvermelding": "Boekhouding", "zekerheid": "E"}
    return velden | anders


def verborgen(antwoord: Any) -> dict[str, str]:
    """All that the form on the page sends along."""
    formulieren = html.fromstring(antwoord.content.decode()).xpath("//main//form")
    (form,) = formulieren or html.fromstring(antwoord.content.decode()).xpath(
        "//form[.//input[@name='bevestigd']]"
    )
    return {naam: waarde or "" for naam, waarde in form.form_values()}


def eigen() -> list[tuple[str, Decimal | None]]:
    """Without the one that was there from the begin."""
    rijen = Regelparameter.objects.exclude(organisatie=None).order_by("geldig")
    rijen = rijen.exclude(geldig__startswith=BEGIN)
    return [(str(rij.geldig), rij.waarde) for rij in rijen]


# --- which figures move -----------------------------------------------------------------------


def prognose_nu(huis: Huis, aantal: int = 14) -> Prognose:
    """Over every quarter since the measure began, from what is stored now."""
    tijdvak = Tarieftijdvak(Kwartaal(2023, 3), aantal)
    gegevens = laad_gegevens(huis.organisatie.pk, tijdvak)
    verloop = laad_parameterverloop(huis.organisatie.pk)
    return maak_prognose(gegevens.stand, maak_tarieven(verloop, tijdvak))


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


GEVALLEN = [
    # The wage cost of both, the premium of Amina, from the month in which it begins.
    (Parametercode.BIJDRAGE, date(2026, 8, 15), "30", {"Amina", "Bart"}, {"2026-K3", "2026-K4"}),
    # Counts from the first day of a month on: after 1 September it moves nothing in K3.
    (Parametercode.BIJDRAGE, date(2026, 9, 2), "30", {"Amina", "Bart"}, {"2026-K4"}),
    (Parametercode.LOONMAANDEN, date(2026, 10, 1), "12", {"Amina", "Bart"}, {"2026-K4"}),
    (Parametercode.LOONMAANDEN, date(2026, 12, 2), "12", set(), set()),
    (Parametercode.BIJDRAGE, date(2026, 10, 1), "25", set(), set()),
    (Parametercode.NAZORG_1, date(2025, 1, 1), "5", set(), set()),
    # The payment statement names the indexed amount; only Amina has guidance.
    (Parametercode.BEGELEIDING_LATER, date(2026, 10, 1), "650", {"Amina"}, {"2026-K4"}),
    (Parametercode.GGMMI, date(2026, 10, 1), "1000", {"Amina"}, {"2026-K4"}),
    # Nobody here is in the transition.
    (Parametercode.LDE_VERGOEDING, date(2024, 1, 1), "2000", set(), set()),
]


@pytest.mark.parametrize(("code", "van", "waarde", "wie", "kwartalen"), GEVALLEN)
def test_exactly_the_figures_that_move_are_shown(
    huis: Huis, baas: Gebruiker, code: Parametercode, van: date, waarde: str, wie: set[str],
    kwartalen: set[str],
) -> None:  # fmt: skip
    voor, wat = prognose_nu(huis), wijziging(huis, code, van, waarde)
    getoond = proef(wat, VANDAAG)
    voer_door(wijziging=wat, door=baas, gezien=None, bevestigd=getoond.kenmerk, op=VANDAAG)
    (gevolg,) = getoond.gevolgen
    cijfers = {(cijfer.naam, str(cijfer.kwartaal)) for cijfer in gevolg.cijfers}
    assert cijfers == anders(voor, prognose_nu(huis))
    namen = {huis.amina.naam: "Amina", huis.bart.naam: "Bart"}
    assert {namen[naam] for naam, _ in cijfers} == wie
    assert {kwartaal for _, kwartaal in cijfers} == kwartalen


def test_how_much_moves_is_counted_by_hand(huis: Huis) -> None:
    """2,400 a month × 3 × 13.92/12: 25 % becomes 30 %; the premium of Amina is 20 % of the wage."""
    getoond = proef(wijziging(huis, Parametercode.BIJDRAGE, date(2026, 10, 1), "30"), VANDAAG)
    (gevolg,) = getoond.bewegend
    amina, bart = gevolg.per_werknemer
    assert (amina.premies.nu, amina.premies.dan) == (Decimal("3130.00"), Decimal("3202.00"))
    assert (bart.premies.verschil, bart.loonkost.verschil) == (0, Decimal("417.60"))
    assert (amina.wat, bart.wat) == ("premie en loonkost", "loonkost")
    (kwartaal,) = gevolg.per_kwartaal
    assert (kwartaal.naam, kwartaal.werknemers) == ("2026-K4", 2)
    assert kwartaal.loonkost.dan == 2 * Decimal("10857.60")


def test_a_national_value_moves_who_has_no_own_one(huis: Huis) -> None:
    ander = ContractFactory(periode=Periode(date(2026, 1, 1)), bruto_maandloon=Decimal(2000))
    code = Parametercode.LOONMAANDEN
    RegelparameterFactory(
        organisatie=huis.organisatie, code=code, waarde=13, geldig=Periode(date(2023, 7, 1))
    )
    getoond = proef(landelijk(code, date(2026, 1, 1), "14"), VANDAAG)
    (gevolg,) = getoond.bewegend
    assert gevolg.organisatie == ander.werknemer.organisatie
    assert gevolg.kwartalen_in_woorden == "4 kwartalen, van 2026-K1 t.e.m. 2026-K4"


def test_a_value_in_the_middle_moves_only_its_own_quarters(huis: Huis) -> None:
    """The minimum wage of December is followed by that of January."""
    vroeger = landelijk(Parametercode.BEGELEIDING_LATER, date(2026, 7, 1), "700")
    (gevolg,) = proef(vroeger, VANDAAG).bewegend
    assert [str(k) for k in gevolg.geheel.kwartalen] == ["2026-K3", "2026-K4"]
    assert [groep.naam for groep in gevolg.per_werknemer] == [huis.amina.naam]
    laag = landelijk(Parametercode.GGMMI, date(2025, 12, 1), "100")
    (gevolg,) = proef(laag, VANDAAG).bewegend
    assert [str(k) for k in gevolg.geheel.kwartalen] == ["2025-K4"]


def test_before_anything_was_known_no_figure_can_move(huis: Huis) -> None:
    ContractFactory(
        werknemer=WerknemerFactory(organisatie=huis.organisatie),
        dienst=huis.dienst,
        periode=Periode(date(2010, 1, 1)),
    )
    (gevolg,) = proef(
        wijziging(huis, Parametercode.LOONMAANDEN, date(2015, 1, 1), "13"), VANDAAG
    ).gevolgen
    assert str(gevolg.geheel.kwartalen[0]) == "2023-K3"


# --- and asks ---------------------------------------------------------------------------------


def test_what_is_past_waits_for_a_yes(huis: Huis, baas: Gebruiker) -> None:
    wat = wijziging(huis, Parametercode.BIJDRAGE, date(2026, 12, 31), "30")
    with pytest.raises(BevestigingNodig) as nodig:
        voer_door(wijziging=wat, door=baas, gezien=None, bevestigd="", op=VANDAAG)
    assert eigen() == []
    assert nodig.value.voorproef.kenmerk == proef(wat, VANDAAG).kenmerk
    later = wijziging(huis, Parametercode.BIJDRAGE, date(2027, 1, 1), "30")
    voer_door(wijziging=later, door=baas, gezien=None, bevestigd="", op=VANDAAG)
    assert eigen() == [("01/01/2027 t.e.m. …", 30)]


def test_an_administrator_sees_who_moves_and_confirms(
    als: Als, huis: Huis, baas: Gebruiker
) -> None:
    client = als(baas)
    begin = verborgen(client.get(ADRES))
    antwoord = client.post(ADRES, begin | voer_in("30", "2026-07-01"))
    assert antwoord.status_code == 200
    assert eigen() == []
    pagina = " ".join(antwoord.content.decode().split())
    assert "Van 1 juli 2026 af telt <strong>30 %</strong> in plaats van 25 %." in pagina
    assert "cijfers van 2 werknemers, in 2 kwartalen, van 2026-K3 t.e.m. 2026-K4" in pagina
    assert huis.amina.naam in pagina
    assert "De bedragen zien de coördinator en HR." in pagina
    assert "€" not in pagina
    klaar = client.post(ADRES, verborgen(antwoord))
    assert klaar.url == "/beheer/parameters/patronale_bijdrage/"
    assert eigen() == [("01/07/2026 t.e.m. …", 30)]
    rij = Regelparameter.objects.get(organisatie=huis.organisatie, waarde=30)
    assert (rij.bronvermelding, rij.zekerheid) == ("Boekhouding", "E")


def test_a_value_for_later_is_saved_at_once(als: Als, baas: Gebruiker) -> None:
    client = als(baas)
    gegevens = verborgen(client.get(ADRES)) | voer_in("26,5 %", "2027-01-01")
    assert client.post(ADRES, gegevens).status_code == 302
    assert eigen() == [("01/01/2027 t.e.m. …", Decimal("26.5"))]


def test_figures_that_change_while_you_look_are_shown_again(
    als: Als, huis: Huis, baas: Gebruiker
) -> None:
    client = als(baas)
    begin = verborgen(client.get(ADRES))
    eerste = client.post(ADRES, begin | voer_in("30", "2026-10-01"))
    huis.bart.contracten.update(bruto_maandloon=Decimal(2500))
    tweede = client.post(ADRES, verborgen(eerste))
    assert tweede.status_code == 422
    assert "De cijfers veranderden terwijl je keek." in tweede.content.decode()
    assert eigen() == []
    assert client.post(ADRES, verborgen(tweede)).status_code == 302
    assert eigen() == [("01/10/2026 t.e.m. …", 30)]


def test_another_value_than_the_confirmed_one_is_shown_first(als: Als, baas: Gebruiker) -> None:
    client = als(baas)
    eerste = client.post(ADRES, verborgen(client.get(ADRES)) | voer_in("30", "2026-10-01"))
    vervalst = client.post(ADRES, verborgen(eerste) | {"waarde": "60"})
    assert vervalst.status_code == 422
    assert eigen() == []


def test_two_people_at_once_see_each_others_change(als: Als, huis: Huis, baas: Gebruiker) -> None:
    ander = GebruikerFactory(organisatie=huis.organisatie, rol=Rol.BEHEERDER)
    een, twee = als(baas), als(ander)
    van_een, van_twee = verborgen(een.get(ADRES)), verborgen(twee.get(ADRES))
    een.post(ADRES, van_een | voer_in("26", "2027-01-01"))
    antwoord = twee.post(ADRES, van_twee | voer_in("28", "2027-01-01"))
    assert antwoord.status_code == 422
    assert "Iemand anders veranderde deze parameter intussen." in antwoord.content.decode()
    assert eigen() == [("01/01/2027 t.e.m. …", 26)]
    assert twee.post(ADRES, verborgen(antwoord)).status_code == 302
    assert eigen() == [("01/01/2027 t.e.m. …", 28)]


def test_going_back_to_the_form_keeps_what_was_typed(als: Als, baas: Gebruiker) -> None:
    client = als(baas)
    gevolg = client.post(ADRES, verborgen(client.get(ADRES)) | voer_in("30", "2026-10-01"))
    terug = client.post(ADRES, verborgen(gevolg) | {"aanpassen": "1"})
    assert terug.status_code == 200
    assert verborgen(terug)["waarde"] == "30"
    opnieuw = client.post(ADRES, verborgen(terug))
    assert opnieuw.status_code == 200
    assert "terwijl je keek" not in opnieuw.content.decode()
    assert eigen() == []


def test_the_national_value_comes_back_after_a_yes(als: Als, huis: Huis, baas: Gebruiker) -> None:
    client = als(baas)
    niets = GebruikerFactory(organisatie=OrganisatieFactory(), rol=Rol.BEHEERDER)
    assert als(niets).get(TERUG).url == "/beheer/parameters/patronale_bijdrage/"
    zet_bijdrage(huis, "27", date(2026, 1, 1))
    gevolg = client.post(TERUG, verborgen(client.get(TERUG)) | {"van": "2026-10-01"})
    assert "telt <strong>geen eigen waarde</strong> in plaats van 27 %" in gevolg.content.decode()
    assert client.post(TERUG, verborgen(gevolg)).status_code == 302
    assert eigen() == [("01/01/2026 t.e.m. 30/09/2026", 27)]


@pytest.mark.parametrize("aantal", [1, 3])
def test_a_look_asks_a_fixed_number_of_questions(
    als: Als, huis: Huis, aantal: int, django_assert_num_queries: Any
) -> None:
    for _ in range(aantal):
        ContractFactory(
            werknemer=WerknemerFactory(organisatie=huis.organisatie), dienst=huis.dienst
        )
    client = als(huis.coordinator)
    gegevens = verborgen(client.get(ADRES)) | {"waarde": "30", "van": "2024-01-01"}
    with django_assert_num_queries(19):
        antwoord = client.post(ADRES, gegevens)
    assert antwoord.context["voorproef"].bewegend


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.HR])
def test_who_sees_money_can_try_and_sees_how_much(als: Als, huis: Huis, rol: Rol) -> None:
    client = als(GebruikerFactory(organisatie=huis.organisatie, rol=rol))
    gegevens = verborgen(client.get(ADRES)) | voer_in("30", "2026-10-01")
    antwoord = client.post(ADRES, gegevens)
    pagina = antwoord.content.decode()
    assert "€\u00a0417,60" in pagina
    assert "€\u00a021.715,20" in pagina
    assert "Bevestig" not in pagina
    assert client.post(ADRES, verborgen(antwoord)).status_code in {200, 422}
    assert eigen() == []


@pytest.mark.parametrize(
    ("velden", "veld", "zin"),
    [
        (voer_in("-1", "2027-01-01"), "waarde", "Een waarde kan niet negatief zijn."),
        (voer_in("101", "2027-01-01"), "waarde", "Deze waarde is hoogstens 100 %."),
        (voer_in("veel", "2027-01-01"), "waarde", "Dit is geen getal. Schrijf het zo: 13,92."),
        (voer_in("NaN", "2027-01-01"), "waarde", "Dit is geen getal. Schrijf het zo: 13,92."),
        (
            voer_in("27", "2101-01-01"),
            "van",
            "Bedragen tellen van 2015 tot en met 2060. Kijk het jaartal na.",
        ),
        (voer_in("27", "2027-01-01", zekerheid="Z"), "zekerheid", None),
        (voer_in("27", "2027-01-01", bronvermelding=""), "bronvermelding", None),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    als: Als, baas: Gebruiker, velden: dict[str, str], veld: str, zin: str | None
) -> None:
    client = als(baas)
    antwoord = client.post(ADRES, verborgen(client.get(ADRES)) | velden)
    assert antwoord.status_code == 422
    fouten = antwoord.context["form"].errors
    assert list(fouten) == [veld]
    assert zin is None or fouten[veld] == [zin]
    assert eigen() == []


def test_only_what_an_organisation_may_set_has_a_form(als: Als, baas: Gebruiker) -> None:
    client = als(baas)
    for code in ("plafondfactor", "btw"):
        assert client.get(f"/beheer/parameters/{code}/waarde/").status_code == 404
        assert client.post(f"/beheer/parameters/{code}/terug/").status_code == 404


def test_where_an_own_value_comes_from_goes_along_everywhere(als: Als, huis: Huis) -> None:
    zet_bijdrage(huis, "27", date(2026, 1, 1), bronvermelding="=Boek van het huis")
    client = als(huis.coordinator)
    assert "=Boek van het huis" in client.get("/financiering/").content.decode()
    waarom = f"/financiering/werknemers/{huis.amina.pk}/2026-K4/"
    zin = "=Boek van het huis (zekerheid E: eigen keuze of schatting)"
    assert zin in client.get(waarom).content.decode()
    inhoud = haal(client, reverse("financiering:prognose_xlsx")).content
    rijen = CalamineWorkbook.from_filelike(BytesIO(inhoud)).get_sheet_by_name("Parameters")
    eigen_rij = [rij for rij in rijen.to_python() if rij[5] == "deze organisatie"][-1]
    assert eigen_rij[6:8] == ["=Boek van het huis", "E: eigen keuze of schatting"]


def test_nobody_sets_a_contribution_for_everybody(als: Als, operator: Gebruiker) -> None:
    client, adres = als(operator), f"{OPERATOR}?code=patronale_bijdrage"
    begin = verborgen(client.get(adres))
    antwoord = client.post(adres, begin | landelijke_velden("26", "2027-07-01"))
    assert antwoord.status_code == 422
    assert "Deze waarde zet elke organisatie voor zichzelf." in antwoord.content.decode()


# --- the operator -----------------------------------------------------------------------------


def landelijke_velden(waarde: str, van: str) -> dict[str, str]:
    bron = Bron.objects.get(code="securex-ggmmi")
    return {"waarde": waarde, "van": van, "bron": str(bron.pk), "zekerheid": "B"}


def test_the_operator_adds_a_national_value(als: Als, huis: Huis, operator: Gebruiker) -> None:
    client = als(operator)
    adres = f"{OPERATOR}?code=ggmmi"
    assert adres.rpartition("/")[2] in client.get(OPERATOR).content.decode()
    begin = verborgen(client.get(adres))
    later = client.post(adres, begin | landelijke_velden("2.230,50", "2027-03-01"))
    assert later.status_code == 302
    waarden = list(Regelparameter.objects.filter(code="ggmmi").order_by("geldig"))[-2:]
    assert [(str(r.geldig), r.waarde) for r in waarden] == [
        ("01/07/2026 t.e.m. 28/02/2027", Decimal("2233.61")),
        ("01/03/2027 t.e.m. …", Decimal("2230.5")),
    ]


def test_the_operator_chooses_yes_or_no(als: Als, operator: Gebruiker) -> None:
    client, adres = als(operator), f"{OPERATOR}?code=begeleiding_telt_keten"
    begin = client.get(adres)
    keuzes = begin.context["form"].fields["waarde"].choices
    assert keuzes == [("", "Kies ja of nee"), ("ja", "ja"), ("nee", "nee")]
    anders = client.post(adres, verborgen(begin) | landelijke_velden("9", "2027-03-01"))
    assert "Kies ja of nee." in anders.content.decode()
    assert (
        client.post(adres, verborgen(begin) | landelijke_velden("nee", "2027-03-01")).status_code
        == 302
    )
    nieuw = Regelparameter.objects.filter(code="begeleiding_telt_keten").latest("geldig")
    assert nieuw.waarde == 0


def test_the_operator_sees_which_organisations_move(
    als: Als, huis: Huis, operator: Gebruiker
) -> None:
    client, adres = als(operator), f"{OPERATOR}?code=loonmaanden"
    begin = verborgen(client.get(adres))
    gevolg = client.post(adres, begin | landelijke_velden("13", "2026-07-01"))
    pagina = gevolg.content.decode()
    assert huis.organisatie.naam in pagina
    assert "2 kwartalen, van 2026-K3 t.e.m. 2026-K4" in pagina
    assert huis.amina.naam not in pagina
    assert client.post(adres, verborgen(gevolg) | {"aanpassen": "1"}).status_code == 200
    assert Regelparameter.objects.filter(code="loonmaanden").count() == 1
    assert client.post(adres, verborgen(gevolg)).status_code == 302
    assert Regelparameter.objects.filter(code="loonmaanden").count() == 2


def test_the_operator_is_refused_too(als: Als, operator: Gebruiker) -> None:
    client, adres = als(operator), f"{OPERATOR}?code=ggmmi"
    antwoord = client.post(adres, landelijke_velden("-5", "2027-03-01"))
    assert antwoord.status_code == 422
    assert "Een waarde kan niet negatief zijn." in antwoord.content.decode()
    assert client.get(f"{OPERATOR}?code=btw").status_code == 404
    rij = Regelparameter.objects.filter(code="ggmmi").latest("geldig")
    pagina = f"/operator/regels/regelparameter/{rij.pk}/change/"
    assert client.get(pagina).status_code == 200
    assert client.post(pagina, {"waarde": "1"}).status_code == 403
    assert client.post(f"/operator/regels/regelparameter/{rij.pk}/delete/").status_code == 403


def test_the_operator_sees_no_own_values(als: Als, huis: Huis, operator: Gebruiker) -> None:
    rij = zet_bijdrage(huis, "27", date(2026, 1, 1), bronvermelding="Boek van het huis")
    client = als(operator)
    assert client.get(f"/operator/regels/regelparameter/{rij.pk}/change/").status_code == 302
    lijst = client.get("/operator/regels/regelparameter/?code=patronale_bijdrage")
    assert "27 %" not in lijst.content.decode()
