"""Whoever is made responsible for somebody can log in and do it, also at that very moment."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gebruikers.rechten import kan_begeleiden
from gebruikers.schrijvers import GEBRUIKERS


def houd_vast(gebruikers: Iterable[Gebruiker]) -> dict[int, Gebruiker]:
    """Each as it is now, by key, locked until the transaction of the caller ends.

    Who switches somebody off waits for that, and sees what was given; who comes after it sees that
    the account is off. Lock employees and what is theirs before this, signals after it.
    """
    per_sleutel = {gebruiker.pk: gebruiker for gebruiker in gebruikers}
    return {pk: GEBRUIKERS.vergrendel(per_sleutel[pk]) for pk in sorted(per_sleutel)}


def eis_begeleider(gebruiker: Gebruiker, veld: str) -> None:
    """Lock this user; raises ValidationError at `veld` for who can guide nobody (any more)."""
    huidig = houd_vast([gebruiker])[gebruiker.pk]
    if not kan_begeleiden(huidig):
        raise ValidationError(
            {veld: f"{huidig} kan niemand begeleiden. Kies een actieve begeleider."}
        )
