"""The operator sets a value for everybody, and sees which organisations move."""

from datetime import date
from decimal import Decimal

import pytest

from gebruikers.models import Gebruiker
from regels.models import Regelparameter
from tests.financiering.conftest import Huis, zet_bijdrage
from tests.financiering.parameterhulp import OPERATOR, Als, landelijke_velden, verborgen

pytestmark = pytest.mark.django_db


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
