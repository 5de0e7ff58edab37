"""Every write keeps the signals of those whom it is about, in its own transaction."""

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from gebruikers.domein.organisaties import stel_drempels_in
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.aangeraakt import bijgewerkt
from gedeeld.models import UitgaandeMail
from gedeeld.periode import Periode, plus_dagen
from regels.keuzes import Parametercode, SoortAdvies
from tests.fabrieken import (
    NotitieFactory,
    RegelparameterFactory,
    StageFactory,
    TrajectFactory,
    WerknemerFactory,
)
from tests.trajects.signalen.nacht import over_einde
from tests.trajects.signalen.test_bepaal_signalen import NU, advies_tot
from trajects.keuzes import Signaalstatus
from trajects.models import Notitie, Signaal
from trajects.schrijvers import WERKGEVERS
from trajects.signaalsoorten.soorten import geen_gesprek, stage_zonder_evaluatie
from trajects.signaalsoorten.soorten.einde_ondersteuning import EINDE
from trajects.signalen.bepaal_signalen import bepaal_signalen
from trajects.signalen.bijwerken import werk_signalen_bij
from werknemers.domein.adviezen import verwijder_advies
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
pytestmark = pytest.mark.amina(in_dienst=True)


def stil(amina: Werknemer) -> None:
    """A trajectory in which nobody spoke for nine weeks."""
    TrajectFactory(werknemer=amina, gestart_op=date(2025, 1, 6))
    NotitieFactory(werknemer=amina, datum=plus_dagen(NU, -63))


def gesprekken() -> list[str]:
    return list(Signaal.objects.filter(soort=geen_gesprek.CODE).values_list("status", flat=True))


def test_an_advice_that_is_entered_at_noon_withdraws_the_signal_at_once(
    als: Als, amina: Werknemer, hr: Gebruiker
) -> None:
    oud = advies_tot(amina, date(2026, 12, 31), jaren=2)
    bepaal_signalen(op=NU)
    velden = {
        "soort": SoortAdvies.IMW_5,
        "besluitdatum": "20/11/2026",
        "start": "2027-01-01",
        "begeleidingsniveau": "laag",
    }
    antwoord = als(hr).post(f"/werknemers/{amina.pk}/adviezen/nieuw/", velden)
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    signaal = over_einde().get(onderwerp=oud.pk)
    assert (signaal.status, signaal.toelichting) == (
        Signaalstatus.INGETROKKEN,
        "Ingetrokken: een ander advies bepaalt nu het einde: 31/12/2031.",
    )


