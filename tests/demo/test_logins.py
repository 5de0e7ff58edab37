"""The logins of the demo: on the login page in demo mode, and nowhere else."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.test import Client
from pytest_django import Settings

from demo.logins import DEMO_LOGINS, DEMO_WACHTWOORD, demo_logins
from gebruikers.keuzes import Rol


@pytest.mark.django_db
def test_de_demo_zegt_wie_zich_kan_aanmelden(client: Client, settings: Settings) -> None:
    settings.DEMO = True
    pagina = client.get("/account/login/").content.decode()
    assert DEMO_WACHTWOORD in pagina
    assert all(login.email in pagina for login in DEMO_LOGINS)
    assert "Coördinator" in pagina
    assert "An Peeters, Lindewerk vzw" in pagina


@pytest.mark.django_db
def test_buiten_de_demo_weet_niemand_ervan(client: Client) -> None:
    assert demo_logins() == ()
    pagina = client.get("/account/login/").content.decode()
    assert DEMO_WACHTWOORD not in pagina
    assert "voorbeeld.be" not in pagina


def test_elke_rol_en_een_tweede_organisatie() -> None:
    assert {login.rol for login in DEMO_LOGINS} == set(Rol)
    assert len({login.organisatie for login in DEMO_LOGINS}) == 2
    assert len({login.email for login in DEMO_LOGINS}) == len(DEMO_LOGINS)
    validate_password(DEMO_WACHTWOORD)
