"""What the titles in a calendar say."""

from typing import Any, ClassVar

from django import forms

from gedeeld.bewerkformulier import Bewerkformulier, Verwijderformulier
from trajects.keuzes import Titelkeuze


class Adresformulier(Verwijderformulier):
    """Asks for an address, in place of the one that the user saw."""


class Titelformulier(Bewerkformulier):
    VELDEN: ClassVar = ("titels",)

    titels = forms.ChoiceField(
        label="Wat staat er in de titels?", choices=Titelkeuze, widget=forms.RadioSelect
    )
    gewaarschuwd = forms.BooleanField(
        label="Ik las de waarschuwing, en in mijn organisatie mag dit",
        required=False,
        help_text="Alleen nodig voor initialen of een voornaam.",
    )

    def gegevens(self) -> Any:
        return super().gegevens() | {"gewaarschuwd": self.cleaned_data["gewaarschuwd"]}
