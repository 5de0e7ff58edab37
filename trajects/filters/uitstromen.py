"""The filters of those who left, in the address."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet

from doorstroom.gedeeld.tijd import vandaag
from gebruikers.verzoek import Verzoek
from regels.domein.parameters import laad_parameters
from regels.keuzes import Parametercode
from trajects.domein.uitstroomresultaten import duurzaam
from trajects.filters.keuzelijst import Keuzelijst
from trajects.keuzes import Bestemming
from trajects.models import Uitstroom


class UitstroomFilter(django_filters.FilterSet):
    jaar = django_filters.NumberFilter(
        method="kies_jaar",
        label="Jaar",
        min_value=2000,
        max_value=2100,
        widget=forms.NumberInput({"class": "form-control"}),
    )
    bestemming = django_filters.ChoiceFilter(
        choices=Bestemming.choices, label="Naar", empty_label="overal", widget=Keuzelijst
    )
    duurzaam = django_filters.ChoiceFilter(
        method="kies_duurzaam",
        choices=[("gemeten", "gemeten"), ("ja", "nog aan het werk"), ("nee", "niet aan het werk")],
        label="Na een half jaar",
        empty_label="iedereen",
        widget=Keuzelijst,
    )

    class Meta:
        model = Uitstroom
        fields = ("jaar", "bestemming", "duurzaam")

    def __init__(self, data: Any, queryset: "QuerySet[Uitstroom]", *, request: Verzoek) -> None:
        super().__init__(data, queryset, request=request)

    def kies_jaar(self, uitstromen: Any, _naam: str, jaar: Any) -> Any:
        return uitstromen.filter(datum__year=int(jaar))

    def kies_duurzaam(self, uitstromen: Any, _naam: str, waarde: str) -> Any:
        regels = laad_parameters(vandaag(), self.request.user.organisatie_id)
        aan_het_werk = {"ja": True, "nee": False}.get(waarde)
        weken = regels.aantal(Parametercode.DUURZAAM)
        return duurzaam(uitstromen, weken, aan_het_werk=aan_het_werk)
