"""What several filters share: what is found with its address, and lists to choose from."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse_lazy

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from trajects.kader.keuzevelden import Zoekkeuze, Zoekkeuzeveld
from werknemers.models import Dienst, Werknemer
from werknemers.models.werknemer import WerknemerQuerySet


class Keuzelijst(forms.Select):
    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        super().__init__({"class": "form-select", **(attrs or {})}, choices)


def diensten(request: Verzoek) -> QuerySet[Dienst]:
    return Dienst.objects.zichtbaar_voor(request.user)


def werknemers(request: Verzoek) -> WerknemerQuerySet:
    zichtbaar: WerknemerQuerySet = Werknemer.objects.zichtbaar_voor(request.user)
    return zichtbaar.order_by("voornaam", "familienaam", "pk")


def begeleiders(request: Verzoek) -> QuerySet[Gebruiker]:
    """Who can have a caseload, and who still has one."""
    eigen = Gebruiker.objects.zichtbaar_voor(request.user)
    met_werknemers = eigen.filter(Exists(Werknemer.objects.filter(begeleider=OuterRef("pk"))))
    return (eigen.begeleiders() | met_werknemers).order_by("voornaam", "naam", "pk")


class Zoekkeuzefilter(django_filters.ModelChoiceFilter):
    """One employee of those whom the user may see: `werknemers`, in a list or by a search."""

    field_class = Zoekkeuzeveld

    def __init__(self, *args: Any, **opties: Any) -> None:
        widget = Zoekkeuze(zoek_url=reverse_lazy("trajects:werknemers_zoeken"))
        super().__init__(*args, queryset=werknemers, widget=widget, **opties)


class Lijstfilter(django_filters.FilterSet):
    @property
    def gevonden(self) -> Any:
        """Nothing when the address holds something that cannot be."""
        return self.qs if self.form.is_valid() else self.queryset.none()

    @property
    def is_gekozen(self) -> bool:
        return bool(self.form.is_valid() and any(self.form.cleaned_data.values()))

    def vraag(self, **anders: str) -> str:
        """The filters as a query string without empty ones; `anders` adds or replaces."""
        schoon = self.data.copy()
        for naam in list(schoon):
            if naam not in self.filters or not schoon[naam]:
                del schoon[naam]
        for naam, waarde in anders.items():
            schoon[naam] = waarde
        return str(schoon.urlencode())
