"""What can be chosen in the register of employers."""

from typing import Any, Final

import django_filters

from gebruikers.verzoek import Verzoek
from trajects.kader.filters import Lijstfilter
from trajects.kader.keuzelijst import Keuzelijst
from trajects.keuzes import Sector
from trajects.models import Werkgever

ALLE: Final = "alle"
UIT: Final = "uit"


class WerkgeverFilter(Lijstfilter):
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

    def filter_queryset(self, queryset: Any) -> Any:
        if not self.form.cleaned_data.get("actief"):
            queryset = queryset.actief()
        return super().filter_queryset(queryset)

    def kies_zoek(self, werkgevers: Any, naam: str, waarde: str) -> Any:
        return werkgevers.zoek(waarde)

    def kies_actief(self, werkgevers: Any, naam: str, waarde: str) -> Any:
        return werkgevers if waarde == ALLE else werkgevers.filter(actief=False)
