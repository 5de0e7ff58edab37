"""The form on a payment statement: lines that are pasted, or one amount for everybody."""

from typing import Any, ClassVar, Final

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError

from financiering.domein.betaalinvoer import (
    KOLOMMEN,
    Betaalregel,
    lees_betaald,
    lees_regels,
    splits,
)
from financiering.keuzes import Betaalblad, Betaalsoort
from gedeeld.bewerkformulier import Verwijderformulier
from gedeeld.formulieren import Datumveld, Formulier
from gedeeld.weergeven import getal
from werknemers.domein.invoer.meldingen import Onleesbaar

_GETOONDE_FOUTEN: Final = 20


class Betaalformulier(Formulier):
    """What was typed stays in the fields, whatever is wrong with it."""

    blad = forms.ChoiceField(label="Welke premie?", choices=Betaalblad.choices)
    soort = forms.ChoiceField(
        label="Wat is het?",
        choices=Betaalsoort.choices,
        help_text="Een correctie komt er later bij of gaat eraf. De afrekening zelf blijft staan.",
    )
    gemeld_op = Datumveld(label="Datum van de afrekening")
    regels = forms.CharField(
        label="Per werknemer",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false", "class": "getypt"}),
        help_text=(
            "Eén regel per werknemer: personeelsnummer en bedrag. Plakken uit Excel kan. Staat het "
            f"op je afrekening? Zet er dan achter: {', '.join(KOLOMMEN[2:])}."
        ),
    )
    som = forms.CharField(
        label="Of één bedrag voor het hele kwartaal",
        required=False,
        max_length=20,
        help_text="In euro. Wij kunnen een verschil dan niet per werknemer verklaren.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Div("blad", "soort", css_class="veldpaar"), "gemeld_op", "regels", "som"
        )

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        soort = schoon.get("soort", Betaalsoort.AFREKENING)
        regels, som = schoon.get("regels", "").strip(), schoon.get("som", "")
        if bool(regels) == bool(som):
            zin = "Vul óf de regels per werknemer in, óf één bedrag voor het hele kwartaal."
            self.add_error("regels", zin)
            return schoon
        schoon["gelezen"] = self._lees_regels(schoon["regels"], soort) if regels else ()
        schoon["bedrag"] = self._lees_som(som, soort) if som else None
        return schoon

    def _lees_regels(self, tekst: str, soort: str) -> tuple[Betaalregel, ...]:
        gelezen = lees_regels(splits(tekst), soort)
        if gelezen.fouten:
            rest = len(gelezen.fouten) - _GETOONDE_FOUTEN
            meer = [f"En nog {rest} andere."] if rest > 0 else []
            self.add_error("regels", ValidationError([*gelezen.fouten[:_GETOONDE_FOUTEN], *meer]))
        elif not gelezen.regels:
            self.add_error("regels", "Onder de titels staat geen enkele regel.")
        return gelezen.regels

    def _lees_som(self, tekst: str, soort: str) -> Any:
        try:
            return lees_betaald(tekst, soort)
        except Onleesbaar as fout:
            self.add_error("som", fout.zin)
            return None

    def gegevens(self) -> dict[str, Any]:
        return {veld: self.cleaned_data[veld] for veld in ("blad", "soort", "gemeld_op")}


class Betalingwegformulier(Verwijderformulier):
    beperkingen: ClassVar[dict[str, str]] = {}

    def getoond(self, record: Any) -> dict[str, str]:
        return {"Bedrag": getal(record.bedrag)}
