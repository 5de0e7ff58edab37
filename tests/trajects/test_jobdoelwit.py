"""The job target: chosen, changed, replaced; one at a time, in place and as a page."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from doorstroom.gedeeld.gelijktijdig import IntussenGewijzigd
from doorstroom.gedeeld.models import Auditregel
from gebruikers.models import Gebruiker
from tests.fabrieken import JobdoelwitFactory, TrajectFactory, WerknemerFactory
from trajects.domein.jobdoelwitten import kies_jobdoelwit, wijzig_jobdoelwit
from trajects.keuzes import Fase, SoortWerk
from trajects.models import Jobdoelwit, Traject
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def amina(begeleider: Gebruiker) -> Werknemer:
    return WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider)


@pytest.fixture
def traject(amina: Werknemer) -> Traject:
    return TrajectFactory(werknemer=amina)


def test_a_target_is_chosen_and_audited(begeleider: Gebruiker, traject: Traject) -> None:
    doel = kies_jobdoelwit(
        traject=traject, door=begeleider, titel="kok", soort_werk=SoortWerk.REGULIER
    )
    assert (doel.titel, doel.soort_werk, doel.van) == ("kok", "regulier", date(2026, 11, 23))
    regel = Auditregel.objects.get(soort="jobdoelwit")
    assert (regel.actie, regel.wijzigingen["titel"]) == ("gekozen", [None, "kok"])


def test_another_target_keeps_the_earlier_one_with_the_reason(
    begeleider: Gebruiker, traject: Traject
) -> None:
    vorig = JobdoelwitFactory(traject=traject, titel="kok")
    kies_jobdoelwit(traject=traject, door=begeleider, titel="bakker", reden="Houdt van de nacht.")
    vorig.refresh_from_db()
    assert (vorig.tot, vorig.reden_van_wijziging) == (date(2026, 11, 23), "Houdt van de nacht.")
    assert [doel.titel for doel in Jobdoelwit.objects.actief()] == ["bakker"]


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
