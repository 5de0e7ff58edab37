"""What was chosen above a list, as the labels of its form say it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Model
from django.forms import BaseForm, Field


def filters_in_woorden(form: BaseForm, altijd: Iterable[str] = ()) -> Iterator[tuple[str, Any]]:
    """Each filter that narrows the list: its label, and what was chosen; a day stays a date.

    Those named in `altijd` narrow it when nothing is chosen, too: the empty choice says how.
    Nothing for a form that was filled in badly.
    """
    if not form.is_valid():
        return
    for naam, veld in form.fields.items():
        waarde = form.cleaned_data.get(naam)
        if naam in altijd or waarde not in (None, "", False, []):
            yield str(veld.label), _in_woorden(veld, waarde)


def _in_woorden(veld: Field, waarde: Any) -> Any:
    """As the form shows it."""
    if isinstance(waarde, date):
        return waarde
    if isinstance(waarde, bool):
        return "ja"
    if isinstance(waarde, Model):
        return str(waarde)
    gekozen = [str(deel) for deel in (waarde if isinstance(waarde, list) else [waarde])]
    labels = {str(code): str(label) for code, label in getattr(veld, "choices", ())}
    return ", ".join(labels.get(code, code) for code in gekozen)
