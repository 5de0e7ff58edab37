"""The environment variables that Django gets, and how to call it."""

import os
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import TypeAlias

from hulp.paden import PROJECT, VAR
from hulp.virtueel import PYTHON, VENV

Omgeving: TypeAlias = dict[str, str]

BROKERMAPPEN = (VAR / "broker/wachtrij", VAR / "broker/sturing")
GEHEIMENBESTAND = VAR / "geheim.env"
GEHEIMEN: dict[str, Callable[[], str]] = {
    "SECRET_KEY": lambda: secrets.token_urlsafe(50),
    "VERSLEUTELINGSSLEUTELS": lambda: urlsafe_b64encode(secrets.token_bytes(32)).decode(),
    "ZOEKSLEUTEL": lambda: secrets.token_urlsafe(32),
}
VARIABELEN = (*GEHEIMEN, "ALLOWED_HOSTS", "BASIS_URL", "DATABASE_URL", "EMAIL_URL", "REDIS_URL")
# What a developer has set for a real environment must not reach the tests.
VREEMD_AAN_TESTS = (*GEHEIMEN, "ALLOWED_HOSTS", "BASIS_URL", "EMAIL_URL")


def demo_omgeving() -> Omgeving:
    """Ours, with the demo's own secrets for what is not set, and the folders of its broker."""
    for map_ in BROKERMAPPEN:
        map_.mkdir(parents=True, exist_ok=True)
    return _lees_geheimen() | _eigen() | _basis("demo")


def ontwikkel_omgeving() -> Omgeving:
    """That of the demo, on the same data, with DEBUG."""
    return demo_omgeving() | {"DOORSTROOM_MODUS": "ontwikkeling"}


def test_omgeving() -> Omgeving:
    eigen = {naam: waarde for naam, waarde in _eigen().items() if naam not in VREEMD_AAN_TESTS}
    return eigen | _basis("test")


def productie_omgeving() -> Omgeving:
    """Ours as it is: what is missing, the settings say."""
    return _eigen() | _basis("productie")


def django(*argumenten: str) -> list[str]:
    return [str(PYTHON), str(PROJECT / "manage.py"), *argumenten]


def _eigen() -> Omgeving:
    """Our environment, in which an empty variable of the project counts as not set."""
    omgeving = dict(os.environ)
    for naam in VARIABELEN:
        if not omgeving.get(naam):
            omgeving.pop(naam, None)
    return omgeving


def _basis(modus: str) -> Omgeving:
    return {
        "DOORSTROOM_MODUS": modus,
        "DOORSTROOM_VAR": str(VAR),
        "PATH": f"{VENV}/bin:{os.environ.get('PATH', os.defpath)}",
        "PYTHONUNBUFFERED": "1",
        "VIRTUAL_ENV": str(VENV),
    }


def _lees_geheimen() -> Omgeving:
    """Secrets made once and kept; data encrypted with them would otherwise be lost."""
    geheimen = {}
    if GEHEIMENBESTAND.exists():
        regels = GEHEIMENBESTAND.read_text().splitlines()
        geheimen = dict(regel.split("=", 1) for regel in regels if "=" in regel)
    nieuw = {naam: maak() for naam, maak in GEHEIMEN.items() if naam not in geheimen}
    if nieuw:
        geheimen |= nieuw
        _bewaar("".join(f"{naam}={waarde}\n" for naam, waarde in geheimen.items()))
    return geheimen


def _bewaar(inhoud: str) -> None:
    voorlopig = GEHEIMENBESTAND.with_suffix(".nieuw")
    voorlopig.unlink(missing_ok=True)
    descriptor = os.open(voorlopig, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as bestand:
        bestand.write(inhoud)
    voorlopig.replace(GEHEIMENBESTAND)
