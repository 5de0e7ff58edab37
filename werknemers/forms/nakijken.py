"""A form that asks back: a box appears for what hardly ever is right, and nothing is saved until
somebody ticks that it is."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from gedeeld.bewerkformulier import Bewerkformulier


class Nakijkformulier(Bewerkformulier):
    """The domain raises ValidationError at `nagekeken`; a layout names the field last."""

    nagekeken = forms.BooleanField(
        label="Ik heb dit nagekeken. Het klopt.", required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound and self.data.get(self.add_prefix("nagekeken")):
            self._vraag_na()

    def neem_over(self, weigering: ValidationError) -> None:
        """What has to be looked at brings the box in which somebody says so."""
        if hasattr(weigering, "error_dict") and "nagekeken" in weigering.error_dict:
            self._vraag_na()
        super().neem_over(weigering)

    def _vraag_na(self) -> None:
        self.fields["nagekeken"].widget = forms.CheckboxInput()
