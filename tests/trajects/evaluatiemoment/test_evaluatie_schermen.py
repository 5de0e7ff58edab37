"""The page of the review: the next one with what can be done, and the sheet since the last one."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    ActieFactory,
    CompetentieFactory,
    CompetentiescoreFactory,
    DeelnameFactory,
    EvaluatiemomentFactory,
    NotitieFactory,
    PlanbesprekingFactory,
    TrajectFactory,
    VormingFactory,
)
from trajects.keuzes import Fase, Standactie
from trajects.models import Actie, Doel, Evaluatiemoment, Traject
from werknemers.models import Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
Als = Callable[[Gebruiker], Client]
VORIGE = date(2026, 6, 9)
HTMX = {"HX-Request": "true"}


@pytest.fixture
def traject(amina: Werknemer) -> Traject:
    return TrajectFactory(werknemer=amina, gestart_op=date(2026, 1, 12))


def adres(amina: Werknemer, staart: str = "") -> str:
    return f"/werknemers/{amina.pk}/tussentijds/{staart}"


def zin(antwoord: Any) -> str:
    return " ".join(html.fromstring(antwoord.content).text_content().split())


def blad(client: Client, amina: Werknemer) -> dict[str, list[str]]:
    """The lines of the sheet, by the head above them."""
    pagina = html.fromstring(client.get(adres(amina)).content)
    (deel,) = pagina.xpath("//section[@id='terugblik']")
    return {
        tabel.find("caption").text_content(): [
            " | ".join(" ".join(cel.text_content().split()) for cel in rij.findall("td"))
            for rij in tabel.xpath(".//tbody/tr")
        ]
        for tabel in deel.xpath(".//table")
    }


# --- the next one ----------------------------------------------------------------------------


def test_the_next_one_is_on_the_plan_and_on_its_page(
    als: Als, begeleider: Gebruiker, hr: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    EvaluatiemomentFactory(traject=traject, gepland_op=VORIGE)
    plan = zin(als(begeleider).get(f"/werknemers/{amina.pk}/plan/"))
    assert "Volgende evaluatie 9 december 2026 · Bereid ze voor" in plan
    assert "Volgende evaluatie" not in zin(als(hr).get(f"/werknemers/{amina.pk}/plan/"))
    pagina = zin(als(begeleider).get(adres(amina)))
    assert "Volgende evaluatie: 9 december 2026 over 16 dagen" in pagina
    assert "6 maanden na de vorige evaluatie." in pagina


def test_one_that_is_late_says_so(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    pagina = zin(als(begeleider).get(adres(amina)))
    assert "Volgende evaluatie: 12 juli 2026 te laat" in pagina
    assert "6 maanden na de start van het traject." in pagina


def test_in_aftercare_none_is_due(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    Traject.objects.filter(pk=traject.pk).update(fase=Fase.NAZORG)
    pagina = zin(als(begeleider).get(adres(amina)))
    assert "Er is geen evaluatie gepland." in pagina
    assert "In de nazorg is er geen tussentijdse evaluatie meer." in pagina
    assert "Plan een dag" in pagina
    assert "Niet nodig" not in pagina


def test_without_a_trajectory_there_is_nothing_to_review(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    assert "Er loopt er nu geen." in zin(client.get(adres(amina)))
    for staart in ("gehouden/", "verzetten/", "niet-nodig/"):
        assert client.get(adres(amina, staart)).status_code == 404


def test_held_it_brings_the_agreements_into_the_plan(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    client = als(begeleider)
    form = client.get(adres(amina, "gehouden/")).context["form"]
    gegevens = {
        "van": form["van"].value(),
        "afgehandeld_op": "2026-11-23",
        "afspraken": "Het gaat vooruit.",
        "wat_1": "Zelf de bus nemen",
        "soort_1": "doel",
        "tegen_1": "2027-03-01",
        "wie_1": "begeleider",
        "wat_3": "De dienstregeling vragen",
        "soort_3": "actie",
        "wie_3": "derde",
        "naam_3": "Dirk",
    }
    antwoord = client.post(adres(amina, "gehouden/"), gegevens, follow=True)
    assert antwoord.redirect_chain[-1][0] == adres(amina, "#evaluatiemomenten")
    assert "De evaluatie van 23 november 2026 is bewaard." in zin(antwoord)
    assert "Wat jullie toen afspraken Het gaat vooruit." in zin(antwoord)
    assert Doel.objects.get().titel == "Zelf de bus nemen"
    assert Actie.objects.get().wie_naam == "Dirk"


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"afgehandeld_op": "2026-11-24"}, "afgehandeld_op"),
        ({"afgehandeld_op": ""}, "afgehandeld_op"),
        ({"tegen_2": "2027-01-01"}, "wat_2"),
        ({"wat_2": "Bellen", "wie_2": "derde"}, "naam_2"),
        ({"wat_1": "x" * 201}, "wat_1"),
        ({"soort_1": "onzin"}, "soort_1"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    als: Als,
    begeleider: Gebruiker,
    amina: Werknemer,
    traject: Traject,
    velden: dict[str, str],
    veld: str,
) -> None:
    gegevens = {"van": "2026-07-12", "afgehandeld_op": "2026-11-20"} | velden
    antwoord = als(begeleider).post(adres(amina, "gehouden/"), gegevens)
    assert antwoord.status_code == 422
    assert list(antwoord.context["form"].errors) == [veld]
    assert not Evaluatiemoment.objects.exists()


def test_moved_in_place_the_section_says_why(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    gegevens = {"van": "2026-07-12", "naar": "2027-01-11", "reden": "Eerst de stage"}
    antwoord = als(begeleider).post(adres(amina, "verzetten/"), gegevens, headers=HTMX)
    tekst = zin(antwoord)
    assert "De evaluatie staat op 11 januari 2027." in tekst
    assert "23 november 2026 verzet, stond op 12 juli 2026" in tekst
    assert "Eerst de stage" in tekst


def test_a_form_that_was_overtaken_says_so(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    gegevens = {"van": "2026-07-12", "reden": "Net gesproken"}
    assert als(coordinator).post(adres(amina, "niet-nodig/"), gegevens).status_code == 302
    antwoord = als(begeleider).post(adres(amina, "niet-nodig/"), gegevens)
    assert antwoord.status_code == 422
    assert "De evaluatie staat nu op 23 mei 2027." in zin(antwoord)
    assert Evaluatiemoment.objects.count() == 1


def test_one_that_was_not_held_is_planned_again(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    moment = EvaluatiemomentFactory(traject=traject, gepland_op=VORIGE)
    weg = reverse("trajects:evaluatie_heropenen", args=[moment.pk])
    client = als(begeleider)
    assert weg in client.get(adres(amina)).content.decode()
    vraag = client.get(weg)
    assert "Was ze er niet, de evaluatie van 9 juni 2026?" in zin(vraag)
    client.post(weg, {"gezien": vraag.context["form"]["gezien"].value()})
    moment.refresh_from_db()
    assert moment.is_gepland


# --- another day -----------------------------------------------------------------------------


@pytest.mark.amina(in_dienst=True, met_steun=True)
def test_a_change_of_the_premium_proposes_the_last_working_day_before_it(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    EvaluatiemomentFactory(traject=traject, gepland_op=VORIGE)
    client = als(begeleider)
    beeld = client.get(adres(amina)).context["bovenaan"][0]["inhoud"]["beeld"]
    (voorstel, *_) = beeld.voorstellen
    neem = reverse("trajects:evaluatie_voorstel", args=[amina.pk, voorstel.dag.isoformat()])
    client.post(neem)
    gepland = Evaluatiemoment.objects.gepland().get()
    assert gepland.gepland_op == voorstel.dag
    verzet = Evaluatiemoment.objects.get(stand="verzet")
    assert (verzet.gepland_op, verzet.reden) == (date(2026, 12, 9), voorstel.reden)
    # A second click finds that it stands there already.
    antwoord = client.post(neem, follow=True)
    assert "Deze dag stellen we niet meer voor. Kies zelf een dag." in zin(antwoord)
    assert Evaluatiemoment.objects.count() == 3


# --- the sheet ---------------------------------------------------------------------------------


def test_the_sheet_tells_what_is_new_in_the_words_of_who_wrote_it(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    EvaluatiemomentFactory(traject=traject, gepland_op=VORIGE, afspraken="Samen naar de open dag.")
    NotitieFactory(werknemer=amina, auteur=begeleider, datum=date(2026, 6, 8), tekst="Voordien.")
    NotitieFactory(werknemer=amina, auteur=begeleider, tekst="De keuken past bij haar.")
    ActieFactory(
        werknemer=amina,
        traject=traject,
        wat="Het cv nalezen",
        stand=Standactie.GEDAAN,
        gedaan_op=date(2026, 9, 1),
        resultaat="Het is af",
    )
    ActieFactory(
        werknemer=amina,
        traject=traject,
        wat="Oud werk",
        stand=Standactie.GEDAAN,
        gedaan_op=date(2026, 5, 1),
    )
    ActieFactory(werknemer=amina, traject=traject, wat="De VDAB bellen", tegen=date(2026, 10, 1))
    competentie = CompetentieFactory(organisatie=amina.organisatie, naam="Op tijd komen")
    for dag, score in ((date(2026, 4, 1), 2), (date(2026, 11, 2), 3)):
        CompetentiescoreFactory(
            werknemer=amina,
            competentie=competentie,
            datum=dag,
            score_begeleider=score,
            score_werknemer=None,
            door=begeleider,
        )
    PlanbesprekingFactory(werknemer=amina, door=begeleider, besproken_op=date(2026, 10, 5))
    vorming = VormingFactory(
        organisatie=amina.organisatie,
        titel="HACCP",
        periode=Periode(date(2026, 6, 1), date(2026, 6, 20)),
    )
    DeelnameFactory(werknemer=amina, vorming=vorming)
    client = als(begeleider)
    gevonden = blad(client, amina)
    assert gevonden["Gesprekken en notities"] == [
        f"20 november 2026 | Gesprek door {begeleider}De keuken past bij haar. | Logboek"
    ]
    assert gevonden["Acties"] == [
        "1 september 2026 | Het cv nalezen (begeleider): gedaan. Het is af. | Doelen en acties",
        "1 oktober 2026 | De VDAB bellen (begeleider): te laat. | Doelen en acties",
    ]
    assert gevonden["Plan besproken"] == [
        "5 oktober 2026 | Plan van 5 oktober 2026: akkoord. | Plan besproken"
    ]
    (score, *_) = gevonden["Competenties en talenten"]
    assert "Op tijd komen: begeleider 2 op 01/04/2026; begeleider 3 op 02/11/2026." in score
    assert gevonden["Vorming"][0].startswith("1 juni 2026 | HACCP")
    pagina = zin(client.get(adres(amina)))
    assert "van 9 juni 2026 tot en met 23 november 2026" in pagina
    assert "Wat jullie toen afspraken Samen naar de open dag." in pagina


def test_a_confidential_note_is_for_who_wrote_it_and_who_coordinates(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    NotitieFactory(
        werknemer=amina, auteur=coordinator, vertrouwelijk=True, tekst="Zeg dit niet verder."
    )
    assert "Gesprekken en notities" not in blad(als(begeleider), amina)
    (regel,) = blad(als(coordinator), amina)["Gesprekken en notities"]
    assert f"Gesprek door {coordinator}, vertrouwelijkZeg dit niet verder." in regel


def test_the_first_sheet_counts_from_the_start(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    pagina = zin(als(begeleider).get(adres(amina)))
    assert "Dit is de eerste evaluatie: we tellen vanaf de start van het traject." in pagina
    assert "Niets nieuws over gesprekken en notities, acties, plan besproken" in pagina


def test_hr_has_no_sheet(als: Als, hr: Gebruiker, amina: Werknemer, traject: Traject) -> None:
    EvaluatiemomentFactory(traject=traject, afspraken="Onder ons.")
    client = als(hr)
    assert client.get(adres(amina)).status_code == 403
    sectie = client.get(f"/werknemers/{amina.pk}/sectie/evaluatiemomenten/", headers=HTMX)
    assert "Onder ons." not in sectie.content.decode()
    assert "Volgende evaluatie" not in sectie.content.decode()


# --- Vandaag -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gestart", "staat_er"),
    [(date(2026, 6, 7), True), (date(2026, 6, 8), False), (date(2026, 5, 1), True)],
)
def test_the_agenda_tells_of_reviews_within_two_weeks(
    als: Als, begeleider: Gebruiker, amina: Werknemer, gestart: date, staat_er: bool
) -> None:
    TrajectFactory(werknemer=amina, gestart_op=gestart)
    vandaag = als(begeleider).get("/vandaag/").content.decode()
    assert ("Evaluatie van " in vandaag) is staat_er
    assert (f'href="{adres(amina, "#evaluatiemomenten")}"' in vandaag) is staat_er


def test_the_timeline_shows_reviews_to_who_may_evaluate(
    als: Als, begeleider: Gebruiker, hr: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    EvaluatiemomentFactory(traject=traject, gepland_op=VORIGE)
    EvaluatiemomentFactory(traject=traject, open_=True)

    def regels(wie: Gebruiker) -> list[tuple[str, str, date]]:
        antwoord = als(wie).get(f"/werknemers/{amina.pk}/plan/")
        alle = antwoord.context["tijdlijnregels"]
        return [(r.wat, r.tekst, r.van) for r in alle if r.wat == "Evaluatie"]

    assert regels(begeleider) == [
        ("Evaluatie", "gehouden", VORIGE),
        ("Evaluatie", "gepland", date(2026, 12, 9)),
    ]
    assert regels(hr) == []
