"""The form on an existing record, which remembers what the user saw when it was opened."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict

from doorstroom.gedeeld.formulieren import DatumInvoer, Formulier
from doorstroom.gedeeld.gelijktijdig import IntussenGewijzigd, laatste_regel
from doorstroom.gedeeld.models import Auditregel
from doorstroom.gedeeld.weergeven import datum_kort

# JSON can hold half a character, which no page can show.
_HALF_TEKEN: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Wijziging:
    """What somebody else changed. `overgenomen`: this user had not touched the field, so the form
    now holds the new value; `blijft`: what this user typed there still stands."""

    label: str
    oud: str
    nieuw: str
    overgenomen: bool
    blijft: bool


@dataclass(frozen=True, slots=True)
class Botsing:
    """Who saved the record meanwhile (None: no line in the audit trail) and what is different."""

    regel: Auditregel | None
    wijzigingen: tuple[Wijziging, ...]


class Bewerkformulier(Formulier):
    """Changes `record`, or adds one when it is None.

    Subclasses say in `begin` what the fields show for a record, and in `getoond` what else of it
    the page shows. All of that travels along in the hidden field `gezien`, with the record's
    `gewijzigd_op`; the domain compares that under a lock (`gelijktijdig.vergrendel`). When it
    differs, `botsing` says what changed, and what was typed stays; saving again then counts.
    """

    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, record: models.Model | None, **kwargs: Any) -> None:
        begin = self.begin(record) if record is not None else {}
        super().__init__(*args, initial={**begin, **kwargs.pop("initial", {})}, **kwargs)
        self.botsing: Botsing | None = None
        if record is None:
            del self.fields["gezien"]
        else:
            self.initial.setdefault("gezien", self._momentopname(record))

    def begin(self, record: Any) -> dict[str, Any]:
        """The value of each field for this record."""
        raise NotImplementedError

    def getoond(self, record: Any) -> dict[str, str]:
        """Label and text of what the page shows of the record beside the fields."""
        return {}

    @property
    def gezien_op(self) -> datetime:
        """The `gewijzigd_op` of the record when the form was opened; long ago when unknown."""
        try:
            return datetime.fromisoformat(self._gezien()["op"])
        except (KeyError, TypeError, ValueError):
            return datetime.min.replace(tzinfo=UTC)

    def onaangeroerd(self, naam: str) -> bool:
        """Whether a field came back as the form showed it when it was opened."""
        gezien = self._gezien().get("waarden", {})
        return naam in gezien and gezien[naam] == self.data.get(self.add_prefix(naam), "")

    def neem_over(self, weigering: ValidationError) -> None:
        """A refusal at its field; somebody else's change as `botsing`."""
        if isinstance(weigering, IntussenGewijzigd):
            self._leg_naast(weigering.huidig)
        else:
            super().neem_over(weigering)

    def _gezien(self) -> dict[str, Any]:
        """What the browser sent back; empty when it is not what `_momentopname` made."""
        try:
            gezien = json.loads(self.data.get(self.add_prefix("gezien"), ""))
            waarden = gezien["waarden"].values()
        except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
            return {}
        tekst = all(isinstance(w, str) and not _HALF_TEKEN.search(w) for w in waarden)
        return gezien if tekst else {}

    def _leg_naast(self, huidig: models.Model) -> None:
        """Lay three versions side by side: what was seen, what was typed, what is there now."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        gezien = self._gezien().get("waarden", {})
        wijzigingen = [
            self._wijziging(data, naam, gezien[naam], nieuw)
            for naam, nieuw in self._waarden(huidig).items()
            if naam in gezien and gezien[naam] != nieuw
        ]
        data[self.add_prefix("gezien")] = self._momentopname(huidig)
        self.data = data
        self._errors = None
        self.botsing = Botsing(laatste_regel(huidig), tuple(wijzigingen))

    def _wijziging(self, data: QueryDict, naam: str, oud: str, nieuw: str) -> Wijziging:
        """Say what changed, and take it over into `data` where this user had left it alone."""
        woorden = (self._label(naam), self._tekst(naam, oud), self._tekst(naam, nieuw))
        if naam not in self.fields:
            return Wijziging(*woorden, overgenomen=False, blijft=False)
        veld = self.add_prefix(naam)
        getypt = data.get(veld, "")
        if getypt == oud:
            data[veld] = nieuw
        return Wijziging(*woorden, overgenomen=getypt == oud, blijft=getypt not in {oud, nieuw})

    def _momentopname(self, record: Any) -> str:
        return json.dumps({"op": record.gewijzigd_op.isoformat(), "waarden": self._waarden(record)})

    def _waarden(self, record: models.Model) -> dict[str, str]:
        """Every field as the browser would send it back untouched, and what else is shown."""
        ruw = {naam: _ruw(self.fields[naam], waarde) for naam, waarde in self.begin(record).items()}
        return ruw | self.getoond(record)

    def _label(self, naam: str) -> str:
        return str(self.fields[naam].label) if naam in self.fields else naam

    def _tekst(self, naam: str, ruw: str | None) -> str:
        """A value in words: the label of a choice, a date as people write it."""
        veld = self.fields.get(naam)
        if not ruw:
            return "leeg"
        if isinstance(veld, forms.ChoiceField):
            return _keuze(veld, ruw)
        if veld is not None and isinstance(veld.widget, DatumInvoer):
            return _datum(ruw)
        return ruw


def _ruw(veld: forms.Field, waarde: Any) -> str:
    if isinstance(veld.widget, forms.CheckboxInput):
        return "on" if waarde else ""
    opgemaakt = veld.widget.format_value(veld.prepare_value(waarde))
    if isinstance(opgemaakt, list):
        return opgemaakt[0] if opgemaakt else ""
    return "" if opgemaakt is None else str(opgemaakt)


def _datum(ruw: str) -> str:
    try:
        return datum_kort(date.fromisoformat(ruw))
    except ValueError:
        return ruw


def _keuze(veld: forms.ChoiceField, ruw: str) -> str:
    namen = {str(waarde): str(label) for waarde, label in veld.widget.choices}
    return namen.get(ruw, "een keuze die er niet meer is")
