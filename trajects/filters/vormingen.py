"""The filters of the trainings, in the address."""

from typing import Any, Final

import django_filters
from django import forms
from django.db.models import QuerySet

from doorstroom.gedeeld.tijd import vandaag
from gebruikers.verzoek import Verzoek
from trajects.filters.keuzelijst import Keuzelijst
from trajects.keuzes import Vormingsformule, Vormingsstand, Vormingsthema
from trajects.models import Vormingsactie
from trajects.rechten import mag_vormingsfonds_zien

_JAREN: Final = (2000, 2100)


class VormingFilter(django_filters.FilterSet):
    """`geld=open` only for who may see the fund."""

    zoek = django_filters.CharFilter(
        field_name="titel",
        lookup_expr="unaccent__icontains",
        label="Zoek op titel",
        widget=forms.TextInput({"class": "form-control", "type": "search", "maxlength": 100}),
    )
    stand = django_filters.ChoiceFilter(
        method="kies_stand",
        choices=Vormingsstand.choices,
        label="Stand",
        empty_label="alle",
        widget=Keuzelijst,
    )
    formule = django_filters.ChoiceFilter(
        choices=Vormingsformule.choices,
        label="Formule",
        empty_label="alle formules",
        widget=Keuzelijst,
    )
    thema = django_filters.ChoiceFilter(
        choices=Vormingsthema.choices,
        label="Thema",
        empty_label="alle thema’s",
        widget=Keuzelijst,
    )
    jaar = django_filters.NumberFilter(
        method="kies_jaar",
        label="Jaar",
        min_value=_JAREN[0],
        max_value=_JAREN[1],
        widget=forms.NumberInput({"class": "form-control"}),
    )
    geld = django_filters.ChoiceFilter(
        method="kies_geld",
        choices=[("open", "geld open")],
        label="Fonds",
        empty_label="alle",
        widget=Keuzelijst,
    )

    class Meta:
        model = Vormingsactie
        fields = ("zoek", "stand", "formule", "thema", "jaar", "geld")

    def __init__(self, data: Any, queryset: "QuerySet[Vormingsactie]", *, request: Verzoek) -> None:
        super().__init__(data, queryset, request=request)
        if not mag_vormingsfonds_zien(request.user):
            del self.filters["geld"]

    def kies_stand(self, vormingen: Any, _naam: str, stand: str) -> Any:
        return vormingen.in_stand(stand, vandaag())

    def kies_jaar(self, vormingen: Any, _naam: str, jaar: Any) -> Any:
        return vormingen.filter(periode__startswith__year=int(jaar))

    def kies_geld(self, vormingen: Any, _naam: str, _waarde: str) -> Any:
        return vormingen.geld_open()
