"""What can be chosen when somebody looks for a note."""

from datetime import date
from typing import Any

import django_filters
from django import forms

from gebruikers.verzoek import Verzoek
from gedeeld.formulieren import DatumInvoer, Datumveld
from gedeeld.weergeven import verkeerd_om
from trajects.kader.filters import Lijstfilter, Zoekkeuzefilter
from trajects.kader.keuzelijst import Keuzelijst
from trajects.keuzes import SoortNotitie, Thema
from trajects.logboek.logregels import met_aanhang
from trajects.models import Notitie
from trajects.models.notitie import NotitieQuerySet


class Zoekformulier(forms.Form):
    def clean(self) -> dict[str, Any]:
        velden = super().clean() or self.cleaned_data
        van, tem = velden.get("van"), velden.get("tem")
        if isinstance(van, date) and isinstance(tem, date) and tem < van:
            self.add_error("tem", verkeerd_om(van, tem))
        return velden


class Dagfilter(django_filters.DateFilter):
    field_class = Datumveld


class NotitieFilter(Lijstfilter):
    """The latest versions of what this user may read; every word of `zoek` must be in them."""

    # Each word is a condition: thousands of them would keep the database busy for minutes.
    zoek = django_filters.CharFilter(label="Zoek in de tekst", method="kies_zoek", max_length=100)
    werknemer = Zoekkeuzefilter(label="Over wie", empty_label="iedereen")
    soort = django_filters.ChoiceFilter(
        label="Soort", choices=SoortNotitie.choices, empty_label="alle soorten", widget=Keuzelijst
    )
    thema = django_filters.ChoiceFilter(
        label="Thema",
        choices=Thema.choices,
        empty_label="alle thema’s",
        widget=Keuzelijst,
        method="kies_thema",
    )
    van = Dagfilter(
        label="Van",
        field_name="datum",
        lookup_expr="gte",
        widget=DatumInvoer({"class": "form-control"}),
    )
    tem = Dagfilter(
        label="Tot en met",
        field_name="datum",
        lookup_expr="lte",
        widget=DatumInvoer({"class": "form-control"}),
    )

    class Meta:
        model = Notitie
        form = Zoekformulier
        fields = ("werknemer", "soort")

    def __init__(self, request: Verzoek) -> None:
        eigen = Notitie.objects.zichtbaar_voor(request.user).geldend()
        super().__init__(
            request.GET,
            met_aanhang(eigen, request.user).select_related("werknemer").defer("werknemer__insz"),
            request=request,
        )

    @property
    def gezocht(self) -> str:
        """The words that were looked for, "" when none were or a filter cannot be."""
        return str(self.form.cleaned_data["zoek"]) if self.form.is_valid() else ""

    @property
    def is_gefilterd(self) -> bool:
        """Whether something else than words is chosen, which a fold would hide."""
        return bool(set(self.form.changed_data) - {"zoek"})

    def kies_zoek(self, notities: NotitieQuerySet, naam: str, tekst: str) -> NotitieQuerySet:
        return notities.zoek(tekst).met_vondsten(tekst)

    def kies_thema(self, notities: NotitieQuerySet, naam: str, thema: str) -> NotitieQuerySet:
        return notities.over(Thema(thema))
