"""Goals and actions on the plan, in place and as pages; templates chosen, copied and edited."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from lxml import html

from gebruikers.models import Gebruiker
from tests.fabrieken import (
    ActieFactory,
    DoelFactory,
    RandvoorwaardeFactory,
    SjabloonFactory,
    SjabloonregelFactory,
    TrajectFactory,
    WerknemerFactory,
)
from trajects.models import Actie, Doel, Plansjabloon, Sjabloonregel, Traject
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def amina(begeleider: Gebruiker) -> Werknemer:
    return WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider)


@pytest.fixture
def traject(amina: Werknemer) -> Traject:
    return TrajectFactory(werknemer=amina)


def invoer(pagina: Any) -> dict[str, str]:
    """What the form in place would send back untouched."""
    (formulier,) = html.fromstring(pagina.content).xpath("//form[@data-bewaak]")
    return {naam: waarde or "" for naam, waarde in formulier.form_values()}


def test_a_goal_and_an_action_are_added_in_place(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    client = als(begeleider)
    adres = f"/werknemers/{amina.pk}/doelen/nieuw/"
    antwoord = client.post(adres, {"titel": "Zelf koken"}, headers=HTMX)
    assert "Het doel is bewaard. Welke acties horen erbij?" in antwoord.content.decode()
    doel = Doel.objects.get()
    adres = f"/werknemers/{amina.pk}/acties/nieuw/?doel={doel.pk}"
    velden = invoer(client.get(adres, headers=HTMX)) | {"wat": "Soep maken", "tegen": "2026-12-01"}
    assert velden["doel"] == str(doel.pk)
    antwoord = client.post(adres, velden, headers=HTMX)
    tekst = " ".join(html.fromstring(antwoord.content.decode()).text_content().split())
    assert "Zelf koken" in tekst
    assert "Soep maken begeleider · tegen 1 december 2026" in tekst


def test_an_action_for_a_precondition_says_which(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    voorwaarde = RandvoorwaardeFactory(werknemer=amina)
    client = als(begeleider)
    adres = f"/werknemers/{amina.pk}/acties/nieuw/?randvoorwaarde={voorwaarde.pk}"
    client.post(adres, invoer(client.get(adres)) | {"wat": "Een fiets zoeken"})
    assert Actie.objects.get().randvoorwaarde == voorwaarde
    pagina = client.get(f"/werknemers/{amina.pk}/plan/").content.decode()
    assert "voor mobiliteit" in pagina


def test_one_click_and_it_is_done_and_one_more_and_it_is_not(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    actie = ActieFactory(werknemer=amina)
    client = als(begeleider)
    client.post(f"/acties/{actie.pk}/gedaan/", {"op": "2026-11-23"}, headers=HTMX)
    actie.refresh_from_db()
    assert actie.stand == "gedaan"
    antwoord = client.post(f"/acties/{actie.pk}/heropen/")
    assert antwoord.url == f"/werknemers/{amina.pk}/plan/#doelen"
    actie.refresh_from_db()
    assert actie.is_open


def test_done_goes_back_to_the_page_it_was_done_on_if_that_is_ours(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    for terug, naar in (("/vandaag/", "/vandaag/"), ("https://elders.example/", "/plan/")):
        actie = ActieFactory(werknemer=amina)
        velden = {"op": "2026-11-23", "terug": terug}
        assert naar in client.post(f"/acties/{actie.pk}/gedaan/", velden).url


def test_a_refusal_keeps_what_was_typed(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    adres = f"/werknemers/{amina.pk}/acties/nieuw/"
    antwoord = als(begeleider).post(adres, {"wat": "Bellen", "wie": "derde", "wie_naam": ""})
    assert antwoord.status_code == 422
    assert "Zeg wie dit doet." in antwoord.content.decode()
    assert invoer(antwoord)["wat"] == "Bellen"
    assert not Actie.objects.exists()


def test_what_is_late_says_so_and_what_is_done_is_folded(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    doel = DoelFactory(traject=traject)
    ActieFactory(werknemer=amina, traject=traject, doel=doel, wat="Laat", tegen="2026-11-20")
    ActieFactory(
        werknemer=amina, traject=traject, wat="Klaar", stand="gedaan", gedaan_op="2026-11-01"
    )
    pagina = html.fromstring(als(begeleider).get(f"/werknemers/{amina.pk}/plan/").content)
    (laat,) = pagina.xpath("//section[@id='doelen']//li[.//span[text()='Laat']]")
    assert "te laat" in laat.text_content()
    (klaar,) = pagina.xpath("//section[@id='doelen']//details//li")
    assert "gedaan op 1 november 2026" in klaar.text_content()


def test_two_people_change_the_same_action(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    actie = ActieFactory(werknemer=amina, wat="Bellen")
    adres = f"/acties/{actie.pk}/"
    een, twee = als(begeleider), als(coordinator)
    van_een, van_twee = invoer(een.get(adres)), invoer(twee.get(adres))
    een.post(adres, van_een | {"wat": "Mailen"})
    antwoord = twee.post(adres, van_twee | {"wat": "Langsgaan"})
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "Mailen" in tekst
    assert "Langsgaan" in tekst
    actie.refresh_from_db()
    assert actie.wat == "Mailen"


def test_a_plan_begins_with_a_template_after_a_look(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    client = als(begeleider)
    adres = f"/werknemers/{amina.pk}/doelen/sjabloon/"
    velden = invoer(client.get(adres))
    vijf = Plansjabloon.objects.get(jaren=5)
    gekozen = velden | {"sjabloon": str(vijf.pk), "bekijk": "1"}
    bekeken = client.post(adres, gekozen)
    assert "Beslissen: verlenging aanvragen" in bekeken.content.decode()
    assert not Actie.objects.exists()
    del gekozen["bekijk"]
    client.post(adres, gekozen)
    assert Actie.objects.count() == vijf.regels.count()
    nog_eens = client.post(adres, gekozen, follow=True).content.decode()
    assert "Er is niets dubbel toegevoegd." in nog_eens


def test_an_example_is_copied_and_edited(als: Als, coordinator: Gebruiker) -> None:
    client = als(coordinator)
    twee = Plansjabloon.objects.get(jaren=2)
    antwoord = client.post(f"/beheer/plansjablonen/{twee.pk}/eigen/", follow=True)
    assert "Dit is nu jullie eigen versie." in antwoord.content.decode()
    eigen = Plansjabloon.objects.get(organisatie=coordinator.organisatie)
    assert eigen.regels.count() == twee.regels.count()
    regel = eigen.regels.last()
    assert regel is not None
    adres = f"/beheer/sjabloonregels/{regel.pk}/"
    velden = invoer(client.get(adres))
    assert (velden["dagen"], velden["richting"]) == ("14", "voor")
    client.post(adres, velden | {"dagen": "30"})
    regel.refresh_from_db()
    assert regel.dagen == -30
    pagina = client.get(f"/beheer/plansjablonen/{eigen.pk}/").content.decode()
    assert "30 dagen voor het einde van de ondersteuning" in pagina
    client.post(f"{adres}weg/")
    assert not Sjabloonregel.objects.filter(pk=regel.pk).exists()


def test_an_example_stays_as_it_is(als: Als, coordinator: Gebruiker) -> None:
    client = als(coordinator)
    twee = Plansjabloon.objects.get(jaren=2)
    regel = twee.regels.first()
    assert regel is not None
    adres = f"/beheer/sjabloonregels/{regel.pk}/"
    antwoord = client.post(adres, invoer(client.get(adres)) | {"wat": "Iets anders"})
    assert "Maak er eerst een eigen versie van." in antwoord.content.decode()
    client.post(f"{adres}weg/")
    assert Sjabloonregel.objects.get(pk=regel.pk).wat == regel.wat


def test_two_people_change_the_same_line(
    als: Als, coordinator: Gebruiker, begeleider: Gebruiker
) -> None:
    sjabloon = SjabloonFactory(organisatie=coordinator.organisatie)
    regel = SjabloonregelFactory(sjabloon=sjabloon)
    adres = f"/beheer/sjabloonregels/{regel.pk}/"
    een, twee = als(coordinator), als(coordinator)
    van_een, van_twee = invoer(een.get(adres)), invoer(twee.get(adres))
    een.post(adres, van_een | {"wat": "Eerst dit"})
    assert twee.post(adres, van_twee | {"wat": "Of dit"}).status_code == 422
    regel.refresh_from_db()
    assert regel.wat == "Eerst dit"
