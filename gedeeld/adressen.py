"""The address of a view, looked up once: of the many links on a page only the keys differ."""

from functools import cache
from typing import Final

from django.urls import get_resolver, get_urlconf, reverse
from django.urls.resolvers import URLResolver

# A key that no row has, recognised in the address.
_PLAATSHOUDER: Final = 10**18


def adres_van(view: str, *args: object) -> str:
    """As `reverse` with these arguments; looked up once when all are keys.

    Raises NoReverseMatch.
    """
    if all(type(arg) is int for arg in args):
        return _vorm(get_resolver(get_urlconf()), view, len(args)).format(*args)
    return reverse(view, args=args)


@cache
def _vorm(_adressen: URLResolver, view: str, aantal: int) -> str:
    """The address with a place for each key; there are as many as there are views."""
    plaatshouders = [_PLAATSHOUDER + n for n in range(aantal)]
    vorm = reverse(view, args=plaatshouders).replace("{", "{{").replace("}", "}}")
    for plaatshouder in plaatshouders:
        vorm = vorm.replace(str(plaatshouder), "{}", 1)
    return vorm
