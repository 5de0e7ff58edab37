"""Starting a trajectory, moving it along, closing it; in the domain and on its page."""

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from doorstroom.gedeeld.gelijktijdig import IntussenGewijzigd
from doorstroom.gedeeld.models import Auditregel
from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import GebruikerFactory, TrajectFactory, WerknemerFactory
from trajects.domein.trajecten import Trajectgegevens, start_traject, wijzig_traject
from trajects.keuzes import Fase
from trajects.models import Traject
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)
Als = Callable[[Gebruiker], Client]


def gegevens(**anders: object) -> Trajectgegevens:
    vast = {"fase": Fase.VOORTRAJECT, "jobdoelwit": "", "beoogde_uitstroom": None}
    return {**vast, **anders}


@pytest.fixture
def werknemer(organisatie: Organisatie, begeleider: Gebruiker) -> Werknemer:
    return WerknemerFactory(organisatie=organisatie, begeleider=begeleider, in_dienst=True)


def adres(werknemer: Werknemer) -> str:
    return f"/werknemers/{werknemer.pk}/traject/"


def start(werknemer: Werknemer, door: Gebruiker, **anders: object) -> Traject:
    dag = anders.pop("gestart_op", VANDAAG)
    return start_traject(werknemer=werknemer, door=door, gestart_op=dag, **gegevens(**anders))


def test_a_trajectory_starts_and_is_audited(begeleider: Gebruiker, werknemer: Werknemer) -> None:
    traject = start(werknemer, begeleider, jobdoelwit="keukenhulp")
    assert Traject.objects.get() == traject
    assert (traject.fase, traject.jobdoelwit, traject.gestart_op) == (
        "voortraject",
        "keukenhulp",
        VANDAAG,
    )
    regel = Auditregel.objects.get(soort="traject")
    assert (regel.actie, regel.onderwerp_id) == ("gestart", traject.pk)
    assert regel.wijzigingen["jobdoelwit"] == [None, "keukenhulp"]


@pytest.mark.parametrize(
    ("fout", "veld"),
    [
        ({"fase": Fase.AFGEROND}, "fase"),
        ({"gestart_op": date(2026, 11, 24)}, "gestart_op"),
    ],
)
def test_what_cannot_start_is_refused_at_its_field(
    begeleider: Gebruiker, werknemer: Werknemer, fout: dict[str, object], veld: str
) -> None:
    with pytest.raises(ValidationError) as weigering:
        start(werknemer, begeleider, **fout)
    assert list(weigering.value.message_dict) == [veld]
    assert not Traject.objects.exists()


