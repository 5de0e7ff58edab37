"""The page of one employee: what stands there, for whom, and what to do next."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    CompetentiescoreFactory,
    ContractFactory,
    DeelnameFactory,
    DoelFactory,
    GebruikerFactory,
    JobdoelwitFactory,
    NazorgmomentFactory,
    NotitieFactory,
    RandvoorwaardeFactory,
    StageFactory,
    TalentFactory,
    TrajectFactory,
    UitstroomFactory,
    VormingFactory,
    WerkgeverFactory,
    WerknemerFactory,
)
from trajects.kader.views.stap import Stap, met_knop
from trajects.kader.volgende_stap import stand_van_beeld, volgende_stap
from trajects.kader.werknemerbeeld import lees_werknemer, stel_beeld_samen
from trajects.keuzes import (
    RANDVOORWAARDEN,
    Bestemming,
    Fase,
    Nazorgresultaat,
    Standactie,
    Standrandvoorwaarde,
    Thema,
)
from trajects.models import Notitie, Randvoorwaardestand, Uitstroom
from trajects.rechten import mag_plan_zien, mag_uitstroom_registreren
from trajects.traject.fasen import wissel_fase
from trajects.uitstroom.nazorgplanning import plan_nazorg
from werknemers.domein.insz import zoek_insz
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)
INSZ = "85073003328"
Als = Callable[[Gebruiker], Client]
# In the kitchen since 2024, two years of support decided in May 2025.
pytestmark = pytest.mark.amina(
    personeelsnummer="P0042",
    insz=INSZ,
    insz_hash=zoek_insz(INSZ),
    geboortedatum=date(1985, 7, 30),
    in_dienst=True,
    in_dienst__dienst__naam="Keuken",
    steun_tot_maart=True,
)


def adres(werknemer: Werknemer) -> str:
    return f"/werknemers/{werknemer.pk}/"


def tekst(antwoord: Any) -> str:
    return " ".join(html.fromstring(antwoord.content).xpath("//main")[0].text_content().split())


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


def stap_voor(werknemer: Werknemer, gebruiker: Gebruiker, *, leest: bool = True) -> Stap:
    vers = lees_werknemer(gebruiker, werknemer.pk)
    beeld = stel_beeld_samen(vers, gebruiker, VANDAAG)
    return met_knop(volgende_stap(stand_van_beeld(beeld), leest_logboek=leest))


@pytest.mark.parametrize(
    ("traject", "notitie", "zin", "knop"),
    [
        (None, None, "Er loopt nog geen traject. Start het samen met Amina.", "Start een traject"),
        ({}, None, "Er is nog geen jobdoelwit. Kies er samen één.", "Kies een jobdoelwit"),
        (
            {"jobdoelwit": "kok"},
            None,
            "Het traject loopt al minstens 8 weken en er is nog geen notitie. Plan een gesprek.",
            "Noteer een gesprek",
        ),
        (
            {"jobdoelwit": "kok"},
            date(2026, 9, 28),
            "Al minstens 8 weken geen notitie. De laatste is van 28 september 2026. "
            "Plan een gesprek.",
            "Noteer een gesprek",
        ),
        (
            {"jobdoelwit": "kok"},
            date(2026, 9, 29),
            "De ondersteuning stopt op 31 maart 2027 en jobmatching is nog niet gestart.",
            "Start jobmatching",
        ),
        (
            {"jobdoelwit": "kok", "fase": Fase.STAGE},
            VANDAAG,
            "Er is nog geen dag voor de uitstroom. Spreek samen een haalbare dag af.",
            "Kies een dag",
        ),
        (
            {"jobdoelwit": "kok", "fase": Fase.STAGE, "beoogde_uitstroom": date(2026, 11, 22)},
            VANDAAG,
            "De beoogde uitstroom (22 november 2026) is voorbij. Spreek een nieuwe dag af.",
            "Kies een dag",
        ),
        (
            {"jobdoelwit": "kok", "fase": Fase.STAGE, "beoogde_uitstroom": VANDAAG},
            VANDAAG,
            "Alles loopt. Hou contact met Amina.",
            "",
        ),
    ],
)
def test_the_next_step(
    begeleider: Gebruiker,
    amina: Werknemer,
    traject: dict[str, Any] | None,
    notitie: date | None,
    zin: str,
    knop: str,
) -> None:
    if traject is not None:
        TrajectFactory(werknemer=amina, **traject)
    if notitie:
        NotitieFactory(werknemer=amina, auteur=begeleider, datum=notitie)
    stap = stap_voor(amina, begeleider)
    assert (stap.zin, stap.knop) == (zin, knop)
    assert bool(stap.url) == bool(knop)


def test_the_next_step_opens_the_form_that_it_is_about(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    traject = TrajectFactory(werknemer=amina, gestart_op=date(2026, 11, 2))
    kies = stap_voor(amina, begeleider).url
    assert kies == f"/werknemers/{amina.pk}/jobdoelwit/kies/"
    als(begeleider).post(kies, {"titel": "kok"})
    start = stap_voor(amina, begeleider).url
    assert start == f"/werknemers/{amina.pk}/traject/?naar=jobmatching"
    assert als(begeleider).get(start).context["form"]["fase"].value() == "jobmatching"
    traject.refresh_from_db()
    assert traject.fase == "voortraject"


def test_a_trajectory_that_just_started_needs_no_note_yet(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    TrajectFactory(werknemer=amina, jobdoelwit="kok", gestart_op=date(2026, 11, 2))
    assert stap_voor(amina, begeleider).knop == "Start jobmatching"


def test_who_does_not_read_the_log_is_not_told_that_it_is_empty(
    hr: Gebruiker, amina: Werknemer
) -> None:
    TrajectFactory(werknemer=amina, jobdoelwit="kok")
    assert stap_voor(amina, hr, leest=False).knop == "Start jobmatching"


def test_support_that_is_over_asks_for_jobmatching_too(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    amina.adviezen.update(periode=Periode(date(2024, 7, 1), date(2026, 10, 1)))
    TrajectFactory(werknemer=amina, jobdoelwit="kok", gestart_op=date(2026, 11, 2))
    assert stap_voor(amina, begeleider).zin == (
        "De ondersteuning stopte op 30 september 2026 en jobmatching is nog niet gestart."
    )


@pytest.mark.parametrize("fase", [Fase.STAGE, Fase.NAZORG])
def test_who_left_without_a_word_is_asked_about(
    begeleider: Gebruiker, amina: Werknemer, fase: Fase
) -> None:
    amina.contracten.update(periode=Periode(date(2024, 1, 1), date(2026, 11, 1)))
    TrajectFactory(werknemer=amina, jobdoelwit="kok", fase=fase)
    assert stap_voor(amina, begeleider) == Stap(
        "Amina is vandaag niet in dienst. Waar ging Amina naartoe? Vul het in, dan volgt de "
        "nazorg.",
        "Registreer de uitstroom",
        f"/werknemers/{amina.pk}/uitstroom/",
        mag_uitstroom_registreren,
    )


def test_before_the_first_day_nobody_left(begeleider: Gebruiker, amina: Werknemer) -> None:
    amina.contracten.update(periode=Periode(date(2026, 12, 1)))
    assert stap_voor(amina, begeleider) == Stap("Amina is vandaag niet in dienst.")


@pytest.mark.parametrize(
    ("laatste_dag", "zin", "knop"),
    [
        ("2026-11-20", "Amina is niet meer in dienst. Op 18 december 2026 vragen we", ""),
        ("2026-10-23", "Amina is 4 weken weg. Vraag hoe het gaat.", "Noteer hoe het gaat"),
    ],
)
def test_after_leaving_the_aftercare_is_next(
    begeleider: Gebruiker, amina: Werknemer, laatste_dag: str, zin: str, knop: str
) -> None:
    _ging_weg(amina, date.fromisoformat(laatste_dag))
    stap = stap_voor(amina, begeleider)
    assert stap.zin.startswith(zin)
    assert stap.knop == knop


def test_after_the_last_answer_the_trajectory_is_closed(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    uitstroom = _ging_weg(amina, date(2025, 11, 21))
    uitstroom.nazorg.filter(weken=52).update(
        resultaat=Nazorgresultaat.ZELFDE, gemeten_op=date(2026, 11, 20)
    )
    stap = stap_voor(amina, begeleider)
    assert (stap.zin, stap.knop) == (
        "Amina is niet meer in dienst. De nazorg is klaar.",
        "Rond het traject af",
    )
    amina.trajecten.update(fase=Fase.AFGEROND)
    assert stap_voor(amina, begeleider) == Stap(
        "Amina is niet meer in dienst. Je hoeft nu niets te doen."
    )


def test_leaving_without_a_step_to_aftercare_says_so(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    _ging_weg(amina, date(2026, 10, 23))
    amina.trajecten.update(fase=Fase.STAGE)
    assert stap_voor(amina, begeleider).knop == "Pas het traject aan"


def test_who_is_about_to_leave_is_not_told_to_start_again(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    """Also on the last day itself; retiring ends the trajectory before that day."""
    traject = TrajectFactory(werknemer=amina, jobdoelwit="kok", fase=Fase.NAZORG)
    UitstroomFactory(werknemer=amina, traject=traject, datum=VANDAAG)
    verwacht = Stap(
        "Amina vertrekt. De laatste dag in dienst is 23 november 2026.",
        "Kijk de overdracht na",
        f"/werknemers/{amina.pk}/overgang/",
        mag_plan_zien,
    )
    assert stap_voor(amina, begeleider) == verwacht
    amina.trajecten.update(fase=Fase.AFGEROND)
    assert stap_voor(amina, begeleider) == verwacht


def test_aftercare_of_who_is_still_at_work_asks_where_they_go(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    traject = TrajectFactory(werknemer=amina, jobdoelwit="kok", fase=Fase.NAZORG)
    stap = stap_voor(amina, begeleider)
    assert (stap.zin, stap.knop) == (
        "Het traject staat in nazorg. Waar gaat Amina naartoe? Vul het in, dan volgt de nazorg.",
        "Registreer de uitstroom",
    )
    UitstroomFactory(werknemer=amina, traject=traject, datum=date(2023, 6, 1))
    stap = stap_voor(amina, begeleider)
    assert (stap.zin, stap.knop) == (
        "Amina is terug in dienst. Zet het traject in de fase die nu past.",
        "Pas het traject aan",
    )


def feiten(antwoord: Any) -> dict[str, str]:
    """The facts of the header, by their names."""
    blokken = html.fromstring(antwoord.content).xpath("//dl[@class='feiten']/div")
    delen = [[" ".join(deel.text_content().split()) for deel in blok] for blok in blokken]
    return dict(delen)


def test_the_header_of_who_left_says_where_to_and_promises_no_premium(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    uitstroom = _ging_weg(amina, date(2026, 10, 23))
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


def test_hr_can_do_the_step_that_hr_may_do(als: Als, hr: Gebruiker, amina: Werknemer) -> None:
    zonder = als(hr).get(adres(amina)).content.decode()
    assert "Start een traject" not in zonder
    amina.contracten.update(periode=Periode(date(2024, 1, 1), date(2026, 11, 1)))
    assert f'href="/werknemers/{amina.pk}/uitstroom/"' in als(hr).get(adres(amina)).content.decode()


def _ging_weg(amina: Werknemer, laatste_dag: date) -> Uitstroom:
    amina.contracten.update(periode=Periode.tem(date(2024, 1, 1), laatste_dag))
    traject = TrajectFactory(werknemer=amina, jobdoelwit="kok", fase=Fase.NAZORG)
    uitstroom: Uitstroom = UitstroomFactory(werknemer=amina, traject=traject, datum=laatste_dag)
    uitstroom.nazorg.all().delete()
    plan_nazorg(uitstroom)
    return uitstroom


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
            {"Volgende stap", "Wijzig", "Plan als PDF"},
            {"Start een traject", "Waarom (niet)", "Logboek"},
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


# A counsellor and a coordinator read the log, HR only the plan, an administrator neither.
VRAGEN = {
    "": {Rol.BEGELEIDER: 5, Rol.COORDINATOR: 5, Rol.HR: 4, Rol.BEHEERDER: 3},
    "logboek/": {Rol.BEGELEIDER: 4, Rol.COORDINATOR: 4},
    "plan/": {Rol.BEGELEIDER: 9, Rol.COORDINATOR: 9, Rol.HR: 9},
}


@pytest.mark.parametrize(
    ("pagina", "rol", "verwacht"),
    [
        (pagina, rol, aantal)
        for pagina, per_rol in VRAGEN.items()
        for rol, aantal in per_rol.items()
    ],
)
@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_of_each_page_for_each_role(
    als: Als,
    amina: Werknemer,
    begeleider: Gebruiker,
    pagina: str,
    rol: Rol,
    verwacht: int,
    aantal: int,
) -> None:
    traject = TrajectFactory(werknemer=amina)
    for nummer in range(aantal):
        ActieFactory(werknemer=amina, doel=DoelFactory(traject=traject))
        NotitieFactory(werknemer=amina, auteur=begeleider)
        TalentFactory(werknemer=amina)
        CompetentiescoreFactory(werknemer=amina)
        DeelnameFactory(werknemer=amina)
        StageFactory(werknemer=amina)
        randvoorwaarde = RandvoorwaardeFactory(werknemer=amina, thema=RANDVOORWAARDEN[nummer])
        ActieFactory(werknemer=amina, randvoorwaarde=randvoorwaarde)
    gebruiker = (
        begeleider
        if rol == Rol.BEGELEIDER
        else GebruikerFactory(organisatie=amina.organisatie, rol=rol)
    )
    client = als(gebruiker)
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(f"{adres(amina)}{pagina}").status_code == 200
    assert len(vragen) == verwacht


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_of_each_as_for_three(
    als: Als, begeleider: Gebruiker, amina: Werknemer, aantal: int
) -> None:
    amina.contracten.update(periode=Periode(date(2023, 1, 1), date(2023, 6, 1)))
    for nummer in range(aantal):
        ContractFactory(
            werknemer=amina, periode=Periode(date(2026 - nummer, 1, 1), date(2027 - nummer, 1, 1))
        )
        AdviesFactory(
            werknemer=amina,
            soort="lde_overgang",
            periode=Periode(date(2020 + nummer, 1, 1), date(2021 + nummer, 1, 1)),
        )
        TrajectFactory(werknemer=amina, fase=Fase.STOPGEZET)
        oud = NotitieFactory(werknemer=amina, auteur=begeleider)
        Notitie.objects.create(
            werknemer=amina, auteur=begeleider, datum=VANDAAG, tekst="Beter", vervangt=oud
        )
    TrajectFactory(werknemer=amina)
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.get(adres(amina))
    # session, user; employee with stand-ins, notes in short, signals, contracts, advice with steps
    # and start packages, trajectories with targets and changes of counsellor; timeline; last notes
    # with files and steps, their versions
    assert len(vragen) == 6
