"""Values of form fields the way a browser sends them: to carry along, to compare, to show."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from gedeeld.formulieren import DatumInvoer
from gedeeld.weergeven import datum_kort

# The values of one field; none when it is empty. Only a choice of several has more than one.
Ruw = list[str]
# A browser sends two characters for each; the database may hold one.
_REGELEINDE: Final = re.compile("\r\n?")
_NAAM: Final = "veld"
_VERDWENEN: Final = "een keuze die er niet meer is"


class Samengesteld(forms.Widget):
    """What stands under more than one key of the data, such as rows, compared as one value."""

    def ruw(self, waarde: Any) -> Ruw:
        raise NotImplementedError

    def getypt(self, data: QueryDict) -> Ruw:
        raise NotImplementedError

    def zet(self, data: QueryDict, waarden: Ruw) -> None:
        raise NotImplementedError

    def in_woorden(self, waarden: Ruw) -> str:
        raise NotImplementedError

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Ruw:
        return self.getypt(data)


def ruw(veld: forms.Field, waarde: Any) -> Ruw:
    """What a browser would send for `waarde` if nobody touched the field."""
    if isinstance(veld.widget, forms.CheckboxInput):
        return ["on"] if waarde else []
    if isinstance(veld.widget, Samengesteld):
        return veld.widget.ruw(waarde)
    opgemaakt = veld.widget.format_value(veld.prepare_value(waarde))
    lijst = opgemaakt if isinstance(opgemaakt, list) else [opgemaakt]
    return _schoon(veld, ["" if deel is None else str(deel) for deel in lijst])


def getypt(veld: forms.Field, data: QueryDict, naam: str) -> Ruw:
    """What was sent for the field called `naam`."""
    if isinstance(veld.widget, forms.CheckboxInput):
        return ["on"] if veld.widget.value_from_datadict(data, MultiValueDict(), naam) else []
    if isinstance(veld.widget, Samengesteld):
        return veld.widget.getypt(data)
    return _schoon(veld, data.getlist(naam))


def zet(veld: forms.Field, data: QueryDict, naam: str, waarden: Ruw) -> None:
    """Make `data` what a browser would send for these values."""
    if isinstance(veld.widget, Samengesteld):
        veld.widget.zet(data, waarden)
        return
    data.pop(naam, None)
    if waarden:
        data.setlist(naam, waarden)


def zelfde(veld: forms.Field, een: Ruw, ander: Ruw) -> bool:
    """Whether two values mean the same, also when they are written differently: 2100, 2100.00."""
    if een == ander or isinstance(veld.widget, Samengesteld):
        return een == ander
    try:
        return bool(_waarde(veld, een) == _waarde(veld, ander))
    except ValidationError:
        return False


def in_woorden(veld: forms.Field | None, waarden: Ruw) -> str:
    """A value for people: the label of a choice, a date as they write it; `veld` None is text."""
    if isinstance(veld, forms.BooleanField):
        return "ja" if waarden else "nee"
    if not waarden:
        return "leeg"
    if veld is not None and isinstance(veld.widget, Samengesteld):
        return veld.widget.in_woorden(waarden)
    if isinstance(veld, forms.ChoiceField):
        namen = dict(_keuzes(veld.widget.choices))
        return ", ".join(namen.get(waarde, _VERDWENEN) for waarde in waarden)
    if veld is not None and isinstance(veld.widget, DatumInvoer):
        return _datum(waarden[0])
    return ", ".join(waarden)


def _schoon(veld: forms.Field, waarden: Ruw) -> Ruw:
    """Without what is empty; line ends as one character, a choice of several in a fixed order."""
    gevuld = [_REGELEINDE.sub("\n", waarde) for waarde in waarden if waarde]
    return sorted(gevuld) if _meerdere(veld) else gevuld[-1:]


def _meerdere(veld: forms.Field) -> bool:
    kiest_meer = getattr(veld.widget, "allow_multiple_selected", False)
    return kiest_meer or isinstance(veld.widget, forms.MultipleHiddenInput)


def _waarde(veld: forms.Field, waarden: Ruw) -> Any:
    data = QueryDict(mutable=True)
    zet(veld, data, _NAAM, waarden)
    schoon = veld.clean(veld.widget.value_from_datadict(data, MultiValueDict(), _NAAM))
    return list(schoon) if isinstance(veld, forms.ModelMultipleChoiceField) else schoon


def _keuzes(keuzes: Any) -> Iterator[tuple[str, str]]:
    """Every choice, also those that stand in a group."""
    for waarde, label in keuzes:
        if isinstance(label, list | tuple):
            yield from _keuzes(label)
        else:
            yield str(waarde), str(label)


def _datum(tekst: str) -> str:
    try:
        return datum_kort(date.fromisoformat(tekst))
    except ValueError:
        return tekst
