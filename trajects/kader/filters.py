"""What several filters share: what is found with its address, and lists to choose from."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse_lazy

from gebruikers.domein.vragen import per_rol
from gebruikers.models import Gebruiker
from gebruikers.models.gebruiker import naam_van
from gebruikers.rechten import HeeftRol
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.zeef import Zeef
from trajects.kader.keuzelijst import Keuzelijst, Recordveld
from trajects.kader.keuzevelden import Zoekkeuze, Zoekkeuzeveld
from werknemers.models import Dienst, Werknemer
from werknemers.models.werknemer import WerknemerQuerySet


def werknemers(request: Verzoek) -> WerknemerQuerySet:
    zichtbaar: WerknemerQuerySet = Werknemer.objects.zichtbaar_voor(request.user)
    return zichtbaar.order_by("voornaam", "familienaam", "pk")


def diensten(gebruiker: HeeftRol) -> QuerySet[Dienst]:
    return Dienst.objects.zichtbaar_voor(gebruiker)


def begeleiders(gebruiker: HeeftRol) -> QuerySet[Gebruiker]:
    """Who can have a caseload, and who still has one."""
    eigen = Gebruiker.objects.zichtbaar_voor(gebruiker)
    met_werknemers = eigen.filter(Exists(Werknemer.objects.filter(begeleider=OuterRef("pk"))))
    return (eigen.begeleiders() | met_werknemers).order_by("voornaam", "naam", "pk")


@per_rol
def _dienstnamen(gebruiker: HeeftRol, _op: date) -> QuerySet[Any, tuple[int, str]]:
    return diensten(gebruiker).values_list("pk", "naam")


@per_rol
def _begeleidersnamen(gebruiker: HeeftRol, _op: date) -> QuerySet[Any, tuple[int, str]]:
    return begeleiders(gebruiker).values_list("pk", naam_van())


class _Recordfilter(django_filters.ModelChoiceFilter):
    """One of the `records` that the user may see, in a list of their `namen`."""

    field_class = Recordveld

    def __init__(
        self,
        *args: Any,
        records: Callable[[HeeftRol], QuerySet[Any]],
        namen: Callable[[HeeftRol, date], list[tuple[int, str]]],
        **opties: Any,
    ) -> None:
        def vraag(request: Verzoek) -> Callable[[], QuerySet[Any]]:
            return partial(records, request.user)

        super().__init__(*args, queryset=vraag, widget=Keuzelijst, **opties)
        self.namen = namen

    @property
    def field(self) -> Any:
        self.extra["regels"] = partial(self.namen, self.parent.request.user, vandaag())
        return super().field


Dienstfilter = partial(_Recordfilter, records=diensten, namen=_dienstnamen)
Begeleiderfilter = partial(_Recordfilter, records=begeleiders, namen=_begeleidersnamen)


class Zoekkeuzefilter(django_filters.ModelChoiceFilter):
    """One employee of those whom the user may see: `werknemers`, in a list or by a search."""

    field_class = Zoekkeuzeveld

    def __init__(self, *args: Any, **opties: Any) -> None:
        widget = Zoekkeuze(zoek_url=reverse_lazy("trajects:werknemers_zoeken"))
        super().__init__(*args, queryset=werknemers, widget=widget, **opties)


class Lijstfilter(Zeef):
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
