"""Competences: a round filled in together, a score mended or taken away, in place and as a page."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from gebruikers.aanmelding import Aanmelding
from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from tests.fabrieken import (
    CompetentieFactory,
    CompetentiescoreFactory,
    GebruikerFactory,
    TalentFactory,
    WerknemerFactory,
)
from trajects.models import Competentie, Competentiescore
from trajects.profiel.competentiescores import (
    Scoregegevens,
    bewaar_ronde,
    verwijder_score,
    wijzig_score,
)
from trajects.profiel.views import SECTIE
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
VANDAAG, MORGEN, VROEGER = date(2026, 11, 23), date(2026, 11, 24), date(2026, 10, 1)


def gezegd(begeleider: int | None, zelf: int | None, voorbeeld: str = "") -> Scoregegevens:
    return Scoregegevens(score_begeleider=begeleider, score_werknemer=zelf, voorbeeld=voorbeeld)


@pytest.fixture
def lijst(db: None) -> list[Competentie]:
    """The general one, which the migrations made."""
    return list(Competentie.objects.filter(organisatie=None))


@pytest.fixture
def score(amina: Werknemer, begeleider: Gebruiker, lijst: list[Competentie]) -> Competentiescore:
    return CompetentiescoreFactory(
        werknemer=amina, competentie=lijst[0], datum=VROEGER, door=begeleider
    )


# --- a round ---------------------------------------------------------------------------------


def test_only_what_was_said_is_kept_and_audited(
    begeleider: Gebruiker, amina: Werknemer, lijst: list[Competentie]
) -> None:
    gegeven = {wat: gezegd(None, None) for wat in lijst}
    gegeven[lijst[1]] = gezegd(2, 3, "Nam de kassa over.")
    gegeven[lijst[4]] = gezegd(None, 4)
    bewaar_ronde(werknemer=amina, door=begeleider, datum=VROEGER, gegeven=gegeven)
    velden = ("competentie", "datum", "score_begeleider", "score_werknemer", "voorbeeld", "door")
    assert list(Competentiescore.objects.values_list(*velden)) == [
        (lijst[1].pk, VROEGER, 2, 3, "Nam de kassa over.", begeleider.pk),
        (lijst[4].pk, VROEGER, None, 4, "", begeleider.pk),
    ]
    regels = Auditregel.objects.filter(soort="competentiescore").order_by("pk")
    assert [regel.actie for regel in regels] == ["toegevoegd", "toegevoegd"]
    assert regels[0].verschil["score_begeleider"] == [None, 2]
    assert regels[0].verschil["voorbeeld"] == ["●●●", "●●●"]


@pytest.mark.parametrize(
    ("dag", "alles", "veld", "zin"),
    [
        (MORGEN, gezegd(2, 2), "datum", "Kies vandaag of een dag die voorbij is."),
        (VANDAAG, gezegd(None, None), "__all__", "Kies minstens één score."),
        (VANDAAG, gezegd(None, None, "Iets."), "score_begeleider_{pk}", "kies minstens één score."),
        (VROEGER, gezegd(2, 2), "score_begeleider_{pk}", "staat er al een score. Pas die aan."),
        (VANDAAG, gezegd(5, 2), "__all__", "Een score is 1, 2, 3 of 4."),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    begeleider: Gebruiker,
    score: Competentiescore,
    dag: date,
    alles: Scoregegevens,
    veld: str,
    zin: str,
) -> None:
    gegeven = {score.competentie: alles}
    with pytest.raises(ValidationError) as weigering:
        bewaar_ronde(werknemer=score.werknemer, door=begeleider, datum=dag, gegeven=gegeven)
    fouten = getattr(weigering.value, "error_dict", {"__all__": weigering.value})
    assert list(fouten) == [veld.format(pk=score.competentie_id)]
    assert zin in " ".join(weigering.value.messages)
    assert Competentiescore.objects.get() == score


@pytest.mark.django_db(transaction=True)
def test_of_two_rounds_at_once_the_second_gets_a_sentence() -> None:
    begeleider = GebruikerFactory()
    amina = WerknemerFactory(organisatie=begeleider.organisatie)
    vak = CompetentieFactory(organisatie=begeleider.organisatie, naam="Koken")
    hek, uitkomst = threading.Barrier(2), []

    def probeer() -> None:
        try:
            hek.wait(timeout=10)
            bewaar_ronde(
                werknemer=amina, door=begeleider, datum=VANDAAG, gegeven={vak: gezegd(2, 3)}
            )
            uitkomst.append("bewaard")
        except ValidationError as weigering:
            uitkomst.extend(weigering.messages)
        finally:
            connection.close()

    draden = [threading.Thread(target=probeer) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    assert sorted(uitkomst) == [
        "Koken: voor die dag staat er al een score. Pas die aan.",
        "bewaard",
    ]


def adres(werknemer: Werknemer) -> str:
    return f"/werknemers/{werknemer.pk}/competenties/"


def test_the_round_shows_the_list_of_today(
    als: Als, begeleider: Gebruiker, amina: Werknemer, lijst: list[Competentie]
) -> None:
    CompetentieFactory(organisatie=amina.organisatie, naam="Koken", volgorde=1000)
    CompetentieFactory(organisatie=amina.organisatie, naam="Uit", actief=False)
    CompetentieFactory(naam="Van een ander")
    pagina = html.fromstring(als(begeleider).get(adres(amina)).content)
    namen = [
        legende.text_content() for legende in pagina.xpath("//fieldset[@class='ronde']/legend")
    ]
    assert namen == [*(wat.naam for wat in lijst), "Koken"]
    (datum,) = pagina.xpath("//input[@name='datum']")
    assert datum.get("value") == "2026-11-23"
    zijden = pagina.xpath("(//fieldset[@class='ronde'])[1]//fieldset/legend")
    assert [zijde.text_content() for zijde in zijden] == ["Begeleider", "Amina zelf"]


@pytest.mark.parametrize("koppen", [HTMX, {}])
def test_a_round_in_place_and_as_a_page(
    als: Als,
    begeleider: Gebruiker,
    amina: Werknemer,
    lijst: list[Competentie],
    koppen: dict[str, str],
) -> None:
    client, pk = als(begeleider), lijst[0].pk
    data = {
        "datum": "2026-11-20",
        f"score_begeleider_{pk}": "2",
        f"score_werknemer_{pk}": "3",
        f"voorbeeld_{pk}": "Verwittigde toen de bus niet kwam.",
    }
    antwoord = client.post(adres(amina), data, headers=koppen)
    if koppen:
        assert antwoord["HX-Retarget"] == "#competenties"
    else:
        assert antwoord.url == f"/werknemers/{amina.pk}/plan/#competenties"
        antwoord = client.get(antwoord.url)
    tekst = " ".join(html.fromstring(antwoord.content.decode()).text_content().split())
    assert "De scores van 1 competentie zijn bewaard." in tekst
    assert "Begeleider 2 · lukt met hulp Amina zelf 3 · lukt zelfstandig" in tekst
    assert "Voorbeeld: Verwittigde toen de bus niet kwam." in tekst
    assert "besproken op 20 november 2026" in tekst


def test_a_refused_round_loses_nothing_also_of_what_left_the_list(
    als: Als, begeleider: Gebruiker, amina: Werknemer, lijst: list[Competentie]
) -> None:
    """Somebody switched one off while the form was open."""
    uit = CompetentieFactory(organisatie=amina.organisatie, actief=False)
    data = {
        "datum": "2026-11-20",
        f"score_begeleider_{uit.pk}": "2",
        f"voorbeeld_{lijst[0].pk}": "Een voorbeeld zonder score.",
    }
    antwoord = als(begeleider).post(adres(amina), data)
    assert antwoord.status_code == 422
    pagina = html.fromstring(antwoord.content)
    assert pagina.xpath(f"//input[@name='score_begeleider_{uit.pk}'][@checked]/@value") == ["2"]
    (voorbeeld,) = pagina.xpath(f"//textarea[@name='voorbeeld_{lijst[0].pk}']")
    assert voorbeeld.text_content().strip() == "Een voorbeeld zonder score."
    (fout,) = pagina.xpath(f"//*[@id='id_score_begeleider_{lijst[0].pk}_error']")
    assert fout.text_content() == "Afspraken nakomen: kies minstens één score."
    assert not Competentiescore.objects.exists()


# --- one score -------------------------------------------------------------------------------


def test_a_score_is_mended_and_the_same_again_changes_nothing(
    begeleider: Gebruiker, score: Competentiescore
) -> None:
    for _ in range(2):
        wijzig_score(
            score, door=begeleider, gezien=None, datum=VANDAAG, gegevens=gezegd(4, 3, "Zie kassa.")
        )
    score.refresh_from_db()
    assert (score.datum, score.score_begeleider, score.voorbeeld) == (VANDAAG, 4, "Zie kassa.")
    (regel,) = Auditregel.objects.filter(soort="competentiescore")
    assert regel.actie == "gewijzigd"
    assert regel.verschil == {
        "datum": ["2026-10-01", "2026-11-23"],
        "score_begeleider": [2, 4],
        "voorbeeld": ["●●●", "●●●"],
    }


def test_a_score_cannot_move_to_a_day_that_has_one(
    als: Als, begeleider: Gebruiker, score: Competentiescore
) -> None:
    CompetentiescoreFactory(
        werknemer=score.werknemer, competentie=score.competentie, datum=VANDAAG, door=begeleider
    )
    client, url = als(begeleider), f"/scores/{score.pk}/"
    (form,) = html.fromstring(client.get(url).content).xpath("//form[@data-bewaak]")
    data = dict(form.form_values()) | {"datum": "2026-11-23"}
    antwoord = client.post(url, data)
    assert antwoord.status_code == 422
    (fout,) = html.fromstring(antwoord.content).xpath("//*[@id='id_datum_error']")
    assert "Voor die dag staat er al een score. Pas die aan." in fout.text_content()


def test_a_score_without_both_sides_or_in_the_future_is_refused(
    begeleider: Gebruiker, score: Competentiescore
) -> None:
    for dag, alles in ((MORGEN, gezegd(2, 2)), (VANDAAG, gezegd(None, None, "Iets."))):
        with pytest.raises(ValidationError):
            wijzig_score(score, door=begeleider, gezien=None, datum=dag, gegevens=alles)
    score.refresh_from_db()
    assert (score.datum, score.score_begeleider) == (VROEGER, 2)


def test_a_score_is_taken_away_after_asking(
    als: Als, begeleider: Gebruiker, score: Competentiescore
) -> None:
    client, url = als(begeleider), f"/scores/{score.pk}/verwijder/"
    pagina = client.get(url)
    assert "1 oktober 2026" in pagina.content.decode()
    antwoord = client.post(url, {"gezien": pagina.context["form"]["gezien"].value()})
    assert antwoord.url == f"/werknemers/{score.werknemer_id}/plan/#competenties"
    assert not Competentiescore.objects.exists()
    regel = Auditregel.objects.get(soort="competentiescore")
    assert (regel.actie, regel.verschil["score_werknemer"]) == ("verwijderd", [3, None])


def test_what_changed_meanwhile_is_not_taken_away(
    als: Als, begeleider: Gebruiker, score: Competentiescore
) -> None:
    client, url = als(begeleider), f"/scores/{score.pk}/verwijder/"
    gezien = client.get(url).context["form"]["gezien"].value()
    oud = score.gewijzigd_op
    wijzig_score(score, door=begeleider, gezien=oud, datum=VANDAAG, gegevens=gezegd(4, 4))
    antwoord = client.post(url, {"gezien": gezien})
    assert antwoord.status_code == 422
    assert "Iemand anders bewaarde dit" in antwoord.content.decode()
    with pytest.raises(IntussenGewijzigd):
        verwijder_score(score, door=begeleider, gezien=oud)
    assert Competentiescore.objects.get().score_begeleider == 4


# --- on the plan -----------------------------------------------------------------------------


def test_the_course_is_drawn_and_told_from_two_rounds_on(
    als: Als, begeleider: Gebruiker, score: Competentiescore
) -> None:
    CompetentiescoreFactory(
        werknemer=score.werknemer,
        competentie=score.competentie,
        datum=VANDAAG,
        score_begeleider=3,
        score_werknemer=None,
        door=begeleider,
    )
    pagina = als(begeleider).get(f"/werknemers/{score.werknemer_id}/plan/")
    (deel,) = html.fromstring(pagina.content).xpath("//section[@id='competenties']")
    (tekst,) = deel.xpath(".//*[name()='desc']")
    assert tekst.text_content() == (
        "1 oktober 2026: begeleider 2, Amina zelf 3. 23 november 2026: begeleider 3."
    )
    woorden = " ".join(deel.text_content().split())
    assert "3 · lukt zelfstandig (was 2)" in woorden
    assert "Amina zelf 3 · lukt zelfstandig op 1 oktober 2026" in woorden
    assert "opgeschreven door An Peeters" in woorden


def test_one_round_is_not_drawn(als: Als, begeleider: Gebruiker, score: Competentiescore) -> None:
    pagina = als(begeleider).get(f"/werknemers/{score.werknemer_id}/plan/")
    (deel,) = html.fromstring(pagina.content).xpath("//section[@id='competenties']")
    assert not deel.xpath(".//*[name()='desc']")
    assert "hoe het was" not in deel.text_content()


def test_who_only_reads_sees_no_way_to_change(
    als: Als, hr: Gebruiker, score: Competentiescore
) -> None:
    pagina = als(hr).get(f"/werknemers/{score.werknemer_id}/plan/")
    (deel,) = html.fromstring(pagina.content).xpath("//section[@id='competenties']")
    assert "2 · lukt met hulp" in deel.text_content()
    assert not deel.xpath(".//a")


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_section_costs_two_queries(
    begeleider: Gebruiker,
    amina: Werknemer,
    lijst: list[Competentie],
    django_assert_num_queries: DjangoAssertNumQueries,
    aantal: int,
) -> None:
    for nummer in range(aantal):
        for dag in (VROEGER, VANDAAG):
            CompetentiescoreFactory(werknemer=amina, competentie=lijst[nummer], datum=dag)
        TalentFactory(werknemer=amina)
    wie = Aanmelding().get_user(begeleider.pk)
    assert wie is not None
    with django_assert_num_queries(2):
        inhoud = SECTIE.lees(amina, wie)
        assert len(inhoud["competenties"]) == len(inhoud["talenten"]) == aantal
        assert all(beeld.laatste.door.naam for beeld, _ in inhoud["competenties"])
