"""The services, counsellors and employees that lists offer to choose from."""

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from werknemers.models import Dienst, Werknemer


class Keuzelijst(forms.Select):
    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        super().__init__({"class": "form-select", **(attrs or {})}, choices)


def diensten(request: Verzoek) -> QuerySet[Dienst]:
    return Dienst.objects.zichtbaar_voor(request.user)


def werknemers(request: Verzoek) -> QuerySet[Werknemer]:
    zichtbaar = Werknemer.objects.zichtbaar_voor(request.user)
    return zichtbaar.order_by("voornaam", "familienaam", "pk")


def begeleiders(request: Verzoek) -> QuerySet[Gebruiker]:
    """Who can have a caseload, and who still has one."""
    eigen = Gebruiker.objects.zichtbaar_voor(request.user)
    met_werknemers = eigen.filter(Exists(Werknemer.objects.filter(begeleider=OuterRef("pk"))))
    return (eigen.begeleiders() | met_werknemers).order_by("voornaam", "naam", "pk")
