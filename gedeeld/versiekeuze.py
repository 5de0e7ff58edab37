"""The choice between two versions of a field, in a form."""

from copy import copy
from typing import Any, Final, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from gedeeld.versies import Ruw, in_woorden

ANDER: Final = "ander"
EIGEN: Final = "eigen"


class Versiehelper(FormHelper):  # type: ignore[misc]
    """Puts the choices between two versions before the fields, whatever the layout."""

    def render_layout(self, form: Any, *args: Any, **kwargs: Any) -> SafeString:
        samen = copy(self)
        samen.layout = Layout(*(keuze.name for keuze in form.versies), self.layout)
        return cast(SafeString, FormHelper.render_layout(samen, form, *args, **kwargs))


def keuzenaam(naam: str) -> str:
    """The name of the choice between two versions of a field."""
    return f"versie_{naam}"


def keuzeveld(veld: forms.Field, wie: str, van_ander: Ruw, zelf: Ruw) -> forms.ChoiceField:
    """What `wie` made of a field, or what this user typed."""
    toon = '<span class="versie-van">{}</span> <span class="versie">{}</span>'
    keuzes = [
        (ANDER, format_html(toon, f"Versie van {wie}:", in_woorden(veld, van_ander))),
        (EIGEN, format_html(toon, "Jouw versie:", in_woorden(veld, zelf))),
    ]
    return forms.ChoiceField(
        label=f"Welke versie blijft bij “{veld.label}”?",
        choices=keuzes,
        widget=forms.RadioSelect,
        help_text="Jouw versie staat ook nog in het veld hieronder. Je kunt ze daar aanpassen.",
        error_messages={"required": "Kies welke versie blijft."},
    )
