"""The field in which an employee is chosen: a list while they are few, else a search.

The search works inside the form it stands in. With JavaScript the answer comes in place
(`views.zoekkeuze`); without it the button "Zoek" sends the form, which comes back with who was
found and all that was typed (`Zoekformulier.zoekt`).
"""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django_filters.fields import ModelChoiceField

from trajects.kader.zoekkeuze import (
    HOOGSTENS_IN_LIJST,
    naam_en_nummer,
    zoek_mensen,
    zoektekst,
)

_WEG: Final = "Deze werknemer kan niet (meer) gekozen worden. Kies iemand anders."


def tekstnaam(veld: str) -> str:
    """What is typed to search stands beside the field itself, under this name."""
    return f"{veld}_zoek"


def knopnaam(veld: str) -> str:
    """The button that searches without JavaScript."""
    return f"{veld}_zoeken"


class _Zoekt(forms.Select):
    """The search and what came of it; `zoek_url` is the address that answers in place."""

    template_name = "trajects/kader/zoekkeuze.html"
    soort = "radio"
    gezocht = ""
    al: Iterable[int] = ()

    def __init__(self, attrs: dict[str, Any] | None = None, zoek_url: Any = "") -> None:
        super().__init__({"class": "form-select", **(attrs or {})})
        self.zoek_url = zoek_url

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        self.gezocht = zoektekst(data.get(tekstnaam(name)) or "")
        return super().value_from_datadict(data, files, name)

    def zoek(self, name: str, value: Any, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the template of the search shows."""
        choices: Any = self.choices
        waarden = value if isinstance(value, list | tuple) else [value]
        gekozen = [str(waarde) for waarde in waarden if waarde]
        mensen = choices.queryset
        return {
            "naam": name,
            "tekstnaam": tekstnaam(name),
            "knopnaam": knopnaam(name),
            "id": attrs.get("id", f"id_{name}"),
            "beschreven": attrs.get("aria-describedby", ""),
            "label": choices.field.label,
            "soort": self.soort,
            "leeg": getattr(choices.field, "empty_label", None) or "",
            "gezocht": self.gezocht,
            "zoek_url": self.zoek_url,
            "gekozen": gekozen,
            "resultaat": zoek_mensen(mensen, self.gezocht, gekozen, self.al),
        }


class Zoekkeuze(_Zoekt):
    """One employee, or nobody."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        attrs = attrs or {}
        choices: Any = self.choices
        weinig = list(choices.queryset[: HOOGSTENS_IN_LIJST + 1])
        if len(weinig) > HOOGSTENS_IN_LIJST:
            return {"zoek": self.zoek(name, value, attrs)}
        self.choices = [("", choices.field.empty_label)]
        self.choices += [(werknemer.pk, naam_en_nummer(werknemer)) for werknemer in weinig]
        try:
            return super().get_context(name, value, attrs) | {"zoek": None}
        finally:
            self.choices = choices


class Zoekkeuzes(_Zoekt, forms.SelectMultiple):
    """Several employees; the form itself shows a list when they are few."""

    soort = "checkbox"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        return {"zoek": self.zoek(name, value, attrs or {})}


class Zoekkeuzeveld(ModelChoiceField):  # type: ignore[misc]
    widget = Zoekkeuze

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.error_messages["invalid_choice"] = _WEG

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Also while somebody searches: what holds the field must not fold away."""
        return bool(self.widget.gezocht) or super().has_changed(initial, data)


class Zoekkeuzesveld(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    widget = Zoekkeuzes

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.error_messages["invalid_choice"] = _WEG
        self.error_messages["invalid_pk_value"] = _WEG
