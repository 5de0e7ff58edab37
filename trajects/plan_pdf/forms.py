"""The form for a plan that was gone through on paper."""

from typing import Any, ClassVar

from crispy_forms.layout import Div, Layout
from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import DatumInvoer, Datumveld
from gedeeld.tijd import vandaag
from trajects.keuzes import Planantwoord
from trajects.models import Planbespreking
from werknemers.keuzes import Voertaal
from werknemers.models import Werknemer


class Planbesprekingformulier(Bewerkformulier):
    VELDEN: ClassVar = (
        "besproken_op", "versie", "antwoord", "ondertekend_op", "taal", "met_tolk", "bewijs",
    )  # fmt: skip
    beperkingen: ClassVar = {
        "planbespreking_per_dag": "besproken_op",
        "planbespreking_na_versie": "versie",
        "planbespreking_getekend_na_versie": "ondertekend_op",
    }

    besproken_op = Datumveld(label="Besproken op", initial=vandaag)
    versie = Datumveld(
        label="Plan van",
        required=False,
        help_text="De dag die op het plan staat. Leeg? Dan is dat de dag van het gesprek.",
    )
    antwoord = forms.ChoiceField(
        label="Antwoord", choices=Planantwoord.choices, widget=forms.RadioSelect
    )
    ondertekend_op = Datumveld(
        label="Ondertekend op", required=False, help_text="Niet ondertekend? Laat dit leeg."
    )
    taal = forms.ChoiceField(label="In welke taal?", choices=Voertaal.choices)
    met_tolk = forms.BooleanField(label="Er was een tolk bij", required=False)
    bewijs = forms.CharField(
        label="Bewijs",
        max_length=40,
        required=False,
        help_text="De code na “Bewijs” op het plan. Staat er geen op? Laat dit leeg.",
    )

    def __init__(
        self, *args: Any, record: Planbespreking | None, werknemer: Werknemer, **kwargs: Any
    ) -> None:
        begin = {"taal": werknemer.voertaal} if record is None else {}
        super().__init__(*args, record=record, initial=begin, **kwargs)
        self.fields["antwoord"].label = f"Wat vindt {werknemer.voornaam} van het plan?"
        for veld in ("besproken_op", "versie", "ondertekend_op"):
            assert isinstance(self.fields[veld].widget, DatumInvoer)  # noqa: S101
            self.fields[veld].widget.attrs["max"] = vandaag().isoformat()
        self.helper.layout = Layout(
            Div("besproken_op", "versie", css_class="veldpaar"),
            *("antwoord", "ondertekend_op", "taal", "met_tolk", "bewijs"),
        )
