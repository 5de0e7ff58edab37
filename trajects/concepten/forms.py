"""What a browser sends to keep or to drop a draft."""

import json
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from gedeeld.formulieren import Formulier
from trajects.concepten.concepten import Conceptverwijzing

# Far more than the longest form holds, far less than would hurt.
_LANGSTE: Final = 200_000
_ONLEESBAAR: Final = "Dit concept is niet te lezen."


class Veldenveld(forms.CharField):
    """JSON of what the fields of a form hold: names, each with a list of texts."""

    def clean(self, value: Any) -> dict[str, list[str]]:
        try:
            velden = json.loads(super().clean(value))
        except (ValueError, RecursionError) as fout:
            raise ValidationError(_ONLEESBAAR) from fout
        if not (isinstance(velden, dict) and all(map(_is_veld, velden.items()))):
            raise ValidationError(_ONLEESBAAR)
        return velden


def _is_veld(veld: tuple[str, Any]) -> bool:
    naam, waarden = veld
    return _is_tekst(naam) and isinstance(waarden, list) and all(map(_is_tekst, waarden))


def _is_tekst(waarde: object) -> bool:
    """Text that the database can hold: JSON can smuggle in a NUL or half a character."""
    if not isinstance(waarde, str) or "\0" in waarde:
        return False
    return waarde == waarde.encode("utf-8", "ignore").decode()


class Conceptwissing(Formulier):
    """`gezien` is the moment of the draft as the browser last saw it; empty when it saw none."""

    sleutel = forms.CharField(max_length=60)
    gezien = forms.CharField(max_length=40, required=False)

    @property
    def verwijzing(self) -> Conceptverwijzing:
        """Only of a valid form."""
        return Conceptverwijzing.van(self.cleaned_data["sleutel"], self.cleaned_data["gezien"])


class Conceptformulier(Conceptwissing):
    velden = Veldenveld(max_length=_LANGSTE)
