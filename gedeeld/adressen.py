"""The address of a view, looked up once: of the many links on a page only the keys differ."""

import re
from functools import cache
from typing import Final

from django.conf import settings
from django.urls import NoReverseMatch, reverse

# What no view has as a key or a word, recognised in the address.
_PLAATSHOUDER: Final = 10**18
# Words that stand in an address as they are.
_WOORD: Final = re.compile(r"[0-9A-Za-z_-]+")


def adres_van(view: str, *args: object) -> str:
    """As `reverse` with these arguments; looked up once when all are keys or simple words.

    Raises NoReverseMatch.
    """
    woorden = [str(arg) for arg in args]
    if all(map(_WOORD.fullmatch, woorden)):
        cijfers = tuple(woord.isdigit() for woord in woorden)
        # No request has addresses of its own; asking Django for them takes longer than the rest.
        vorm = _vorm(settings.ROOT_URLCONF, view, cijfers)
        if vorm is not None:
            return vorm.format(*woorden)
    return reverse(view, args=args)


@cache
def _vorm(_adressen: str, view: str, cijfers: tuple[bool, ...]) -> str | None:
    """The address with a place for each argument, which is a number or a word; there are as many as
    there are views. None when it must be looked up each time."""
    plaatshouders = [
        f"{'' if cijfer else 'x-'}{_PLAATSHOUDER + n}" for n, cijfer in enumerate(cijfers)
    ]
    try:
        vorm = reverse(view, args=plaatshouders).replace("{", "{{").replace("}", "}}")
    except NoReverseMatch:
        return None
    for plaatshouder in plaatshouders:
        vorm = vorm.replace(plaatshouder, "{}", 1)
    return vorm
