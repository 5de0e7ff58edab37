"""What was just done, with a button that undoes it: in the message that says it.

The message carries what is needed to put back, signed, for whoever did it and for a short while.
It holds keys and states, never what somebody typed.
"""

from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core import signing
from django.http import HttpRequest

from gedeeld.adressen import adres_van

# Long enough to notice, short enough that nobody built on it.
GELDIG_SECONDEN: Final = 600
_SCHEIDING: Final = " "


def bied_aan(request: HttpRequest, zin: str, view: str, gegevens: Any) -> None:
    """Say what was done, with *Maak ongedaan*: `view` gets `gegevens` back (`lees`)."""
    zegel = signing.dumps([_wie(request), gegevens], salt=view, compress=True)
    messages.success(request, zin, extra_tags=f"{adres_van(view)}{_SCHEIDING}{zegel}")


def lees(request: HttpRequest, view: str) -> Any:
    """What `bied_aan` kept; None when it is not ours, too old, or of somebody else."""
    try:
        wie, gegevens = signing.loads(
            request.POST.get("zegel", ""), salt=view, max_age=GELDIG_SECONDEN
        )
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return gegevens if wie == _wie(request) else None


def knop_van(extra: str) -> tuple[str, str] | None:
    """Address and seal of a message that can be undone."""
    adres, _, zegel = (extra or "").partition(_SCHEIDING)
    return (adres, zegel) if zegel else None


def _wie(request: HttpRequest) -> int:
    gebruiker: AbstractBaseUser = request.user  # type: ignore[assignment]
    return int(gebruiker.pk)