def test_what_is_refused_or_only_read_changes_no_signal(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    stil(amina)
    client = als(begeleider)
    assert client.get(f"/werknemers/{amina.pk}/").status_code == 200
    assert client.post("/notities/nieuw/", {"werknemer": amina.pk}).status_code == 422
    assert gesprekken() == []


def test_three_questions_and_nobody_is_mailed(
    amina: Werknemer, django_assert_num_queries: Any
) -> None:
    stil(amina)
    werk_signalen_bij(amina.organisatie_id, [])
    with django_assert_num_queries(3):
        werk_signalen_bij(amina.organisatie_id, [amina.pk])
    assert gesprekken() == [Signaalstatus.NIEUW]
    assert not UitgaandeMail.objects.exists()
    assert Signaal.objects.filter(gemeld_op__isnull=False).count() == 0


def test_nobody_else_is_looked_at(amina: Werknemer, organisatie: Organisatie) -> None:
    stil(amina)
    ander = WerknemerFactory(organisatie=organisatie, in_dienst=True)
    advies_tot(ander, date(2026, 12, 31))
    werk_signalen_bij(amina.organisatie_id, [amina.pk])
    assert not Signaal.objects.filter(werknemer=ander).exists()


def test_many_people_are_done_as_a_night_does_them(organisatie: Organisatie) -> None:
    mensen = [WerknemerFactory(organisatie=organisatie, in_dienst=True) for _ in range(51)]
    for wie in mensen:
        advies_tot(wie, date(2026, 12, 31))
    werk_signalen_bij(organisatie.pk, [wie.pk for wie in mensen])
    assert over_einde().count() == len(mensen)


def test_another_threshold_counts_at_once(amina: Werknemer, coordinator: Gebruiker) -> None:
    advies_tot(amina, date(2027, 9, 30))
    with transaction.atomic(), bijgewerkt():
        stel_drempels_in(organisatie=amina.organisatie, door=coordinator, drempels=[11, 2])
    assert list(over_einde().values_list("soort", "drempel")) == [(EINDE, 11)]


def test_a_correction_of_the_last_talk_is_no_talk(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    """Nobody spoke: the signal stays with who follows it up, whatever they mend in the note."""
    TrajectFactory(werknemer=amina, gestart_op=date(2025, 1, 6))
    notitie = NotitieFactory(werknemer=amina, auteur=begeleider, datum=plus_dagen(NU, -63))
    bepaal_signalen(op=NU)
    Signaal.objects.filter(soort=geen_gesprek.CODE).update(
        status=Signaalstatus.IN_OPVOLGING, opgevolgd_door=begeleider
    )
    velden = {"soort": "gesprek", "datum": notitie.datum.isoformat(), "tekst": "Zonder tikfout."}
    antwoord = als(begeleider).post(f"/notities/{notitie.pk}/verbeter/", velden)
    assert antwoord.status_code == 302
    assert Notitie.objects.filter(vervangt=notitie).exists()
    bepaal_signalen(op=NU)
    assert gesprekken() == [Signaalstatus.IN_OPVOLGING]


def test_another_number_of_weeks_is_no_talk(amina: Werknemer) -> None:
    stil(amina)
    bepaal_signalen(op=NU)
    RegelparameterFactory(
        code=Parametercode.GESPREK_WEKEN, organisatie=amina.organisatie, waarde=12
    )
    bepaal_signalen(op=NU)
    (signaal,) = Signaal.objects.filter(soort=geen_gesprek.CODE)
    assert signaal.toelichting == "Ingetrokken: daarvoor is het nog te vroeg."


def test_an_employer_with_another_name_is_named_so_at_once(
    als: Als, amina: Werknemer, coordinator: Gebruiker
) -> None:
    periode = Periode.tem(date(2026, 11, 2), plus_dagen(NU, 3))
    stage = StageFactory(werknemer=amina, werkgever__naam="De Linde", periode=periode)
    bepaal_signalen(op=NU)
    with transaction.atomic(), bijgewerkt():
        WERKGEVERS.schrijf(stage.werkgever, {"naam": "De Nieuwe Linde"}, door=coordinator)
    van_stage = Signaal.objects.open().filter(soort=stage_zonder_evaluatie.CODE)
    assert list(van_stage.values_list("wat", flat=True)) == ["De Nieuwe Linde"]


@pytest.mark.django_db(transaction=True)
def test_two_who_write_about_one_person_see_each_other(
    amina: Werknemer, coordinator: Gebruiker
) -> None:
    """One removes the advice, the other starts a trajectory; neither sees the other's work yet."""
    advies_tot(amina, date(2026, 12, 31))
    klaar, mag_verder = threading.Event(), threading.Event()

    def ander() -> None:
        with transaction.atomic(), bijgewerkt() as geraakt:
            stil(amina)
            geraakt.mensen[amina.organisatie_id].add(amina.pk)
            geraakt.wat[amina.organisatie_id].add("trajects.Traject")
            klaar.set()
            mag_verder.wait(timeout=10)
        connection.close()

    draad = threading.Thread(target=ander)
    with transaction.atomic(), bijgewerkt():
        draad.start()
        klaar.wait(timeout=10)
        verwijder_advies(amina.adviezen.get(), door=coordinator)
        mag_verder.set()
    draad.join(timeout=30)
    assert not over_einde().open().exists()
    assert gesprekken() == [Signaalstatus.NIEUW]
