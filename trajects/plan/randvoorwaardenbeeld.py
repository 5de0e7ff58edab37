"""The preconditions of one employee as the plan shows them: all themes, actions, history."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any, Final

from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from gebruikers.models import Gebruiker
from gedeeld.ernst import Ernst
from gedeeld.meelezen import HeleRij, als_record, als_records, mee, mee_heel
from trajects.keuzes import RANDVOORWAARDEN, Standrandvoorwaarde, Thema
from trajects.models import Actie, Randvoorwaarde, Randvoorwaardestand
from trajects.models.randvoorwaarde import RandvoorwaardeQuerySet
from werknemers.models import Werknemer

TOESTANDEN: Final = {
    Standrandvoorwaarde.ONBEKEND: Ernst.RUSTIG,
    Standrandvoorwaarde.IN_ORDE: Ernst.GOED,
    Standrandvoorwaarde.AANDACHT: Ernst.LET_OP,
    Standrandvoorwaarde.BELEMMERING: Ernst.ERG,
}


@dataclass(frozen=True, slots=True)
class Wissel:
    """One step of the history, in words; `van` equals `naar` when only the note changed."""

    van: str
    naar: str
    op: date
    door: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class Themabeeld:
    """One theme; `randvoorwaarde` None: nobody talked about it. `wissels` are newest first."""

    thema: Thema
    randvoorwaarde: Randvoorwaarde | None = None
    wissels: tuple[Wissel, ...] = ()
    acties: tuple[Actie, ...] = ()

    @property
    def stand(self) -> Standrandvoorwaarde:
        if self.randvoorwaarde is None:
            return Standrandvoorwaarde.ONBEKEND
        return Standrandvoorwaarde(self.randvoorwaarde.stand)

    @property
    def toestand(self) -> Ernst:
        return TOESTANDEN[self.stand]

    @property
    def toelichting(self) -> str:
        return self.randvoorwaarde.toelichting if self.randvoorwaarde else ""

    @property
    def open_acties(self) -> list[Actie]:
        return [actie for actie in self.acties if actie.is_open]

    @property
    def gesloten_acties(self) -> list[Actie]:
        return [actie for actie in self.acties if not actie.is_open]


def wissels_van(standen: Iterable[Randvoorwaardestand]) -> tuple[Wissel, ...]:
    """The steps between states that come newest first; the first one came from nothing said."""
    rij = list(standen)
    woorden = [stand.get_stand_display() for stand in rij] + [Standrandvoorwaarde.ONBEKEND.label]
    return tuple(
        Wissel(van, naar, stand.op, stand.door.volledige_naam, stand.toelichting)
        for stand, (naar, van) in zip(rij, pairwise(woorden), strict=True)
    )


def lees_themas(werknemer: Werknemer) -> tuple[Themabeeld, ...]:
    """Every theme in the order of the plan, for a reader who may see the plan of this employee.

    One query.
    """
    standen = Randvoorwaardestand.objects.filter(randvoorwaarde=OuterRef("pk"))
    acties = Actie.objects.filter(randvoorwaarde=OuterRef("pk"))
    door = JSONObject(voornaam="door__voornaam", naam="door__naam")
    rijen = Randvoorwaarde.objects.filter(werknemer=werknemer).annotate(
        standrijen=mee(standen, rij=HeleRij(), wie=door),
        actierijen=mee_heel(acties),
    )
    per_thema = {rij.thema: rij for rij in rijen}
    return tuple(_beeld(thema, per_thema.get(thema)) for thema in RANDVOORWAARDEN)


def _beeld(thema: Thema, rij: Any) -> Themabeeld:
    if rij is None:
        return Themabeeld(thema)
    standen = [_stand(**stand) for stand in rij.standrijen]
    acties = als_records(Actie, rij.actierijen)
    return Themabeeld(thema, rij, wissels_van(standen), tuple(acties))


def _stand(rij: dict[str, Any], wie: dict[str, str]) -> Randvoorwaardestand:
    stand = als_record(Randvoorwaardestand, rij)
    stand.door = Gebruiker(**wie)
    return stand


# When a precondition that nobody talked about was changed last.
NOOIT: Final = datetime.min.replace(tzinfo=UTC)


def open_randvoorwaarden(werknemer: Werknemer) -> tuple[Randvoorwaarde, ...]:
    """Those that ask for attention or are in the way, in the order of the plan.

    For a reader who may see the plan of this employee.
    """
    return _op_volgorde(Randvoorwaarde.objects.open().filter(werknemer=werknemer))


def besproken_randvoorwaarden(werknemer: Werknemer) -> tuple[Randvoorwaarde, ...]:
    """Those of which it is known how they stand, in the order of the plan."""
    return _op_volgorde(Randvoorwaarde.objects.besproken().filter(werknemer=werknemer))


def randvoorwaarde_van(werknemer: Werknemer, thema: Thema) -> Randvoorwaarde:
    """The one about this theme; a new one, not saved, when nobody talked about it yet."""
    bestaand = Randvoorwaarde.objects.filter(werknemer=werknemer, thema=thema).first()
    return bestaand or Randvoorwaarde(werknemer=werknemer, thema=thema, gewijzigd_op=NOOIT)


def _op_volgorde(rijen: RandvoorwaardeQuerySet) -> tuple[Randvoorwaarde, ...]:
    return tuple(sorted(rijen, key=lambda rij: RANDVOORWAARDEN.index(Thema(rij.thema))))
