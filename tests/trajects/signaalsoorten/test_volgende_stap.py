"""Facts → the next step, for each reader, and what it may not say."""

from collections.abc import Callable
from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode, plus_dagen
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    OverdrachtFactory,
    SignaalFactory,
    StageFactory,
)
from tests.trajects.signaalsoorten.loopt import (
    alles,
    in_dienst,
    profiel,
    start,
    vertrek,
    voorwaarden,
)
from tests.trajects.signaalsoorten.tafel import NU, Als, volgende
from trajects.keuzes import Fase, Nazorgresultaat, Signaalstatus
from trajects.models import Doel, Jobdoelwit
from werknemers.models import Werknemer

Feiten = Callable[[Werknemer], object]
MORGEN = plus_dagen(NU, 1)


def _steun(wie: Werknemer, laatste_dag: date) -> None:
    wie.adviezen.update(periode=Periode.tem(date(2024, 1, 1), laatste_dag))


# --- the facts, by row ----------------------------------------------------------------------


def begint_morgen(wie: Werknemer) -> None:
    in_dienst(wie, begin=MORGEN, uitgelegd=False)


def begint_later(wie: Werknemer) -> None:
    in_dienst(wie, begin=date(2027, 3, 1), uitgelegd=False)


def begint_opnieuw(wie: Werknemer) -> None:
    in_dienst(wie)
    vertrek(wie, date(2025, 6, 30))
    in_dienst(wie, begin=MORGEN, uitgelegd=False)


def begon_gisteren(wie: Werknemer) -> None:
    in_dienst(wie, begin=plus_dagen(NU, -1), uitgelegd=False)
    AdviesFactory(werknemer=wie)


def drie_weken(wie: Werknemer) -> None:
    in_dienst(wie, begin=plus_dagen(NU, -21))
    AdviesFactory(werknemer=wie)


def zonder_profiel(wie: Werknemer) -> None:
    drie_weken(wie)
    start(wie, gestart_op=plus_dagen(NU, -7))


def zonder_talenten(wie: Werknemer) -> None:
    zonder_profiel(wie)
    profiel(wie)
    wie.talenten.all().delete()


def vier_voorwaarden_open(wie: Werknemer) -> None:
    zonder_profiel(wie)
    profiel(wie)
    voorwaarden(wie, 5)


def geen_voorwaarden(wie: Werknemer) -> None:
    zonder_profiel(wie)
    profiel(wie)


def zonder_doelwit(wie: Werknemer) -> None:
    zonder_profiel(wie)
    profiel(wie)
    voorwaarden(wie)


def zonder_doelen(wie: Werknemer) -> None:
    alles(wie)
    Doel.objects.filter(traject__werknemer=wie).delete()


def lang_geen_gesprek(wie: Werknemer) -> None:
    alles(wie, gesproken=plus_dagen(NU, -63))


def nog_tien_maanden(wie: Werknemer) -> None:
    alles(wie)
    _steun(wie, date(2027, 9, 30))


def steun_voorbij(wie: Werknemer) -> None:
    alles(wie)
    _steun(wie, date(2026, 9, 30))


def zonder_uitstroomdag(wie: Werknemer) -> None:
    alles(wie, beoogde_uitstroom=None)


def uitstroomdag_voorbij(wie: Werknemer) -> None:
    alles(wie, beoogde_uitstroom=plus_dagen(NU, -1))


def nog_een_maand(wie: Werknemer) -> None:
    alles(wie, fase=Fase.STAGE)
    _steun(wie, date(2026, 12, 31))


def nog_een_maand_en_stage(wie: Werknemer) -> None:
    nog_een_maand(wie)
    StageFactory(
        werknemer=wie,
        werkgever__naam="De Linde",
        periode=Periode.tem(date(2026, 11, 2), plus_dagen(NU, 7)),
    )


def nog_een_maand_en_lange_stage(wie: Werknemer) -> None:
    nog_een_maand(wie)
    StageFactory(werknemer=wie, periode=Periode.tem(date(2026, 11, 2), plus_dagen(NU, 30)))


def nog_een_maand_en_overdracht(wie: Werknemer) -> None:
    nog_een_maand(wie)
    OverdrachtFactory(werknemer=wie, gesprek_gepland_op=date(2026, 12, 14))


def vertrekt_vrijdag(wie: Werknemer) -> None:
    alles(wie)
    vertrek(wie, plus_dagen(NU, 4), gesloten=False)


