"""Production settings: secure, complete, and clear about what is missing."""

import os
import subprocess
import sys
from typing import Final

import pytest
from django.conf import settings

from demo.logins import DEMO_LOGINS

pytestmark = pytest.mark.proces
OMGEVING: Final = {
    "SECRET_KEY": "k3Yq9v_Zt2mWx8RrLq4TnB7cJ1sHdFgP0oUaVeIyXwQzMbNhKj",
    "ALLOWED_HOSTS": "doorstroom.example.be",
    "DATABASE_URL": "postgres://doorstroom:doorstroom@127.0.0.1:5432/doorstroom",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "VERSLEUTELINGSSLEUTELS": "cHJvZHVjdGllLXByb2VmLXNsZXV0ZWwtdmFuLTMyLWI=",
    "ZOEKSLEUTEL": "een-eigen-zoeksleutel-van-de-productie",
    "BASIS_URL": "https://doorstroom.example.be",
    "EMAIL_URL": "smtp+tls://gebruiker:geheim@mail.example.be:587",
}


def draai(*opdracht: str, zonder: str = "", **anders: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py as production does, without what this test run has in its environment."""
    omgeving = {naam: os.environ[naam] for naam in ("PATH", "HOME", "LANG") if naam in os.environ}
    omgeving |= OMGEVING | {"DOORSTROOM_MODUS": "productie"} | anders
    omgeving.pop(zonder, None)
    return subprocess.run(
        [sys.executable, "-W", "error::RuntimeWarning", "manage.py", *opdracht],
        cwd=settings.BASE_DIR,
        env=omgeving,
        capture_output=True,
        text=True,
        check=False,
    )


def test_check_deploy_has_nothing_to_say() -> None:
    uitkomst = draai("check", "--deploy", "--fail-level", "WARNING")
    assert uitkomst.returncode == 0, uitkomst.stderr
    assert "no issues" in uitkomst.stdout


@pytest.mark.parametrize("naam", sorted(OMGEVING))
def test_what_is_missing_names_itself_and_says_what_to_do(naam: str) -> None:
    uitkomst = draai("check", zonder=naam)
    laatste = uitkomst.stderr.strip().splitlines()[-1]
    assert uitkomst.returncode != 0
    assert f"The environment variable {naam} is not set. " in laatste
    assert len(laatste.partition("is not set. ")[2]) > 30


def test_an_unknown_mode() -> None:
    uitkomst = draai("check", DOORSTROOM_MODUS="ontwerp")
    assert uitkomst.returncode != 0
    assert "choose one of productie, demo, ontwikkeling, test" in uitkomst.stderr


def test_without_a_mode_it_is_production() -> None:
    uitkomst = draai("diffsettings", zonder="DOORSTROOM_MODUS")
    assert "MODUS = 'productie'" in uitkomst.stdout
    assert "SECURE_SSL_REDIRECT = True" in uitkomst.stdout


WIE: Final = "from demo.logins import demo_logins; print(len(demo_logins()))"


@pytest.mark.parametrize(
    ("modus", "aantal"),
    [
        ("productie", 0),
        ("test", 0),
        ("demo", len(DEMO_LOGINS)),
        ("ontwikkeling", len(DEMO_LOGINS)),
    ],
)
def test_the_demo_exists_in_the_demo_only(modus: str, aantal: int) -> None:
    hier = {"DOORSTROOM_MODUS": modus, "ALLOWED_HOSTS": "127.0.0.1"}
    uitkomst = draai("shell", "--no-imports", "-c", WIE, **hier)
    assert uitkomst.stdout.strip() == str(aantal), uitkomst.stderr


@pytest.mark.parametrize("modus", ["productie", "demo", "test"])
def test_only_in_development_debug_is_on(modus: str) -> None:
    uitkomst = draai("diffsettings", "--all", DOORSTROOM_MODUS=modus, DEBUG="1")
    assert "DEBUG = False" in uitkomst.stdout


def test_development_has_debug_and_files_from_the_source() -> None:
    uitkomst = draai("diffsettings", "--all", DOORSTROOM_MODUS="ontwikkeling", ALLOWED_HOSTS="")
    assert "DEBUG = True" in uitkomst.stdout
    assert "WHITENOISE_USE_FINDERS = True" in uitkomst.stdout
    assert "whitenoise.storage" not in uitkomst.stdout


def test_development_serves_nobody_else() -> None:
    uitkomst = draai("check", DOORSTROOM_MODUS="ontwikkeling")
    assert uitkomst.returncode != 0
    assert "serves this machine only, not doorstroom.example.be." in uitkomst.stderr
