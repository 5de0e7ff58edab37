"""The request as a view behind `@vereist` knows it."""

from django.http import HttpRequest

from gebruikers.models import Gebruiker


class Verzoek(HttpRequest):
    """A request of somebody who is logged in."""

    user: Gebruiker
