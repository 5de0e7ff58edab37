"""A list to choose from in a filter, and the records that stand in one."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.utils import flatatt
from django.utils.choices import BaseChoiceIterator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django_filters.fields import ModelChoiceField

from gedeeld.opmaak import herhaald


class Keuzelijst(forms.Select):
    """Of choices that are not in groups."""

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        super().__init__({"class": "form-select", **(attrs or {})}, choices)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Django renders a template for each option, and one for its attributes."""
        gekozen = self.format_value(value)
        regels = herhaald(
            '<option value="{}"{}>{}</option>',
            (
                (code, " selected" if code in gekozen else "", label)
                for keuze, label in self.choices
                for code in ["" if keuze is None else str(keuze)]
            ),
        )
        vorm = '<select name="{}"{}>{}</select>'
        return format_html(vorm, name, flatatt(self.build_attrs(self.attrs, attrs)), regels)


class _Keuzes(BaseChoiceIterator):
    def __init__(self, veld: "Recordveld") -> None:
        self.veld = veld

    def __iter__(self) -> Iterator[tuple[Any, str]]:
        if self.veld.empty_label is not None:
            yield "", self.veld.empty_label
        if self.veld.null_label is not None:
            yield self.veld.null_value, self.veld.null_label
        yield from self.veld.regels()


class Recordveld(ModelChoiceField):  # type: ignore[misc]
    """One of many records, of which the list shows `regels` gives: a key and a name.

    `queryset` makes the query for the same records as objects, for the one that is chosen.
    """

    iterator = _Keuzes

    def __init__(
        self,
        queryset: Callable[[], QuerySet[Any]],
        *,
        regels: Callable[[], Iterable[tuple[int, str]]],
        **opties: Any,
    ) -> None:
        self.regels = regels
        self._queryset: Any = queryset
        super().__init__(queryset, **opties)

    @property
    def queryset(self) -> QuerySet[Any]:
        if callable(self._queryset):
            self._queryset = self._queryset()
        gemaakt: QuerySet[Any] = self._queryset
        return gemaakt

    @queryset.setter
    def queryset(self, vraag: Callable[[], QuerySet[Any]]) -> None:
        self._queryset = vraag
        self.widget.choices = self.choices
