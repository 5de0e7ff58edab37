"""The motivated request: who writes it, and that nothing of it is lost."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from gedeeld.tijd import alsof
from tests.trajects.evaluatiepakket.dossier import vul_dossier
from trajects.evaluatiepakket.verzoek import schrijf_verzoektekst
from trajects.evaluatiepakket.verzoekbeeld import NOOIT_GESCHREVEN, Verzoekversie, lees_koppen
from trajects.keuzes import Verzoekkop
from trajects.models import Concept, Verzoektekst, Verzoektekstversie
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
VANDAAG = date(2026, 11, 23)


def adres(wie: Werknemer, kop: str = "job") -> str:
    return reverse("trajects:verzoektekst_bewerk", args=[wie.pk, kop])


def schrijf(wie: Werknemer, door: Gebruiker, tekst: str, **anders: object) -> Verzoektekst:
    vast = {"kop": Verzoekkop.JOB, "gezien": None}
    return schrijf_verzoektekst(werknemer=wie, door=door, tekst=tekst, **vast | anders)  # type: ignore[arg-type]


def test_every_version_stays_with_who_wrote_it_and_when(
    amina: Werknemer, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    with alsof(date(2026, 11, 2)):
        schrijf(amina, begeleider, " Groenten snijden. ")
    schrijf(amina, begeleider, "Groenten snijden.")
    schrijf(amina, coordinator, "Groenten snijden en afwassen.")
    job, kunnen, *_ = lees_koppen(amina)
    wie = coordinator.volledige_naam
    assert job.versies == (
        Verzoekversie(VANDAAG, wie, "Groenten snijden en afwassen."),
        Verzoekversie(date(2026, 11, 2), "An Peeters", "Groenten snijden."),
    )
    assert (job.tekst, kunnen.versies) == ("Groenten snijden en afwassen.", ())


def test_an_empty_text_is_refused(als: Als, amina: Werknemer, begeleider: Gebruiker) -> None:
    schrijf(amina, begeleider, "Zo was het.")
    with pytest.raises(ValidationError):
        schrijf(amina, begeleider, " ")
    assert als(begeleider).post(adres(amina), {"tekst": " "}).status_code == 422
    assert Verzoektekst.objects.get().tekst == "Zo was het."


def test_the_trail_says_who_and_not_what(amina: Werknemer, begeleider: Gebruiker) -> None:
    schrijf(amina, begeleider, "Zij kan nog niet alleen werken.")
    regel = Auditregel.objects.get(soort="verzoektekst")
    assert (regel.actie, regel.door, regel.betrokkene_id) == ("geschreven", begeleider, amina.pk)
    assert regel.verschil["tekst"] == ["●●●", "●●●"]


def test_a_version_cannot_be_changed(amina: Werknemer, begeleider: Gebruiker) -> None:
    schrijf(amina, begeleider, "Zo was het.")
    for verander in (
        lambda: Verzoektekstversie.objects.update(tekst="Anders"),
        lambda: Verzoektekstversie.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            verander()


def test_who_was_first_is_not_overwritten_unseen(
    amina: Werknemer, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    schrijf(amina, begeleider, "Van An.", gezien=NOOIT_GESCHREVEN)
    with pytest.raises(IntussenGewijzigd):
        schrijf(amina, coordinator, "Van Sofie.", gezien=NOOIT_GESCHREVEN)
    assert Verzoektekst.objects.get().tekst == "Van An."


def test_it_is_written_beside_the_facts_and_read_on_the_page(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    vul_dossier(amina, begeleider)
    client = als(begeleider)
    formulier = client.get(adres(amina, "gewone-job"))
    tekst = formulier.content.decode()
    assert "Het tempo lag te hoog" in tekst
    assert "Hielp in de spoelkeuken" not in tekst
    gezien = formulier.context["form"]["gezien"].value()
    gegevens = {"tekst": "Eerst <b>trager</b> wennen.\n\nDan opnieuw.", "gezien": gezien}
    antwoord = client.post(adres(amina, "gewone-job"), gegevens)
    assert antwoord["Location"] == f"/werknemers/{amina.pk}/evaluatie/#verzoek"
    pagina = client.get(reverse("trajects:evaluatie", args=[amina.pk])).content.decode()
    assert "<p>Eerst &lt;b&gt;trager&lt;/b&gt; wennen.</p>" in pagina
    assert "Geschreven door An Peeters op 23 november 2026." in pagina
    assert "Dit schreven we over Wat we deden op weg naar een gewone job." in pagina


def test_saving_drops_the_draft(als: Als, amina: Werknemer, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    velden = {"sleutel": adres(amina), "velden": '{"tekst": ["Half"]}'}
    op = client.post(reverse("trajects:concept_bewaar"), velden).json()["op"]
    client.post(adres(amina), {"tekst": "Heel", "concept_gezien": op})
    assert not Concept.objects.exists()
    assert Verzoektekst.objects.get().tekst == "Heel"


@pytest.mark.parametrize(
    ("rol", "status"), [("begeleider", 302), ("coordinator", 302), ("hr", 403), ("beheerder", 403)]
)
def test_who_guides_writes_it(
    request: pytest.FixtureRequest, als: Als, amina: Werknemer, rol: str, status: int
) -> None:
    client = als(request.getfixturevalue(rol))
    assert client.post(adres(amina), {"tekst": "Groenten snijden."}).status_code == status
    assert Verzoektekst.objects.exists() is (status == 302)


def test_a_heading_that_does_not_exist_is_no_page(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    assert als(begeleider).get(adres(amina, "loon")).status_code == 404
