"""Preconditions: how they stand, how they came so, and that health keeps no detail."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from gedeeld.templatetags.onderdelen import KLEUREN
from tests.fabrieken import ActieFactory, RandvoorwaardeFactory
from trajects.keuzes import RANDVOORWAARDEN, Standactie, Standrandvoorwaarde, Thema
from trajects.models import Randvoorwaarde, Randvoorwaardestand
from trajects.plan.randvoorwaarden import zet_randvoorwaarde
from trajects.plan.randvoorwaardenbeeld import (
    NOOIT,
    Wissel,
    besproken_randvoorwaarden,
    lees_themas,
    open_randvoorwaarden,
)
from trajects.plan.views.randvoorwaarden import SECTIE
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
VANDAAG = date(2026, 11, 23)


def zet(
    werknemer: Werknemer, door: Gebruiker, stand: str, toelichting: str = "", **anders: Any
) -> Randvoorwaarde:
    vast: dict[str, Any] = {"thema": Thema.MOBILITEIT, "gezien": None}
    return zet_randvoorwaarde(
        werknemer=werknemer, door=door, stand=stand, toelichting=toelichting, **vast | anders
    )


def test_which_ask_for_something_in_the_order_of_the_plan(amina: Werknemer) -> None:
    standen = {
        "taal": "belemmering", "huisvesting": "aandacht", "netwerk": "in_orde",
        "digitaal": "onbekend",
    }  # fmt: skip
    for thema, stand in standen.items():
        RandvoorwaardeFactory(werknemer=amina, thema=thema, stand=stand)
    RandvoorwaardeFactory(thema=Thema.FINANCIEN, stand=Standrandvoorwaarde.BELEMMERING)
    assert [rij.thema for rij in open_randvoorwaarden(amina)] == ["huisvesting", "taal"]
    besproken = [rij.thema for rij in besproken_randvoorwaarden(amina)]
    assert besproken == ["huisvesting", "taal", "netwerk"]


@pytest.mark.parametrize("stand", Standrandvoorwaarde)
def test_one_is_open_by_the_same_rule_as_all(amina: Werknemer, stand: str) -> None:
    RandvoorwaardeFactory(werknemer=amina, stand=stand)
    assert Randvoorwaarde.objects.get().is_open is Randvoorwaarde.objects.open().exists()


def test_every_change_is_kept_with_who_when_and_how_it_was(
    begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    zet(amina, begeleider, "belemmering", "Geen bus op zondag.")
    zet(amina, begeleider, "belemmering", " Geen bus op zondag. ")
    zet(amina, coordinator, "belemmering", "Zoekt een fiets.")
    zet(amina, coordinator, "in_orde")
    beeld = next(beeld for beeld in lees_themas(amina) if beeld.thema == Thema.MOBILITEIT)
    wie = coordinator.volledige_naam
    assert beeld.wissels == (
        Wissel("belemmering", "in orde", VANDAAG, wie, ""),
        Wissel("belemmering", "belemmering", VANDAAG, wie, "Zoekt een fiets."),
        Wissel("nog niet besproken", "belemmering", VANDAAG, "An Peeters", "Geen bus op zondag."),
    )
    assert (beeld.stand, KLEUREN[beeld.toestand], beeld.toelichting) == ("in_orde", "groen", "")
    regels = Auditregel.objects.filter(soort="randvoorwaarde").order_by("pk")
    assert [regel.verschil for regel in regels] == [
        {"stand": [None, "belemmering"], "toelichting": ["●●●", "●●●"]},
        {"toelichting": ["●●●", "●●●"]},
        {"stand": ["belemmering", "in_orde"], "toelichting": ["●●●", "●●●"]},
    ]


@pytest.mark.parametrize(
    ("stand", "toelichting"), [("belemmering", ""), ("aandacht", "Heeft rugpijn.")]
)
def test_about_health_no_word_is_kept(
    begeleider: Gebruiker, amina: Werknemer, stand: str, toelichting: str
) -> None:
    with pytest.raises(ValidationError, match="Over gezondheid bewaren we geen details"):
        zet(amina, begeleider, stand, toelichting, thema=Thema.GEZONDHEID)
    assert not Randvoorwaarde.objects.exists()
    assert not Randvoorwaardestand.objects.exists()
    zet(amina, begeleider, "aandacht", thema=Thema.GEZONDHEID)
    assert Randvoorwaarde.objects.get().stand == "aandacht"


def test_what_is_no_precondition_is_refused(begeleider: Gebruiker, amina: Werknemer) -> None:
    with pytest.raises(ValidationError, match="Kies een van de randvoorwaarden"):
        zet(amina, begeleider, "aandacht", thema=Thema.STAGE)


def test_who_was_first_is_not_overwritten_unseen(
    begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    """Both opened a theme that nobody had talked about."""
    zet(amina, begeleider, "belemmering", gezien=NOOIT)
    with pytest.raises(IntussenGewijzigd):
        zet(amina, coordinator, "in_orde", gezien=NOOIT)
    assert Randvoorwaarde.objects.get().stand == "belemmering"


# --- on the plan -----------------------------------------------------------------------------


def adres(werknemer: Werknemer, thema: str = "mobiliteit") -> str:
    return f"/werknemers/{werknemer.pk}/randvoorwaarden/{thema}/"


def deel(pagina: Any) -> Any:
    (sectie,) = html.fromstring(pagina.content.decode()).xpath("//section[@id='randvoorwaarden']")
    return sectie


def invoer(pagina: Any) -> dict[str, str]:
    (form,) = html.fromstring(pagina.content).xpath("//form[@data-bewaak]")
    return {naam: (waarde or "").lstrip("\n") for naam, waarde in form.form_values()}


def test_all_nine_are_listed_in_their_order(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    zet(amina, begeleider, "aandacht", "Zoekt een fiets.")
    rijen = deel(als(begeleider).get(f"/werknemers/{amina.pk}/plan/")).xpath("./ul/li")
    namen = [rij.xpath(".//span[@class='naam']")[0].text_content() for rij in rijen]
    assert namen == [thema.label.capitalize() for thema in RANDVOORWAARDEN]
    woorden = [" ".join(rij.text_content().split()) for rij in rijen]
    assert woorden[1].startswith("Mobiliteit vraagt aandacht Zoekt een fiets. hoe het was")
    assert all("nog niet besproken" in tekst for tekst in [woorden[0], *woorden[2:]])
    assert [rij.xpath(".//span[contains(@class, 'toestand-oranje')]") != [] for rij in rijen] == [
        False, True, *[False] * 7,
    ]  # fmt: skip


@pytest.mark.parametrize("koppen", [HTMX, {}])
def test_one_is_changed_in_place_and_as_a_page(
    als: Als, begeleider: Gebruiker, amina: Werknemer, koppen: dict[str, str]
) -> None:
    client = als(begeleider)
    data = invoer(client.get(adres(amina), headers=koppen))
    assert (data["stand"], data["toelichting"]) == ("onbekend", "")
    data |= {"stand": "belemmering", "toelichting": "Geen bus op zondag."}
    antwoord = client.post(adres(amina), data, headers=koppen)
    if koppen:
        assert antwoord["HX-Retarget"] == "#randvoorwaarden"
    else:
        assert antwoord.url == f"/werknemers/{amina.pk}/plan/#randvoorwaarden"
        antwoord = client.get(antwoord.url)
    assert "Mobiliteit: belemmering. Dat is bewaard." in antwoord.content.decode()
    woorden = " ".join(deel(antwoord).text_content().split())
    assert (
        "23 november 2026: van “nog niet besproken” naar “belemmering”. Geen bus op zondag."
        " (An Peeters)" in woorden
    )


def test_health_offers_no_words_and_no_obstacle_and_says_why(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    pagina = als(begeleider).get(adres(amina, "gezondheid"))
    data = invoer(pagina)
    assert set(data) == {"csrfmiddlewaretoken", "gezien", "stand"}
    boom = html.fromstring(pagina.content)
    standen = boom.xpath("//input[@name='stand']/@value")
    assert standen == ["onbekend", "in_orde", "aandacht"]
    assert "Over gezondheid schrijven we niets op" in boom.text_content()
    antwoord = als(begeleider).post(
        adres(amina, "gezondheid"), data | {"stand": "belemmering", "toelichting": "Rugpijn."}
    )
    assert antwoord.status_code == 422
    antwoord = als(begeleider).post(
        adres(amina, "gezondheid"), data | {"stand": "aandacht", "toelichting": "Rugpijn."}
    )
    assert antwoord.status_code == 302
    assert Randvoorwaarde.objects.get().toelichting == ""


def test_a_theme_that_nobody_talked_about_is_opened_by_two(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    een, twee = als(begeleider), als(coordinator)
    van_een, van_twee = invoer(een.get(adres(amina))), invoer(twee.get(adres(amina)))
    een.post(adres(amina), van_een | {"stand": "belemmering", "toelichting": "Geen bus."})
    antwoord = twee.post(adres(amina), van_twee | {"stand": "in_orde"})
    assert antwoord.status_code == 422
    assert "Iemand anders bewaarde dit" in antwoord.content.decode()
    opnieuw = invoer(antwoord)
    assert opnieuw["toelichting"] == "Geen bus."
    assert twee.post(adres(amina), opnieuw | {"versie_stand": "eigen"}).status_code == 302
    randvoorwaarde = Randvoorwaarde.objects.get()
    assert (randvoorwaarde.stand, randvoorwaarde.toelichting) == ("in_orde", "Geen bus.")


def test_actions_stand_under_their_theme_and_a_new_one_is_one_link_away(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    mobiliteit = zet(amina, begeleider, "belemmering")
    vast = {"werknemer": amina, "randvoorwaarde": mobiliteit}
    ActieFactory(**vast, wat="Fiets zoeken")
    ActieFactory(
        **vast, wat="Bus nakijken", stand=Standactie.GEDAAN, gedaan_op=VANDAAG, resultaat="Rijdt."
    )
    ActieFactory(werknemer=amina, wat="Iets anders")
    sectie = deel(als(begeleider).get(f"/werknemers/{amina.pk}/plan/"))
    woorden = " ".join(sectie.text_content().split())
    assert "Fiets zoeken · begeleider · tegen 15 december 2026" in woorden
    assert "Actie: Bus nakijken, gedaan op 23 november 2026. Rijdt." in woorden
    assert "Iets anders" not in woorden
    (link,) = sectie.xpath(".//a[contains(@href, '/acties/nieuw/')]/@href")
    assert link == f"/werknemers/{amina.pk}/acties/nieuw/?randvoorwaarde={mobiliteit.pk}"


def test_who_only_reads_sees_no_way_to_change(als: Als, hr: Gebruiker, amina: Werknemer) -> None:
    RandvoorwaardeFactory(werknemer=amina)
    assert not deel(als(hr).get(f"/werknemers/{amina.pk}/plan/")).xpath(".//a")


def test_a_theme_that_is_no_precondition_does_not_exist(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    for thema in ("stage", "onzin"):
        assert als(begeleider).get(adres(amina, thema)).status_code == 404


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_section_costs_one_query(
    begeleider: Gebruiker,
    amina: Werknemer,
    django_assert_num_queries: DjangoAssertNumQueries,
    aantal: int,
) -> None:
    for thema in RANDVOORWAARDEN[:aantal]:
        for stand in ("aandacht", "in_orde"):
            zet(amina, begeleider, stand, thema=thema)
        ActieFactory(werknemer=amina, randvoorwaarde=Randvoorwaarde.objects.last())
    with django_assert_num_queries(1):
        themas = SECTIE.lees(amina, begeleider)["themas"]
        assert sum(len(beeld.wissels) for beeld in themas) == 2 * aantal
        assert sum(len(beeld.open_acties) for beeld in themas) == aantal
