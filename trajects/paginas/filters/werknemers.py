"""What can be chosen in the list of employees; the meaning of each stands in `kader.caseload`."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar, Final

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Exists, OuterRef
from django.http import QueryDict
from django.urls import reverse

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from gedeeld.zeef import Zeef
from trajects.kader.caseload import SORTERINGEN, ZONDER, CaseloadQuerySet, caseload
from trajects.kader.filters import Begeleiderfilter, Dienstfilter
from trajects.kader.keuzelijst import Keuzelijst
from trajects.keuzes import LOPENDE_FASEN, Fase, Horizon, Klaar
from trajects.rechten import mag_plan_zien
from werknemers.models import Dienst, Werknemer
from werknemers.models.begeleiding import zonder_begeleiding
from werknemers.rechten import ziet_alle_werknemers

STANDAARD_SORTERING: Final = "einde"
_FASEN: Final = [(fase.value, fase.label) for fase in LOPENDE_FASEN]
_MET_LABEL: Final = {
    "dienst", "begeleider", "zonder_begeleiding", "in_dienst", "horizon", "fase",
}  # fmt: skip
_SORTERINGEN: Final = [(f"{richting}{naam}",) * 2 for naam in SORTERINGEN for richting in ("", "-")]
# No employee of this application lived before or will after; further off, months cannot be added.
EERSTE_DAG: Final = date(2000, 1, 1)
LAATSTE_DAG: Final = date(2099, 12, 31)


def _kwartalen(tekst: str) -> list[Kwartaal]:
    """`2027-K1,2027-K2`. Raises ValueError for anything else."""
    kwartalen = [Kwartaal.lees(deel) for deel in tekst.split(",")]
    if not all(EERSTE_DAG.year <= kwartaal.jaar <= LAATSTE_DAG.year for kwartaal in kwartalen):
        raise ValueError("Kies een kwartaal van deze eeuw.")
    return kwartalen


def _controleer_kwartalen(tekst: str) -> None:
    try:
        _kwartalen(tekst)
    except ValueError as fout:
        raise ValidationError(str(fout)) from fout


class WerknemerFilter(Zeef):
    """The filters of /werknemers/ as they stand in its address; `op` is the day they are for.

    A page about the same people that has fewer filters names them in `alleen`; one that also shows
    who is not in service says `ook_uit_dienst`.
    """

    alleen: ClassVar[frozenset[str] | None] = None
    ook_uit_dienst: ClassVar[bool] = False

    # Each word is a condition: thousands of them would keep the database busy for minutes.
    zoek = django_filters.CharFilter(
        label="Zoek op naam of nummer", method="kies_zoek", max_length=100
    )
    dienst = Dienstfilter(
        label="Dienst",
        method="kies_dienst",
        empty_label="alle diensten",
    )
    begeleider = Begeleiderfilter(
        label="Begeleider",
        empty_label="alle begeleiders",
        null_label="zonder begeleider",
        null_value=ZONDER,
    )
    in_dienst = django_filters.ChoiceFilter(
        label="In dienst",
        choices=[("alle", "iedereen"), ("uit", "niet in dienst")],
        empty_label="in dienst",
        widget=Keuzelijst,
        method="kies_in_dienst",
    )
    zonder_begeleiding = django_filters.ChoiceFilter(
        choices=[("on", "zonder begeleider die er is")],
        widget=forms.HiddenInput,
        method="kies_zonder_begeleiding",
    )
    horizon = django_filters.MultipleChoiceFilter(
        label="Einde ondersteuning",
        choices=Horizon.choices,
        widget=forms.CheckboxSelectMultiple,
        method="kies_horizon",
    )
    kwartaal = django_filters.CharFilter(
        widget=forms.HiddenInput, validators=[_controleer_kwartalen], method="kies_kwartaal"
    )
    fase = django_filters.MultipleChoiceFilter(
        label="Fase",
        choices=[*_FASEN, (ZONDER, "geen traject")],
        widget=forms.CheckboxSelectMultiple,
        method="kies_fase",
    )
    zonder_jobdoelwit = django_filters.BooleanFilter(
        label="zonder jobdoelwit", widget=forms.CheckboxInput, method="kies_zonder_jobdoelwit"
    )
    klaar = django_filters.ChoiceFilter(
        choices=Klaar.choices, widget=forms.HiddenInput, method="kies_klaar"
    )
    op = django_filters.DateFilter(
        widget=forms.HiddenInput,
        input_formats=["%Y-%m-%d"],
        validators=[MinValueValidator(EERSTE_DAG), MaxValueValidator(LAATSTE_DAG)],
        method="laat_staan",
    )
    sorteer = django_filters.ChoiceFilter(
        choices=_SORTERINGEN, widget=forms.HiddenInput, method="kies_sortering"
    )

    class Meta:
        model = Werknemer
        fields = ()

    def __init__(self, request: Verzoek) -> None:
        self.dag = _lees_dag(request.GET.get("op", ""))
        # Whom it is about is asked for once it is known what of them: `filter_queryset`.
        super().__init__(request.GET, Werknemer.objects.none(), request=request)
        if not ziet_alle_werknemers(request.user):
            del self.filters["begeleider"], self.filters["zonder_begeleiding"]
        if not mag_plan_zien(request.user):
            del self.filters["fase"], self.filters["zonder_jobdoelwit"], self.filters["klaar"]
        if self.alleen is not None:
            for naam in self.filters.keys() - self.alleen:
                del self.filters[naam]

    @property
    def mensen(self) -> CaseloadQuerySet:
        """Who is found; nobody when the address holds something that cannot be."""
        return self.qs if self.form.is_valid() else self._iedereen().none()

    @property
    def keuze(self) -> dict[str, Any]:
        """What was chosen, by name, without what was left empty."""
        if not self.form.is_valid():
            return {}
        return {naam: waarde for naam, waarde in self.form.cleaned_data.items() if waarde}

    @property
    def kiest_niets(self) -> bool:
        """Whether it is the list as it opens: all in service today, in the usual order."""
        return self.form.is_valid() and not self.keuze

    @property
    def sortering(self) -> str:
        return str(self.keuze.get("sorteer", STANDAARD_SORTERING))

    @property
    def andere_sortering(self) -> str:
        """The order that was asked for; "" for the usual one."""
        return str(self.keuze.get("sorteer", ""))

    def vraag(self, **anders: str) -> str:
        """The filters as a query string without empty ones; `anders` replaces or ("") drops."""
        schoon = QueryDict(mutable=True)
        for naam in self.filters:
            waarden = [anders[naam]] if naam in anders else self.data.getlist(naam)
            if any(waarden):
                schoon.setlist(naam, [waarde for waarde in waarden if waarde])
        return schoon.urlencode()

    def adres(self, view: str, pagina: int = 1) -> str:
        """Where `view` shows what is chosen now, short enough to share."""
        delen = [self.vraag(), f"pagina={pagina}" if pagina > 1 else ""]
        vraag = "&".join(deel for deel in delen if deel)
        return f"{reverse(view)}{'?' if vraag else ''}{vraag}"

    @property
    def ook_wie_weg_is(self) -> str:
        """Where the list holds who is not in service, too; "" when somebody chose about that."""
        if "in_dienst" in self.keuze:
            return ""
        return f"{reverse('trajects:werknemers')}?{self.vraag(in_dienst='alle')}"

    def in_woorden(self) -> list[str]:
        """What narrows the list, as the labels of the form say it."""
        woorden: list[str] = []
        for naam, waarde in self.keuze.items():
            if naam in _MET_LABEL:
                woorden += self._labels(naam, waarde)
            elif naam == "kwartaal":
                woorden.append(f"einde in {waarde.replace(',', ', ')}")
            elif naam == "zoek":
                woorden.append(f"“{waarde}”")
            elif naam == "zonder_jobdoelwit":
                woorden.append("zonder jobdoelwit")
            elif naam == "klaar":
                woorden.append(Klaar(waarde).label)
        return woorden

    def _labels(self, naam: str, waarde: Any) -> list[str]:
        if isinstance(waarde, Dienst | Gebruiker):
            return [str(waarde)]
        if naam == "begeleider":
            return ["zonder begeleider"]
        gekozen = {waarde} if isinstance(waarde, str) else set(waarde)
        return [label for keuze, label in self.form.fields[naam].choices if keuze in gekozen]

    def _iedereen(self) -> CaseloadQuerySet:
        return caseload(self.request.user, self.dag, ook_uit_dienst=True)

    def filter_queryset(self, queryset: Any) -> CaseloadQuerySet:
        """Who is not in service on the day only shows when asked for."""
        queryset = self._iedereen()
        if not self.ook_uit_dienst and "in_dienst" not in self.keuze:
            queryset = queryset.in_dienst_op(self.dag)
        return super().filter_queryset(queryset)

    def kies_zoek(self, mensen: CaseloadQuerySet, naam: str, waarde: str) -> CaseloadQuerySet:
        return mensen.zoek(waarde)

    def kies_dienst(self, mensen: CaseloadQuerySet, naam: str, waarde: Dienst) -> CaseloadQuerySet:
        return mensen.werkt_bij(waarde.pk, self.dag)

    def kies_in_dienst(self, mensen: CaseloadQuerySet, naam: str, waarde: str) -> CaseloadQuerySet:
        if waarde == "alle":
            return mensen
        in_dienst = Werknemer.objects.in_dienst_op(self.dag).filter(pk=OuterRef("pk"))
        return mensen.filter(~Exists(in_dienst))

    def kies_zonder_begeleiding(
        self, mensen: CaseloadQuerySet, naam: str, waarde: str
    ) -> CaseloadQuerySet:
        return mensen.filter(zonder_begeleiding(self.dag))

    def kies_horizon(
        self, mensen: CaseloadQuerySet, naam: str, waarde: Sequence[str]
    ) -> CaseloadQuerySet:
        return mensen.in_horizon(*map(Horizon, waarde), op=self.dag)

    def kies_kwartaal(self, mensen: CaseloadQuerySet, naam: str, waarde: str) -> CaseloadQuerySet:
        return mensen.eindigt_in(*_kwartalen(waarde))

    def kies_fase(
        self, mensen: CaseloadQuerySet, naam: str, waarde: Sequence[str]
    ) -> CaseloadQuerySet:
        fasen = [Fase(fase) for fase in waarde if fase != ZONDER]
        return mensen.in_fase(*fasen, of_zonder_traject=ZONDER in waarde)

    def kies_zonder_jobdoelwit(
        self, mensen: CaseloadQuerySet, naam: str, waarde: bool
    ) -> CaseloadQuerySet:
        return mensen.zonder_jobdoelwit() if waarde else mensen

    def kies_klaar(self, mensen: CaseloadQuerySet, naam: str, waarde: str) -> CaseloadQuerySet:
        return mensen.klaar_voor(Klaar(waarde))

    def kies_sortering(self, mensen: CaseloadQuerySet, naam: str, waarde: str) -> CaseloadQuerySet:
        return mensen.gesorteerd(waarde)

    def laat_staan(self, mensen: CaseloadQuerySet, naam: str, waarde: Any) -> CaseloadQuerySet:
        """The day is already in everything else."""
        return mensen


def _lees_dag(tekst: str) -> date:
    """The day in the address; today when there is none or the form will refuse it."""
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        return vandaag()
    return dag if EERSTE_DAG <= dag <= LAATSTE_DAG else vandaag()
