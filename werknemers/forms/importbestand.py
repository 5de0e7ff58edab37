"""Choosing a spreadsheet to bring in."""

from typing import Any

from django import forms

from gedeeld.formulieren import Formulier
from werknemers.forms.velden import REKENBLADEN, lees_bytes, rekenbladveld


class ImportFormulier(Formulier):
    bestand = rekenbladveld(
        "Rekenblad",
        help_text=f"{REKENBLADEN}, hoogstens 10 MB en 20.000 rijen.",
        error_messages={
            "required": "Kies eerst een bestand.",
            "invalid": "Kies eerst een bestand.",
            "missing": "Kies eerst een bestand.",
        },
    )

    @property
    def inhoud(self) -> bytes:
        return lees_bytes(self.cleaned_data["bestand"])

    @property
    def bestandsnaam(self) -> str:
        return str(self.cleaned_data["bestand"].name)


class BladenFormulier(forms.Form):
    """Which of the sheets are read; the template draws the boxes itself."""

    def __init__(self, *args: Any, keuze: list[list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["blad"] = forms.MultipleChoiceField(
            choices=[(naam, naam) for naam, _ in keuze],
            error_messages={
                "required": "Vink eerst aan welk blad we lezen.",
                "invalid_choice": "Dat blad staat niet in dit bestand. Kies opnieuw.",
            },
        )


class DienstenFormulier(forms.Form):
    """Which of the proposed services may be made; the template draws the boxes itself."""

    def __init__(self, *args: Any, voorgesteld: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dienst"] = forms.MultipleChoiceField(
            choices=[(naam, naam) for naam in voorgesteld],
            error_messages={
                "required": "Vink eerst aan welke diensten gemaakt mogen worden.",
                "invalid_choice": "De voorgestelde diensten zijn intussen veranderd. Kies opnieuw.",
            },
        )
