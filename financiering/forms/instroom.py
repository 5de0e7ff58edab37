"""What one asks about the inflow that a service needs; a form that is sent by GET."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError

from financiering.domein.scenarios import Toekomst
from financiering.forms.velden import breukveld, loonveld, zet_diensten
from financiering.keuzes import Scenariobasis, Scenariopakket
from gebruikers.models import Gebruiker
from gedeeld.formulieren import Datumveld, Formulier
from gedeeld.periode import Periode
from gedeeld.weergeven import datum_voluit
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Dienst


class Instroomvraagformulier(Formulier):
    """`dagen` holds the days on which the first may start."""

    dienst = forms.ModelChoiceField(
        Dienst.objects.none(), label="Dienst", empty_label="Kies een dienst"
    )
    scenario = forms.ChoiceField(
        label="Bovenop welk scenario?",
        initial=Scenariobasis.VOLGENS_PLAN,
        help_text="Wat er verder gebeurt: wie vertrekt, en wat er verandert.",
    )
    pakket = forms.ChoiceField(
        label="Pakket", choices=Scenariopakket.choices, initial=Scenariopakket.IMW_5
    )
    niveau = forms.ChoiceField(
        label="Begeleidingsniveau",
        choices=Begeleidingsniveau.choices,
        initial=Begeleidingsniveau.MIDDEN,
    )
    tewerkstellingsbreuk = breukveld(initial="1")
    bruto_maandloon = loonveld()
    vanaf = Datumveld(label="Eerste starter op")

    def __init__(
        self,
        data: Any,
        *,
        door: Gebruiker,
        toekomsten: Sequence[Toekomst],
        dagen: Periode,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.dagen = dagen
        zet_diensten(self.fields["dienst"], door)
        scenario = self.fields["scenario"]
        assert isinstance(scenario, forms.ChoiceField)  # noqa: S101
        scenario.choices = [(toekomst.code, toekomst.naam) for toekomst in toekomsten]
        self.helper.layout = Layout(
            Div("dienst", "scenario", css_class="veldpaar"),
            Div("pakket", "niveau", css_class="veldpaar"),
            Div("tewerkstellingsbreuk", "bruto_maandloon", css_class="veldpaar"),
            Div("vanaf", css_class="veldpaar"),
        )

    def clean_vanaf(self) -> date:
        dag: date = self.cleaned_data["vanaf"]
        laatste = self.dagen.laatste_dag
        if dag not in self.dagen and laatste is not None:
            raise ValidationError(
                f"Kies een dag van {datum_voluit(self.dagen.van)} tot en met "
                f"{datum_voluit(laatste)}: verder rekenen we niet."
            )
        return dag
