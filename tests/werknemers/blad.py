"""Fills in a form the way a browser does: open the page, change some fields, send all of it."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.test import Client


def ingevuld(antwoord: HttpResponse, **anders: str | None) -> dict[str, str]:
    """Everything that the form on this page would send, with some fields typed over.

    None leaves a field out, as a browser does with a box that is not ticked."""
    form: Any = antwoord.context["form"]  # type: ignore[attr-defined]
    data = _velden(form)
    if hasattr(form, "schijven"):
        data |= _velden(form.schijven.management_form)
        for rij in form.schijven:
            data |= _velden(rij)
    onbekend = set(anders) - set(data) - {"verder", "bereken", "meer_schijven"}
    assert not onbekend, f"niet in het formulier: {onbekend}"
    return {naam: waarde for naam, waarde in (data | anders).items() if waarde is not None}


def bewaar(client: Client, url: str, **anders: str | None) -> HttpResponse:
    """Open the page, type, save."""
    return client.post(url, ingevuld(client.get(url), **anders))


def fouten(antwoord: HttpResponse) -> dict[str, list[str]]:
    """The sentences at each field; those above the form stand at `__all__`."""
    return dict(antwoord.context["form"].errors)  # type: ignore[attr-defined]


def _velden(form: forms.BaseForm) -> dict[str, str | None]:
    data: dict[str, str | None] = {}
    for veld in form:
        waarde = veld.field.widget.format_value(veld.value())
        if isinstance(veld.field.widget, forms.CheckboxInput):
            data[veld.html_name] = "on" if veld.value() else None
            continue
        if isinstance(waarde, list):
            waarde = waarde[0] if waarde else ""
        data[veld.html_name] = "" if waarde is None else str(waarde)
    return data