def test_one_runs_at_a_time_and_the_next_starts_after_the_end(
    begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    eerste = start(werknemer, begeleider)
    with pytest.raises(ValidationError, match="loopt al een traject"):
        start(werknemer, begeleider)
    wijzig_traject(eerste, door=begeleider, gezien=None, **gegevens(fase=Fase.STOPGEZET))
    tweede = start(werknemer, begeleider)
    assert list(Traject.objects.lopend()) == [tweede]
    acties = (
        Auditregel.objects.filter(soort="traject").order_by("pk").values_list("actie", flat=True)
    )
    assert list(acties) == ["gestart", "afgesloten", "gestart"]


def test_outflow_before_the_start_is_refused_by_the_database(
    begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    with pytest.raises(ValidationError) as weigering:
        start(werknemer, begeleider, beoogde_uitstroom=date(2026, 11, 1))
    assert weigering.value.messages == [
        "De beoogde uitstroom ligt voor de start van het traject. Kies een latere dag."
    ]


def test_a_closed_trajectory_does_not_change(begeleider: Gebruiker, werknemer: Werknemer) -> None:
    traject = TrajectFactory(werknemer=werknemer, fase=Fase.AFGEROND, jobdoelwit="kok")
    with pytest.raises(ValidationError, match="afgesloten"):
        wijzig_traject(traject, door=begeleider, gezien=None, **gegevens(jobdoelwit="bakker"))
    traject.refresh_from_db()
    assert traject.jobdoelwit == "kok"


def test_who_saw_an_older_version_is_told(begeleider: Gebruiker, werknemer: Werknemer) -> None:
    traject = start(werknemer, begeleider)
    gezien = traject.gewijzigd_op
    wijzig_traject(traject, door=begeleider, gezien=gezien, **gegevens(jobdoelwit="kok"))
    with pytest.raises(IntussenGewijzigd):
        wijzig_traject(traject, door=begeleider, gezien=gezien, **gegevens(jobdoelwit="bakker"))
    traject.refresh_from_db()
    assert traject.jobdoelwit == "kok"


@pytest.mark.django_db(transaction=True)
def test_of_two_starts_at_once_the_second_gets_a_sentence() -> None:
    begeleider = GebruikerFactory()
    werknemer = WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider)
    hek, uitkomst = threading.Barrier(2), []

    def probeer() -> None:
        try:
            hek.wait(timeout=10)
            start(werknemer, begeleider)
            uitkomst.append("gestart")
        except ValidationError as weigering:
            uitkomst.extend(weigering.messages)
        finally:
            connection.close()

    draden = [threading.Thread(target=probeer) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    assert sorted(uitkomst) == ["Voor deze werknemer loopt al een traject.", "gestart"]


def invoer(pagina: Any) -> dict[str, str]:
    """What the form on a page would send back untouched."""
    (formulier,) = html.fromstring(pagina.content).xpath("//form[@data-bewaak]")
    return {naam: waarde or "" for naam, waarde in formulier.form_values()}


def test_a_counsellor_starts_and_moves_a_trajectory_on_the_page(
    als: Als, begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    client = als(begeleider)
    data = invoer(client.get(adres(werknemer)))
    assert data["gestart_op"] == "2026-11-23"
    antwoord = client.post(adres(werknemer), data | {"jobdoelwit": "tuinman"}, follow=True)
    assert "Het traject is gestart." in antwoord.content.decode()
    data = invoer(antwoord)
    assert (data["jobdoelwit"], "gestart_op" in data) == ("tuinman", False)
    data |= {"fase": "stage", "beoogde_uitstroom": "2027-06-30"}
    client.post(adres(werknemer), data)
    traject = Traject.objects.get()
    assert (traject.fase, traject.beoogde_uitstroom) == ("stage", date(2027, 6, 30))


def test_closing_on_the_page_leaves_room_for_a_new_one(
    als: Als, begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    TrajectFactory(werknemer=werknemer, jobdoelwit="kok")
    client = als(begeleider)
    data = invoer(client.get(adres(werknemer))) | {"fase": "afgerond"}
    pagina = client.post(adres(werknemer), data, follow=True).content.decode()
    assert "Het traject is afgesloten." in pagina
    assert "Start een traject" in pagina
    assert "Vorige trajecten" in pagina


def test_refusals_stand_at_their_field_and_keep_what_was_typed(
    als: Als, begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    TrajectFactory(werknemer=werknemer)
    client = als(begeleider)
    data = invoer(client.get(adres(werknemer)))
    data |= {"jobdoelwit": "bakker", "beoogde_uitstroom": "2020-01-01"}
    antwoord = client.post(adres(werknemer), data)
    assert antwoord.status_code == 422
    assert invoer(antwoord)["jobdoelwit"] == "bakker"
    (fout,) = html.fromstring(antwoord.content).xpath("//*[@id='id_beoogde_uitstroom_error']")
    assert "voor de start van het traject" in fout.text_content()


def test_two_people_at_once_see_each_others_change(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, werknemer: Werknemer
) -> None:
    TrajectFactory(werknemer=werknemer)
    een, twee = als(begeleider), als(coordinator)
    van_een, van_twee = invoer(een.get(adres(werknemer))), invoer(twee.get(adres(werknemer)))
    een.post(adres(werknemer), van_een | {"fase": "stage"})
    antwoord = twee.post(adres(werknemer), van_twee | {"jobdoelwit": "bakker"})
    assert antwoord.status_code == 422
    assert "Iemand anders bewaarde dit" in antwoord.content.decode()
    opnieuw = invoer(antwoord)
    assert (opnieuw["fase"], opnieuw["jobdoelwit"]) == ("stage", "bakker")
    twee.post(adres(werknemer), opnieuw)
    traject = Traject.objects.get()
    assert (traject.fase, traject.jobdoelwit) == ("stage", "bakker")


def test_a_change_of_a_trajectory_that_was_closed_starts_no_new_one(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, werknemer: Werknemer
) -> None:
    traject = TrajectFactory(werknemer=werknemer)
    client = als(begeleider)
    data = invoer(client.get(adres(werknemer))) | {"jobdoelwit": "bakker"}
    wijzig_traject(traject, door=coordinator, gezien=None, **gegevens(fase=Fase.STOPGEZET))
    assert client.post(adres(werknemer), data).status_code == 422
    antwoord = client.post(adres(werknemer), invoer(client.post(adres(werknemer), data)))
    assert "intussen afgesloten" in antwoord.content.decode()
    assert Traject.objects.count() == 1


def test_a_trajectory_of_somebody_else_is_not_found(
    als: Als, begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    vreemd = TrajectFactory()
    antwoord = als(begeleider).post(adres(werknemer), {"traject": vreemd.pk, "fase": "stage"})
    assert antwoord.status_code == 404


@pytest.mark.parametrize(
    ("rol", "lezen", "schrijven"),
    [
        ("begeleider", 200, 302),
        ("coordinator", 200, 302),
        ("hr", 200, 403),
        ("beheerder", 403, 403),
    ],
)
def test_who_may_read_and_change_the_plan(
    request: pytest.FixtureRequest,
    als: Als,
    werknemer: Werknemer,
    rol: str,
    lezen: int,
    schrijven: int,
) -> None:
    client = als(request.getfixturevalue(rol))
    assert client.get(adres(werknemer)).status_code == lezen
    data = {"fase": "voortraject", "gestart_op": "2026-11-23"}
    assert client.post(adres(werknemer), data).status_code == schrijven
    assert Traject.objects.exists() == (schrijven == 302)


def test_another_organisation_and_another_caseload_are_not_found(
    als: Als, begeleider: Gebruiker, organisatie: Organisatie, andere_organisatie: Organisatie
) -> None:
    client = als(begeleider)
    for waar in (organisatie, andere_organisatie):
        ander = WerknemerFactory(organisatie=waar)
        assert client.get(adres(ander)).status_code == 404
        assert client.post(adres(ander), {"fase": "stage"}).status_code == 404


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_trajectory_as_for_three(
    als: Als, begeleider: Gebruiker, werknemer: Werknemer, aantal: int
) -> None:
    for _ in range(aantal - 1):
        TrajectFactory(werknemer=werknemer, fase=Fase.STOPGEZET)
    TrajectFactory(werknemer=werknemer)
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.get(adres(werknemer))
    # session, user, organisation, employee, contracts, advice, trajectories, their targets,
    # notes
    assert len(vragen) == 9