def vertrekt_vandaag(wie: Werknemer) -> None:
    alles(wie)
    vertrek(wie, NU)


def vertrok_en_contract_open(wie: Werknemer) -> None:
    alles(wie)
    vertrek(wie, plus_dagen(NU, -3), gesloten=False)


def weg_zonder_uitstroom(wie: Werknemer) -> None:
    alles(wie)
    wie.contracten.update(periode=Periode(date(2024, 1, 1), date(2026, 11, 1)))


def lang_weg_zonder_uitstroom(wie: Werknemer) -> None:
    in_dienst(wie)
    wie.contracten.update(periode=Periode(date(2020, 1, 1), date(2021, 11, 1)))


def nazorg_na_vier_weken(wie: Werknemer) -> None:
    alles(wie)
    vertrek(wie, plus_dagen(NU, -28))


def nazorg_later(wie: Werknemer) -> None:
    alles(wie)
    vertrek(wie, plus_dagen(NU, -3))


def nazorg_klaar(wie: Werknemer) -> None:
    alles(wie)
    uitstroom = vertrek(wie, plus_dagen(NU, -367))
    uitstroom.nazorg.filter(weken=52).update(resultaat=Nazorgresultaat.ZELFDE, gemeten_op=NU)


def klaar_en_afgerond(wie: Werknemer) -> None:
    nazorg_klaar(wie)
    wie.trajecten.update(fase=Fase.AFGEROND)


def garantie_voorbij(wie: Werknemer) -> None:
    in_dienst(wie)
    uitstroom = vertrek(wie, date(2024, 6, 30))
    uitstroom.nazorg.update(resultaat=Nazorgresultaat.ZELFDE, gemeten_op=NU)


def vertrok_in_fase_stage(wie: Werknemer) -> None:
    nazorg_later(wie)
    wie.trajecten.update(fase=Fase.STAGE)


def terug(wie: Werknemer) -> None:
    alles(wie)
    vertrek(wie, date(2026, 6, 30))
    in_dienst(wie, begin=NU)


def nazorg_in_dienst(wie: Werknemer) -> None:
    alles(wie, fase=Fase.NAZORG)


def zonder_advies(wie: Werknemer) -> None:
    alles(wie)
    wie.adviezen.all().delete()


def zonder_contract(wie: Werknemer) -> None:
    AdviesFactory(werknemer=wie)


