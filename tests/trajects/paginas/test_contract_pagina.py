"""The page on advice and contract: who sees what, and the section on openness in place."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    NotitieFactory,
    PassageFactory,
    PassagetoelichtingFactory,
)
from trajects.keuzes import Thema
from trajects.models import Contractpassage, Passagetoelichting
from werknemers.keuzes import Voertaal
from werknemers.models import Arbeidsovereenkomst, Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.amina(voertaal=Voertaal.AR)


@pytest.fixture
def contract(amina: Werknemer) -> Arbeidsovereenkomst:
    periode = Periode(date(2026, 10, 1))
    return ContractFactory(werknemer=amina, dienst__naam="Keuken", periode=periode)


def adres(werknemer: Werknemer) -> str:
    return f"/werknemers/{werknemer.pk}/contract/"


def formulier(contract: Arbeidsovereenkomst) -> str:
    return f"/contracten/{contract.pk}/openheid/"


def tekst(antwoord: Any) -> str:
    return " ".join(html.fromstring(antwoord.content).text_content().split())


@pytest.mark.parametrize(
    ("rol", "delen", "niet"),
    [
        ("begeleider", {"Advies", "Contracten", "Openheid over het einddoel"}, {"Wijzig"}),
        ("coordinator", {"Advies", "Contracten", "Openheid over het einddoel", "Wijzig"}, set()),
        ("hr", {"Openheid over het einddoel", "Wijzig"}, {"Noteer een gesprek"}),
        ("beheerder", {"Advies", "Contracten", "Wijzig"}, {"Openheid", "passage"}),
    ],
)
def test_each_role_sees_its_part(
    request: pytest.FixtureRequest,
    als: Als,
    contract: Arbeidsovereenkomst,
    rol: str,
    delen: set[str],
    niet: set[str],
) -> None:
    inhoud = tekst(als(request.getfixturevalue(rol)).get(adres(contract.werknemer)))
    assert {deel for deel in delen if deel not in inhoud} == set()
    assert {deel for deel in niet if deel in inhoud} == set()


def test_without_anything_yet_it_says_what_to_do(
    als: Als, coordinator: Gebruiker, amina: Werknemer
) -> None:
    inhoud = tekst(als(coordinator).get(adres(amina)))
    for zin in (
        "Er is nog geen contract.",
        "Er is nog geen advies.",
        "Zodra er een is, noteer je hier welke passage erin staat",
        "Er is nog geen gesprek over het einddoel genoteerd.",
        "Noteer een gesprek over het einddoel",
    ):
        assert zin in inhoud


def test_the_form_proposes_the_version_of_the_day_and_the_language(
    als: Als, begeleider: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    eigen = PassageFactory(organisatie=begeleider.organisatie)
    PassageFactory()
    pagina = html.fromstring(als(begeleider).get(formulier(contract)).content)
    (form,) = pagina.xpath("//form[@data-bewaak]")
    assert (form.fields["passage"], form.fields["taal"]) == (str(eigen.pk), "ar")
    versies = [optie.text for optie in form.xpath(".//select[@name='passage']/option")]
    assert versies == [
        "Nog geen",
        "versie 1, geldig vanaf 01/01/2026",
        "versie 2, geldig vanaf 01/06/2026",
    ]
    namen = form.xpath(".//datalist/option/@value")
    assert namen == ["An Peeters"]


def invoer(**anders: str) -> dict[str, str]:
    passage = Contractpassage.objects.get(organisatie=None).pk
    vast = {"uitgelegd_op": "2026-10-01", "uitgelegd_door": "An Peeters", "taal": "ar"}
    return {"passage": str(passage), "met_tolk": "on", **vast, **anders}


def test_in_place_the_section_comes_back(
    als: Als, begeleider: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    client = als(begeleider)
    assert 'hx-target="#openheid"' in client.get(formulier(contract), headers=HTMX).content.decode()
    antwoord = client.post(formulier(contract), invoer(), headers=HTMX)
    assert antwoord["HX-Retarget"] == "#openheid"
    inhoud = tekst(antwoord)
    assert "op 1 oktober 2026 door An Peeters, in het Arabisch, met tolk" in inhoud
    assert "nog te doen Vraag" in inhoud
    assert "De passage en de uitleg zijn bewaard." in inhoud


def test_without_javascript_the_page_comes_back(
    als: Als, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    client = als(hr)
    antwoord = client.post(formulier(contract), invoer(erkend_op="2026-10-02"))
    assert antwoord.url == f"{adres(contract.werknemer)}#openheid"
    inhoud = tekst(client.get(antwoord.url))
    assert "uitgelegd en begrepen" in inhoud
    assert "Bevestiging dat de bijzondere passage (versie 1) begrepen is" in inhoud


def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(
    als: Als, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    antwoord = als(hr).post(formulier(contract), invoer(erkend_op="2026-09-30"))
    assert antwoord.status_code == 422
    form = antwoord.context["form"]
    assert form.errors == {
        "erkend_op": ["Een werknemer bevestigt pas nadat de passage is uitgelegd."]
    }
    assert 'value="2026-09-30"' in antwoord.content.decode()
    assert not Passagetoelichting.objects.exists()


def test_who_filled_it_in_second_sees_the_first(
    als: Als, begeleider: Gebruiker, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    """Both opened the form while nothing was on file."""
    assert als(hr).post(formulier(contract), invoer()).status_code == 302
    antwoord = als(begeleider).post(formulier(contract), invoer(uitgelegd_door="Dirk"))
    assert antwoord.status_code == 422
    inhoud = tekst(antwoord)
    assert "Iemand anders bewaarde dit terwijl jij bezig was" in inhoud
    assert "Jouw versie: Dirk" in inhoud
    assert Passagetoelichting.objects.get().uitgelegd_door == "An Peeters"


def test_talks_on_the_end_goal_lead_to_the_note_with_its_theme(
    als: Als, begeleider: Gebruiker, hr: Gebruiker, amina: Werknemer
) -> None:
    NotitieFactory(
        werknemer=amina, auteur=begeleider, themas=[Thema.EINDDOEL], tekst="Over het einde."
    )
    pagina = html.fromstring(als(begeleider).get(adres(amina)).content)
    (knop,) = pagina.xpath("//a[contains(., 'Noteer een gesprek over het einddoel')]/@href")
    assert knop == f"/notities/nieuw/?werknemer={amina.pk}&thema=einddoel"
    vak = html.fromstring(als(begeleider).get(knop, headers=HTMX).content)
    assert vak.xpath("//input[@name='themas'][@checked]/@value") == ["einddoel"]
    assert "Over het einde." in tekst(als(begeleider).get(adres(amina)))
    NotitieFactory(werknemer=amina, auteur=begeleider, themas=[Thema.EINDDOEL], vertrouwelijk=True)
    assert "vertrouwelijk, komt in geen document" in tekst(als(begeleider).get(adres(amina)))
    van_hr = tekst(als(hr).get(adres(amina)))
    assert "Gesprek over het einddoel" in van_hr
    assert van_hr.count("Gesprek over het einddoel") == 1
    assert "Over het einde." not in van_hr


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_contract_as_for_three(
    als: Als, begeleider: Gebruiker, amina: Werknemer, aantal: int
) -> None:
    AdviesFactory(werknemer=amina)
    for nummer in range(aantal):
        contract = ContractFactory(
            werknemer=amina, periode=Periode(date(2026 - nummer, 1, 1), date(2027 - nummer, 1, 1))
        )
        PassagetoelichtingFactory(
            contract=contract,
            passage=PassageFactory(organisatie=amina.organisatie, versie=2 + nummer),
        )
        NotitieFactory(werknemer=amina, auteur=begeleider, themas=[Thema.EINDDOEL])
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.get(adres(amina))
    # the header of the pages of an employee, terms, contracts with their passages, talks
    assert len(vragen) == 7
