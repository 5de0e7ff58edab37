"""The filters of the inbox, in its address."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest

from doorstroom.gedeeld.tijd import vandaag
from gebruikers.models import Gebruiker
from trajects.keuzes import OPEN_STATUSSEN, Signaalstatus, SoortSignaal
from trajects.models import Signaal
from werknemers.models import Arbeidsovereenkomst, Dienst

OPEN = "open"


class SignaalFilter(django_filters.FilterSet):
    """Without a choice of status: what asks for attention today."""

    soort = django_filters.ChoiceFilter(
        choices=SoortSignaal.choices, label="Soort", empty_label="alle soorten"
    )
    begeleider = django_filters.ModelChoiceFilter(
        field_name="werknemer__begeleider",
        queryset=lambda request: Gebruiker.objects.zichtbaar_voor(request.user).begeleiders(),
        label="Begeleider",
        empty_label="alle begeleiders",
    )
    dienst = django_filters.ModelChoiceFilter(
        method="in_dienst",
        queryset=lambda request: Dienst.objects.zichtbaar_voor(request.user),
        label="Dienst",
        empty_label="alle diensten",
    )
    status = django_filters.ChoiceFilter(
        method="met_status",
        choices=[(OPEN, "alle open"), *Signaalstatus.choices],
        label="Stand",
        empty_label="vraagt aandacht",
    )

    class Meta:
        model = Signaal
        fields = ("soort", "begeleider", "dienst", "status")

    def __init__(self, data: Any, queryset: QuerySet[Signaal], *, request: HttpRequest) -> None:
        super().__init__(data, queryset, request=request)
        for veld in self.form.fields.values():
            if isinstance(veld.widget, forms.Select):
                veld.widget.attrs["class"] = "form-select"

    def in_dienst(
        self, signalen: QuerySet[Signaal], _naam: str, dienst: Dienst
    ) -> QuerySet[Signaal]:
        contracten = Arbeidsovereenkomst.objects.filter(dienst=dienst).op(vandaag())
        return signalen.filter(werknemer__in=contracten.values("werknemer"))

    def met_status(self, signalen: QuerySet[Signaal], _naam: str, status: str) -> QuerySet[Signaal]:
        statussen = OPEN_STATUSSEN if status == OPEN else (status,)
        return signalen.filter(status__in=statussen)

    def filter_queryset(self, queryset: QuerySet[Signaal]) -> QuerySet[Signaal]:
        gefilterd = super().filter_queryset(queryset)
        if self.form.cleaned_data.get("status"):
            return gefilterd
        return gefilterd.vraagt_aandacht_op(vandaag())
