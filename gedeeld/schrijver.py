"""One way to write: lock in one order, compare versions, save, and leave a trail that keeps only
what it may.

Every model has one `Schrijver`, declared in `schrijvers.py` of its app. That file is the policy of
the trail: for each field it says whether its values may be kept (`spoor`) or only that they changed
(`verzwegen`); a test fails for a field in neither.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from gedeeld import aangeraakt, audit
from gedeeld.gelijktijdig import vergrendel
from gedeeld.meegewist import meegewist

# Whoever locks several records takes them in this order, and of one kind by their key; what is not
# named comes last. Two that lock the same records in another order wait for each other for ever.
SLOTVOLGORDE: Final = (
    "gebruikers.Organisatie",
    "werknemers.Werknemer",
    "werknemers.Arbeidsovereenkomst",
    "werknemers.Adviesperiode",
    "werknemers.Adviesgebeurtenis",
    "gebruikers.Gebruiker",
)

M = TypeVar("M", bound=models.Model)
_SCHRIJVERS: Final[dict[type[models.Model], "Schrijver[Any]"]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleid:
    """What the trail keeps of a model.

    `spoor`: fields whose values are kept; `verzwegen`: fields of which only is kept that they
    changed. `persoon` is the path to the key of the employee whom a record is about. Values about
    people (`wisbaar`, implied by `persoon`) are kept where retention can empty them: the row, who,
    when and which fields stay. `organisatie` is the path to the key of the organisation; without
    one it is that of whoever writes.
    """

    spoor: frozenset[str]
    verzwegen: frozenset[str]
    persoon: str
    organisatie: str
    wisbaar: bool


class Schrijver(Generic[M]):
    """Writes the records of one model; call it inside the transaction of a rule."""

    def __init__(
        self,
        model: type[M],
        *,
        spoor: Iterable[str],
        verzwegen: Iterable[str] = (),
        persoon: str = "",
        organisatie: str = "",
        wisbaar: bool = False,
        eerst: tuple[str, ...] = (),
        bij_verwijderen: Callable[[M], Mapping[str, Any]] | None = None,
    ) -> None:
        """`eerst`: paths to the records that are locked before one of this model.

        `bij_verwijderen` gives what is kept of a record that goes beside its fields, by a name that
        stands in `spoor`.
        """
        if model in _SCHRIJVERS:
            raise ValueError(f"{model.__name__} has a writer already.")
        self.model = model
        self.eerst = eerst
        self.bij_verwijderen = bij_verwijderen
        self.beleid = Beleid(
            spoor=frozenset(spoor),
            verzwegen=frozenset(verzwegen),
            persoon=persoon,
            organisatie=organisatie or _organisatie_van(persoon),
            wisbaar=wisbaar or bool(persoon),
        )
        _SCHRIJVERS[model] = self

    def vergrendel(self, record: M, gezien: datetime | None = None) -> M:
        """The record as it is now, locked after what `eerst` names; `gezien` and errors as in
        `gelijktijdig.vergrendel`."""
        for pad in self.eerst:
            vergrendel(attrgetter(pad)(record), None)
        return vergrendel(record, gezien)

    def schrijf(
        self,
        record: M,
        velden: Mapping[str, Any],
        *,
        door: AbstractBaseUser | None,
        actie: str = "",
        erbij: Mapping[str, tuple[Any, Any]] | None = None,
        netjes: bool = False,
    ) -> bool:
        """Give the fields their values, save, and leave a row.

        False when a record that was there does not differ: nothing is written then. `erbij` are
        values, old and new, that are kept elsewhere than in a field. `actie` is "toegevoegd" or
        "gewijzigd" when not given. `netjes`: judge the fields first; raises ValidationError.
        """
        nieuw = record._state.adding  # noqa: SLF001
        oud = {} if nieuw else {veld: getattr(record, veld) for veld in velden}
        anders = {v: (oud.get(v), w) for v, w in velden.items() if oud.get(v) != w} | {
            naam: paar for naam, paar in (erbij or {}).items() if paar[0] != paar[1]
        }
        if not nieuw and not anders:
            return False
        for veld, waarde in velden.items():
            setattr(record, veld, waarde)
        if netjes:
            record.clean_fields()
        record.save(force_insert=nieuw)
        actie = actie or ("toegevoegd" if nieuw else "gewijzigd")
        self._noteer(((record, anders),), door=door, actie=actie, geheel=nieuw)
        return True

    def verwijder(
        self, record: M, *, door: AbstractBaseUser | None, actie: str = "verwijderd"
    ) -> None:
        """Remove it with what goes with it; each leaves a row with what it said."""
        for ding in meegewist(record):
            if (schrijver := _SCHRIJVERS.get(type(ding))) is not None:
                schrijver.noteer(ding, schrijver.inhoud(ding), door=door, actie="verwijderd")
        self.noteer(record, self.inhoud(record), door=door, actie=actie)
        record.delete()

    def noteer(
        self,
        record: M,
        wijzigingen: Mapping[str, tuple[Any, Any]],
        *,
        door: AbstractBaseUser | None,
        actie: str,
    ) -> None:
        """Leave a row about something that happened; `wijzigingen` are old and new by name."""
        self.noteer_vele([(record, wijzigingen)], door=door, actie=actie)

    def noteer_vele(
        self,
        records: Iterable[tuple[M, Mapping[str, tuple[Any, Any]]]],
        *,
        door: AbstractBaseUser | None,
        actie: str,
    ) -> None:
        """The same for many records of this model, in few statements."""
        self._noteer(records, door=door, actie=actie, geheel=True)

    def _noteer(
        self,
        records: Iterable[tuple[M, Mapping[str, tuple[Any, Any]]]],
        *,
        door: AbstractBaseUser | None,
        actie: str,
        geheel: bool,
    ) -> None:
        """`geheel`: as `aangeraakt.noteer`."""
        sporen = (self._spoor(record, anders, door) for record, anders in records)
        audit.schrijf_bij(
            (self._meld_aangeraakt(spoor, geheel=geheel) for spoor in sporen),
            door=door,
            actie=actie,
        )

    def _meld_aangeraakt(self, spoor: audit.Spoor, *, geheel: bool) -> audit.Spoor:
        aangeraakt.noteer(
            spoor.organisatie_id,
            spoor.betrokkene_id,
            self.model._meta.label,
            spoor.verzwegen.union(spoor.bewaard),
            geheel=geheel,
        )
        return spoor

    def inhoud(self, record: M) -> dict[str, tuple[Any, Any]]:
        """What the trail keeps of a record that goes: every declared field that says something."""
        bedoeld = self.beleid.spoor | self.beleid.verzwegen
        eigen = [v.name for v in record._meta.concrete_fields if v.name in bedoeld]
        gevuld = {veld: getattr(record, veld) for veld in eigen}
        if self.bij_verwijderen is not None:
            gevuld |= self.bij_verwijderen(record)
        return {veld: (waarde, None) for veld, waarde in gevuld.items() if waarde not in _LEEG}

    def _spoor(
        self, record: M, wijzigingen: Mapping[str, tuple[Any, Any]], door: AbstractBaseUser | None
    ) -> audit.Spoor:
        beleid = self.beleid
        if vreemd := set(wijzigingen) - beleid.spoor - beleid.verzwegen:
            raise ValueError(f"Not declared for {self.model.__name__}: {sorted(vreemd)}.")
        van = getattr(door, "organisatie_id", None)
        organisatie = attrgetter(beleid.organisatie)(record) if beleid.organisatie else van
        betrokkene = attrgetter(beleid.persoon)(record) if beleid.persoon else None
        return audit.Spoor(
            onderwerp=record,
            organisatie_id=organisatie,
            betrokkene_id=betrokkene,
            bewaard={v: w for v, w in wijzigingen.items() if v in beleid.spoor},
            verzwegen=frozenset(v for v in wijzigingen if v in beleid.verzwegen),
            wisbaar=beleid.wisbaar,
        )


_LEEG: Final[tuple[Any, ...]] = (None, "", [], b"")


def _organisatie_van(persoon: str) -> str:
    """The path to the organisation of the employee whose key stands at this path."""
    return f"{persoon.removesuffix('_id')}.organisatie_id" if persoon else ""


def schrijvers_van_modellen() -> dict[type[models.Model], Schrijver[Any]]:
    """Every model that has a writer."""
    return dict(_SCHRIJVERS)
