"""The forms that a page was made with, and what somebody could fill in who is honest."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import BaseForm
from django_filters import FilterSet

from gedeeld.periode import plus_dagen
from gedeeld.tijd import vandaag

Velden = dict[str, Any]


def formulieren_van(antwoord: Any, *, ook_filters: bool = True) -> Iterator[BaseForm]:
    """The forms in the context of an answer; of a filter, the form in which it is chosen."""
    gezien: set[int] = set()
    for laag in antwoord.context or ():
        for ding in laag.flatten().values() if hasattr(laag, "flatten") else ():
            for form in _uit(ding, ook_filters=ook_filters):
                if id(form) not in gezien:
                    gezien.add(id(form))
                    yield form


def _uit(ding: Any, *, ook_filters: bool) -> Iterator[BaseForm]:
    if isinstance(ding, FilterSet):
        yield from [ding.form] if ook_filters else ()
    elif isinstance(ding, BaseForm):
        yield ding
    elif isinstance(ding, list | tuple):
        for deel in ding:
            yield from _uit(deel, ook_filters=ook_filters)


def sleutelvelden(form: BaseForm) -> Iterator[tuple[str, Any]]:
    """The fields in which a key of something else is chosen, by their name in what is sent."""
    for naam, veld in form.fields.items():
        if isinstance(veld, forms.ModelChoiceField):
            yield form.add_prefix(naam), veld


def heeft_geweigerd(antwoord: Any, naam: str) -> bool:
    """Whether a form came back that says of this field that there is no such choice."""
    for form in formulieren_van(antwoord):
        velden = {form.add_prefix(veld): veld for veld in form.fields}
        if form.is_bound and naam in velden:
            fouten = form.errors.as_data().get(velden[naam], [])
            if any(fout.code == "invalid_choice" for fout in fouten):
                return True
    return False


def vul_in(form: BaseForm) -> Velden:
    """What a form sends that is filled in: what it begins with, and something where it is empty."""
    ingevuld: Velden = {}
    for naam, veld in form.fields.items():
        waarde = form.get_initial_for_field(veld, naam)
        if waarde in (None, "", [], ()):
            waarde = _verzin(veld)
        if waarde not in (None, False):
            ingevuld[form.add_prefix(naam)] = _als_tekst(waarde)
    return ingevuld


# For text with a form of its own (an amount, a day as one types it): the first that it takes.
_TEKSTEN: Final = ("iets", "1", "31/12/2026")
_VERZINSELS: Final[tuple[tuple[type[forms.Field], Callable[[Any], Any]], ...]] = (
    (forms.ModelChoiceField, lambda veld: next(iter(veld.queryset), None)),
    (forms.ChoiceField, lambda veld: next(iter(_waarden(veld)), None)),
    (forms.BooleanField, lambda veld: veld.required),
    (forms.FileField, lambda veld: None),
    (forms.EmailField, lambda veld: "iemand@voorbeeld.be"),
    (forms.DateField, lambda veld: plus_dagen(vandaag(), 1) if veld.required else None),
    (forms.DecimalField, lambda veld: veld.min_value or 1 if veld.required else None),
    (forms.IntegerField, lambda veld: veld.min_value or 1 if veld.required else None),
    (forms.CharField, lambda veld: next(filter(_neemt(veld), _TEKSTEN)) if veld.required else None),
)


def _neemt(veld: forms.Field) -> Callable[[str], bool]:
    def past(tekst: str) -> bool:
        try:
            veld.clean(tekst)
        except ValidationError:
            return False
        return True

    return past


def _verzin(veld: forms.Field) -> Any:
    maak = next((maak for soort, maak in _VERZINSELS if isinstance(veld, soort)), None)
    waarde = maak(veld) if maak else None
    meer = isinstance(veld, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)
    return [waarde] if meer and waarde is not None else waarde


def _waarden(veld: Any) -> Iterator[Any]:
    """The values to choose from, those in a group too."""
    for waarde, naam in veld.choices:
        if isinstance(naam, list | tuple):
            yield from (keuze for keuze, _ in naam)
        elif waarde:
            yield waarde


def _als_tekst(waarde: Any) -> Any:
    if isinstance(waarde, list | tuple):
        return [_als_tekst(deel) for deel in waarde]
    if isinstance(waarde, Model):
        return str(waarde.pk)
    if isinstance(waarde, date | Decimal | int) and not isinstance(waarde, bool):
        return str(waarde)
    return "on" if waarde is True else str(waarde)
