"""A value that counts on a day that is over waits for a yes, of an administrator."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from financiering.domein.parameterwijziging import BevestigingNodig, proef, voer_door
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.fabrieken import ContractFactory, GebruikerFactory, OrganisatieFactory, WerknemerFactory
from tests.financiering.conftest import BEGIN, Huis, zet_bijdrage
from tests.financiering.parameterhulp import (
    OPERATOR,
    VANDAAG,
    Als,
    landelijke_velden,
    verborgen,
    wijziging,
)
from tests.uitvoer import haal

pytestmark = pytest.mark.django_db
ADRES = "/beheer/parameters/patronale_bijdrage/waarde/"
TERUG = "/beheer/parameters/patronale_bijdrage/terug/"


def voer_in(waarde: str, van: str, **anders: str) -> dict[str, str]:
    velden = {"waarde": waarde, "van": van, "bronvermelding": "Boekhouding", "zekerheid": "E"}
    return velden | anders


def eigen() -> list[tuple[str, Decimal | None]]:
    """Without the one that was there from the begin."""
    rijen = Regelparameter.objects.exclude(organisatie=None).order_by("geldig")
    rijen = rijen.exclude(geldig__startswith=BEGIN)
    return [(str(rij.geldig), rij.waarde) for rij in rijen]


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
