"""The form field for files: several at once, each checked by its content."""

from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile

from trajects.logboek.bijlagen import EINDES, SOORTEN_ZIN, Bestand, controleer_bestand
from trajects.models.bijlage import GROOTSTE

MEESTE: Final = 5


class Bestandskeuze(forms.ClearableFileInput):
    allow_multiple_selected = True


class Bijlageveld(forms.FileField):
    """Cleans to a list of `Bestand`; empty when nothing was chosen."""

    def __init__(self, *, label: str = "Bijlagen", **opties: Any) -> None:
        eindes = ",".join(f".{einde}" for einde in EINDES.values())
        opties.setdefault("help_text", f"{SOORTEN_ZIN} Hoogstens 10 MB per bestand.")
        widget = Bestandskeuze({"accept": eindes, "class": "form-control"})
        super().__init__(label=label, required=False, widget=widget, **opties)

    def clean(self, data: Any, initial: Any = None) -> list[Bestand]:
        gekozen = data if isinstance(data, list | tuple) else [data] if data else []
        if len(gekozen) > MEESTE:
            raise forms.ValidationError(f"Kies hoogstens {MEESTE} bestanden tegelijk.")
        return [_lees(bestand) for bestand in gekozen]


def _lees(bestand: UploadedFile) -> Bestand:
    """Checked by its content; of what is too large not more is read than tells so."""
    return controleer_bestand(bestand.name or "", bestand.read(GROOTSTE + 1))
