"""The ground of every form: crispy layout, the button in the template, Dutch date inputs."""

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar, Final, TypeVar

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms.utils import ErrorDict

T = TypeVar("T")


class DatumInvoer(forms.DateInput):
    """The browser's own date field; it wants ISO dates whatever the locale."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class Datumveld(forms.DateField):
    """A day in the years that the import accepts; further off it is a slip of the keyboard."""

    _ZIN: Final = "Deze dag kan niet kloppen. Kijk het jaartal na."
    widget = DatumInvoer
    default_validators = [  # noqa: RUF012 - as Django declares it
        MinValueValidator(date(1900, 1, 1), _ZIN),
        MaxValueValidator(date(2100, 12, 31), _ZIN),
    ]


class Formulier(forms.Form):
    # constraint of the database → the field whose value it refuses
    beperkingen: ClassVar[dict[str, str]] = {}
    helperklasse: ClassVar[type[FormHelper]] = FormHelper

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = self.helperklasse()
        self.helper.form_tag = False
        # A layout names only what people see.
        self.helper.render_hidden_fields = True
        self.helper.disable_csrf = True

    @property
    def zoekt(self) -> bool:
        """Whether it was sent to look somebody up in it: then nothing is judged, nothing saved."""
        return False

    def full_clean(self) -> None:
        if self.zoekt:
            self._errors: ErrorDict | None = ErrorDict()
            self.cleaned_data: dict[str, Any] = {}
        else:
            super().full_clean()

    def is_valid(self) -> bool:
        return not self.zoekt and super().is_valid()

    def neem_over(self, weigering: ValidationError) -> None:
        """Show a refusal of the domain at its field, or above the form when it has none."""
        fouten = weigering.error_dict if hasattr(weigering, "error_dict") else {None: [weigering]}
        for veld, meldingen in fouten.items():
            for melding in meldingen:
                plek = veld or self.beperkingen.get(melding.code or "")
                bekend = plek if plek in self.fields else None
                self.add_error(bekend, melding)

    def gegevens(self) -> Any:
        """What the domain wants to know, by name; only of a valid form."""
        return self.cleaned_data

    def probeer(self, schrijf: Callable[[], T]) -> T | None:
        """Call the domain when the form is valid; a refusal shows in the form and gives None."""
        if not self.is_valid():
            return None
        try:
            return schrijf()
        except ValidationError as weigering:
            self.neem_over(weigering)
            return None
