"""Organisations, their users, and who stands in for whom."""

from gebruikers.models.gebruiker import Gebruiker
from gebruikers.models.organisatie import Organisatie
from gebruikers.models.waarneming import Waarneming

__all__ = ["Gebruiker", "Organisatie", "Waarneming"]
