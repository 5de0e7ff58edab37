"""Which plan template goes into the plan of an employee."""

from collections.abc import Sequence
from typing import Any, TypedDict, cast

from django import forms

from doorstroom.gedeeld.formulieren import Formulier
from trajects.models import Plansjabloon


class Keuze(TypedDict):
    sjabloon: Plansjabloon
    sla_voorbij_over: bool


class Sjabloonkeuze(Formulier):
    """The first of `sjablonen` is proposed. Without a choice of the user that one is previewed."""

    sjabloon = forms.ChoiceField(label="Welk plan?", widget=forms.RadioSelect)
    sla_voorbij_over = forms.BooleanField(
        label="Sla over wat al voorbij is",
        required=False,
        initial=True,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, sjablonen: Sequence[Plansjabloon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sjablonen = {str(sjabloon.pk): sjabloon for sjabloon in sjablonen}
        veld = cast(forms.ChoiceField, self.fields["sjabloon"])
        veld.choices = [(sleutel, s.naam) for sleutel, s in self.sjablonen.items()]
        veld.initial = next(iter(self.sjablonen), None)

    @property
    def gekozen(self) -> Plansjabloon | None:
        """The template that is chosen, or proposed; None when there is none at all."""
        sleutel = self.data.get("sjabloon") if self.is_bound else self.fields["sjabloon"].initial
        return self.sjablonen.get(str(sleutel))

    def keuze(self) -> Keuze:
        """Only of a valid form."""
        return Keuze(
            sjabloon=self.sjablonen[self.cleaned_data["sjabloon"]],
            sla_voorbij_over=self.cleaned_data["sla_voorbij_over"],
        )
