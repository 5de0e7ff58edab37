"""The form on an existing record, which remembers what the user saw when it was opened."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict

from gedeeld.formulieren import Formulier
from gedeeld.gelijktijdig import IntussenGewijzigd, laatste_regel, schrijvers
from gedeeld.models import Auditregel
from gedeeld.versiekeuze import ANDER, Versiehelper, keuzenaam, keuzeveld
from gedeeld.versies import Ruw, getypt, in_woorden, ruw, zelfde, zet

# JSON can hold half a character, which no page can show.
_HALF_TEKEN: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Veldwijziging:
    """What somebody else changed. `overgenomen`: this user had not touched the field, so the form
    now holds the new value; `blijft`: this user typed something else, and has to choose."""

    label: str
    oud: str
    nieuw: str
    overgenomen: bool = False
    blijft: bool = False


@dataclass(frozen=True, slots=True)
class Botsing:
    """Who saved the record meanwhile (None: no line in the audit trail) and what is different."""

    regel: Auditregel | None
    wijzigingen: tuple[Veldwijziging, ...]

    @property
    def zonder_keuze(self) -> tuple[Veldwijziging, ...]:
        return tuple(wijziging for wijziging in self.wijzigingen if not wijziging.blijft)

    @property
    def te_kiezen(self) -> int:
        return len(self.wijzigingen) - len(self.zonder_keuze)


class Bewerkformulier(Formulier):
    """Changes `record`, or adds one when it is None.

    Subclasses name in `VELDEN` the fields that are called as those of the record. What differs
    they say in `begin` and `gegevens`, and in `getoond` what else of it the page shows. What is
    shown travels along in the hidden field `gezien`, with the record's `gewijzigd_op`; the domain
    compares that under a lock (`gelijktijdig.vergrendel`).

    When it differs, `botsing` says what changed. A field that only the other one changed takes the
    new value over. A field that both changed gets a choice between the two versions (`versies`),
    and nothing is saved until each is made: the own version stays in the field, the other one in
    `gezien`. A hand-made template shows `versies` itself; crispy does so before the fields.
    """

    VELDEN: ClassVar[tuple[str, ...]]
    helperklasse = Versiehelper
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, record: models.Model | None, **kwargs: Any) -> None:
        begin = self.begin(record) if record is not None else {}
        super().__init__(*args, initial={**begin, **kwargs.pop("initial", {})}, **kwargs)
        self.botsing: Botsing | None = None
        if record is None:
            del self.fields["gezien"]
        else:
            self.initial.setdefault("gezien", self._momentopname(record, {}))

    def begin(self, record: Any) -> dict[str, Any]:
        """The value of each field for this record."""
        return {veld: getattr(record, veld) for veld in self.VELDEN}

    def gegevens(self) -> Any:
        return {veld: self.cleaned_data[veld] for veld in self.VELDEN}

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
        """Whether a field came back as it was shown, or the version of the other was chosen."""
        gezien = self._gezien().get("waarden", {})
        gekozen = getypt(self.fields[naam], self._met_keuzes(), self.add_prefix(naam))
        return naam in gezien and gezien[naam] == gekozen

    @property
    def versies(self) -> list[forms.BoundField]:
        """The choices that are still to be made, each between two versions of a field."""
        return [self[naam] for naam in self.fields if naam.startswith(keuzenaam(""))]

    def neem_over(self, weigering: ValidationError) -> None:
        """A refusal at its field; somebody else's change as `botsing`."""
        if isinstance(weigering, IntussenGewijzigd):
            self._leg_naast(weigering.huidig)
        else:
            super().neem_over(weigering)

    def full_clean(self) -> None:
        """Judges what was chosen; what was typed stays in `data`, to choose again."""
        zelf = self.data
        if self.is_bound and "gezien" in self.fields:
            self._zet_keuzes()
            self.data = self._met_keuzes()
        try:
            super().full_clean()
        finally:
            self.data = zelf
        for keuze in self.versies:
            self.cleaned_data.pop(keuze.name, None)
            if self.botsing is not None:  # the choice shows for the first time
                self.errors.pop(keuze.name, None)

    def _gezien(self) -> dict[str, Any]:
        """What the browser sent back; empty when it is not what `_momentopname` made."""
        try:
            gezien = json.loads(self.data.get(self.add_prefix("gezien"), ""))
            lijsten, namen = gezien["waarden"].values(), gezien["botst"].values()
        except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
            return {}
        if not all(isinstance(lijst, list) for lijst in lijsten):
            return {}
        teksten = [*namen, *(deel for lijst in lijsten for deel in lijst)]
        tekst = all(isinstance(t, str) and not _HALF_TEKEN.search(t) for t in teksten)
        return gezien if tekst else {}

    def _zet_keuzes(self) -> None:
        """A field for each choice that `gezien` asks for, unless both versions are the same."""
        gezien, data = self._gezien(), _kopie(self.data)
        keuzes: dict[str, forms.Field] = {}
        for naam, wie in gezien.get("botst", {}).items():
            if naam in self.fields and naam in gezien["waarden"]:
                veld, van_ander = self.fields[naam], gezien["waarden"][naam]
                zelf = getypt(veld, data, self.add_prefix(naam))
                if not zelfde(veld, zelf, van_ander):
                    keuzes[keuzenaam(naam)] = keuzeveld(veld, wie, van_ander, zelf)
        rest = {
            naam: veld for naam, veld in self.fields.items() if not naam.startswith(keuzenaam(""))
        }
        self.fields = keuzes | rest

    def _met_keuzes(self) -> QueryDict:
        """What was sent, with the other version wherever that one was chosen."""
        data, gezien = _kopie(self.data), self._gezien()
        for keuze in self.versies:
            naam = keuze.name.removeprefix(keuzenaam(""))
            if data.get(keuze.html_name) == ANDER:
                veld = self.fields[naam]
                zet(veld, data, self.add_prefix(naam), gezien["waarden"][naam])
        return data

    def _leg_naast(self, huidig: models.Model) -> None:
        """Lay three versions side by side: what was seen, what was typed, what is there now."""
        data, gezien = _kopie(self.data), self._gezien()
        botst: dict[str, str] = dict(gezien.get("botst", {}))
        wie = schrijvers(huidig, self.gezien_op)
        wijzigingen = []
        for naam, nieuw in self._waarden(huidig).items():
            oud = gezien.get("waarden", {}).get(naam)
            wijziging = self._vergelijk(data, naam, oud, nieuw)
            if wijziging is not None:
                wijzigingen.append(wijziging)
                botst.pop(naam, None)
                data.pop(self.add_prefix(keuzenaam(naam)), None)
            if wijziging is not None and wijziging.blijft:
                botst[naam] = wie.van(naam)
        data[self.add_prefix("gezien")] = self._momentopname(huidig, botst)
        self.data = data
        self._errors = None
        self._zet_keuzes()
        self.botsing = Botsing(laatste_regel(huidig), tuple(wijzigingen))

    def _vergelijk(
        self, data: QueryDict, naam: str, oud: Ruw | None, nieuw: Ruw
    ) -> Veldwijziging | None:
        """What changed in one field, taken over into `data` where this user had left it alone.

        `oud` is None when it is not known what the user saw.
        """
        veld = self.fields.get(naam)
        if veld is None:
            anders = oud is not None and oud != nieuw
            woorden = (naam, in_woorden(None, oud or []), in_woorden(None, nieuw))
            return Veldwijziging(*woorden) if anders else None
        zelf = getypt(veld, data, self.add_prefix(naam))
        if zelfde(veld, nieuw, zelf if oud is None else oud):
            return None
        woorden = (str(veld.label), in_woorden(veld, oud or []), in_woorden(veld, nieuw))
        if oud is not None and zelfde(veld, zelf, oud):
            zet(veld, data, self.add_prefix(naam), nieuw)
            return Veldwijziging(*woorden, overgenomen=True)
        return Veldwijziging(*woorden, blijft=not zelfde(veld, zelf, nieuw))

    def _momentopname(self, record: Any, botst: dict[str, str]) -> str:
        """What the user sees of the record; `botst` names who wrote the other version of a field
        that both changed."""
        op, waarden = record.gewijzigd_op.isoformat(), self._waarden(record)
        return json.dumps({"op": op, "waarden": waarden, "botst": botst})

    def _waarden(self, record: models.Model) -> dict[str, Ruw]:
        """Every field as the browser would send it back untouched, and what else is shown."""
        begin = self.begin(record).items()
        velden = {naam: ruw(self.fields[naam], w) for naam, w in begin if naam in self.fields}
        return velden | {label: [t] if t else [] for label, t in self.getoond(record).items()}


class Verwijderformulier(Bewerkformulier):
    """Asks whether something may really go: it holds nothing but what the user saw of it."""

    VELDEN = ()


def _kopie(data: Any) -> QueryDict:
    kopie = QueryDict(mutable=True)
    kopie.update(data)
    return kopie
