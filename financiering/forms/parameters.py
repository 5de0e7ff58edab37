"""The forms on the value of a parameter: an own one, a national one, and back to the national."""

import re
from decimal import Decimal
from typing import Any, ClassVar, Final

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict

from financiering.forms.velden import Gelddag
from gebruikers.models import Organisatie
from gedeeld.formulieren import Formulier
from regels.domein.parameterbeheer import KetenGewijzigd
from regels.domein.parameterketen import Parameterwijziging
from regels.domein.parameters import eenheid_van
from regels.keuzes import BETAALSTAAT, Eenheid, Parametercode, Zekerheid
from regels.models import Bron

_TEKENS: Final = re.compile(r"[€%\s]")
_DUIZENDEN: Final = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_JA_NEE: Final = {"ja": Decimal(1), "nee": Decimal(0)}
_IN_CIJFERS: Final = {"1": "ja", "0": "nee"}
_ZEKERHEID: Final = (
    ("", "Kies hoe zeker het is"),
    *((letter, f"{letter}: {letter.label}") for letter in Zekerheid),
)
# What a certainty means for a value of one's own; E is then the choice of the organisation.
_EIGEN_ZEKERHEID: Final = (
    (Zekerheid.E, "E: eigen keuze of schatting"),
    (Zekerheid.D, "D: zelf berekend"),
    (Zekerheid.C, "C: één zwakke bron"),
    (Zekerheid.B, "B: sectorfederatie, sociaal secretariaat of vakpers"),
    (Zekerheid.A, "A: officiële bron"),
)


class Waardeveld(forms.DecimalField):
    """A number as people write it: 13,92 or € 2.189,81 or 25 %."""

    widget = forms.TextInput
    default_error_messages = {  # noqa: RUF012 - as Django declares it
        "invalid": "Dit is geen getal. Schrijf het zo: 13,92."
    }

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = _TEKENS.sub("", value)
            if _DUIZENDEN.fullmatch(value):
                value = value.replace(".", "")
            value = value.replace(",", ".")
        return super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal"}


class JaNeeveld(forms.TypedChoiceField):
    """Yes or no, kept as 1 or 0; a command may say it in figures as well."""

    default_error_messages = {"invalid_choice": "Kies ja of nee."}  # noqa: RUF012 - as Django declares it

    def __init__(self, **kwargs: Any) -> None:
        keuzes = (("", "Kies ja of nee"), *((woord, woord) for woord in _JA_NEE))
        super().__init__(choices=keuzes, coerce=_JA_NEE.__getitem__, **kwargs)

    def to_python(self, value: Any) -> Any:
        tekst = str(value or "").strip().lower()
        return _IN_CIJFERS.get(tekst, tekst)


