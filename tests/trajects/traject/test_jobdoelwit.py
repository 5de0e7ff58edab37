"""The job target: chosen, changed, replaced; one at a time, in place and as a page."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from tests.fabrieken import (
    CompetentieFactory,
    CompetentiescoreFactory,
    JobdoelwitFactory,
    RandvoorwaardeFactory,
    TalentFactory,
    TrajectFactory,
)
from trajects.keuzes import Fase, SoortWerk
from trajects.models import Jobdoelwit, Traject
from trajects.traject.jobdoelwitten import kies_jobdoelwit, wijzig_jobdoelwit
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def traject(amina: Werknemer) -> Traject:
    return TrajectFactory(werknemer=amina)


def test_a_target_is_chosen_and_audited(begeleider: Gebruiker, traject: Traject) -> None:
    doel = kies_jobdoelwit(
        traject=traject, door=begeleider, titel="kok", soort_werk=SoortWerk.REGULIER
    )
    assert (doel.titel, doel.soort_werk, doel.van) == ("kok", "regulier", date(2026, 11, 23))
    regel = Auditregel.objects.get(soort="jobdoelwit")
    assert (regel.actie, regel.verschil["titel"]) == ("gekozen", [None, "kok"])


def test_another_target_keeps_the_earlier_one_with_the_reason(
    begeleider: Gebruiker, traject: Traject
) -> None:
    vorig = JobdoelwitFactory(traject=traject, titel="kok")
    vast = {"traject": traject, "door": begeleider, "titel": "bakker"}
    with pytest.raises(ValidationError, match="Zeg waarom het een ander jobdoelwit wordt"):
        kies_jobdoelwit(**vast, in_plaats_van=vorig.pk, reden=" ")
    kies_jobdoelwit(**vast, in_plaats_van=vorig.pk, reden="Houdt van de nacht.")
    vorig.refresh_from_db()
    assert (vorig.tot, vorig.reden_van_wijziging) == (date(2026, 11, 23), "Houdt van de nacht.")
    assert [doel.titel for doel in Jobdoelwit.objects.actief()] == ["bakker"]
    regels = Auditregel.objects.filter(soort="jobdoelwit").order_by("pk")
    assert [regel.actie for regel in regels] == ["beëindigd", "gekozen"]
    assert regels[0].verschil["reden_van_wijziging"] == ["", "Houdt van de nacht."]


def test_the_same_again_changes_nothing(begeleider: Gebruiker, traject: Traject) -> None:
    doel = JobdoelwitFactory(traject=traject, titel="kok")
    op = doel.gewijzigd_op
    assert wijzig_jobdoelwit(doel, door=begeleider, gezien=op, titel="kok").gewijzigd_op == op
    assert not Auditregel.objects.filter(soort="jobdoelwit").exists()


def test_a_closed_trajectory_gets_no_target(begeleider: Gebruiker, amina: Werknemer) -> None:
    dicht = TrajectFactory(werknemer=amina, fase=Fase.AFGEROND)
    with pytest.raises(ValidationError, match="afgesloten"):
        kies_jobdoelwit(traject=dicht, door=begeleider, titel="kok")
    assert not Jobdoelwit.objects.exists()


def test_who_saw_an_older_version_is_told(begeleider: Gebruiker, traject: Traject) -> None:
    doel = JobdoelwitFactory(traject=traject)
    gezien = doel.gewijzigd_op
    wijzig_jobdoelwit(doel, door=begeleider, gezien=gezien, titel="kok")
    with pytest.raises(IntussenGewijzigd):
        wijzig_jobdoelwit(doel, door=begeleider, gezien=gezien, titel="bakker")


def test_in_place_the_section_comes_back(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    client = als(begeleider)
    adres = f"/werknemers/{amina.pk}/jobdoelwit/kies/"
    formulier = client.get(adres, headers=HTMX).content.decode()
    assert "<html" not in formulier
    assert 'hx-target="#jobdoelwit"' in formulier
    antwoord = client.post(adres, {"titel": "kok"}, headers=HTMX)
    assert antwoord["HX-Retarget"] == "#jobdoelwit"
    assert '<section class="blok" id="jobdoelwit"' in antwoord.content.decode()
    assert "Het jobdoelwit is nu: kok." in antwoord.content.decode()


def test_without_javascript_the_page_comes_back(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    adres = f"/werknemers/{amina.pk}/jobdoelwit/kies/"
    client = als(begeleider)
    antwoord = client.post(adres, {"titel": "kok"})
    assert antwoord.url == f"/werknemers/{amina.pk}/plan/#jobdoelwit"
    pagina = client.get(antwoord.url).content.decode()
    assert "Het jobdoelwit is nu: kok." in pagina


def test_a_refusal_keeps_what_was_typed(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    JobdoelwitFactory(traject=traject)
    adres = f"/werknemers/{amina.pk}/jobdoelwit/kies/"
    antwoord = als(begeleider).post(adres, {"titel": "bakker", "reden": ""})
    assert antwoord.status_code == 422
    assert 'value="bakker"' in antwoord.content.decode()
    assert Jobdoelwit.objects.count() == 1


def invoer(antwoord: Any) -> dict[str, str]:
    (form,) = html.fromstring(antwoord.content.decode()).xpath("//form[@data-bewaak]")
    return {naam: (waarde or "").lstrip("\n") for naam, waarde in form.form_values()}


@pytest.mark.parametrize("er_was_al_een", [False, True])
def test_two_people_choose_another_one_at_once(
    als: Als,
    begeleider: Gebruiker,
    coordinator: Gebruiker,
    amina: Werknemer,
    traject: Traject,
    er_was_al_een: bool,
) -> None:
    if er_was_al_een:
        JobdoelwitFactory(traject=traject, titel="kok")
    adres = f"/werknemers/{amina.pk}/jobdoelwit/kies/"
    een, twee = als(begeleider), als(coordinator)
    van_een, van_twee = invoer(een.get(adres)), invoer(twee.get(adres))
    een.post(adres, van_een | {"titel": "bakker", "reden": "Houdt van de nacht."})
    antwoord = twee.post(adres, van_twee | {"titel": "hovenier", "reden": "Wil buiten werken."})
    assert antwoord.status_code == 422
    assert "Iemand koos intussen een jobdoelwit: bakker." in antwoord.content.decode()
    assert [doel.titel for doel in Jobdoelwit.objects.actief()] == ["bakker"]
    opnieuw = invoer(antwoord)
    assert opnieuw["titel"] == "hovenier"
    assert twee.post(adres, opnieuw | {"reden": "Wil buiten werken."}).status_code == 302
    bakker = Jobdoelwit.objects.get(titel="bakker")
    assert (bakker.actief, bakker.reden_van_wijziging) == (False, "Wil buiten werken.")
    assert [doel.titel for doel in Jobdoelwit.objects.actief()] == ["hovenier"]


def test_a_change_of_a_target_that_was_replaced_reaches_no_other(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    kok = JobdoelwitFactory(traject=traject, titel="kok")
    adres, client = f"/werknemers/{amina.pk}/jobdoelwit/", als(begeleider)
    data = invoer(client.get(adres)) | {"waarom": "Kookt graag."}
    kies_jobdoelwit(
        traject=traject, door=coordinator, in_plaats_van=kok.pk, titel="bakker", reden="Nacht."
    )
    antwoord = client.post(adres, data)
    assert antwoord.status_code == 422
    assert "Iemand koos intussen een ander jobdoelwit." in antwoord.content.decode()
    assert invoer(antwoord)["waarom"] == "Kookt graag."
    assert set(Jobdoelwit.objects.values_list("titel", "waarom")) == {("kok", ""), ("bakker", "")}


def test_earlier_ones_say_why_they_are_no_longer(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    kok = JobdoelwitFactory(traject=traject, titel="kok", van=date(2026, 3, 2))
    kies_jobdoelwit(
        traject=traject, door=begeleider, in_plaats_van=kok.pk, titel="bakker", reden="Nacht."
    )
    JobdoelwitFactory(
        traject=TrajectFactory(werknemer=amina, fase=Fase.STOPGEZET, gestart_op=date(2023, 5, 1)),
        titel="tuinman",
        van=date(2023, 5, 8),
    )
    pagina = als(begeleider).get(f"/werknemers/{amina.pk}/plan/").content.decode()
    (deel,) = html.fromstring(pagina).xpath("//section[@id='jobdoelwit']")
    rijen = [" ".join(rij.text_content().split()) for rij in deel.xpath(".//li")]
    assert rijen == [
        "kokvan 2 maart 2026 tot 23 november 2026Waarom een ander: Nacht.",
        "tuinmanvan 8 mei 2023 tot het traject stopte",
    ]


def test_the_form_speaks_of_the_person(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    pagina = als(begeleider).get(f"/werknemers/{amina.pk}/jobdoelwit/kies/").content.decode()
    assert "Wat wil en kan Amina? Schrijf het in eigen woorden." in pagina


def test_beside_the_choice_lies_what_somebody_can_do_and_what_stands_in_the_way(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    """By what each side said last; the higher of both counts."""
    TalentFactory(werknemer=amina, woorden="geduld met kinderen")
    for naam, scores in (("Plannen", [(2, 2), (None, 3)]), ("Samenwerken", [(4, 1), (2, 2)])):
        competentie = CompetentieFactory(organisatie=amina.organisatie, naam=naam)
        for nummer, (ene, andere) in enumerate(scores, 1):
            CompetentiescoreFactory(
                werknemer=amina,
                competentie=competentie,
                datum=date(2026, nummer, 1),
                score_begeleider=ene,
                score_werknemer=andere,
            )
    RandvoorwaardeFactory(werknemer=amina, thema="kinderopvang", stand="belemmering")
    RandvoorwaardeFactory(werknemer=amina, thema="taal", stand="in_orde")
    pagina = als(begeleider).get(f"/werknemers/{amina.pk}/jobdoelwit/kies/")
    (naast,) = html.fromstring(pagina.content).xpath("//details[contains(@class, 'breed-open')]")
    assert " ".join(naast.text_content().split()) == (
        "Wat Amina goed kan, en wat nog in de weg zit Talenten geduld met kinderen "
        "Wat goed lukt Plannen · lukt zelfstandig Wat nog in de weg zit Kinderopvang · belemmering"
    )
