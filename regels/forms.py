"""What was asked about a rule, and answered."""

from typing import Final

from django import forms

from gedeeld.formulieren import Datumveld, Formulier

_LANGSTE: Final = 2000


class Vraagformulier(Formulier):
    gesteld_op = Datumveld(label="Gevraagd op")
    antwoord = forms.CharField(
        label="Antwoord",
        required=False,
        max_length=_LANGSTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Nog geen antwoord? Laat dit leeg, en noteer het later.",
    )