# facts, reader, the step, the button
TABEL: list[tuple[Feiten, str, str, str]] = [
    (
        begint_morgen,
        "begeleider",
        "Amina begint op 24 november 2026. Bereid de eerste dag samen voor.",
        "Bereid de uitleg over het einddoel voor",
    ),
    (begint_later, "begeleider", "Amina begint op 1 maart 2027.", ""),
    (
        begint_opnieuw,
        "hr",
        "Amina begint opnieuw op 24 november 2026. Bereid de eerste dag samen voor.",
        "Bereid de uitleg over het einddoel voor",
    ),
    (
        begon_gisteren,
        "begeleider",
        "Leg het einddoel van de job uit aan Amina en noteer het.",
        "Noteer de uitleg",
    ),
    (
        begon_gisteren,
        "hr",
        "De bijzondere passage in het contract van Amina is nog niet overlopen. Doe het samen en "
        "noteer het.",
        "Noteer de uitleg",
    ),
    (
        drie_weken,
        "begeleider",
        "Er loopt nog geen traject. Start het samen met Amina.",
        "Start een traject",
    ),
    (drie_weken, "hr", "Je hoeft nu niets te doen voor Amina.", ""),
    (
        zonder_profiel,
        "begeleider",
        "Bekijk samen wat Amina goed kan.",
        "Vul de competenties in",
    ),
    (
        zonder_talenten,
        "begeleider",
        "Waar is Amina goed in? Noteer samen de talenten.",
        "Noteer een talent",
    ),
    (
        vier_voorwaarden_open,
        "begeleider",
        "Bespreek wat er nog in de weg zit: administratie en verblijf, digitale vaardigheden, "
        "netwerk en gezondheid.",
        "Bekijk de randvoorwaarden",
    ),
    (
        geen_voorwaarden,
        "begeleider",
        "Bespreek wat er nog in de weg zit: huisvesting, mobiliteit, kinderopvang en nog 6 andere.",
        "Bekijk de randvoorwaarden",
    ),
    (
        zonder_doelwit,
        "begeleider",
        "Er is nog geen jobdoelwit. Kies er samen één.",
        "Kies een jobdoelwit",
    ),
    (
        zonder_doelen,
        "begeleider",
        "Er zijn nog geen doelen. Maak afspraken met Amina.",
        "Vul aan uit een plan",
    ),
    (
        lang_geen_gesprek,
        "begeleider",
        "Al 9 weken geen gesprek met Amina. Spreek af.",
        "Noteer een gesprek",
    ),
    (lang_geen_gesprek, "hr", "Je hoeft nu niets te doen voor Amina.", ""),
    (
        nog_tien_maanden,
        "begeleider",
        "Start jobmatching: nog 10 maanden ondersteuning, t.e.m. 30 september 2027.",
        "Start jobmatching",
    ),
    (
        steun_voorbij,
        "begeleider",
        "Start jobmatching: de ondersteuning stopte op 30 september 2026.",
        "Start jobmatching",
    ),
    (
        zonder_uitstroomdag,
        "begeleider",
        "Er is nog geen dag voor de uitstroom. Spreek samen een haalbare dag af.",
        "Kies een dag",
    ),
    (
        uitstroomdag_voorbij,
        "begeleider",
        "De beoogde uitstroom (22 november 2026) is voorbij. Spreek een nieuwe dag af.",
        "Kies een dag",
    ),
    (
        nog_een_maand,
        "begeleider",
        "Rond het samen af: wat is nog nodig voor het jobdoelwit (kok)?",
        "Plan de overdracht",
    ),
    (
        nog_een_maand_en_stage,
        "begeleider",
        "De stage bij De Linde eindigt op 30 november 2026: spreek de evaluatie af.",
        "Vul de evaluatie in",
    ),
    (
        nog_een_maand_en_lange_stage,
        "begeleider",
        "Ondersteuning stopt over 1 maand, t.e.m. 31 december 2026.",
        "",
    ),
    (
        nog_een_maand_en_overdracht,
        "coordinator",
        "Ondersteuning stopt over 1 maand, t.e.m. 31 december 2026.",
        "",
    ),
    (alles, "begeleider", "Alles loopt. Hou contact met Amina.", ""),
    (
        vertrekt_vrijdag,
        "begeleider",
        "Amina vertrekt. De laatste dag in dienst is 27 november 2026.",
        "Kijk de overdracht na",
    ),
    (
        vertrekt_vrijdag,
        "hr",
        "Sluit het contract van Amina af op 27 november 2026.",
        "Sluit het contract af",
    ),
    (
        vertrekt_vandaag,
        "hr",
        "Amina vertrekt. De laatste dag in dienst is 23 november 2026.",
        "Kijk de overdracht na",
    ),
    (
        vertrok_en_contract_open,
        "begeleider",
        "Amina vertrok op 20 november 2026 en het contract loopt nog. Vraag HR om het contract te "
        "sluiten.",
        "",
    ),
    (
        vertrok_en_contract_open,
        "hr",
        "Sluit het contract van Amina af op 20 november 2026.",
        "Sluit het contract af",
    ),
    (
        weg_zonder_uitstroom,
        "hr",
        "Amina is niet meer in dienst sinds 1 november 2026. Waar ging Amina naartoe? Vul het in, "
        "dan volgt de nazorg.",
        "Registreer de uitstroom",
    ),
    (
        lang_weg_zonder_uitstroom,
        "begeleider",
        "Amina is niet meer in dienst. Je hoeft nu niets te doen.",
        "",
    ),
    (
        nazorg_na_vier_weken,
        "begeleider",
        "Amina is 4 weken weg. Vraag hoe het gaat.",
        "Noteer hoe het gaat",
    ),
    (
        nazorg_na_vier_weken,
        "hr",
        "Amina is niet meer in dienst. Het is tijd om te vragen hoe het gaat.",
        "",
    ),
    (
        nazorg_later,
        "begeleider",
        "Amina is niet meer in dienst. Op 18 december 2026 vragen we hoe het gaat.",
        "",
    ),
    (
        nazorg_klaar,
        "begeleider",
        "Amina is niet meer in dienst. De nazorg is klaar.",
        "Rond het traject af",
    ),
    (
        klaar_en_afgerond,
        "begeleider",
        "Amina is niet meer in dienst. Hou de terugkeergarantie in het oog, t.e.m. 21 mei 2027.",
        "",
    ),
    (
        garantie_voorbij,
        "begeleider",
        "Amina is niet meer in dienst. Je hoeft nu niets te doen.",
        "",
    ),
    (
        vertrok_in_fase_stage,
        "begeleider",
        "Amina is niet meer in dienst. Zet het traject in nazorg, of sluit het af.",
        "Pas het traject aan",
    ),
    (
        terug,
        "begeleider",
        "Amina is terug. Zet het traject in de fase die past.",
        "Pas het traject aan",
    ),
    (
        nazorg_in_dienst,
        "begeleider",
        "Het traject staat in nazorg. Waar gaat Amina naartoe? Vul het in, dan volgt de nazorg.",
        "Registreer de uitstroom",
    ),
    (
        zonder_advies,
        "begeleider",
        "Er is nog geen advies voor Amina. Vraag het na bij HR.",
        "",
    ),
    (
        zonder_advies,
        "hr",
        "Er is geen advies voor Amina. Vul het in.",
        "Ga naar advies en contract",
    ),
    (zonder_contract, "hr", "Amina heeft nog geen contract.", ""),
]


