"""The page of one employee: what stands there, and for whom."""

from datetime import date

import pytest
from lxml import html

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    CompetentiescoreFactory,
    DeelnameFactory,
    DoelFactory,
    JobdoelwitFactory,
    NazorgmomentFactory,
    NotitieFactory,
    RandvoorwaardeFactory,
    StageFactory,
    TrajectFactory,
    UitstroomFactory,
    VormingFactory,
    WerknemerFactory,
)
from tests.trajects.paginas.werknemerpagina import AMINA, VANDAAG, Als, adres, tekst
from trajects.kader.werknemerbeeld import lees_werknemer, stel_beeld_samen
from trajects.keuzes import Bestemming, Fase, Standactie, Standrandvoorwaarde, Thema
from trajects.models import Randvoorwaardestand
from werknemers.models import Werknemer

pytestmark = AMINA


def test_the_header_says_who_where_and_until_when(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    TrajectFactory(werknemer=amina, fase=Fase.JOBMATCHING, jobdoelwit="keukenhulp")
    pagina = html.fromstring(als(begeleider).get(adres(amina)).content)
    (kop,) = pagina.xpath("//h1")
    assert kop.text_content() == "Amina Benali"
    hoofd = " ".join(pagina.xpath("//header[@class='werknemerkop']")[0].text_content().split())
    assert "P0042 · Keuken · begeleid door An Peeters" in hoofd
    assert "nog 4 maanden t.e.m. 31 maart 2027" in hoofd
    assert "IMW 2 jaar, besluit van 14 mei 2025: 01/04/2025 t.e.m. 31/03/2027" in hoofd
    assert "Loonpremie 20 % tot het einde" in hoofd
    assert "Fase jobmatching" in hoofd
    assert "Jobdoelwit keukenhulp" in hoofd


def test_a_number_that_no_column_holds_is_not_found(als: Als, begeleider: Gebruiker) -> None:
    assert als(begeleider).get(f"/werknemers/{2**63}/").status_code == 404


def test_the_next_premium_step_comes_with_its_day(begeleider: Gebruiker, amina: Werknemer) -> None:
    amina.adviezen.all().delete()
    AdviesFactory(werknemer=amina, besluitdatum=date(2025, 12, 1))
    beeld = stel_beeld_samen(lees_werknemer(begeleider, amina.pk), begeleider, VANDAAG)
    assert beeld.premie == "40 %, dan 30 % vanaf 1 januari 2027"


def test_the_timeline_and_its_table_say_the_same(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    TrajectFactory(werknemer=amina, beoogde_uitstroom=date(2027, 2, 1))
    NotitieFactory(werknemer=amina, auteur=begeleider, datum=date(2026, 10, 5))
    pagina = html.fromstring(als(begeleider).get(adres(amina)).content)
    rijen = pagina.xpath("//section[@aria-labelledby='tijdlijn']//tbody/tr")
    tabel = [[" ".join(cel.text_content().split()) for cel in rij] for rij in rijen]
    assert tabel == [
        ["Contract: Keuken", "1 januari 2024", "zonder einddatum"],
        ["Advies: IMW 2 jaar", "1 april 2025", "31 maart 2027"],
        ["Loonpremie: 20 %", "1 april 2025", "31 maart 2027"],
        ["Gesprek", "5 oktober 2026", "5 oktober 2026"],
        ["Beoogde uitstroom", "1 februari 2027", "1 februari 2027"],
    ]
    omschrijving = pagina.xpath("//section[@aria-labelledby='tijdlijn']//desc")[0].text_content()
    for deel in ("Keuken vanaf 1 januari 2024", "IMW 2 jaar van 1 april 2025", "1 gesprek"):
        assert deel in omschrijving


@pytest.mark.parametrize(
    ("rol", "insz", "delen", "niet"),
    [
        (
            "begeleider",
            "●●.●●.●●-●●●.28",
            {"Volgende stap", "Start een traject", "Waarom (niet)", "Logboek", "Plan als PDF"},
            {"+ Advies", "Wijzig"},
        ),
        (
            "coordinator",
            "●●.●●.●●-●●●.28",
            {"Volgende stap", "Start een traject", "Waarom (niet)", "Logboek", "Wijzig"},
            set(),
        ),
        (
            "hr",
            "85.07.30-033.28",
            {"Volgende stap", "Waarom (niet)", "Wijzig", "Plan als PDF"},
            {"Start een traject", "Logboek"},
        ),
        (
            "beheerder",
            "●●.●●.●●-●●●.28",
            {"Wijzig", "Advies en contract"},
            {"Volgende stap", "Fase", "Jobdoelwit", "Waarom (niet)", "Logboek", "Plan"},
        ),
    ],
)
def test_each_role_sees_its_part(
    request: pytest.FixtureRequest,
    als: Als,
    amina: Werknemer,
    rol: str,
    insz: str,
    delen: set[str],
    niet: set[str],
) -> None:
    NotitieFactory(werknemer=amina, tekst="We spraken af.")
    inhoud = tekst(als(request.getfixturevalue(rol)).get(adres(amina)))
    assert insz in inhoud
    assert {deel for deel in delen if deel not in inhoud} == set()
    assert {deel for deel in niet if deel in inhoud} == set()
    assert ("We spraken af." in inhoud) == (rol in {"begeleider", "coordinator"})


def test_it_says_why_there_is_a_signal_or_not(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    inhoud = tekst(als(begeleider).get(adres(amina)))
    assert "Het einde (31 maart 2027) ligt binnen 6 maanden" in inhoud
    assert "De ondersteuning loopt nog, t.e.m. 31 maart 2027." in inhoud


def test_the_last_three_notes_and_no_confidential_one_of_a_colleague(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    for dag in (2, 3, 4, 5):
        NotitieFactory(werknemer=amina, datum=date(2026, 11, dag), tekst=f"Notitie {dag}")
    NotitieFactory(werknemer=amina, vertrouwelijk=True, tekst="Geheim")
    pagina = html.fromstring(als(begeleider).get(adres(amina)).content)
    gelezen = [regel.text_content().strip() for regel in pagina.xpath("//article/p[not(@class)]")]
    assert gelezen == ["Notitie 5", "Notitie 4", "Notitie 3"]


def test_without_anything_yet_the_page_says_what_to_do(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    leeg = WerknemerFactory(organisatie=organisatie)
    inhoud = tekst(als(coordinator).get(adres(leeg)))
    for zin in (
        "niet in dienst",
        "nog geen begeleider",
        "geen advies",
        "Er is nog geen notitie.",
        "Zodra er een contract of een advies is, zie je hier de tijdlijn.",
    ):
        assert zin in inhoud


def test_another_organisation_and_another_caseload_are_not_found(
    als: Als, begeleider: Gebruiker, organisatie: Organisatie, andere_organisatie: Organisatie
) -> None:
    for waar in (organisatie, andere_organisatie):
        ander = WerknemerFactory(organisatie=waar)
        assert als(begeleider).get(adres(ander)).status_code == 404
    assert als(begeleider).get("/werknemers/999999/").status_code == 404


def test_the_timeline_shows_training_placements_and_actions(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    dagen = Periode(date(2026, 3, 2), date(2026, 3, 4))
    vorming = VormingFactory(organisatie=amina.organisatie, titel="EHBO", periode=dagen)
    DeelnameFactory(werknemer=amina, vorming=vorming)
    StageFactory(werknemer=amina, werkgever__naam="De Linde")
    ActieFactory(werknemer=amina, wat="Cv maken", tegen=date(2026, 12, 15))
    ActieFactory(werknemer=amina, wat="Weg ermee", stand=Standactie.VERVALLEN)
    traject = TrajectFactory(werknemer=amina)
    JobdoelwitFactory(traject=traject, titel="Kok", van=date(2026, 3, 2), tot=date(2026, 5, 4))
    JobdoelwitFactory(traject=traject, titel="Misklik", van=date(2026, 5, 4), tot=date(2026, 5, 4))
    JobdoelwitFactory(traject=traject, titel="Hulpkok", van=date(2026, 5, 4))
    DoelFactory(traject=traject, titel="Fietsen", tegen=date(2026, 12, 18))
    DoelFactory(traject=traject, titel="Zonder dag", tegen=None)
    for naam in ("Samenwerken", "Tempo"):
        CompetentiescoreFactory(werknemer=amina, competentie__naam=naam, datum=date(2026, 4, 6))
    uitstroom = UitstroomFactory(
        werknemer=amina, datum=date(2026, 11, 27), bestemming=Bestemming.REGULIER
    )
    NazorgmomentFactory(uitstroom=uitstroom, weken=4)
    Randvoorwaardestand.objects.create(
        randvoorwaarde=RandvoorwaardeFactory(werknemer=amina, thema=Thema.MOBILITEIT),
        op=date(2026, 6, 8),
        stand=Standrandvoorwaarde.IN_ORDE,
        door=begeleider,
    )
    for pagina in (adres(amina), f"/werknemers/{amina.pk}/plan/"):
        blad = html.fromstring(als(begeleider).get(pagina).content)
        regels = [
            " ".join(rij.text_content().split())
            for rij in blad.xpath("//caption[starts-with(., 'Tijdlijn')]/..//tbody/tr")
        ]
        assert "Vorming: EHBO 2 maart 2026 3 maart 2026" in regels
        assert "Stage: De Linde 2 november 2026 27 november 2026" in regels
        assert "Actie: te doen: Cv maken 15 december 2026 15 december 2026" in regels
        assert "Jobdoelwit: Kok 2 maart 2026 3 mei 2026" in regels
        assert "Jobdoelwit: Hulpkok 4 mei 2026" in " ".join(regels)
        assert "Doel: Fietsen 18 december 2026 18 december 2026" in regels
        assert [regel for regel in regels if regel.startswith("Competenties")] == [
            "Competenties 6 april 2026 6 april 2026"
        ]
        assert "Randvoorwaarde: mobiliteit: in orde 8 juni 2026 8 juni 2026" in regels
        assert "Uitstroom: naar reguliere economie 27 november 2026 27 november 2026" in regels
        assert "Nazorg: na 4 weken: gepland 25 december 2026 25 december 2026" in regels
        for nergens in ("Weg ermee", "Misklik", "Zonder dag"):
            assert not any(nergens in regel for regel in regels)


def test_who_may_not_see_the_plan_sees_no_training(
    als: Als, beheerder: Gebruiker, amina: Werknemer
) -> None:
    DeelnameFactory(werknemer=amina, vorming__titel="EHBO")
    assert "EHBO" not in als(beheerder).get(adres(amina)).content.decode()
