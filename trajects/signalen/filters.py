"""The filters of the inbox, in its address."""

from functools import cache
from typing import Any

import django_filters
from django.db.models import QuerySet
from django_filters.fields import ChoiceField

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from trajects.kader.filters import Begeleiderfilter, Dienstfilter, Lijstfilter
from trajects.kader.keuzelijst import Keuzelijst
from trajects.keuzes import OPEN_STATUSSEN, Signaalstatus
from trajects.models import Signaal
from trajects.signaalsoorten.register import keuzes
from werknemers.models import Dienst, Werknemer
from werknemers.rechten import ziet_alle_werknemers

OPEN = "open"


@cache
def _soortveld(rol: str) -> ChoiceField:
    """Of the kinds that this role gets: all its requests share it."""
    return ChoiceField(
        choices=keuzes(rol),
        label="Soort",
        empty_label="alle soorten",
        required=False,
        widget=Keuzelijst,
    )


class SignaalFilter(Lijstfilter):
    """Without a choice of status: what asks for attention today."""

    soort = django_filters.ChoiceFilter()
    begeleider = Begeleiderfilter(
        field_name="werknemer__begeleider",
        label="Begeleider",
        empty_label="alle begeleiders",
    )
    dienst = Dienstfilter(
        method="kies_dienst",
        label="Dienst",
        empty_label="alle diensten",
    )
    status = django_filters.ChoiceFilter(
        method="kies_status",
        choices=[(OPEN, "alle open"), *Signaalstatus.choices],
        label="Stand",
        empty_label="vraagt aandacht",
        widget=Keuzelijst,
    )

    class Meta:
        model = Signaal
        fields = ("soort", "begeleider", "dienst", "status")

    def __init__(self, data: Any, queryset: QuerySet[Signaal], *, request: Verzoek) -> None:
        super().__init__(data, queryset, request=request)
        if not ziet_alle_werknemers(request.user):
            del self.filters["begeleider"]

    @property
    def form(self) -> Any:
        form = super().form
        form.fields["soort"] = _soortveld(self.request.user.rol)
        return form

    def kies_dienst(
        self, signalen: QuerySet[Signaal], _naam: str, dienst: Dienst
    ) -> QuerySet[Signaal]:
        daar = Werknemer.objects.werkt_bij(dienst.pk, vandaag())
        return signalen.filter(werknemer__in=daar.values("pk"))

    def kies_status(
        self, signalen: QuerySet[Signaal], _naam: str, status: str
    ) -> QuerySet[Signaal]:
        statussen = OPEN_STATUSSEN if status == OPEN else (status,)
        return signalen.filter(status__in=statussen)

    def filter_queryset(self, queryset: QuerySet[Signaal]) -> QuerySet[Signaal]:
        gefilterd = super().filter_queryset(queryset)
        if self.form.cleaned_data.get("status"):
            return gefilterd
        return gefilterd.vraagt_aandacht_op(vandaag())
