"""The filters of those who left, in the address; the dashboard counts what they choose."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit
from gedeeld.zeef import Zeef
from trajects.kader.caseload import ZONDER
from trajects.kader.filters import Begeleiderfilter, Dienstfilter
from trajects.kader.keuzelijst import Keuzelijst
from trajects.keuzes import Bestemming
from trajects.models import Uitstroom
from trajects.paginas.filters.werknemers import EERSTE_DAG, LAATSTE_DAG
from trajects.paginas.uitstroomresultaten import bij_dienst, met_afloop, weken_tot_duurzaam
from werknemers.models import Dienst
from werknemers.rechten import ziet_alle_werknemers


class UitstroomFilter(Zeef):
    """`tot` is the last day that counts, inclusive; without it, planned outflows show as well."""

    jaar = django_filters.NumberFilter(
        field_name="datum",
        lookup_expr="year",
        label="Jaar",
        min_value=EERSTE_DAG.year,
        max_value=LAATSTE_DAG.year,
        decimal_places=0,
        widget=forms.NumberInput({"class": "form-control"}),
    )
    dienst = Dienstfilter(
        label="Dienst",
        method="kies_dienst",
        empty_label="alle diensten",
    )
    begeleider = Begeleiderfilter(
        field_name="werknemer__begeleider",
        label="Begeleider",
        empty_label="alle begeleiders",
        null_label="zonder begeleider",
        null_value=ZONDER,
    )
    bestemming = django_filters.ChoiceFilter(
        choices=Bestemming.choices, label="Naar", empty_label="overal", widget=Keuzelijst
    )
    duurzaam = django_filters.ChoiceFilter(
        method="kies_duurzaam",
        choices=[("gemeten", "gehoord"), ("ja", "aan het werk"), ("nee", "niet aan het werk")],
        label="Daarna",
        empty_label="iedereen",
        widget=Keuzelijst,
    )
    tot = django_filters.DateFilter(
        label="Tot en met",
        field_name="datum",
        lookup_expr="lte",
        widget=forms.HiddenInput,
        input_formats=["%Y-%m-%d"],
        validators=[MinValueValidator(EERSTE_DAG), MaxValueValidator(LAATSTE_DAG)],
    )

    class Meta:
        model = Uitstroom
        fields = ()

    def __init__(self, data: Any, *, request: Verzoek) -> None:
        alle = Uitstroom.objects.zichtbaar_voor(request.user)
        # Or the employees of the whole country are read.
        alle = (
            alle.filter(werknemer__organisatie=request.user.organisatie_id)
            .select_related("werknemer", "werkgever")
            .defer("werknemer__insz")
            .order_by("-datum", "-pk")
        )
        super().__init__(data, alle, request=request)
        if not ziet_alle_werknemers(request.user):
            del self.filters["begeleider"]

    @property
    def gevonden(self) -> "QuerySet[Uitstroom]":
        """Nobody when the address holds something that cannot be."""
        gevonden = self.qs if self.form.is_valid() else self.queryset.none()
        return gevonden.prefetch_related("nazorg")

    @property
    def tot_dag(self) -> date:
        """The last day that counts; the rules of that day say what lasting means."""
        gekozen = self.form.cleaned_data.get("tot") if self.form.is_valid() else None
        return gekozen or vandaag()

    @property
    def weken(self) -> int | None:
        return weken_tot_duurzaam(self.tot_dag, self.request.user.organisatie_id)

    @property
    def in_woorden(self) -> list[str]:
        """What the visible fields of the form do not say."""
        tot = self.form.cleaned_data.get("tot") if self.form.is_valid() else None
        return [f"t.e.m. {datum_voluit(tot)}"] if tot else []

    def kies_dienst(
        self, uitstromen: "QuerySet[Uitstroom]", _naam: str, dienst: Dienst
    ) -> "QuerySet[Uitstroom]":
        return bij_dienst(uitstromen, dienst)

    def kies_duurzaam(
        self, uitstromen: "QuerySet[Uitstroom]", _naam: str, waarde: str
    ) -> "QuerySet[Uitstroom]":
        weken = self.weken
        if weken is None:
            return uitstromen.none()
        return met_afloop(uitstromen, weken, aan_het_werk={"ja": True, "nee": False}.get(waarde))
