"""The first organisation, from the command line to the administrator's first login."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.timezone import localtime

from gebruikers.keuzes import STANDAARD_DREMPELS, Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from gedeeld.tijd import nu
from tests.fabrieken import GebruikerFactory

WACHTWOORD = "een-eigen-wachtwoord-26"


def maak(capsys: pytest.CaptureFixture[str], *extra: str, **anders: str) -> str:
    velden = {"code": "de-wip", "naam": "De Wip", "beheerder": "Bea@DeWip.be"} | anders
    call_command(
        "maak_organisatie",
        velden["code"],
        f"--naam={velden['naam']}",
        f"--beheerder={velden['beheerder']}",
        *extra,
    )
    return capsys.readouterr().out


def kies_wachtwoord(client: Client, link: str) -> Any:
    pagina = client.get(link.removeprefix(settings.BASIS_URL), follow=True)
    gekozen = {"password1": WACHTWOORD, "password2": WACHTWOORD}
    return client.post(pagina.request["PATH_INFO"], gekozen, follow=True)


@pytest.mark.django_db
def test_the_administrator_chooses_a_password_and_logs_in(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    uitvoer = maak(capsys)
    organisatie = Organisatie.objects.get()
    beheerder = Gebruiker.objects.get()
    assert (organisatie.code, organisatie.naam) == ("de-wip", "De Wip")
    assert organisatie.drempels == list(STANDAARD_DREMPELS)
    assert (beheerder.email, beheerder.rol) == ("bea@dewip.be", Rol.BEHEERDER)
    assert not beheerder.has_usable_password()
    assert "bea@dewip.be" in uitvoer
    klaar = kies_wachtwoord(client, uitvoer.splitlines()[-1])
    assert "Je wachtwoord is bewaard" in klaar.content.decode()
    client.post("/account/login/", {"login": "bea@dewip.be", "password": WACHTWOORD})
    assert client.get("/beheer/gebruikers/").status_code == 200


@pytest.mark.django_db
def test_json_for_machines(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    inhoud = json.loads(maak(capsys, "--json"))
    assert list(inhoud) == ["code", "naam", "beheerder", "link"]
    assert "Je wachtwoord is bewaard" in kies_wachtwoord(client, inhoud["link"]).content.decode()


@pytest.mark.django_db
def test_after_three_days_the_link_no_longer_works(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    link = maak(capsys).splitlines()[-1].removeprefix(settings.BASIS_URL)
    net_op_tijd = localtime(nu()) + timedelta(days=3, minutes=-1)
    with time_machine.travel(net_op_tijd, tick=True):
        assert "Kies je wachtwoord" in client.get(link, follow=True).content.decode()
    with time_machine.travel(net_op_tijd + timedelta(minutes=2), tick=True):
        te_laat = Client().get(link, follow=True).content.decode()
    assert "Deze link werkt niet meer" in te_laat


@pytest.mark.django_db
def test_the_link_of_who_is_switched_off_does_not_work(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    link = maak(capsys).splitlines()[-1].removeprefix(settings.BASIS_URL)
    Gebruiker.objects.update(is_active=False)
    assert "Deze link werkt niet meer" in client.get(link, follow=True).content.decode()


@pytest.mark.django_db
def test_what_happened_is_in_the_trail(capsys: pytest.CaptureFixture[str]) -> None:
    maak(capsys)
    assert list(Auditregel.objects.order_by("pk").values_list("soort", "actie", "door")) == [
        ("organisatie", "toegevoegd", None),
        ("gebruiker", "toegevoegd", None),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"code": "bestaat-al"}, "Er is al een organisatie met de code “bestaat-al”."),
        ({"code": "De Wip"}, "Gebruik voor de code alleen kleine letters"),
        ({"code": "a" * 31}, "30"),
        ({"naam": "  "}, "Geef de organisatie een naam."),
        ({"beheerder": "bea"}, "Dit e-mailadres klopt niet."),
        ({"beheerder": "BEZET@voorbeeld.be"}, "Er is al een gebruiker met dit e-mailadres."),
    ],
)
def test_refused_with_a_sentence_and_then_nothing_changes(
    capsys: pytest.CaptureFixture[str], anders: dict[str, str], zin: str
) -> None:
    GebruikerFactory(email="bezet@voorbeeld.be", organisatie__code="bestaat-al")
    with pytest.raises(CommandError) as fout:
        maak(capsys, **anders)
    assert zin in str(fout.value)
    assert fout.value.returncode == 1
    assert Organisatie.objects.count() == 1
    assert Gebruiker.objects.count() == 1
    assert not Auditregel.objects.exists()


def test_who_gives_the_command_wrongly_gets_2() -> None:
    uitkomst = subprocess.run(
        [sys.executable, "manage.py", "maak_organisatie", "de-wip"],
        cwd=settings.BASE_DIR,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 2
    assert "--naam" in uitkomst.stderr
