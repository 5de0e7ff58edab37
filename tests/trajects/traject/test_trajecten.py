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

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from tests.fabrieken import GebruikerFactory, TrajectFactory, WerknemerFactory
from trajects.keuzes import Fase
from trajects.models import Traject
from trajects.traject.fasen import wissel_fase
from trajects.traject.trajecten import Trajectgegevens, start_traject, wijzig_traject
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


def stop(traject: Traject, door: Gebruiker) -> Traject:
    return wissel_fase(traject, door=door, gezien=None, naar=Fase.STOPGEZET, reden="Verhuisd.")


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
    gekozen = Auditregel.objects.get(soort="jobdoelwit")
    assert gekozen.verschil["titel"] == [None, "keukenhulp"]


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
    stop(eerste, begeleider)
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
    traject = TrajectFactory(werknemer=werknemer, fase=Fase.AFGEROND)
    for wijziging in ({"beoogde_uitstroom": date(2027, 1, 1)}, {"fase": Fase.STAGE, "reden": "x"}):
        with pytest.raises(ValidationError, match="afgesloten"):
            wijzig_traject(traject, door=begeleider, gezien=None, **wijziging)
    traject.refresh_from_db()
    assert (traject.fase, traject.beoogde_uitstroom) == ("afgerond", None)


def test_who_saw_an_older_version_is_told(begeleider: Gebruiker, werknemer: Werknemer) -> None:
    traject = start(werknemer, begeleider)
    gezien, dag = traject.gewijzigd_op, date(2027, 6, 30)
    wijzig_traject(traject, door=begeleider, gezien=gezien, beoogde_uitstroom=dag)
    with pytest.raises(IntussenGewijzigd):
        wijzig_traject(traject, door=begeleider, gezien=gezien, beoogde_uitstroom=None)
    traject.refresh_from_db()
    assert traject.beoogde_uitstroom == dag


def test_what_changed_is_in_the_trail_and_what_did_not_is_not(
    begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    traject = start(werknemer, begeleider)
    dag = date(2027, 6, 30)
    wijziging = {"beoogde_uitstroom": dag, "fase": "stage", "reden": "De stage begint."}
    for _ in range(2):
        wijzig_traject(traject, door=begeleider, gezien=None, **wijziging)
    regels = Auditregel.objects.filter(soort="traject").exclude(actie="gestart").order_by("pk")
    assert [(regel.actie, regel.verschil) for regel in regels] == [
        ("gewijzigd", {"beoogde_uitstroom": [None, "2027-06-30"]}),
        (
            "fase gewijzigd",
            {"fase": ["voortraject", "stage"], "reden": [None, "De stage begint."]},
        ),
    ]


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
    assert antwoord.redirect_chain == [(f"/werknemers/{werknemer.pk}/plan/#traject", 302)]
    assert "Het traject is gestart." in antwoord.content.decode()
    data = invoer(client.get(adres(werknemer)))
    assert not {"jobdoelwit", "gestart_op"} & set(data)
    data |= {"fase": "stage", "reden": "Start maandag.", "beoogde_uitstroom": "2027-06-30"}
    antwoord = client.post(adres(werknemer), data, follow=True)
    assert "Amina staat nu in stage." in antwoord.content.decode()
    traject = Traject.objects.get()
    assert (traject.fase, traject.beoogde_uitstroom) == ("stage", date(2027, 6, 30))
    assert traject.jobdoelwit == "tuinman"


def test_another_day_needs_no_reason_and_another_phase_does(
    als: Als, begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    TrajectFactory(werknemer=werknemer)
    client = als(begeleider)
    data = invoer(client.get(adres(werknemer))) | {"beoogde_uitstroom": "2027-06-30"}
    antwoord = client.post(adres(werknemer), data | {"fase": "stage"})
    assert antwoord.status_code == 422
    (fout,) = html.fromstring(antwoord.content).xpath("//*[@id='id_reden_error']")
    assert fout.text_content().strip() == "Zeg waarom het traject naar een andere fase gaat."
    assert client.post(adres(werknemer), data).status_code == 302
    assert Traject.objects.get().beoogde_uitstroom == date(2027, 6, 30)


def test_closing_on_the_page_leaves_room_for_a_new_one(
    als: Als, begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    TrajectFactory(werknemer=werknemer, jobdoelwit="kok")
    client = als(begeleider)
    data = invoer(client.get(adres(werknemer)))
    data |= {"fase": "afgerond", "reden": "Aan het werk.", "blijft_open": "Het attest komt nog."}
    pagina = client.post(adres(werknemer), data, follow=True).content.decode()
    assert "Het traject is afgesloten." in pagina
    assert "Start een traject" in pagina
    assert "Vorige trajecten" in pagina
    assert "Blijft open: Het attest komt nog." in pagina


def test_refusals_stand_at_their_field_and_keep_what_was_typed(
    als: Als, begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    TrajectFactory(werknemer=werknemer)
    client = als(begeleider)
    data = invoer(client.get(adres(werknemer)))
    data |= {"fase": "stage", "reden": "Start maandag.", "beoogde_uitstroom": "2020-01-01"}
    antwoord = client.post(adres(werknemer), data)
    assert antwoord.status_code == 422
    assert invoer(antwoord)["reden"] == "Start maandag."
    (fout,) = html.fromstring(antwoord.content).xpath("//*[@id='id_beoogde_uitstroom_error']")
    assert "voor de start van het traject" in fout.text_content()
    assert Traject.objects.get().fase == "voortraject"


def test_two_people_at_once_see_each_others_change(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, werknemer: Werknemer
) -> None:
    TrajectFactory(werknemer=werknemer)
    een, twee = als(begeleider), als(coordinator)
    van_een, van_twee = invoer(een.get(adres(werknemer))), invoer(twee.get(adres(werknemer)))
    een.post(adres(werknemer), van_een | {"fase": "stage", "reden": "Start maandag."})
    antwoord = twee.post(adres(werknemer), van_twee | {"beoogde_uitstroom": "2027-06-30"})
    assert antwoord.status_code == 422
    assert "Iemand anders bewaarde dit" in antwoord.content.decode()
    opnieuw = invoer(antwoord)
    assert (opnieuw["fase"], opnieuw["beoogde_uitstroom"]) == ("stage", "2027-06-30")
    twee.post(adres(werknemer), opnieuw)
    traject = Traject.objects.get()
    assert (traject.fase, traject.beoogde_uitstroom) == ("stage", date(2027, 6, 30))


def test_a_change_of_a_trajectory_that_was_closed_starts_no_new_one(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, werknemer: Werknemer
) -> None:
    traject = TrajectFactory(werknemer=werknemer)
    client = als(begeleider)
    data = invoer(client.get(adres(werknemer))) | {"beoogde_uitstroom": "2027-06-30"}
    stop(traject, coordinator)
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
        ("hr", 403, 403),
        ("beheerder", 403, 403),
    ],
)
def test_who_may_change_the_trajectory(
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
    # the form: employee, trajectory, what is missing, target, goals, actions; the frame around it:
    # session, user, employee with all that the header says
    assert len(vragen) == 10
