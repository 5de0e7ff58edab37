"""What a browser, or somebody with a program, can send that no form of ours would make."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from django.test import Client

Paren = tuple[tuple[str, str], ...]

# Each is a kind of its own: digits that are none, what no database keeps, far or impossible days,
# numbers beyond any column, text in the wrong direction, code, and what is nearly nothing.
WAARDEN: Final = (
    "²",
    "a\0b",
    "\ud800",
    "9" * 30,
    "9" * 5000,
    "-1",
    "1e999",
    "NaN",
    "-Infinity",
    "0001-01-01",
    "9999-12-31",
    "31/02/2026",
    "12/31/9999",
    "-",
    " ",
    "\u202e٣🦆\u200d",
    "<script>alert('&\"')</script>",
    "x" * 20_000,
    "woord " * 2000,
    '{"op": [], "waarden": {"naam": 5}}',
    "[" * 2000,
    "on",
    "1,2",
)
ADRESSEN: Final = (
    "http://[",
    "http://testserver/é²",
    "http://testserver:x/",
    "//[::1/",
    "http://testserver/\x00%ff%ED%A0%80",
    "?",
)


def htmx(adres: str = "http://testserver/", *, gecodeerd: bool = False) -> dict[str, str]:
    """The headers of a request by htmx from that address."""
    koppen = {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": adres}
    return koppen | ({"HTTP_HX_CURRENT_URL_URI_AUTOENCODED": "true"} if gecodeerd else {})


def als_vraag(paren: Paren) -> str:
    """Every character as its bytes, also those that no text may hold."""
    return urlencode(paren, errors="surrogatepass")


def haal(client: Client, url: str, paren: Paren, koppen: Mapping[str, str]) -> Any:
    return client.generic("GET", f"{url}{'&' if '?' in url else '?'}{als_vraag(paren)}", **koppen)


def stuur(client: Client, url: str, paren: Paren, koppen: Mapping[str, str]) -> Any:
    soort = "application/x-www-form-urlencoded"
    return client.generic("POST", url, als_vraag(paren), content_type=soort, **koppen)
