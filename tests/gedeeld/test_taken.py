"""Runs of jobs leave a trace; a night that was missed is seen by who can act."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.models import Hartslag, Taakrun
from gedeeld.taken.hartslagen import klop
from gedeeld.taken.taakruns import taakrun
from gedeeld.tijd import nu
from regels.models import Regelparameter
from tests.dagen import VANDAAG, op_de_dag
from tests.fabrieken import (
    GebruikerFactory,
    ImportopdrachtFactory,
    MailFactory,
    OrganisatieFactory,
)
from tests.gedeeld.test_gezondheid import DELEN
from werknemers.models import Importopdracht

Als = Callable[[Gebruiker], Client]


def maak_run(uren_geleden: float, **velden: Any) -> Taakrun:
    op = nu() - timedelta(hours=uren_geleden)
    standaard = {"taak": "bepaal_signalen", "status": Taakrun.Status.GESLAAGD, "einde": op}
    run = Taakrun.objects.create(**(standaard | velden))
    Taakrun.objects.filter(pk=run.pk).update(begin=op)
    return run


@pytest.mark.django_db
def test_a_run_that_succeeded() -> None:
    with taakrun("bepaal_signalen") as tellingen:
        tellingen["nieuw"] = 3
    run = Taakrun.objects.get()
    assert run.status == Taakrun.Status.GESLAAGD
    assert run.tellingen == {"nieuw": 3}
    assert run.einde
    assert run.einde >= run.begin


@pytest.mark.django_db
def test_a_failed_run_says_why_and_is_raised_further() -> None:
    with pytest.raises(ZeroDivisionError), taakrun("bepaal_signalen"):
        _ = 1 / 0
    run = Taakrun.objects.get()
    assert (run.status, run.fout) == ("mislukt", "ZeroDivisionError: division by zero")
    assert run.einde is not None


def banner(client: Client) -> str:
    pagina = html.fromstring(client.get("/vandaag/").content)
    return " ".join(" ".join(pagina.xpath("//main//*[@role='alert']//text()")).split())


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [(Rol.COORDINATOR, True), (Rol.BEHEERDER, True), (Rol.HR, False), (Rol.BEGELEIDER, False)],
)
@pytest.mark.django_db
def test_who_sees_the_alarm(als: Als, rol: Rol, ziet: bool) -> None:
    maak_run(28)
    tekst = banner(als(GebruikerFactory(rol=rol)))
    assert ("De signalen zijn het laatst berekend op 22 november 2026 om 06:00." in tekst) is ziet
    assert bool(tekst) is ziet


def test_no_alarm_after_a_good_night(als: Als, coordinator: Gebruiker) -> None:
    maak_run(40)
    maak_run(5)
    assert banner(als(coordinator)) == ""


def test_a_run_that_took_long_counts_from_its_end(als: Als, coordinator: Gebruiker) -> None:
    client = als(coordinator)
    run = maak_run(27, einde=nu() - timedelta(hours=25))
    assert banner(client) == ""
    Taakrun.objects.filter(pk=run.pk).update(einde=nu() - timedelta(hours=26, minutes=1))
    assert "Er kunnen signalen ontbreken." in banner(client)


@pytest.mark.parametrize(("uren", "alarm"), [(25, False), (27, True)])
def test_a_night_that_never_succeeded_is_missed_after_as_long(
    als: Als, coordinator: Gebruiker, uren: int, alarm: bool
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE django_migrations SET applied = %s", [nu() - timedelta(hours=uren)])
    assert ("nog nooit berekend" in banner(als(coordinator))) is alarm


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page(
    als: Als,
    coordinator: Gebruiker,
    aantal: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for dag in range(aantal):
        maak_run(5 + 24 * dag, tellingen={"nieuw": 3, "ingetrokken": 1})
    client = als(coordinator)
    # Two for each part of the health check: somebody may have locked what it asks.
    with django_assert_num_queries(38):
        antwoord = client.get("/beheer/taken/")
    regels = antwoord.context["regels"]
    assert len(regels) == aantal
    assert (regels[0].naam, regels[0].woord) == ("Signalen bepalen", "geslaagd")
    assert regels[0].tellingen == "3 nieuw, 1 ingetrokken"
    tekst = antwoord.content.decode()
    assert "De signalen zijn berekend op 23 november 2026 om 05:00." in tekst
    assert "Er kunnen signalen ontbreken." not in tekst


def standen(client: Client) -> dict[str, tuple[str, str]]:
    """What the page says of each job: how it is, and when it comes."""
    antwoord = client.get("/beheer/taken/")
    return {s.label: (s.woord, s.straks) for s in antwoord.context["standen"]}


@pytest.mark.parametrize(
    ("uren", "woord", "straks"),
    [
        (5, "in orde", "morgen om 05:00"),
        (6, "te laat", "moest vandaag om 05:00 lopen, 5 uur geleden"),
        (27, "gemist", "moest vandaag om 05:00 lopen, 5 uur geleden"),
    ],
)
def test_the_page_says_how_a_night_does(
    als: Als, coordinator: Gebruiker, uren: int, woord: str, straks: str
) -> None:
    maak_run(uren)
    assert standen(als(coordinator))["Signalen bepalen"] == (woord, straks)


def test_a_late_night_is_not_called_in_time(als: Als, coordinator: Gebruiker) -> None:
    maak_run(6)
    delen = {d.label: d.uitleg for d in als(coordinator).get("/beheer/taken/").context["delen"]}
    assert delen["De nacht"] == "Geen taak van de nacht bleef langer dan 26 uur uit."


def test_before_its_hour_a_night_comes_today(als: Als, coordinator: Gebruiker) -> None:
    maak_run(29)
    with op_de_dag(VANDAAG, uur=4):
        assert standen(als(coordinator))["Signalen bepalen"] == ("in orde", "vandaag om 05:00")


@pytest.mark.parametrize(
    ("seconden", "woord", "straks"),
    [
        (70, "in orde", "elke minuut"),
        (301, "loopt niet", "moest elke minuut lopen, laatst 5 minuten geleden"),
        (7300, "loopt niet", "moest elke minuut lopen, laatst 2 uur geleden"),
    ],
)
def test_the_page_says_how_a_minute_job_does(
    als: Als, coordinator: Gebruiker, seconden: int, woord: str, straks: str
) -> None:
    klop("gedeeld.tasks.bewaak_nacht")
    Hartslag.objects.update(gelukt_op=nu() - timedelta(seconds=seconden))
    assert standen(als(coordinator))["Waken over de nacht"] == (woord, straks)


def test_the_page_begins_with_what_is_not_well(als: Als, coordinator: Gebruiker) -> None:
    maak_run(5)
    zin = "Niet alles is in orde: "
    assert zin not in als(coordinator).get("/beheer/taken/").content.decode()
    Hartslag.objects.update_or_create(
        taak="gedeeld.tasks.bewaak_nacht", defaults={"gelukt_op": nu() - timedelta(minutes=9)}
    )
    tekst = als(coordinator).get("/beheer/taken/").content.decode()
    assert f"{zin}elke minuut" in tekst
    assert tekst.index(zin) < tekst.index("De signalen zijn berekend op")


@pytest.mark.django_db
def test_values_that_are_not_those_of_the_files_are_told(als: Als, coordinator: Gebruiker) -> None:
    def uitleg() -> str:
        delen = als(coordinator).get("/beheer/taken/").context["delen"]
        return str({deel.label: deel.uitleg for deel in delen}["Landelijke waarden"])

    assert uitleg() == "De databank zegt wat de bestanden zeggen."
    Regelparameter.objects.filter(code="behandeling").delete()
    assert uitleg().startswith("De databank zegt iets anders dan de bestanden.")


def test_own_mails_are_own_and_of_all_it_only_says_how_long(
    als: Als, coordinator: Gebruiker
) -> None:
    """A mail or an import of the last minute may wait: nobody says that there is none."""
    MailFactory.create_batch(2, organisatie=coordinator.organisatie, opgegeven=True)
    MailFactory(organisatie=OrganisatieFactory(), opgegeven=True)
    MailFactory()
    ImportopdrachtFactory(status=Importopdracht.Status.WACHT)
    antwoord = als(coordinator).get("/beheer/taken/")
    uitleg = {deel.label: deel.uitleg for deel in antwoord.context["delen"]}
    assert uitleg["Mails"] == "Geen mail wacht langer dan een uur."
    assert uitleg["Imports"] == "Geen import wacht langer dan twaalf minuten."
    assert antwoord.context["post"].opgegeven == 2
    assert "mails van je organisatie" in antwoord.context["zorgen"]
    assert "Mails van je organisatie" in antwoord.content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_page_says_what_the_health_check_says(als: Als, coordinator: Gebruiker) -> None:
    maak_run(30)
    client = als(coordinator)
    MailFactory(organisatie=coordinator.organisatie, opgegeven=True)
    delen = {deel.label: deel.in_orde for deel in client.get("/beheer/taken/").context["delen"]}
    assert delen.pop("Landelijke waarden")
    gezond = Client().get("/gezondheid/").json()
    # Which organisation has a mail that was given up is not for another one to know.
    assert gezond["opgegeven_mail"] is False
    geheel = [naam for naam in DELEN if naam != "opgegeven_mail"]
    assert list(delen.values()) == [gezond[naam] for naam in geheel]
    assert {label for label, in_orde in delen.items() if not in_orde} == {"De nacht"}


def test_the_page_shows_how_it_went_wrong_without_whom(als: Als, beheerder: Gebruiker) -> None:
    fout = "IntegrityError: Key (email)=(amina@voorbeeld.be) already exists"
    maak_run(3, status=Taakrun.Status.MISLUKT, fout=fout)
    maak_run(4, status=Taakrun.Status.AFGEBROKEN)
    maak_run(1, status=Taakrun.Status.BEZIG, einde=None)
    maak_run(30)
    antwoord = als(beheerder).get("/beheer/taken/")
    woorden = [(regel.kleur, regel.woord) for regel in antwoord.context["regels"]]
    assert woorden == [
        ("grijs", "bezig"),
        ("rood", "mislukt"),
        ("rood", "afgebroken"),
        ("groen", "geslaagd"),
    ]
    tekst = antwoord.content.decode()
    assert "IntegrityError" in tekst
    assert "amina" not in tekst
    assert "Er kunnen signalen ontbreken." in tekst


def test_the_page_of_a_new_installation(als: Als, beheerder: Gebruiker) -> None:
    tekst = als(beheerder).get("/beheer/taken/").content.decode()
    assert "Er liep nog geen taak." in tekst
    assert "Dat is nog niet gebeurd." in tekst


def test_the_page_counts_the_mails(als: Als, beheerder: Gebruiker) -> None:
    eigen = beheerder.organisatie
    for pogingen in (0, 0, 1, 7):
        MailFactory(organisatie=eigen, pogingen=pogingen)
    MailFactory(organisatie=eigen, pogingen=1, verstuurd_op=nu())
    MailFactory(organisatie=eigen, opgegeven=True)
    MailFactory(organisatie=eigen, opgegeven=True, afgezien_op=nu())
    MailFactory(opgegeven=True)
    post = als(beheerder).get("/beheer/taken/").context["post"]
    assert (post.wachtend, post.herhaald, post.opgegeven) == (2, 2, 1)
