"""The first page of each role."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Taakrun
from gedeeld.periode import Periode
from gedeeld.taken.nachtwacht import NACHTTAAK
from gedeeld.tijd import nu
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    BegeleiderswisselFactory,
    DeelnameFactory,
    GebruikerFactory,
    NazorgmomentFactory,
    OverdrachtFactory,
    SignaalFactory,
    TrajectFactory,
    UitstroomFactory,
    WerknemerFactory,
)
from trajects.concepten.onbewaard import notitiesleutel
from trajects.keuzes import Signaalstatus
from trajects.models import Concept, Signaal
from trajects.signaalsoorten.soorten import evaluatie
from trajects.signaalsoorten.soorten.einde_ondersteuning import EINDE

Als = Callable[[Gebruiker], Client]
PAGINA = "/vandaag/"


def maak_werknemer(begeleider: Gebruiker, tot: date, met_signaal: bool = True) -> Any:
    werknemer = WerknemerFactory(
        organisatie=begeleider.organisatie, begeleider=begeleider, in_dienst=True
    )
    advies = AdviesFactory(werknemer=werknemer, periode=Periode(date(2022, 1, 1), tot))
    if met_signaal:
        SignaalFactory(advies=advies)
    return werknemer


def test_a_counsellor_sees_the_own_day(
    als: Als, begeleider: Gebruiker, organisatie: Organisatie
) -> None:
    later = maak_werknemer(begeleider, date(2027, 7, 1))
    eerst = maak_werknemer(begeleider, date(2027, 1, 1))
    WerknemerFactory(organisatie=organisatie, in_dienst=True)
    antwoord = als(begeleider).get(PAGINA)
    beeld = antwoord.context["beeld"]
    assert [rij.werknemer.pk for rij in beeld.signalen] == [eerst.pk, later.pk]
    assert [werknemer.pk for werknemer, _ in beeld.werknemers] == [eerst.pk, later.pk]
    assert "Goeiemorgen, An" in antwoord.content.decode()
    assert "maandag 23 november 2026" in antwoord.content.decode()
    assert antwoord.context["cijfers"] is None


def test_a_coordinator_sees_the_figures_of_the_organisation(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    maak_werknemer(begeleider, date(2026, 10, 1))
    TrajectFactory(werknemer=maak_werknemer(begeleider, date(2027, 1, 1)), jobdoelwit="keukenhulp")
    WerknemerFactory(organisatie=organisatie, in_dienst=True)
    context = als(coordinator).get(PAGINA).context
    cijfers = context["cijfers"]
    assert (cijfers.in_dienst, cijfers.verlopen, cijfers.binnenkort) == (3, 1, 1)
    assert (cijfers.zonder_begeleider, cijfers.zonder_jobdoelwit) == (1, 2)
    assert context["beeld"].nieuwe_signalen == 2


def test_every_figure_is_as_long_as_its_list(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    maak_werknemer(begeleider, date(2026, 10, 1))
    maak_werknemer(begeleider, date(2027, 1, 1))
    WerknemerFactory(organisatie=organisatie, in_dienst=True)
    client = als(coordinator)
    cijfers = client.get(PAGINA).context["cijfers"]
    for vraag, aantal in {
        "horizon=verlopen": cijfers.verlopen,
        "horizon=3m": cijfers.binnenkort,
        "zonder_jobdoelwit=on": cijfers.zonder_jobdoelwit,
        "zonder_begeleiding=on": cijfers.zonder_begeleider,
        "": cijfers.in_dienst,
    }.items():
        assert client.get(f"/werknemers/?{vraag}").context["pagina"].paginator.count == aantal


def test_postponed_signals_wait(als: Als, begeleider: Gebruiker) -> None:
    werknemer = maak_werknemer(begeleider, date(2027, 1, 1), met_signaal=False)
    SignaalFactory(
        advies=werknemer.adviezen.get(),
        status=Signaalstatus.UITGESTELD,
        uitgesteld_tot=date(2026, 11, 24),
        toelichting="na het gesprek",
    )
    assert als(begeleider).get(PAGINA).context["beeld"].aantal_signalen == 0


def test_hr_and_administrator_see_people_but_no_signals(
    als: Als, begeleider: Gebruiker, hr: Gebruiker, beheerder: Gebruiker
) -> None:
    werknemer = maak_werknemer(begeleider, date(2027, 1, 1))
    for gebruiker in (hr, beheerder):
        context = als(gebruiker).get(PAGINA).context
        beeld = context["beeld"]
        assert (beeld.aantal_signalen, context["aantal_werknemers"]) == (0, 1)
        assert beeld.werknemers[0][0].pk == werknemer.pk


# Session and user; then each its own.
VRAGEN = {
    # signals, how many of each kind, who first, employees, what else holds for them, agenda, what
    # waits
    Rol.BEGELEIDER: 9,
    # the same; nothing else is asked without signals
    Rol.COORDINATOR: 8,
    Rol.HR: 8,
    # the same, without contracts that end
    Rol.BEHEERDER: 7,
}


@pytest.mark.parametrize("rol", Rol)
@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_as_for_three(
    als: Als,
    begeleider: Gebruiker,
    rol: Rol,
    aantal: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    gebruiker = (
        begeleider
        if rol == Rol.BEGELEIDER
        else GebruikerFactory(organisatie=begeleider.organisatie, rol=rol)
    )
    for _ in range(aantal):
        werknemer = maak_werknemer(begeleider, date(2027, 1, 1))
        TrajectFactory(werknemer=werknemer)
        ActieFactory(werknemer=werknemer, tegen=date(2026, 11, 20))
        DeelnameFactory(werknemer=werknemer, attest="EHBO", attest_vervalt_op=date(2027, 1, 10))
        OverdrachtFactory(werknemer=werknemer, gesprek_gepland_op=date(2026, 11, 23))
        NazorgmomentFactory(uitstroom=UitstroomFactory(werknemer=werknemer), weken=4)
        Concept.objects.create(gebruiker=gebruiker, sleutel=notitiesleutel(werknemer))
        BegeleiderswisselFactory(
            werknemer=maak_werknemer(begeleider, date(2027, 1, 1)),
            van=GebruikerFactory(organisatie=begeleider.organisatie, rol=Rol.BEGELEIDER),
            naar=begeleider,
        )
    Taakrun.objects.create(taak=NACHTTAAK, einde=nu(), status=Taakrun.Status.GESLAAGD)
    client = als(gebruiker)
    with django_assert_num_queries(VRAGEN[rol]):
        assert len(client.get(PAGINA).context["beeld"].werknemers) == 2 * aantal


def test_a_note_from_the_first_page(als: Als, begeleider: Gebruiker) -> None:
    werknemer = maak_werknemer(begeleider, date(2027, 1, 1))
    client = als(begeleider)
    (knop,) = html.fromstring(client.get(PAGINA).content).xpath("//main//a[contains(., 'Notitie')]")
    assert (knop.get("href"), knop.get("hx-target")) == ("/notities/nieuw/", "#venster-inhoud")
    velden = {"tekst": "Ze wil in een keuken werken.", "soort": "gesprek", "datum": "2026-11-23"}
    antwoord = client.post("/notities/nieuw/", {"werknemer": werknemer.pk, **velden})
    assert antwoord.status_code == 302
    notitie = werknemer.notities.get()
    assert (notitie.tekst, notitie.auteur) == ("Ze wil in een keuken werken.", begeleider)


def test_an_empty_note_comes_back_with_its_employee(als: Als, begeleider: Gebruiker) -> None:
    werknemer = maak_werknemer(begeleider, date(2027, 1, 1))
    velden = {"tekst": "", "soort": "telefoon", "datum": "2026-11-20"}
    antwoord = als(begeleider).post("/notities/nieuw/", {"werknemer": werknemer.pk, **velden})
    assert antwoord.status_code == 422
    assert "Schrijf eerst wat je wilt onthouden." in antwoord.content.decode()
    assert f"?werknemer={werknemer.pk}" in antwoord.content.decode()


def test_what_is_to_be_done_today(als: Als, begeleider: Gebruiker) -> None:
    amina = maak_werknemer(begeleider, date(2029, 1, 1), met_signaal=False)
    ActieFactory(werknemer=amina, wat="Bellen", tegen=date(2026, 11, 20))
    ActieFactory(werknemer=amina, wat="Later", tegen=date(2026, 11, 24))
    DeelnameFactory(werknemer=amina, attest="EHBO", attest_vervalt_op=date(2027, 1, 10))
    DeelnameFactory(werknemer=amina, attest="Lang", attest_vervalt_op=date(2027, 6, 1))
    weg = UitstroomFactory(werknemer=maak_werknemer(begeleider, date(2029, 1, 1)))
    NazorgmomentFactory(uitstroom=weg, weken=4)
    NazorgmomentFactory(uitstroom=weg, weken=13)
    OverdrachtFactory(werknemer=amina, gesprek_gepland_op=date(2026, 11, 23))
    ActieFactory(wat="Van iemand anders", tegen=date(2026, 11, 20))
    agenda = als(begeleider).get(PAGINA).context["agenda"]
    wat = [punt.wat for punt, *_ in agenda.punten]
    assert [zin.split(":")[0] for zin in wat[:2]] == ["Nazorg na 4 weken", "Bellen"]
    assert wat[2].startswith("Overdrachtsgesprek met")
    assert wat[3] == "Attest EHBO verloopt op 10 januari 2027"
    assert agenda.aantal == 4


def test_an_attest_that_was_renewed_asks_for_nothing(als: Als, begeleider: Gebruiker) -> None:
    """As its signal and the page of the employee say."""
    amina = maak_werknemer(begeleider, date(2029, 1, 1), met_signaal=False)
    for vervalt_op in (date(2026, 12, 10), date(2031, 12, 10)):
        DeelnameFactory(werknemer=amina, attest="EHBO", attest_vervalt_op=vervalt_op)
    assert als(begeleider).get(PAGINA).context["agenda"].aantal == 0


def test_somebody_stands_once_in_what_comes_first_with_what_is_most_urgent(
    als: Als, begeleider: Gebruiker
) -> None:
    amina, ander = (maak_werknemer(begeleider, date(2027, 7, 1)) for _ in range(2))
    for soort, urgentie in (("belemmering", 2), ("geen_gesprek", 2), ("opvolging", 4)):
        SignaalFactory(
            advies=amina.adviezen.get(), soort=soort, urgentie=urgentie, dag=date(2026, 9, 1)
        )
    beeld = als(begeleider).get(PAGINA).context["beeld"]
    assert [(rij.werknemer.pk, rij.signaal.soort) for rij in beeld.signalen] == [
        (amina.pk, EINDE),
        (ander.pk, EINDE),
    ]
    assert beeld.aantal_signalen == 4
    pagina = html.fromstring(als(begeleider).get(PAGINA).content)
    (nog,) = pagina.xpath("//*[@aria-labelledby='eerst']//a[contains(., 'en nog')]")
    assert " ".join(nog.text_content().split()) == f"en nog 2 signalen over {amina.naam}"
    assert nog.get("href") == f"/werknemers/{amina.pk}/#signalen"


def test_what_comes_first_does_not_stand_in_what_is_to_be_done_too(
    als: Als, begeleider: Gebruiker
) -> None:
    amina = maak_werknemer(begeleider, date(2029, 1, 1), met_signaal=False)
    traject = TrajectFactory(werknemer=amina, gestart_op=date(2026, 5, 1))
    werkgever = OverdrachtFactory(werknemer=amina, gesprek_gepland_op=date(2026, 11, 20)).werkgever
    signaal = SignaalFactory(
        advies=amina.adviezen.get(), soort=evaluatie.CODE, onderwerp=traject.pk, drempel=0
    )
    agenda = als(begeleider).get(PAGINA).context["agenda"]
    assert [punt.wat for punt, *_ in agenda.punten] == [f"Overdrachtsgesprek met {werkgever}"]
    assert agenda.aantal == 1
    Signaal.objects.filter(pk=signaal.pk).update(
        status=Signaalstatus.UITGESTELD, uitgesteld_tot=date(2026, 11, 30), toelichting="later"
    )
    agenda = als(begeleider).get(PAGINA).context["agenda"]
    assert "Evaluatie van 1 november 2026" in [punt.wat for punt, *_ in agenda.punten]
    assert agenda.aantal == 2


def test_who_edits_no_plan_has_nothing_to_do(
    als: Als, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    amina = maak_werknemer(begeleider, date(2029, 1, 1))
    ActieFactory(werknemer=amina, tegen=date(2026, 11, 20))
    assert als(hr).get(PAGINA).context["agenda"].aantal == 0


@pytest.mark.parametrize(
    ("welke", "gevonden"),
    [("", ["Laat", "Morgen", "Zonder dag"]), ("laat", ["Laat"]), ("week", ["Laat", "Morgen"])],
)
def test_the_list_of_open_actions(
    als: Als, begeleider: Gebruiker, welke: str, gevonden: list[str]
) -> None:
    amina = maak_werknemer(begeleider, date(2029, 1, 1))
    ActieFactory(werknemer=amina, wat="Zonder dag", tegen=None)
    ActieFactory(werknemer=amina, wat="Morgen", tegen=date(2026, 11, 24))
    ActieFactory(werknemer=amina, wat="Laat", tegen=date(2026, 11, 20))
    ActieFactory(wat="Van iemand anders", tegen=date(2026, 11, 20))
    pagina = als(begeleider).get("/acties/", {"welke": welke} if welke else {}).context["pagina"]
    assert [actie.wat for actie in pagina] == gevonden
