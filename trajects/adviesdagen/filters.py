"""What can be chosen in the list of advice: service, counsellor, and what can or must be done."""

from datetime import date
from typing import Any

import django_filters

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from trajects.adviesdagen.adviesoverzicht import wat_eerst
from trajects.kader.caseload import CaseloadQuerySet, op_einde
from trajects.kader.filters import Begeleiderfilter, Dienstfilter, Lijstfilter
from trajects.kader.keuzelijst import Keuzelijst
from werknemers.domein.adviesdagen.uitkijk import Uitkijk
from werknemers.keuzes import Adviesmoment
from werknemers.models import Dienst, Werknemer
from werknemers.rechten import ziet_alle_werknemers


class AdviesFilter(Lijstfilter):
    wat = django_filters.ChoiceFilter(
        method="laat_staan",
        choices=Adviesmoment.choices,
        label="Wat nu kan of moet",
        empty_label="alles",
        widget=Keuzelijst,
    )
    dienst = Dienstfilter(method="kies_dienst", label="Dienst", empty_label="alle diensten")
    begeleider = Begeleiderfilter(label="Begeleider", empty_label="alle begeleiders")

    class Meta:
        model = Werknemer
        fields = ()

    def __init__(self, request: Verzoek) -> None:
        self.dag: date = vandaag()
        super().__init__(request.GET, op_einde(request.user, self.dag), request=request)
        if not ziet_alle_werknemers(request.user):
            del self.filters["begeleider"]

    @property
    def uitkijken(self) -> list[Uitkijk]:
        """Who is found, what is lost first on top; nobody for an address that cannot be."""
        if not self.form.is_valid():
            return []
        alle = wat_eerst(self.gevonden, self.request.user, self.dag)
        wat = self.form.cleaned_data["wat"]
        return [uitkijk for uitkijk in alle if not wat or uitkijk.moment == wat]

    def kies_dienst(self, mensen: CaseloadQuerySet, naam: str, dienst: Dienst) -> CaseloadQuerySet:
        return mensen.werkt_bij(dienst.pk, self.dag)

    def laat_staan(self, mensen: CaseloadQuerySet, naam: str, waarde: Any) -> CaseloadQuerySet:
        """What can be done now is known once the days are counted."""
        return mensen
