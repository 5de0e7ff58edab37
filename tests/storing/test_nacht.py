"""A night that somebody slept through is done when there is a worker again."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import connection, transaction
from django.test import Client

from gebruikers.models import Gebruiker
from gedeeld.models import Hartslag, Taakrun
from gedeeld.periode import Periode
from gedeeld.post.postbus import stel_op
from gedeeld.taken import wachtrijen
from gedeeld.taken.nachtwacht import nachttaken
from gedeeld.tasks import verstuur_post
from gedeeld.tijd import nu
from tests.fabrieken import AdviesFactory, WerknemerFactory
from tests.stil import stille_server
from tests.storing.melding import niet_in_orde
from tests.storing.toneel import Toneel, dood, eis
from trajects.models import Signaal
from trajects.signaalsoorten.soorten.einde_ondersteuning import EINDE, VERLOPEN
from trajects.signalen.signaal_sql import SLOT

pytestmark = pytest.mark.django_db(transaction=True)
Als = Callable[[Gebruiker], Client]
Status = Taakrun.Status
ALLES = ",".join(wachtrijen.SOORTEN)


def geslaagd() -> set[str]:
    return set(Taakrun.objects.geslaagd().values_list("taak", flat=True))


def hele_nacht_gelukt() -> bool:
    return geslaagd() == {taak.naam for taak in nachttaken()}


@pytest.fixture
def iemand_loopt_af(begeleider: Gebruiker) -> None:
    """Somebody whose support ends soon, so that the night has a signal to make."""
    wie = WerknemerFactory(
        organisatie=begeleider.organisatie, begeleider=begeleider, in_dienst=True
    )
    AdviesFactory(werknemer=wie, periode=Periode(date(2025, 1, 1), date(2027, 1, 1)))


@pytest.mark.usefixtures("iemand_loopt_af")
def test_a_worker_that_starts_after_five_does_the_night_without_scheduler(
    toneel: Toneel, als: Als, coordinator: Gebruiker
) -> None:
    with connection.cursor() as cursor:  # installed two days ago, and no night since
        cursor.execute("UPDATE django_migrations SET applied = %s", [nu() - timedelta(days=2)])
    assert {"laatste_nacht", "minuuttaken"} <= niet_in_orde(als(coordinator))
    with toneel.worker(ALLES):
        eis(hele_nacht_gelukt, toneel)
    assert Signaal.objects.filter(soort__in=(EINDE, VERLOPEN)).count() == 1
    assert not Taakrun.objects.exclude(status=Status.GESLAAGD).exists()
    assert "laatste_nacht" not in niet_in_orde(als(coordinator))


def test_before_its_hour_nothing_is_done(toneel: Toneel) -> None:
    with toneel.worker(ALLES, om="2026-11-23T03:20:00+01:00"):
        eis(lambda: len(geslaagd()) == 2, toneel)
    assert geslaagd() == {"ruim_imports_op", "ruim_concepten_op"}


@pytest.mark.usefixtures("iemand_loopt_af")
def test_a_worker_that_is_killed_in_the_night_leaves_a_closed_row_and_the_job_is_done(
    toneel: Toneel, als: Als, coordinator: Gebruiker, begeleider: Gebruiker
) -> None:
    with transaction.atomic():  # somebody holds what the job needs
        with connection.cursor() as cursor:
            cursor.execute(SLOT, {"organisatie": begeleider.organisatie_id})
        with toneel.worker(ALLES) as worker:
            eis(lambda: Taakrun.objects.filter(taak="bepaal_signalen").exists(), toneel)
            dood(worker)
    assert Taakrun.objects.get(taak="bepaal_signalen").status == Status.BEZIG
    with toneel.worker(ALLES, om="2026-11-23T06:12:00+01:00"):
        eis(hele_nacht_gelukt, toneel)
    runs = Taakrun.objects.filter(taak="bepaal_signalen").order_by("pk")
    assert [run.status for run in runs] == [Status.AFGEBROKEN, Status.GESLAAGD]
    assert all(run.einde for run in runs)
    assert "afgebroken" in als(coordinator).get("/beheer/taken/").content.decode()
    assert Signaal.objects.filter(soort__in=(EINDE, VERLOPEN)).count() == 1


def minuuttaken_lopen() -> bool:
    lopen: bool = Client().get("/gezondheid/").json()["minuuttaken"]
    return lopen


def test_the_scheduler_rings_each_minute_job_and_silence_is_seen(toneel: Toneel) -> None:
    om = "2026-11-23T09:59:50+01:00"
    schema = f"--schedule={toneel.map / 'beat'}"
    with toneel.worker(ALLES, om=om), toneel.celery("beat", "--pidfile=", schema, om=om):
        eis(lambda: Hartslag.objects.count() == len(settings.CELERY_BEAT_SCHEDULE), toneel)
    assert minuuttaken_lopen()
    with time_machine.travel(nu() + timedelta(minutes=7)):
        assert not minuuttaken_lopen()


@pytest.mark.usefixtures("iemand_loopt_af")
def test_a_mail_server_that_is_silent_stops_no_night(toneel: Toneel) -> None:
    """Each queue has a worker of its own, as in production."""
    stel_op(organisatie_id=None, sleutel="x", aan="a@b.be", onderwerp="x", tekst="x")
    with stille_server() as server:
        mail = f"smtp://127.0.0.1:{server.getsockname()[1]}"
        with toneel.worker("post", om="2026-11-23T10:00:10+01:00", EMAIL_URL=mail):
            toneel.bel(verstuur_post)
            with server.accept()[0], toneel.worker("kort"), toneel.worker("nacht"):
                eis(hele_nacht_gelukt, toneel)
    assert Signaal.objects.filter(soort__in=(EINDE, VERLOPEN)).count() == 1
