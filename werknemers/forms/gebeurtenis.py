"""The form on what happens to an advice: when it was asked, what was decided, what follows."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from gedeeld.bewerkformulier import Verwijderformulier
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from gedeeld.weergeven import datum_kort
from regels.keuzes import EIGEN_SCHIJVEN, IN_KWARTALEN, SoortAdvies
from regels.models.percentage import HOOGSTE, LAAGSTE, PERCENTAGE_ZIN, STAP
from werknemers.domein.adviesloop import (
    Adviesgevolg,
    doeladvies,
    geeft_advies,
    gevolg_van,
    volledige_periode,
)
from werknemers.domein.gebeurteniseisen import Gebeurtenisgegevens
from werknemers.domein.schijven import Schijf
from werknemers.forms.nakijken import Nakijkformulier
from werknemers.forms.schijven import (
    Schijveninvoer,
    Schijvenset,
    getypte_rijen,
    maak_schijvenset,
)
from werknemers.forms.velden import RondjesDieTonen, datumveld
from werknemers.keuzes import (
    MELDINGEN,
    Adviesstap,
    Begeleidingsniveau,
    Stapuitkomst,
)
from werknemers.models import Adviesgebeurtenis, Adviesperiode

_LOOPT: Final = "loopt"
_UITKOMSTEN: Final = (
    (Stapuitkomst.TOEGEKEND, "Toegekend zoals gevraagd"),
    (Stapuitkomst.LAGER, "Toegekend, maar lager dan gevraagd"),
    (Stapuitkomst.GEWEIGERD, "Geweigerd: alles blijft zoals het was"),
    (Stapuitkomst.GESTOPT, "Het pakket stopt vroeger"),
    (Stapuitkomst.INGETROKKEN, "Ingetrokken"),
)
_BIJ_BEZWAAR: Final = (
    (Stapuitkomst.TOEGEKEND, "Gelijk gekregen"),
    (Stapuitkomst.LAGER, "Deels gelijk gekregen"),
    (Stapuitkomst.GEWEIGERD, "Afgewezen: de beslissing blijft"),
    (Stapuitkomst.GESTOPT, "Het pakket stopt vroeger"),
    (Stapuitkomst.INGETROKKEN, "Ingetrokken"),
)
_GEVRAAGD: Final = {
    Adviesstap.EVALUATIE: "Gevraagd of aangekondigd op",
    Adviesstap.BEZWAAR: "Bezwaar ingediend op",
    Adviesstap.DUBBEL_TICKET: "Verklaring op eer van",
    Adviesstap.TERUGKEER: "Terug sinds",
}
_VELDEN_VAN_BESLUIT: Final = (
    "uitkomst",
    "besluitdatum",
    "kennis_op",
    "commissie_op",
    "geldt_vanaf",
    "laatste_dag",
    "adviessoort",
    "begeleidingsniveau",
    "percentage",
    "percentages",
)


class _Uitkomstkeuze(RondjesDieTonen):
    toont: ClassVar = {
        Stapuitkomst.TOEGEKEND.value: "besluit schijven",
        Stapuitkomst.LAGER.value: "besluit schijven",
        Stapuitkomst.GEWEIGERD.value: "besluit",
        Stapuitkomst.GESTOPT.value: "besluit einde",
        Stapuitkomst.INGETROKKEN.value: "besluit",
    }


class _UitkomstMetAdvies(_Uitkomstkeuze):
    """A next advice ends on a day of its own."""

    toont: ClassVar = {
        **_Uitkomstkeuze.toont,
        Stapuitkomst.TOEGEKEND.value: "besluit schijven einde",
        Stapuitkomst.LAGER.value: "besluit schijven einde",
    }


class Gebeurtenisformulier(Nakijkformulier):
    """Also holds the rows of `schijven`. `soort`, `advies` and `tegen` are those of the event."""

    gevraagd_op = datumveld("Gevraagd op")
    uitkomst = forms.TypedChoiceField(
        label="Wat is er beslist?",
        required=False,
        initial=_LOOPT,
        coerce=lambda waarde: "" if waarde == _LOOPT else waarde,
    )
    besluitdatum = datumveld(
        "Beslist op", required=False, help_text="De datum op de brief. Of van de intrekking."
    )
    kennis_op = datumveld(
        "Brief gekregen op",
        required=False,
        help_text="Vanaf die dag telt de termijn om bezwaar in te dienen.",
    )
    commissie_op = datumveld("Advies van de commissie van", required=False)
    geldt_vanaf = datumveld("Geldt vanaf", required=False)
    laatste_dag = datumveld("Laatste dag (t.e.m.)", required=False)
    adviessoort = forms.ChoiceField(
        label="Soort advies",
        required=False,
        choices=[keuze for keuze in SoortAdvies.choices if keuze[0] != SoortAdvies.LDE_OVERGANG],
    )
    begeleidingsniveau = forms.ChoiceField(
        label="Begeleidingsniveau vanaf dan",
        required=False,
        choices=[("", "Kies een niveau"), *Begeleidingsniveau.choices],
    )
    percentage = forms.IntegerField(
        label="Percentage loonpremie vanaf dan",
        required=False,
        min_value=LAAGSTE,
        max_value=HOOGSTE,
        step_size=STAP,
        help_text="Verandert het later nog? Laat dit leeg en vul de stappen in.",
        error_messages=dict.fromkeys(("min_value", "max_value", "step_size"), PERCENTAGE_ZIN),
    )
    percentages = forms.Field(label="Stappen", required=False, widget=Schijveninvoer)

    def __init__(
        self,
        *args: Any,
        record: Adviesgebeurtenis | None,
        soort: str,
        advies: Adviesperiode | None,
        tegen: Adviesgebeurtenis | None,
        rijen: list[dict[str, Any]] | None = None,
        extra_rijen: int = 0,
        **kwargs: Any,
    ) -> None:
        self.soort = Adviesstap(soort)
        self.advies, self.tegen = advies, tegen
        self.doel = doeladvies(advies, tegen)
        self.vervolg = None if record is None else record.vervolgadvies
        super().__init__(*args, record=record, **kwargs)
        self._rijen = (_rijen(record) if rijen is None else rijen, extra_rijen)
        self._gekozen: Schijvenset | None = None
        self.fields["gevraagd_op"].label = _GEVRAAGD.get(self.soort, "Gevraagd op")
        self._zet_velden()
        self._stel_voor()

    @classmethod
    def nog_niet_bewaard(
        cls, data: QueryDict, *, extra_rijen: int = 0, **kwargs: Any
    ) -> "Gebeurtenisformulier":
        """The form with what was typed, without a verdict: the user asked for more first."""
        getypt = {naam: data[naam] for naam in cls.base_fields if naam in data}
        rijen = getypte_rijen(data)
        return cls(initial=getypt, rijen=rijen, extra_rijen=extra_rijen, **kwargs)

    @property
    def schijven(self) -> Schijvenset:
        """The rows to show: as they were sent, or as they are."""
        begin, extra = self._rijen
        return maak_schijvenset(self.data if self.is_bound else None, begin, extra=extra)

    @property
    def toont_stappen(self) -> bool:
        """Whether there is, or was asked for, a row of its own."""
        begin, extra = self._rijen
        getypt = self.is_bound and any(rij.has_changed() for rij in self.schijven.forms)
        return bool(begin or extra or getypt)

    @property
    def geeft_advies(self) -> bool:
        """Whether it gives a next advice when it is granted."""
        return self._gevolg(Stapuitkomst.TOEGEKEND) is Adviesgevolg.ADVIES

    def _gevolg(self, uitkomst: str) -> Adviesgevolg:
        return gevolg_van(self.soort, uitkomst, self.advies, self.tegen)

    def begin(self, record: Adviesgebeurtenis) -> dict[str, Any]:
        velden = ("gevraagd_op", "besluitdatum", "kennis_op", "commissie_op")
        schijven = _schijven(record)
        een = schijven[0].percentage if len(schijven) == 1 else None
        return {veld: getattr(record, veld) for veld in velden} | {
            "uitkomst": record.uitkomst or _LOOPT,
            "geldt_vanaf": record.geldt_vanaf,
            "laatste_dag": record.laatste_dag,
            "begeleidingsniveau": record.begeleidingsniveau,
            "percentage": een,
            "percentages": () if een is not None else schijven,
        }

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        # Of the version that was chosen, when somebody else changed them as well.
        self._gekozen = self.schijven if "percentages" in self.fields else None
        if self._gekozen is not None and self._stelt_stappen(gegevens.get("uitkomst", "")):
            for zin in self._gekozen.fouten():
                self.add_error(None, zin)
            if gegevens.get("percentage") and self._gekozen.schijven():
                self.add_error("percentage", "Vul één percentage in, of de stappen. Niet allebei.")
        return gegevens

    def gegevens(self) -> Gebeurtenisgegevens:
        """What the domain wants to know; only of a valid form."""
        velden = self.cleaned_data
        return Gebeurtenisgegevens(
            gevraagd_op=velden["gevraagd_op"],
            besluitdatum=velden.get("besluitdatum"),
            kennis_op=velden.get("kennis_op"),
            commissie_op=velden.get("commissie_op"),
            uitkomst=velden.get("uitkomst", ""),
            geldt_vanaf=velden.get("geldt_vanaf"),
            laatste_dag=velden.get("laatste_dag"),
            begeleidingsniveau=velden.get("begeleidingsniveau", ""),
            adviessoort=velden.get("adviessoort") or SoortAdvies.IMW_NA_EVALUATIE,
            schijven=self._stappen(velden),
            nagekeken=velden["nagekeken"],
        )

    def neem_over(self, weigering: ValidationError) -> None:
        """The rules of an advice name what this form calls otherwise, or shows as one field."""
        if hasattr(weigering, "error_dict"):
            anders = {"schijven": "percentage", "begin": "geldt_vanaf", "soort": "adviessoort"}
            fouten = weigering.error_dict
            weigering = ValidationError({anders.get(n, n): f for n, f in fouten.items()})
        super().neem_over(weigering)

    def _zet_velden(self) -> None:
        """Only the fields that this kind of event can need."""
        if self.soort in MELDINGEN:
            self._zonder(*_VELDEN_VAN_BESLUIT)
            return
        uitkomst = self.fields["uitkomst"]
        assert isinstance(uitkomst, forms.ChoiceField)  # noqa: S101
        uitkomst.widget = _UitkomstMetAdvies() if self.geeft_advies else _Uitkomstkeuze()
        uitkomst.choices = [(_LOOPT, "Er is nog geen beslissing"), *self._uitkomsten()]
        if self.soort == Adviesstap.BEZWAAR:
            self.fields["kennis_op"].help_text = ""
        else:
            self._zonder("commissie_op")
        if self.vervolg is not None:
            self._zonder("geldt_vanaf", "laatste_dag", "adviessoort", "begeleidingsniveau")
            self._zonder("percentage", "percentages")
        elif not self._kiest_soort:
            self._zonder("adviessoort")

    @property
    def _kiest_soort(self) -> bool:
        """An extension has steps of its own; what else begins may have a start package."""
        om = self.soort if self.tegen is None else self.tegen.soort
        return self.geeft_advies and om != Adviesstap.VERLENGING

    def _zonder(self, *namen: str) -> None:
        for naam in namen:
            del self.fields[naam]

    def _uitkomsten(self) -> list[tuple[str, str]]:
        alle = _BIJ_BEZWAAR if self.soort == Adviesstap.BEZWAAR else _UITKOMSTEN
        loopt = self.doel is not None and self.doel.soort in IN_KWARTALEN
        stopt = loopt and not geeft_advies(self.soort, self.advies)
        return [(str(u), label) for u, label in alle if u != Stapuitkomst.GESTOPT or stopt]

    def _stel_voor(self) -> None:
        """What comes next adjoins by itself; its quarters count from the first day of theirs."""
        if not self.geeft_advies or self.doel is None:
            return
        if self._kiest_soort:
            self.initial.setdefault("adviessoort", SoortAdvies.IMW_NA_EVALUATIE)
        if self.doel.periode.tot and not self.initial.get("geldt_vanaf"):
            self.initial["geldt_vanaf"] = Kwartaal.van(self.doel.periode.tot).eerste_dag

    def _stelt_stappen(self, uitkomst: str) -> bool:
        return self._gevolg(uitkomst) in (Adviesgevolg.STAPPEN, Adviesgevolg.ADVIES)

    def _stappen(self, velden: dict[str, Any]) -> Sequence[Schijf]:
        """The rows, or one step from the day on to the end."""
        if not self._stelt_stappen(velden.get("uitkomst", "")):
            return ()
        if (velden.get("adviessoort") or SoortAdvies.IMW_NA_EVALUATIE) not in EIGEN_SCHIJVEN:
            return ()
        if self._gekozen is not None and (rijen := self._gekozen.schijven()):
            return rijen
        van, einde = velden.get("geldt_vanaf"), self._einde(velden)
        if velden.get("percentage") is None or van is None or einde is None or einde < van:
            return ()
        return (Schijf(Periode.tem(van, einde), velden["percentage"]),)

    def _einde(self, velden: dict[str, Any]) -> date | None:
        if self.geeft_advies:
            einde: date | None = velden.get("laatste_dag")
            return einde
        return volledige_periode(self.doel).laatste_dag if self.doel is not None else None


def _schijven(record: Adviesgebeurtenis) -> Sequence[Schijf]:
    return tuple(Schijf(schijf.periode, schijf.percentage) for schijf in record.schijven.all())


def _rijen(record: Adviesgebeurtenis | None) -> list[dict[str, Any]]:
    schijven = () if record is None else _schijven(record)
    if len(schijven) < 2:
        return []
    return [
        {"van": s.periode.van, "laatste_dag": s.periode.laatste_dag, "percentage": s.percentage}
        for s in schijven
    ]


class Gebeurtenisverwijdering(Verwijderformulier):
    def getoond(self, record: Adviesgebeurtenis) -> dict[str, str]:
        besluit = datum_kort(record.besluitdatum) if record.besluitdatum else "nog geen"
        return {
            "Wat": record.get_soort_display(),
            "Gevraagd op": datum_kort(record.gevraagd_op),
            "Beslissing": besluit,
        }
