"""An import whose worker died goes on by itself, or comes back to the user with a sentence."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from doorstroom.celery import app
from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from tests.werknemers.invoer.test_opdracht import bevestigd, nagekeken, start
from werknemers.domein.invoer.hernemen import HOOGSTENS, te_hernemen
from werknemers.domein.invoer.inlezen import Inlezing, lees_in
from werknemers.domein.invoer.opdracht import aanvaard_diensten
from werknemers.domein.invoer.uitvoering import breng_in, kijk_na
from werknemers.models import Importopdracht, Werknemer
from werknemers.tasks import hervat_imports

Status = Importopdracht.Status
Als = Callable[[Gebruiker], Client]
# A worker that was set up wrongly: what is in the file does not matter.
GEEN_SLEUTEL = override_settings(VERSLEUTELINGSSLEUTELS=["geen sleutel"])


@pytest.fixture
def _meteen() -> Iterator[None]:
    """What is rung runs at once."""
    app.conf.update(task_always_eager=True, task_eager_propagates=True)
    yield
    app.conf.update(task_always_eager=False, task_eager_propagates=False)


@pytest.fixture
def drie_minuten_later() -> Iterator[None]:
    with time_machine.travel(timezone.now() + timedelta(minutes=3), tick=True):
        yield


@pytest.fixture
def alle_pogingen_mislukt(hr: Gebruiker) -> Callable[[Importopdracht], None]:
    """Each try ends in an error that says nothing about the file."""

    def laat_mislukken(opdracht: Importopdracht) -> None:
        opdracht.refresh_from_db()
        stap = {Status.WACHT: kijk_na, Status.BEVESTIGD: breng_in}[Status(opdracht.status)]
        for poging in range(HOOGSTENS):
            with time_machine.travel(timezone.now() + timedelta(minutes=3 * poging)):
                assert te_hernemen() == ([opdracht] if poging else [])
                with GEEN_SLEUTEL, pytest.raises(ValueError, match="Fernet key"):
                    stap(opdracht.pk)
        with time_machine.travel(timezone.now() + timedelta(minutes=3 * HOOGSTENS)):
            assert te_hernemen() == []

    return laat_mislukken


@pytest.mark.usefixtures("_meteen")
def test_a_confirmed_import_whose_worker_died_is_written(
    hr: Gebruiker, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    opdracht = bevestigd(hr)
    assert hervat_imports() == 0  # its worker may be on its way
    with (
        time_machine.travel(timezone.now() + timedelta(minutes=3), tick=True),
        django_capture_on_commit_callbacks(execute=True),  # type: ignore[attr-defined]
    ):
        assert hervat_imports() == 1
    opdracht.refresh_from_db()
    assert opdracht.status == Status.KLAAR
    assert Werknemer.objects.count() == 1


@pytest.mark.usefixtures("_meteen")
def test_a_file_that_nobody_read_is_read(
    hr: Gebruiker, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    opdracht = start(hr)
    with (
        time_machine.travel(timezone.now() + timedelta(minutes=3), tick=True),
        django_capture_on_commit_callbacks(execute=True),  # type: ignore[attr-defined]
    ):
        assert hervat_imports() == 1
    opdracht.refresh_from_db()
    assert opdracht.status == Status.NAKIJKEN


def test_what_waits_for_the_user_or_is_done_stays(hr: Gebruiker) -> None:
    nagekeken(hr)
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        assert te_hernemen() == []


@pytest.mark.usefixtures("drie_minuten_later")
def test_what_no_worker_began_is_asked_for_however_long_it_waits(hr: Gebruiker) -> None:
    with time_machine.travel(timezone.now() - timedelta(minutes=3)):
        opdracht = bevestigd(hr)
    for _ in range(HOOGSTENS + 1):
        assert te_hernemen() == [opdracht]
    opdracht.refresh_from_db()
    assert (opdracht.status, opdracht.pogingen) == (Status.BEVESTIGD, 0)


def test_what_began_is_not_asked_for_again_within_two_minutes(hr: Gebruiker) -> None:
    opdracht = start(hr)
    with time_machine.travel(timezone.now() + timedelta(minutes=30)):
        with GEEN_SLEUTEL, pytest.raises(ValueError, match="Fernet key"):
            kijk_na(opdracht.pk)
        assert te_hernemen() == []
        opdracht.refresh_from_db()
        assert opdracht.pogingen == 1


def test_after_three_times_nothing_was_written_and_the_user_hears_it(
    als: Als, hr: Gebruiker, alle_pogingen_mislukt: Callable[[Importopdracht], None]
) -> None:
    opdracht = bevestigd(hr)
    alle_pogingen_mislukt(opdracht)
    opdracht.refresh_from_db()
    assert (opdracht.status, opdracht.pogingen) == (Status.NAKIJKEN, 0)
    assert not Werknemer.objects.exists()
    pagina = als(hr).get(reverse("werknemers:import_nakijken", args=[opdracht.pk]))
    zin = "Het inbrengen lukte drie keer niet. Er is niets veranderd."
    assert zin in pagina.content.decode()
    assert 'name="gezien"' in pagina.content.decode()
    assert Auditregel.objects.filter(soort="importopdracht", actie="teruggezet").count() == 1


def test_a_file_that_cannot_be_read_three_times_is_refused(
    als: Als, hr: Gebruiker, alle_pogingen_mislukt: Callable[[Importopdracht], None]
) -> None:
    opdracht = start(hr)
    alle_pogingen_mislukt(opdracht)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.GEWEIGERD
    pagina = als(hr).get(reverse("werknemers:import_nakijken", args=[opdracht.pk]))
    assert "Het lezen lukte drie keer niet. Kies het bestand opnieuw." in pagina.content.decode()


def test_one_that_had_a_preview_and_is_refused_offers_nothing_to_bring_in(
    als: Als, hr: Gebruiker, alle_pogingen_mislukt: Callable[[Importopdracht], None]
) -> None:
    """The preview of before the services were accepted is not what would be brought in."""
    opdracht = start(hr)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    aanvaard_diensten(opdracht, namen=["De Lepel"], door=hr)
    alle_pogingen_mislukt(opdracht)
    pagina = als(hr).get(reverse("werknemers:import_nakijken", args=[opdracht.pk]))
    assert "Het lezen lukte drie keer niet. Kies het bestand opnieuw." in pagina.content.decode()
    assert "werknemers/import/geweigerd.html" in {blad.name for blad in pagina.templates}
    assert "Kies een ander bestand" in pagina.content.decode()
    assert 'action="/beheer/import' not in pagina.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("maak", "stap"), [(start, kijk_na), (bevestigd, breng_in)])
def test_one_that_is_at_work_is_left_alone(
    hr: Gebruiker,
    maak: Callable[[Gebruiker], Importopdracht],
    stap: Callable[[int], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its worker holds the row: neither a slow machine nor a second bell begins it again."""
    opdracht = maak(hr)
    gezien: list[Importopdracht] = []

    def elders() -> None:
        try:
            with time_machine.travel(timezone.now() + timedelta(minutes=3)):
                gezien.extend(te_hernemen())
                stap(opdracht.pk)
        finally:
            connection.close()

    def traag(inhoud: bytes, *rest: Any) -> Inlezing:
        with ThreadPoolExecutor(1) as draad:
            draad.submit(elders).result(timeout=30)
        return lees_in(inhoud, *rest)

    monkeypatch.setattr("werknemers.domein.invoer.uitvoering.lees_in", traag)
    stap(opdracht.pk)
    opdracht.refresh_from_db()
    assert (gezien, opdracht.pogingen, opdracht.bezig) == ([], 1, False)
