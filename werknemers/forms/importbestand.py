"""Choosing a spreadsheet to bring in."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from gedeeld.formulieren import Formulier
from werknemers.domein.invoer.lezen import MAX_BYTES


class ImportFormulier(Formulier):
    bestand = forms.FileField(
        label="Rekenblad",
        help_text="Excel (.xlsx) of CSV, hoogstens 10 MB en 20.000 rijen.",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={
            "required": "Kies eerst een bestand.",
            "invalid": "Kies eerst een bestand.",
            "missing": "Kies eerst een bestand.",
        },
    )

    @property
    def inhoud(self) -> bytes:
        """The bytes of the file, at most one more than is allowed: the domain refuses the rest."""
        bestand: UploadedFile[Any] = self.cleaned_data["bestand"]
        gelezen = bestand.read(MAX_BYTES + 1)
        return gelezen if isinstance(gelezen, bytes) else b""

    @property
    def bestandsnaam(self) -> str:
        return str(self.cleaned_data["bestand"].name)


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
