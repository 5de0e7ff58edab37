"""The secret in the address of a calendar, and whose it is."""

from hashlib import sha256
from secrets import token_urlsafe
from typing import Final

from gebruikers.aanmelding import Aanmelding
from gebruikers.models import Gebruiker
from trajects.models import Agendakoppeling
from trajects.rechten import mag_agenda_koppelen

# 256 bits: nobody finds one by trying, so that a fast hash is enough.
_BYTES: Final = 32


def nieuwe_sleutel() -> str:
    return token_urlsafe(_BYTES)


def hash_van(sleutel: str) -> str:
    """What is kept of it. The look-up compares hashes: how long it takes says nothing of a key."""
    return sha256(sleutel.encode()).hexdigest()


def wie_heeft(sleutel: str) -> tuple[Gebruiker, Agendakoppeling] | None:
    """Whose calendar asks, as if that user logged in now; None for a key of nobody, of who is
    switched off, and of who may have no calendar any more."""
    koppeling = Agendakoppeling.objects.filter(sleutelhash=hash_van(sleutel)).first()
    gebruiker = koppeling and Aanmelding().get_user(koppeling.gebruiker_id)
    if not koppeling or not gebruiker or not mag_agenda_koppelen(gebruiker):
        return None
    return gebruiker, koppeling
