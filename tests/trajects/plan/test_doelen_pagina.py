"""Goals and actions on the plan, in place and as pages; templates chosen, copied and edited."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.models import Gebruiker
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    DoelFactory,
    RandvoorwaardeFactory,
    SjabloonFactory,
    SjabloonregelFactory,
    TrajectFactory,
)
from trajects.models import Actie, Doel, Plansjabloon, Sjabloonregel, Traject
from trajects.plan.passende_sjablonen import regels_per_doel
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
# of the list, and of one template
QUERIES_SJABLONEN = (3, 5)


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
    plan = client.get(f"/werknemers/{amina.pk}/plan/").content.decode()
    assert "Begin met “Plan voor 2 jaar”" in plan
    adres = f"/werknemers/{amina.pk}/doelen/sjabloon/"
    velden = invoer(client.get(adres))
    vijf = Plansjabloon.objects.get(jaren=5)
    gekozen = velden | {"sjabloon": str(vijf.pk)}
    # What was shown is the other one: first a look at this one.
    bekeken = client.post(adres, gekozen)
    assert bekeken.status_code == 200
    assert "Beslissen: verlenging aanvragen" in bekeken.content.decode()
    assert not Actie.objects.exists()
    gekozen = invoer(bekeken)
    antwoord = client.post(adres, gekozen, headers=HTMX)
    aantal = vijf.regels.count()
    assert f"{aantal} acties staan in het plan." in antwoord.content.decode()
    assert Actie.objects.count() == aantal
    # From another page than the one that was sent.
    anders = gekozen | {"csrfmiddlewaretoken": invoer(client.get(adres))["csrfmiddlewaretoken"]}
    nog_eens = client.post(adres, anders, follow=True).content.decode()
    assert "Er kwam niets bij" in nog_eens


def test_the_preview_says_what_comes_in_and_what_does_not(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    AdviesFactory(werknemer=amina, besluitdatum=date(2026, 10, 12))
    sjabloon = SjabloonFactory(organisatie=amina.organisatie, jaren=5)
    for wat, anker, dagen in (
        ("Nu", "advies", 60),
        ("Pas voorbij", "advies", 30),
        ("Ooit", "contract", 30),
        ("Lang geleden", "advies", -90),
    ):
        SjabloonregelFactory(sjabloon=sjabloon, wat=wat, anker=anker, dagen=dagen)
    adres = f"/werknemers/{amina.pk}/doelen/sjabloon/"
    antwoord = als(begeleider).get(adres)
    plan = antwoord.context["plan"]
    assert [v.regel.wat for v in plan.met_dag] == ["Nu", "Pas voorbij"]
    assert [v.regel.wat for v in plan.zonder_dag] == ["Ooit"]
    assert [v.regel.wat for v in plan.voorbij] == ["Lang geleden"]
    tekst = " ".join(" ".join(html.fromstring(antwoord.content).itertext()).split())
    assert "Dit komt in het plan Nu Een open start · begeleider · tegen 30 november 2026" in tekst
    assert "Ooit Een open start · begeleider · 30 dagen na de start van het contract" in tekst
    assert "Pas voorbij Een open start · begeleider · tegen 7 december 2026" in tekst
    assert "want 2 november 2026 is voorbij" in tekst
    assert "Zet 3 acties in het plan" in tekst


def test_without_a_template_there_is_nothing_to_begin_with(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    Plansjabloon.objects.update(actief=False)
    client = als(begeleider)
    assert "Begin met" not in client.get(f"/werknemers/{amina.pk}/plan/").content.decode()
    adres = f"/werknemers/{amina.pk}/doelen/sjabloon/"
    assert client.get(adres).status_code == 200
    assert client.post(adres, {"sjabloon": "1", "sla_over": "lang"}).status_code == 422


def test_a_goal_is_reached_folds_away_and_comes_back(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    doel = DoelFactory(traject=traject, titel="Zelf koken")
    ActieFactory(werknemer=amina, traject=traject, doel=doel)
    client = als(begeleider)
    formulier = client.get(f"/doelen/{doel.pk}/afsluiten/", headers=HTMX)
    assert "is 1 actie nog te doen. Die vervalt" in formulier.content.decode()
    antwoord = client.post(
        f"/doelen/{doel.pk}/afsluiten/", invoer(formulier) | {"resultaat": "Kookt."}, headers=HTMX
    )
    sectie = html.fromstring(antwoord.content.decode())
    assert sectie.xpath("//details[summary[contains(., '1 doel dat klaar is')]]//h3")
    antwoord = client.post(f"/doelen/{doel.pk}/heropen/", headers=HTMX)
    sectie = html.fromstring(antwoord.content.decode())
    assert not sectie.xpath("//details//h3")
    assert "0 van" not in sectie.text_content()
    assert "Jullie werken weer aan dit doel: Zelf koken." in sectie.text_content()


def test_a_button_that_is_refused_says_why(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    doel = DoelFactory(traject=TrajectFactory(werknemer=amina, fase="stopgezet"))
    antwoord = als(begeleider).post(f"/doelen/{doel.pk}/heropen/", follow=True)
    assert "Dit traject is intussen afgesloten." in antwoord.content.decode()


def test_an_action_hangs_on_open_goals_of_the_running_plan(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    oud = DoelFactory(traject=TrajectFactory(werknemer=amina, fase="afgerond"), titel="Oud")
    bereikt = DoelFactory(traject=traject, titel="Bereikt", stand="bereikt")
    loopt = DoelFactory(traject=traject, titel="Loopt")
    DoelFactory(titel="Van iemand anders")
    for _ in range(2):
        ActieFactory(werknemer=amina, traject=traject, doel=loopt)
    client = als(begeleider)
    for actie, doelen in (
        (None, [loopt]),
        (ActieFactory(werknemer=amina, doel=bereikt), [bereikt, loopt]),
        (ActieFactory(werknemer=amina, doel=oud), [oud, loopt]),
    ):
        adres = f"/acties/{actie.pk}/" if actie else f"/werknemers/{amina.pk}/acties/nieuw/"
        keuzes = client.get(adres).context["form"].fields["doel"].queryset
        assert list(keuzes) == doelen


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_goal_as_for_three(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject, aantal: int
) -> None:
    for _ in range(aantal):
        doel = DoelFactory(traject=traject)
        for velden in ({}, {"stand": "gedaan", "gedaan_op": date(2026, 11, 1)}):
            ActieFactory(werknemer=amina, traject=traject, doel=doel, **velden)
        ActieFactory(werknemer=amina, randvoorwaarde=None)
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.get(f"/werknemers/{amina.pk}/sectie/doelen/", headers=HTMX)
    # session, user, employee, trajectories, their targets, goals, actions, organisation
    assert len(vragen) == 7


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_template_as_for_three(
    als: Als, coordinator: Gebruiker, aantal: int
) -> None:
    for _ in range(aantal):
        sjabloon = SjabloonFactory(organisatie=coordinator.organisatie)
        for _ in range(aantal):
            SjabloonregelFactory(sjabloon=sjabloon)
    client = als(coordinator)
    for adres in ("", f"{sjabloon.pk}/"):
        with CaptureQueriesContext(connection) as vragen:
            client.get(f"/beheer/plansjablonen/{adres}")
        assert len(vragen) == QUERIES_SJABLONEN[bool(adres)]


def test_a_template_of_ones_own_from_nothing(als: Als, coordinator: Gebruiker) -> None:
    client = als(coordinator)
    velden = invoer(client.get("/beheer/plansjablonen/nieuw/")) | {"naam": "LDE-overgang"}
    client.post("/beheer/plansjablonen/nieuw/", velden)
    sjabloon = Plansjabloon.objects.get(organisatie=coordinator.organisatie)
    assert (sjabloon.naam, sjabloon.jaren, sjabloon.actief) == ("LDE-overgang", None, True)
    adres = f"/beheer/plansjablonen/{sjabloon.pk}/regel/?doel=Een%20open%20start"
    velden = invoer(client.get(adres))
    assert velden["doel"] == "Een open start"
    client.post(adres, velden | {"wat": "Bellen", "dagen": "45", "richting": "voor"})
    regel = sjabloon.regels.get()
    assert (regel.wat, regel.dagen, regel.doel) == ("Bellen", -45, "Een open start")
    nog_eens = client.post("/beheer/plansjablonen/nieuw/", {"naam": "lde-OVERGANG"})
    assert nog_eens.status_code == 422
    assert "Er is al een sjabloon met deze naam." in nog_eens.content.decode()


def test_the_lines_of_a_goal_stand_together_in_order_of_time(coordinator: Gebruiker) -> None:
    sjabloon = SjabloonFactory(organisatie=coordinator.organisatie)
    for doel, anker, dagen in (
        ("Eerst", "einde", -30), ("Dan", "advies", 10), ("Eerst", "advies", 60),
        ("Eerst", "contract", 90), ("Eerst", "advies", 5),
    ):  # fmt: skip
        SjabloonregelFactory(sjabloon=sjabloon, doel=doel, anker=anker, dagen=dagen)
    assert [(doel, [r.dagen for r in regels]) for doel, regels in regels_per_doel(sjabloon)] == [
        ("Eerst", [90, 5, 60, -30]),
        ("Dan", [10]),
    ]


def test_an_example_points_to_the_own_version(als: Als, coordinator: Gebruiker) -> None:
    client = als(coordinator)
    twee = Plansjabloon.objects.get(jaren=2)
    adres = f"/beheer/plansjablonen/{twee.pk}/"
    assert "Maak er een eigen versie van</button>" in client.get(adres).content.decode()
    SjabloonFactory(kopie_van=twee, naam="Van een ander")
    eigen = SjabloonFactory(organisatie=coordinator.organisatie, kopie_van=twee, naam="Ons plan")
    pagina = client.get(adres).content.decode()
    assert f'href="/beheer/plansjablonen/{eigen.pk}/">Ons plan</a>' in pagina
    assert "Maak er een eigen versie van" not in pagina
    assert "Van een ander" not in pagina
    twee_keer = client.post(f"{adres}eigen/", follow=True)
    assert Plansjabloon.objects.filter(organisatie=coordinator.organisatie).count() == 2
    assert twee_keer.status_code == 200


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
