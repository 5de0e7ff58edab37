"""Each pattern stands in the table once, answers at its own address, and is public by name only."""

from typing import Final

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, path, resolve
from django.urls.resolvers import RegexPattern

from gedeeld.models import Taakrun
from gedeeld.taken.nachtwacht import NACHTTAAK
from gedeeld.tijd import nu
from tests.harnas import WaakzameClient
from tests.toegang.patronen import (
    Patroon,
    alle_patronen,
    dubbele,
    eigen_patronen,
    patronen,
)

WERKWOORDEN: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
# What the whole world reaches, literally; everything else asks for a login, whatever the verb.
OPENBAAR: Final = {
    "gezondheid/",
    "operator/login/",  # sends on to the login page, without a page of its own
    "account/login/",
    "account/logout/",
    "account/signup/",
    "account/inactive/",
    "account/password/reset/",
    "account/password/reset/done/",
    "account/password/reset/key/done/",
    "agenda/<str:sleutel>.ics",  # asks for the key of a calendar
    r"account/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
}
AANMELDDEUREN: Final = ("/account/login/?next=/", "/operator/login/?next=/")


def test_no_two_patterns_with_the_same_name_or_route() -> None:
    """The second of two would stand in no table, or would never be reached."""
    assert dubbele(eigen_patronen()) == []


@pytest.mark.parametrize(
    ("routes", "gevonden"),
    [
        ([("a/", "x"), ("b/", "y")], []),
        ([("a/", "x"), ("b/", "x")], ["x"]),
        ([("a/", "x"), ("a/", "y")], ["a/"]),
    ],
)
def test_the_check_on_doubles_can_fail(routes: list[tuple[str, str]], gevonden: list[str]) -> None:
    def toon(_: object) -> HttpResponse:
        return HttpResponse()

    lijst = [path(route, toon, name=naam) for route, naam in routes]
    assert dubbele(patronen(URLResolver(RegexPattern(""), lijst))) == gevonden


def test_every_address_reaches_its_own_pattern() -> None:
    """A pattern that stands before it with a wider route would answer in its place."""
    anders = {}
    for patroon in eigen_patronen():
        gevonden = resolve(patroon.pad({}))
        if gevonden.func is not patroon.patroon.callback:
            anders[patroon.naam] = gevonden.route
    assert anders == {}


def _naar_de_deur(client: Client, patroon: Patroon, werkwoord: str) -> bool:
    antwoord = client.generic(werkwoord, patroon.pad({}))
    return antwoord.status_code == 302 and antwoord["Location"].startswith(AANMELDDEUREN)


@pytest.mark.django_db
def test_only_these_addresses_are_public() -> None:
    Taakrun.objects.create(taak=NACHTTAAK, einde=nu(), status=Taakrun.Status.GESLAAGD)
    client = WaakzameClient()
    openbaar = {
        patroon.route
        for patroon in alle_patronen()
        if not all(_naar_de_deur(client, patroon, werkwoord) for werkwoord in WERKWOORDEN)
    }
    assert openbaar == OPENBAAR
