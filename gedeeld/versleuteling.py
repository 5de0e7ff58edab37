"""Encryption of what must be readable by few: Fernet with rotating keys, and a look-up hash."""

import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class OnleesbareWaarde(Exception):
    """No configured key opens this value: a key was lost or the value was damaged."""


def _sleutels() -> MultiFernet:
    return MultiFernet([Fernet(sleutel) for sleutel in settings.VERSLEUTELINGSSLEUTELS])


def versleutel(tekst: str) -> str:
    """Encrypt with the first key; every call gives another result."""
    return _sleutels().encrypt(tekst.encode()).decode()


def ontsleutel(geheim: str) -> str:
    """Decrypt with whichever key fits. Raises OnleesbareWaarde when none does."""
    try:
        return _sleutels().decrypt(geheim.encode()).decode()
    except InvalidToken as fout:
        raise OnleesbareWaarde("Geen enkele sleutel past op deze waarde.") from fout


def zoekwaarde(tekst: str) -> str:
    """A keyed hash: the same text gives the same value, the text cannot be had back from it."""
    return hmac.new(settings.ZOEKSLEUTEL.encode(), tekst.encode(), hashlib.sha256).hexdigest()


def versleutel_bytes(inhoud: bytes) -> bytes:
    """As `versleutel`, for a file; the result is a third longer."""
    return _sleutels().encrypt(inhoud)


def ontsleutel_bytes(geheim: bytes) -> bytes:
    """As `ontsleutel`, for a file. Raises OnleesbareWaarde."""
    try:
        return _sleutels().decrypt(geheim)
    except InvalidToken as fout:
        raise OnleesbareWaarde("Geen enkele sleutel past op dit bestand.") from fout
