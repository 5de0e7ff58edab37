"""What can be chosen in the register of employers."""

from typing import Any, Final

import django_filters
from django.db.models import QuerySet

from gebruikers.verzoek import Verzoek
from trajects.filters.keuzelijst import Keuzelijst
from trajects.keuzes import Sector
from trajects.models import Werkgever

ALLE: Final = "alle"
UIT: Final = "uit"


class WerkgeverFilter(django_filters.FilterSet):
    """Without a choice of `actief`: those that forms propose."""

    # Each word is a condition: thousands of them would keep the database busy for minutes.
    zoek = django_filters.CharFilter(
        label="Zoek op naam, gemeente of contact", method="kies_zoek", max_length=100
    )
    sector = django_filters.ChoiceFilter(
        label="Sector", choices=Sector.choices, empty_label="alle sectoren", widget=Keuzelijst
    )
    actief = django_filters.ChoiceFilter(
        label="Stand",
        choices=[(ALLE, "alle werkgevers"), (UIT, "uitgezet")],
        empty_label="in gebruik",
        widget=Keuzelijst,
        method="kies_actief",
    )

    class Meta:
        model = Werkgever
        fields = ("sector",)

    def __init__(self, request: Verzoek) -> None:
        eigen = Werkgever.objects.zichtbaar_voor(request.user)
        super().__init__(request.GET, eigen, request=request)

    @property
    def werkgevers(self) -> QuerySet[Werkgever]:
        """What is found; nothing when the address holds something that cannot be."""
        return self.qs if self.form.is_valid() else self.queryset.none()

    @property
    def is_gekozen(self) -> bool:
        return bool(self.form.is_valid() and any(self.form.cleaned_data.values()))

    def vraag(self) -> str:
        """The filters as a query string without empty ones."""
        schoon = self.data.copy()
        for naam in list(schoon):
            if naam not in self.filters or not schoon[naam]:
                del schoon[naam]
        return str(schoon.urlencode())

    def filter_queryset(self, queryset: Any) -> Any:
        if not self.form.cleaned_data.get("actief"):
            queryset = queryset.actief()
        return super().filter_queryset(queryset)

    def kies_zoek(self, werkgevers: Any, naam: str, waarde: str) -> Any:
        return werkgevers.zoek(waarde)

    def kies_actief(self, werkgevers: Any, naam: str, waarde: str) -> Any:
        return werkgevers if waarde == ALLE else werkgevers.filter(actief=False)