@pytest.mark.parametrize(
    ("feiten", "rol", "zin", "knop"),
    [pytest.param(*rij, id=f"{getattr(rij[0], '__name__', '')}-{rij[1]}") for rij in TABEL],
)
def test_the_next_step(
    request: pytest.FixtureRequest,
    begeleider: Gebruiker,
    amina: Werknemer,
    feiten: Feiten,
    rol: str,
    zin: str,
    knop: str,
) -> None:
    feiten(amina)
    stap = volgende(amina, request.getfixturevalue(rol))
    assert (stap.zin, stap.knop) == (zin, knop)
    assert bool(stap.view) == bool(knop)


@pytest.mark.parametrize("feiten", [rij[0] for rij in TABEL], ids=lambda feiten: feiten.__name__)
def test_the_page_shows_the_step_and_its_button_opens(
    als: Als, hr: Gebruiker, begeleider: Gebruiker, amina: Werknemer,
    feiten: Feiten,
) -> None:  # fmt: skip
    feiten(amina)
    for gebruiker in (begeleider, hr):
        client = als(gebruiker)
        pagina = client.get(f"/werknemers/{amina.pk}/")
        stap = pagina.context["stap"]
        assert stap.zin == volgende(amina, gebruiker).zin
        if pagina.context["mag_stap"]:
            assert client.get(stap.url).status_code == 200


def test_the_administrator_gets_no_step(als: Als, beheerder: Gebruiker, amina: Werknemer) -> None:
    alles(amina)
    pagina = als(beheerder).get(f"/werknemers/{amina.pk}/")
    assert pagina.context["stap"] is None


def test_what_somebody_postponed_waits_behind_the_rest(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    """It is still said before that all is well."""
    traject = alles(amina)
    Jobdoelwit.objects.filter(traject=traject).delete()
    traject.doelen.all().delete()
    later = SignaalFactory(
        advies=amina.adviezen.get(),
        soort="geen_jobdoelwit",
        onderwerp=traject.pk,
        drempel=0,
        status=Signaalstatus.UITGESTELD,
        uitgesteld_tot=MORGEN,
        toelichting="Amina denkt na.",
    )
    assert volgende(amina, begeleider).knop == "Vul aan uit een plan"
    assert volgende(amina, begeleider, MORGEN).knop == "Kies een jobdoelwit"
    Doel.objects.create(traject=traject, titel="Leren koken", organisatie=amina.organisatie)
    assert volgende(amina, begeleider).knop == "Kies een jobdoelwit"
    later.status, later.afgesloten_op = Signaalstatus.AFGEHANDELD, NU
    later.save()
    traject.doelen.all().delete()
    assert volgende(amina, begeleider).knop == "Vul aan uit een plan"


def test_a_placement_of_somebody_else_changes_nothing(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    nog_een_maand(amina)
    StageFactory(werknemer__organisatie=amina.organisatie)
    assert volgende(amina, begeleider).knop == "Plan de overdracht"


def test_who_left_for_good_and_has_a_contract_again_in_another_service_is_at_work(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    """Leaving and beginning on the next day is coming back as well."""
    alles(amina)
    vertrek(amina, plus_dagen(NU, -1))
    ContractFactory(werknemer=amina, periode=Periode(NU))
    assert volgende(amina, begeleider).zin == (
        "Amina is terug. Zet het traject in de fase die past."
    )
    amina.trajecten.update(fase=Fase.AFGEROND)
    assert volgende(amina, begeleider).zin == (
        "Leg het einddoel van de job uit aan Amina en noteer het."
    )
