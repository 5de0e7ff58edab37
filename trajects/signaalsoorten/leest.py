"""Which writes can change what a rule says. It is read off the question itself: a list beside it
would one day miss what the question asks since.

A word of the SQL that is the name of a table or a column counts as read: rather too much than too
little.
"""

import re
from collections.abc import Container, Iterator
from typing import Any, Final

from django.apps import apps
from django.db.models import CASCADE, DO_NOTHING, SET_NULL, Field, ForeignKey, GeneratedField, Model

from gedeeld.schrijver import Schrijver, schrijvers_van_modellen
from trajects.models import Signaal
from trajects.signaalsoorten.soort import Regel
from trajects.signaalsoorten.vraag import vraag_van

# What stands before every question (`vraag.ORGANISATIE`), and where it comes from.
_VOORAF: Final = {"drempels": "gebruikers_organisatie", "getallen": "regels_regelparameter"}

_GAAT_MEE: Final = (CASCADE, DO_NOTHING)

Schrijvers = dict[type[Model], Schrijver[Any]]


def gelezen_door(regel: Regel) -> frozenset[str]:
    """What it reads, as `Aangeraakt.wat` says what was written: "app.Model" for a record that came
    or went, "app.Model.field" for what changed in one.

    Signals are left out: a rule that looks at its own must not be asked again for each of them.
    """
    tekst, _ = vraag_van([regel], mensen=False)
    woorden = set(re.findall(r"\w+", tekst))
    woorden |= {tabel for naam, tabel in _VOORAF.items() if naam in woorden}
    schrijvers = schrijvers_van_modellen()
    gelezen = (model for model in apps.get_models() if model._meta.db_table in woorden)
    return frozenset(
        naam
        for model in gelezen
        if model is not Signaal
        for naam in _namen_van(model, woorden, schrijvers)
    )


def _namen_van(
    model: type[Model], woorden: Container[str | None], schrijvers: Schrijvers
) -> Iterator[str]:
    """What has no writer of its own (the parts of a whole, what triggers keep) is written with what
    it goes with."""
    if (schrijver := schrijvers.get(model)) is not None:
        yield from _met_velden(schrijver, woorden)
        return
    for veld in model._meta.concrete_fields:
        if isinstance(veld, ForeignKey) and veld.remote_field.on_delete in _GAAT_MEE:
            geheel = schrijvers[veld.related_model]
            yield from _met_velden(
                geheel, {ander.column for ander in geheel.model._meta.concrete_fields}
            )


def _met_velden(schrijver: Schrijver[Any], woorden: Container[str | None]) -> Iterator[str]:
    label, meta = schrijver.model._meta.label, schrijver.model._meta
    velden = {veld.name: veld for veld in meta.concrete_fields}
    gelezen = [veld for veld in velden.values() if veld.column in woorden]
    alles = any(_volgt_vanzelf(veld) for veld in gelezen)
    yield label
    yield from (veld.related_model._meta.label for veld in gelezen if _raakt_leeg(veld))
    for naam in schrijver.beleid.spoor | schrijver.beleid.verzwegen | velden.keys():
        # What is no column is kept elsewhere: in a part of this record.
        if alles or naam not in velden or velden[naam] in gelezen:
            yield f"{label}.{naam}"


def _volgt_vanzelf(veld: "Field[Any, Any]") -> bool:
    """Nobody writes it: it changes with whatever else does."""
    return isinstance(veld, GeneratedField) or getattr(veld, "auto_now", False)


def _raakt_leeg(veld: "Field[Any, Any]") -> bool:
    """It is emptied when the record goes that it points to."""
    return isinstance(veld, ForeignKey) and veld.remote_field.on_delete is SET_NULL
