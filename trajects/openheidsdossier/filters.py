"""What can be chosen among the dossiers of who is in service."""

from collections.abc import Iterable
from typing import Any, Final

import django_filters

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from trajects.kader.caseload import ZONDER, CaseloadQuerySet, op_einde
from trajects.kader.filters import Begeleiderfilter, Dienstfilter, Lijstfilter
from trajects.kader.keuzelijst import Keuzelijst
from trajects.keuzes import Dossiergat
from trajects.openheidsdossier.volledigheid import met_gaten, onvolledig, voorwaarden
from werknemers.models import Dienst, Werknemer
from werknemers.rechten import ziet_alle_werknemers

VOLLEDIG: Final = "volledig"
ONVOLLEDIG: Final = "onvolledig"


class Dossierfilter(Lijstfilter):
    """Of who is in service today and this user may see, whose support ends first on top."""

    # Each word is a condition: thousands of them would keep the database busy for minutes.
    zoek = django_filters.CharFilter(
        label="Zoek op naam of nummer", method="kies_zoek", max_length=100
    )
    dienst = Dienstfilter(label="Dienst", method="kies_dienst", empty_label="alle diensten")
    begeleider = Begeleiderfilter(
        label="Begeleider",
        empty_label="alle begeleiders",
        null_label="zonder begeleider",
        null_value=ZONDER,
    )
    dossier = django_filters.ChoiceFilter(
        label="Dossier",
        choices=[(VOLLEDIG, "volledig"), (ONVOLLEDIG, "niet volledig")],
        empty_label="iedereen",
        widget=Keuzelijst,
        method="kies_dossier",
    )
    ontbreekt = django_filters.ChoiceFilter(
        label="Wat ontbreekt",
        choices=Dossiergat.choices,
        empty_label="om het even",
        widget=Keuzelijst,
        method="kies_ontbreekt",
    )

    class Meta:
        model = Werknemer
        fields = ()

    def __init__(self, request: Verzoek) -> None:
        self.dag = vandaag()
        self._waarvan = self.dag, request.user.organisatie_id
        mensen = op_einde(request.user, self.dag).defer("insz", "zoekregel")
        super().__init__(request.GET, mensen, request=request)
        if not ziet_alle_werknemers(request.user):
            del self.filters["begeleider"]

    @property
    def rijen(self) -> CaseloadQuerySet:
        """Who is found, with the services, the counsellor and the gaps of each."""
        return self._met_alles(self.gevonden)

    def rijen_van(self, sleutels: Iterable[int]) -> CaseloadQuerySet:
        """The same of these alone, in the same order: the gaps of all need not be worked out."""
        return self._met_alles(self.queryset.filter(pk__in=list(sleutels)))

    def _met_alles(self, mensen: CaseloadQuerySet) -> CaseloadQuerySet:
        return met_gaten(mensen.met_namen(self.dag), *self._waarvan)

    def kies_zoek(self, mensen: CaseloadQuerySet, naam: str, waarde: str) -> CaseloadQuerySet:
        return mensen.zoek(waarde)

    def kies_dienst(self, mensen: CaseloadQuerySet, naam: str, waarde: Dienst) -> CaseloadQuerySet:
        return mensen.werkt_bij(waarde.pk, self.dag)

    def kies_dossier(self, mensen: CaseloadQuerySet, naam: str, waarde: str) -> Any:
        met_gat = onvolledig(*self._waarvan)
        return mensen.filter(met_gat if waarde == ONVOLLEDIG else ~met_gat)

    def kies_ontbreekt(self, mensen: CaseloadQuerySet, naam: str, waarde: str) -> Any:
        return mensen.filter(voorwaarden(*self._waarvan)[Dossiergat(waarde)])
