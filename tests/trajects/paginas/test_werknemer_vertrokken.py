"""The pages of an employee who left, or is about to."""

from datetime import date
from typing import Any

from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import JobdoelwitFactory, TrajectFactory, UitstroomFactory, WerkgeverFactory
from tests.trajects.paginas.werknemerpagina import AMINA, Als, adres, ging_weg, tekst
from trajects.keuzes import Fase
from trajects.traject.fasen import wissel_fase
from werknemers.models import Werknemer

pytestmark = AMINA


def feiten(antwoord: Any) -> dict[str, str]:
    """The facts of the header, by their names."""
    blokken = html.fromstring(antwoord.content).xpath("//dl[@class='feiten']/div")
    delen = [[" ".join(deel.text_content().split()) for deel in blok] for blok in blokken]
    return dict(delen)


def test_the_header_of_who_left_says_where_to_and_promises_no_premium(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    uitstroom = ging_weg(amina, date(2026, 10, 23))
    uitstroom.werkgever = WerkgeverFactory(organisatie=amina.organisatie, naam="De Linde")
    uitstroom.save()
    amina.trajecten.update(fase=Fase.AFGEROND)
    antwoord = als(begeleider).get(adres(amina))
    gelezen = feiten(antwoord)
    assert gelezen["Vertrok"] == "23 oktober 2026, reguliere economie, De Linde"
    assert gelezen["Loonpremie"] == "geen"
    assert (gelezen["Fase"], gelezen["Jobdoelwit"]) == ("afgerond", "kok")
    pagina = html.fromstring(antwoord.content)
    assert pagina.xpath("//dl[@class='feiten']//span/@class")[0] == "toestand toestand-grijs"


def test_the_header_of_who_leaves_says_when(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    traject = TrajectFactory(werknemer=amina, jobdoelwit="kok", fase=Fase.NAZORG)
    UitstroomFactory(werknemer=amina, traject=traject, datum=date(2026, 11, 30))
    gelezen = feiten(als(begeleider).get(adres(amina)))
    assert gelezen["Vertrekt"] == "30 november 2026, reguliere economie"
    assert gelezen["Fase"] == "nazorg"


def test_the_timeline_draws_the_day_that_is_known_in_place_of_the_one_aimed_for(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    traject = TrajectFactory(
        werknemer=amina, gestart_op=date(2026, 3, 2), beoogde_uitstroom=date(2026, 12, 31)
    )
    vroeger = UitstroomFactory(werknemer=amina, datum=date(2026, 3, 1))
    client = als(begeleider)
    assert "beoogde uitstroom: 31 december 2026" in client.get(adres(amina)).content.decode()
    UitstroomFactory(werknemer=amina, traject=traject, datum=date(2026, 11, 30))
    pagina = client.get(adres(amina)).content.decode()
    assert ">uitstroom: 30 november 2026" in pagina
    assert "eoogde uitstroom" not in pagina
    assert f"{vroeger.datum.day} maart 2026" in pagina


def test_the_last_job_target_ends_with_its_trajectory(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    traject = TrajectFactory(werknemer=amina, fase=Fase.NAZORG)
    JobdoelwitFactory(traject=traject, titel="Kok", van=date(2026, 3, 2))
    wissel_fase(traject, door=begeleider, gezien=None, naar=Fase.AFGEROND, reden="Een jaar weg.")
    pagina = tekst(als(begeleider).get(adres(amina)))
    assert "Jobdoelwit: Kok 2 maart 2026 22 november 2026" in pagina


def test_the_plan_of_who_left_asks_for_nothing_to_begin_with(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    plan, overzicht = f"/werknemers/{amina.pk}/plan/", adres(amina)
    start = "Start een traject"
    assert client.get(plan).content.decode().count(start) > 1
    assert "Vul in wie begeleidt" in client.get(overzicht).content.decode()
    amina.contracten.update(periode=Periode(date(2024, 1, 1), date(2026, 11, 1)))
    pagina = tekst(client.get(plan))
    assert "Er loopt geen traject: Amina is niet meer in dienst." in pagina
    assert start not in pagina
    overzicht_nu = tekst(client.get(overzicht))
    assert "Gekwalificeerd begeleider niet genoteerd" in overzicht_nu
    assert "ontbreekt" not in overzicht_nu
