"""The form on an advice: kind and decision date, and when it begins and ends if not by the rule."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from gedeeld.bewerkformulier import Verwijderformulier
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_kort, datum_voluit
from regels.keuzes import EIGEN_SCHIJVEN, SoortAdvies
from regels.models import Startpakket
from werknemers.domein.adviesloop import volledige_periode
from werknemers.domein.adviesvoorstel import Adviesvoorstel, aansluitdag, stel_advies_voor
from werknemers.domein.adviezen import Adviesgegevens
from werknemers.domein.ondersteuning import bepaal
from werknemers.domein.schijven import eigen_schijven
from werknemers.domein.termijn import begin_volgens_regel, heeft_vaste_termijn
from werknemers.forms.nakijken import Nakijkformulier
from werknemers.forms.schijven import (
    Schijveninvoer,
    Schijvenset,
    getypte_rijen,
    maak_schijvenset,
)
from werknemers.forms.velden import KeuzelijstDieToont, RondjesDieTonen, datumveld
from werknemers.keuzes import Begeleidingsniveau, Steun
from werknemers.models import Adviesperiode

VOLGENS_REGEL: Final = "regel"
ZELF: Final = "zelf"


def _toont(soort: SoortAdvies) -> str:
    """Which other fields a kind needs: its own end, days of its blocks, its own steps."""
    if soort == SoortAdvies.LDE_OVERGANG:
        return "einde blok"
    einde = "" if heeft_vaste_termijn(soort) else "einde"
    return f"{einde} schijven" if soort in EIGEN_SCHIJVEN else einde


class _Soortkeuze(KeuzelijstDieToont):
    toont: ClassVar = {soort.value: _toont(soort) for soort in SoortAdvies}


class _Startkeuze(RondjesDieTonen):
    toont: ClassVar = {ZELF: "begin"}


class Adviesformulier(Nakijkformulier):
    """Also holds the rows of `schijven`. `andere`: the other advice of the same employee."""

    soort = forms.ChoiceField(
        label="Soort advies",
        choices=[("", "Kies een soort advies"), *SoortAdvies.choices],
        widget=_Soortkeuze(),
    )
    besluitdatum = datumveld("Besluitdatum", help_text="De datum op de brief met het besluit.")
    begeleidingsniveau = forms.ChoiceField(
        label="Begeleidingsniveau",
        choices=Begeleidingsniveau.choices,
        initial=Begeleidingsniveau.GEEN,
        help_text="De nood aan begeleiding die VDAB vaststelde.",
    )
    start = forms.ChoiceField(
        label="Wanneer begint het advies?",
        widget=_Startkeuze(),
        help_text="Een LDE-overgang begint volgens de regel op de besluitdatum zelf.",
        error_messages={"invalid_choice": "Het vorige advies is intussen veranderd. Kies opnieuw."},
    )
    begin_op = datumveld("Eerste dag", required=False)
    laatste_dag = datumveld(
        "Laatste dag (t.e.m.)",
        required=False,
        help_text="Alleen na een evaluatie en bij een LDE-overgang.",
    )
    bijgetelde_dagen = forms.IntegerField(
        label="Dagen die bij het LDE-recht komen",
        required=False,
        min_value=0,
        max_value=3650,
        help_text=(
            "Kalenderdagen ziekte, voor wie 55 jaar of ouder is. Ze schuiven het voorstel van een "
            "volgend blok op, niet het einde van dit advies. Zonder medische gegevens."
        ),
    )
    percentages = forms.Field(label="Percentages", required=False, widget=Schijveninvoer)

    def __init__(
        self,
        *args: Any,
        record: Adviesperiode | None,
        andere: Sequence[Adviesperiode],
        rijen: list[dict[str, Any]] | None = None,
        extra_rijen: int = 0,
        **kwargs: Any,
    ) -> None:
        self.andere = andere
        self.record = record
        op = vandaag() if record is None else record.periode.van
        self.aansluitdag = aansluitdag(andere, op)
        super().__init__(*args, record=record, **kwargs)
        veld = self.fields["start"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101
        veld.choices = self._startkeuzes()
        if record is None:
            self.initial.setdefault("start", self._gewone_start(op))
        self._rijen = (_rijen(record) if rijen is None else rijen, extra_rijen)
        self._gekozen: Schijvenset | None = None

    @classmethod
    def nog_niet_bewaard(
        cls, data: QueryDict, *, extra_rijen: int = 0, **kwargs: Any
    ) -> "Adviesformulier":
        """The form with what was typed, without a verdict: the user asked for more first."""
        getypt = {naam: data[naam] for naam in cls.base_fields if naam in data}
        rijen = getypte_rijen(data)
        return cls(initial=getypt, rijen=rijen, extra_rijen=extra_rijen, **kwargs)

    @property
    def schijven(self) -> Schijvenset:
        """The rows to show: as they were sent, or as they are."""
        begin, extra = self._rijen
        return maak_schijvenset(self.data if self.is_bound else None, begin, extra=extra)

    def begin(self, record: Adviesperiode) -> dict[str, Any]:
        eigen_einde = not heeft_vaste_termijn(record.soort)
        start = self._start_van(record)
        return {
            "soort": record.soort,
            "besluitdatum": record.besluitdatum,
            "begeleidingsniveau": record.begeleidingsniveau,
            "start": start,
            "begin_op": record.periode.van if start == ZELF else None,
            "laatste_dag": volledige_periode(record).laatste_dag if eigen_einde else None,
            "bijgetelde_dagen": record.bijgetelde_dagen or None,
            "percentages": eigen_schijven(record),
        }

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if gegevens.get("start") == ZELF and "begin_op" in gegevens and not gegevens["begin_op"]:
            self.add_error("begin_op", "Vul in op welke dag dit advies begint.")
        # Of the version that was chosen, when somebody else changed them as well.
        self._gekozen = self.schijven
        if gegevens.get("soort") in EIGEN_SCHIJVEN:
            for zin in self._gekozen.fouten():
                self.add_error(None, zin)
        return gegevens

    def gegevens(self) -> Adviesgegevens:
        """What the domain wants to know; only of a valid form."""
        velden = self.cleaned_data
        eigen = velden["soort"] in EIGEN_SCHIJVEN
        return Adviesgegevens(
            soort=velden["soort"],
            besluitdatum=velden["besluitdatum"],
            begin=self._begin(),
            laatste_dag=velden["laatste_dag"],
            begeleidingsniveau=velden["begeleidingsniveau"],
            bijgetelde_dagen=velden["bijgetelde_dagen"] or 0,
            schijven=self._gekozen.schijven() if eigen and self._gekozen else (),
            nagekeken=velden["nagekeken"],
        )

    def voorstel(self, startpakketten: Iterable[Startpakket]) -> Adviesvoorstel | None:
        """What this would come to; None while there is no kind or decision date.

        Raises ValidationError by field when the dates do not fit.
        """
        velden = self.cleaned_data if self.errors is not None else {}
        if not (velden.get("soort") and velden.get("besluitdatum")):
            return None
        if velden.get("start") == ZELF and self._begin() is None:
            raise ValidationError({"begin_op": "Vul in op welke dag dit advies begint."})
        eigen = velden["soort"] in EIGEN_SCHIJVEN
        return stel_advies_voor(
            soort=velden["soort"],
            besluitdatum=velden["besluitdatum"],
            begin=self._begin(),
            laatste_dag=velden.get("laatste_dag"),
            schijven=self._gekozen.schijven() if eigen and self._gekozen else (),
            andere=self.andere,
            startpakketten=startpakketten,
        )

    def neem_over(self, weigering: ValidationError) -> None:
        """The domain calls the first day `begin`."""
        if hasattr(weigering, "error_dict") and "begin" in weigering.error_dict:
            veld = "begin_op" if self.cleaned_data.get("start") == ZELF else "start"
            weigering = ValidationError({veld: weigering.error_dict["begin"]})
        super().neem_over(weigering)

    def _begin(self) -> date | None:
        start = self.cleaned_data.get("start", VOLGENS_REGEL)
        if start == ZELF:
            eigen: date | None = self.cleaned_data.get("begin_op")
            return eigen
        return None if start == VOLGENS_REGEL else date.fromisoformat(start)

    def _startkeuzes(self) -> list[tuple[str, str]]:
        keuzes = [
            (VOLGENS_REGEL, "Volgens de regel: op de eerste dag van het kwartaal van het besluit")
        ]
        if self.aansluitdag is not None:
            label = f"Sluit aan op het vorige advies (begint op {datum_voluit(self.aansluitdag)})"
            keuzes.append((self.aansluitdag.isoformat(), label))
        return [*keuzes, (ZELF, "Op een andere dag")]

    def _gewone_start(self, op: date) -> str:
        """An advice while another one runs is an extension."""
        loopt = bepaal(self.andere, op).steun == Steun.LOOPT
        return self.aansluitdag.isoformat() if loopt and self.aansluitdag else VOLGENS_REGEL

    def _start_van(self, record: Adviesperiode) -> str:
        van = record.periode.van
        if van == self.aansluitdag:
            return van.isoformat()
        regel = begin_volgens_regel(record.soort, record.besluitdatum)
        return VOLGENS_REGEL if van == regel else ZELF


def _rijen(record: Adviesperiode | None) -> list[dict[str, Any]]:
    schijven = eigen_schijven(record) if record is not None else ()
    return [
        {"van": s.periode.van, "laatste_dag": s.periode.laatste_dag, "percentage": s.percentage}
        for s in schijven
    ]


class Adviesverwijdering(Verwijderformulier):
    def getoond(self, record: Adviesperiode) -> dict[str, str]:
        return {
            "Soort advies": record.get_soort_display(),
            "Periode": str(record.periode),
            "Besluitdatum": datum_kort(record.besluitdatum),
        }
