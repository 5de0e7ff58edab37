"""Reads the environment for the settings. A missing variable names itself and says what to do."""

from pathlib import Path
from typing import Final

import environ
from django.core.exceptions import ImproperlyConfigured

BASIS: Final = Path(__file__).resolve().parent.parent
MODI: Final = ("productie", "demo", "ontwikkeling", "test")

HULP: Final = {
    "SECRET_KEY": "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'",
    "ALLOWED_HOSTS": "The host names of the site, separated by commas: doorstroom.example.be",
    "DATABASE_URL": "The PostgreSQL database: postgres://user:password@host:5432/name",
    "REDIS_URL": "Broker and cache: redis://host:6379/0",
    "VERSLEUTELINGSSLEUTELS": (
        "Fernet keys for the INSZ, newest first, separated by commas. Make one with: python3 -c "
        "'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'"
    ),
    "ZOEKSLEUTEL": "The key of the INSZ look-up hash; make one like SECRET_KEY and never change it",
    "BASIS_URL": "The address of the site, for links in mails: https://doorstroom.example.be",
    "EMAIL_URL": "The mail server: smtp+tls://user:password@host:587",
}

# Known to everybody: only modes without real people accept these.
_NIET_GEHEIM: Final = {
    "SECRET_KEY": "alleen-voor-demo-en-test-" + "0" * 40,
    "ALLOWED_HOSTS": "127.0.0.1,localhost,testserver",
    "VERSLEUTELINGSSLEUTELS": "ZG9vcnN0cm9vbS1kZW1vLWVuLXRlc3Qtc2xldXRlbC0=",
    "ZOEKSLEUTEL": "alleen-voor-demo-en-test",
    "BASIS_URL": "http://127.0.0.1:8000",
    "EMAIL_URL": "consolemail://",
}

# Names under which only this machine itself is reached.
_DEZE_MACHINE: Final = frozenset({"127.0.0.1", "[::1]", "localhost", "testserver"})

env = environ.Env()


def lees_modus() -> str:
    """One of MODI; production unless said otherwise, so that forgetting it is safe."""
    modus = env.str("DOORSTROOM_MODUS", default="productie")
    if modus not in MODI:
        keuze = ", ".join(MODI)
        raise ImproperlyConfigured(f"DOORSTROOM_MODUS is {modus!r}; choose one of {keuze}.")
    return modus


def verplicht(naam: str, modus: str) -> str:
    """The variable's value; outside production the public default counts when it is unset."""
    waarde = env.str(naam, default="")
    if waarde:
        return waarde
    if modus != "productie" and naam in _NIET_GEHEIM:
        return _NIET_GEHEIM[naam]
    raise ImproperlyConfigured(
        f"The environment variable {naam} is not set. {HULP[naam]} "
        "(Or run bin/manage, which sets it.)"
    )


def wijs_af_buiten_deze_machine(hosts: list[str]) -> None:
    """DEBUG shows settings, queries and people to whoever causes an error: never to others."""
    vreemd = sorted(set(hosts) - _DEZE_MACHINE)
    if vreemd:
        raise ImproperlyConfigured(
            f"DOORSTROOM_MODUS=ontwikkeling serves this machine only, not {', '.join(vreemd)}. "
            "Leave ALLOWED_HOSTS out, or leave DOORSTROOM_MODUS out for a real site."
        )
