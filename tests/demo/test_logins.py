"""The logins of the demo: on the login page in demo mode, and nowhere else."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.test import Client
from pytest_django import Settings

from demo.logins import DEMO_LOGINS, DEMO_WACHTWOORD, demo_logins
from gebruikers.keuzes import Rol


@pytest.mark.django_db
def test_the_demo_says_who_can_log_in(client: Client, settings: Settings) -> None:
    settings.DEMO = True
    pagina = client.get("/account/login/").content.decode()
    assert DEMO_WACHTWOORD in pagina
    assert all(login.email in pagina for login in DEMO_LOGINS)
    assert "Coördinator" in pagina
    assert "An Peeters, Lindewerk vzw" in pagina


@pytest.mark.django_db
def test_outside_the_demo_nobody_knows_of_it(client: Client) -> None:
    assert demo_logins() == ()
    pagina = client.get("/account/login/").content.decode()
    assert DEMO_WACHTWOORD not in pagina
    assert "voorbeeld.be" not in pagina


def test_every_role_and_a_second_organisation() -> None:
    assert {login.rol for login in DEMO_LOGINS} == set(Rol)
    assert len({login.organisatie for login in DEMO_LOGINS}) == 2
    assert len({login.email for login in DEMO_LOGINS}) == len(DEMO_LOGINS)
    validate_password(DEMO_WACHTWOORD)
