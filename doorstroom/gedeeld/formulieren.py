"""The ground of every form: crispy layout, the button in the template, Dutch date inputs."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError


class DatumInvoer(forms.DateInput):
    """The browser's own date field; it wants ISO dates whatever the locale."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class _MetHelper:
    helper: FormHelper

    def _maak_helper(self) -> None:
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def neem_over(self, weigering: ValidationError) -> None:
        """Show a refusal of the domain at its field, or above the form when it has none."""
        fouten = weigering.error_dict if hasattr(weigering, "error_dict") else {None: [weigering]}
        for veld, meldingen in fouten.items():
            bekend = veld if veld in self.fields else None  # type: ignore[attr-defined]
            for melding in meldingen:
                self.add_error(bekend, melding)  # type: ignore[attr-defined]


class Formulier(_MetHelper, forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._maak_helper()


class ModelFormulier(_MetHelper, forms.ModelForm):  # type: ignore[type-arg]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._maak_helper()