class _Wijzigingsformulier(Formulier):
    """`gezien` is the `kenmerk` of the values that the user saw, `bevestigd` that of the figures
    that would move, once they were shown."""

    beperkingen: ClassVar = {
        "regelparameter_geen_overlap": "van",
        "regelparameter_waarde": "waarde",
        "regelparameter_procent": "waarde",
        "regelparameter_bron": "bronvermelding",
    }

    gezien = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    bevestigd = forms.CharField(widget=forms.HiddenInput, required=False, max_length=128)

    def __init__(self, *args: Any, code: Parametercode, kenmerk: str, **kwargs: Any) -> None:
        super().__init__(*args, initial={"gezien": kenmerk, **kwargs.pop("initial", {})}, **kwargs)
        self.code = code

    def neem_over(self, weigering: ValidationError) -> None:
        """After the change of somebody else, the next try is made against the values of now."""
        super().neem_over(weigering)
        if isinstance(weigering, KetenGewijzigd):
            self.zet("gezien", weigering.kenmerk)

    def zet(self, naam: str, waarde: str) -> None:
        """What a hidden field sends along next time."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix(naam)] = waarde
        self.data = data


class _Waarde(_Wijzigingsformulier):
    waarde = Waardeveld(label="Waarde", max_digits=14, decimal_places=6)
    van = Gelddag(
        label="Vanaf",
        help_text="De vorige waarde loopt dan tot de dag ervoor. Begint er die dag al een waarde, "
        "dan komt deze in de plaats.",
    )

    def __init__(self, *args: Any, code: Parametercode, **kwargs: Any) -> None:
        super().__init__(*args, code=code, **kwargs)
        if eenheid_van(code) == Eenheid.JA_NEE:
            self.fields["waarde"] = JaNeeveld(label="Waarde")
        else:
            self.fields["waarde"].label = f"Waarde ({eenheid_van(code).label})"


def _opmerking() -> forms.CharField:
    return forms.CharField(
        label="Opmerking",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class EigenWaardeformulier(_Waarde):
    bronvermelding = forms.CharField(
        label="Waar komt het cijfer vandaan?",
        max_length=200,
        help_text="Bijvoorbeeld: loonboekhouding 2026, of brief van de stad van 3 maart.",
    )
    zekerheid = forms.ChoiceField(label="Hoe zeker is het?", choices=_EIGEN_ZEKERHEID)
    toelichting = _opmerking()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.code in BETAALSTAAT:
            self.fields["bronvermelding"].help_text = "Bijvoorbeeld: betaalstaat van 2026-K3."
        self.helper.layout = Layout(
            Div("waarde", "van", css_class="veldpaar"),
            Div("bronvermelding", "zekerheid", css_class="veldpaar"),
            "toelichting",
        )

    def wijziging(self, organisatie: Organisatie) -> Parameterwijziging:
        """Only of a valid form."""
        velden = self.cleaned_data
        return Parameterwijziging(
            code=self.code,
            van=velden["van"],
            organisatie=organisatie,
            waarde=velden["waarde"],
            bronvermelding=velden["bronvermelding"],
            zekerheid=Zekerheid(velden["zekerheid"]),
            toelichting=velden["toelichting"],
        )


class Probeerformulier(_Waarde):
    """A value to try: nothing is saved, so nobody needs to know where it comes from."""

    def wijziging(self, organisatie: Organisatie) -> Parameterwijziging:
        """Only of a valid form."""
        velden = self.cleaned_data
        return Parameterwijziging(
            code=self.code, van=velden["van"], organisatie=organisatie, waarde=velden["waarde"]
        )


class Terugformulier(_Wijzigingsformulier):
    van = Gelddag(
        label="Vanaf",
        help_text="Je eigen waarde loopt dan tot de dag ervoor. Daarna telt die voor iedereen.",
    )

    def wijziging(self, organisatie: Organisatie) -> Parameterwijziging:
        """Only of a valid form."""
        return Parameterwijziging(
            code=self.code, van=self.cleaned_data["van"], organisatie=organisatie, waarde=None
        )


class LandelijkeWaardeformulier(_Waarde):
    """Of the operator."""

    bron = forms.ModelChoiceField(
        Bron.objects.none(),
        label="Bron",
        empty_label="Kies een bron",
        help_text="Staat ze er niet bij? Voeg ze eerst toe bij Bronnen.",
    )
    zekerheid = forms.ChoiceField(label="Zekerheid", choices=_ZEKERHEID)
    toelichting = _opmerking()
    tegenspraak = forms.CharField(
        label="Tegenspraak",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat een andere bron zegt.",
    )

    def __init__(self, *args: Any, bronnen: QuerySet[Bron], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["bron"]
        if isinstance(keuze, forms.ModelChoiceField):
            keuze.queryset = bronnen

    def wijziging(self) -> Parameterwijziging:
        """Only of a valid form."""
        velden = self.cleaned_data
        return Parameterwijziging(
            code=self.code,
            van=velden["van"],
            organisatie=None,
            waarde=velden["waarde"],
            bron=velden["bron"],
            zekerheid=Zekerheid(velden["zekerheid"]),
            toelichting=velden["toelichting"],
            tegenspraak=velden["tegenspraak"],
        )
