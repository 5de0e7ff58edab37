"""The form on a payment statement: lines that are pasted, or one amount for everybody."""

from collections.abc import Sequence
from typing import Any, ClassVar, Final

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from financiering.domein.betaalinvoer import (
    KOLOMMEN,
    Betaalregel,
    lees_bestand,
    lees_betaald,
    lees_regels,
    splits,
)
from financiering.keuzes import Betaalblad, Betaalbron, Betaalsoort
from gedeeld.bewerkformulier import Verwijderformulier
from gedeeld.formulieren import Datumveld, Formulier
from gedeeld.weergeven import getal
from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.meldingen import BestandGeweigerd, Onleesbaar
from werknemers.forms.velden import (
    REKENBLADEN,
    is_ingevuld,
    lees_bytes,
    plakveld,
    rekenbladveld,
)

_GETOONDE_FOUTEN: Final = 20
_EEN_VAN_DRIE: Final = (
    "Vul één van de drie in: de regels per werknemer, een bestand, of één bedrag voor het hele "
    "kwartaal."
)


class Betaalformulier(Formulier):
    """What was typed stays in the fields, whatever is wrong with it."""

    blad = forms.ChoiceField(label="Welke premie?", choices=Betaalblad.choices)
    soort = forms.ChoiceField(
        label="Wat is het?",
        choices=Betaalsoort.choices,
        help_text="Een correctie komt er later bij of gaat eraf. De afrekening zelf blijft staan.",
    )
    gemeld_op = Datumveld(label="Datum van de afrekening")
    regels = plakveld(
        "Per werknemer",
        12,
        "Eén regel per werknemer: personeelsnummer en bedrag. Plakken uit Excel kan. Staat het op "
        f"je afrekening? Zet er dan achter: {', '.join(KOLOMMEN[2:])}.",
    )
    bestand = rekenbladveld(
        "Of een bestand",
        required=False,
        help_text=f"{REKENBLADEN} met dezelfde kolommen, hoogstens 10 MB.",
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
            Div("blad", "soort", css_class="veldpaar"), "gemeld_op", "regels", "bestand", "som"
        )

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        soort = schoon.get("soort", Betaalsoort.AFREKENING)
        regels, bestand, som = (schoon.get(veld) for veld in ("regels", "bestand", "som"))
        gevuld = [is_ingevuld(waarde) for waarde in (regels, bestand, som)]
        if self.errors.get("bestand"):
            return schoon
        if sum(gevuld) != 1:
            self.add_error("regels", _EEN_VAN_DRIE)
            return schoon
        schoon["bedrag"] = self._lees_som(som, soort) if som else None
        schoon["bron"] = Betaalbron.GEPLAKT
        if bestand:
            schoon["bron"] = Betaalbron.BESTAND
            schoon["gelezen"] = self._lees_bestand(bestand, soort)
        elif not som:
            schoon["gelezen"] = self._lees_rijen(splits(regels or ""), soort, "regels")
        return schoon

    def _lees_bestand(self, bestand: "UploadedFile[Any]", soort: str) -> tuple[Betaalregel, ...]:
        try:
            rijen = lees_bestand(lees_bytes(bestand))
        except BestandGeweigerd as weigering:
            self.add_error("bestand", weigering.zin)
            return ()
        return self._lees_rijen(rijen, soort, "bestand")

    def _lees_rijen(
        self, rijen: Sequence[Sequence[Cel]], soort: str, veld: str
    ) -> tuple[Betaalregel, ...]:
        gelezen = lees_regels(rijen, soort)
        if gelezen.fouten:
            rest = len(gelezen.fouten) - _GETOONDE_FOUTEN
            meer = [f"En nog {rest} andere."] if rest > 0 else []
            self.add_error(veld, ValidationError([*gelezen.fouten[:_GETOONDE_FOUTEN], *meer]))
        elif not gelezen.regels:
            self.add_error(veld, "Onder de titels staat geen enkele regel.")
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
