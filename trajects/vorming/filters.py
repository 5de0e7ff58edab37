"""The filters of the trainings and of their figures, in the address."""

from typing import Any, ClassVar, Final

import django_filters
from django import forms
from django.db.models import Exists, OuterRef

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from trajects.kader.filters import Dienstfilter, Lijstfilter, Zoekkeuzefilter
from trajects.kader.keuzelijst import Keuzelijst
from trajects.keuzes import (
    Fondsgeld,
    Standdeelname,
    Vormingsformule,
    Vormingsstand,
    Vormingsthema,
)
from trajects.models import Deelname, Vormingsactie
from trajects.models.vorming import DeelnameQuerySet, VormingsactieQuerySet
from trajects.rechten import mag_vormingsfonds_zien
from werknemers.models import Werknemer

_JAREN: Final = (2000, 2100)
# Followed, and an attest came of it: the figure beside the hours of an employee.
MET_ATTEST: Final = "attest"


class VormingFilter(Lijstfilter):
    """`dienst`, `werknemer` and `deelname` hold for one and the same participation, of those
    that this user may see; `geld` only for who may see the fund."""

    alleen: ClassVar[frozenset[str] | None] = None

    zoek = django_filters.CharFilter(
        field_name="titel",
        lookup_expr="unaccent__icontains",
        label="Zoek op titel",
        widget=forms.TextInput({"class": "form-control", "type": "search", "maxlength": 100}),
    )
    jaar = django_filters.NumberFilter(
        method="kies_jaar",
        label="Jaar",
        min_value=_JAREN[0],
        max_value=_JAREN[1],
        decimal_places=0,
        widget=forms.NumberInput({"class": "form-control"}),
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
        label="Soort",
        empty_label="alle soorten",
        widget=Keuzelijst,
    )
    thema = django_filters.ChoiceFilter(
        choices=Vormingsthema.choices,
        label="Thema",
        empty_label="alle thema’s",
        widget=Keuzelijst,
    )
    dienst = Dienstfilter(
        method="laat_staan",
        label="Dienst van wie meedoet",
        empty_label="alle diensten",
    )
    werknemer = Zoekkeuzefilter(method="laat_staan", label="Wie doet mee", empty_label="iedereen")
    deelname = django_filters.ChoiceFilter(
        method="laat_staan",
        choices=[*Standdeelname.choices, (MET_ATTEST, "aanwezig, met attest")],
        label="Deelname",
        empty_label="alle",
        widget=Keuzelijst,
    )
    geld = django_filters.ChoiceFilter(
        method="kies_geld",
        choices=Fondsgeld.choices,
        label="Vormingsfonds",
        empty_label="alle",
        widget=Keuzelijst,
    )

    class Meta:
        model = Vormingsactie
        fields = ()

    def __init__(self, request: Verzoek) -> None:
        eigen = Vormingsactie.objects.zichtbaar_voor(request.user)
        super().__init__(request.GET, eigen, request=request)
        if not mag_vormingsfonds_zien(request.user):
            del self.filters["geld"]
        if self.alleen is not None:
            for naam in self.filters.keys() - self.alleen:
                del self.filters[naam]

    @property
    def deelnames(self) -> DeelnameQuerySet:
        """The participations that were chosen, in the trainings that are found. Each table names
        the organisation: otherwise those of the whole country are read."""
        hier = self.request.user.organisatie_id
        return self._gekozen_deelnames().filter(
            vorming__in=self.gevonden, vorming__organisatie=hier, werknemer__organisatie=hier
        )

    @property
    def werknemer_gekozen(self) -> Werknemer | None:
        return self._gekozen("werknemer")

    @property
    def geld_gekozen(self) -> Fondsgeld | None:
        geld = self._gekozen("geld")
        return Fondsgeld(geld) if geld else None

    def filter_queryset(self, queryset: VormingsactieQuerySet) -> VormingsactieQuerySet:
        gevonden = super().filter_queryset(queryset)
        if not any(self._gekozen(naam) for naam in ("dienst", "werknemer", "deelname")):
            return gevonden
        return gevonden.filter(Exists(self._gekozen_deelnames().filter(vorming=OuterRef("pk"))))

    def kies_stand(self, vormingen: Any, naam: str, stand: str) -> Any:
        return vormingen.in_stand(stand, vandaag())

    def kies_jaar(self, vormingen: Any, naam: str, jaar: Any) -> Any:
        return vormingen.filter(periode__startswith__year=int(jaar))

    def kies_geld(self, vormingen: Any, naam: str, geld: str) -> Any:
        return vormingen.met_geld(geld)

    def laat_staan(self, vormingen: Any, naam: str, waarde: Any) -> Any:
        """These hold together: see `filter_queryset`."""
        return vormingen

    def _gekozen(self, naam: str) -> Any:
        return self.form.cleaned_data.get(naam) if self.form.is_valid() else None

    def _gekozen_deelnames(self) -> DeelnameQuerySet:
        deelnames = Deelname.objects.zichtbaar_voor(self.request.user)
        if (dienst := self._gekozen("dienst")) is not None:
            deelnames = deelnames.bij_dienst(dienst)
        if (werknemer := self._gekozen("werknemer")) is not None:
            deelnames = deelnames.filter(werknemer=werknemer)
        if (hoe := self._gekozen("deelname")) == MET_ATTEST:
            return deelnames.gevolgd().met_attest()
        return deelnames.filter(stand=hoe) if hoe else deelnames


class Cijferfilter(VormingFilter):
    """What can be chosen beside the figures."""

    alleen = frozenset({"jaar", "dienst", "werknemer"})
