"""What bringing in a file would do, row by row; one answer for preview, command and write."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from django.db import models

from gedeeld.kwartaal import Kwartaal
from werknemers.domein.invoer.antwoorden import GEEN, Rijantwoord, open_vragen
from werknemers.domein.invoer.meldingen import LAAG_LOON, Melding, Meldingsernst
from werknemers.models import Arbeidsovereenkomst, Loonopgave

_LOON: Final = frozenset({"tewerkstellingsbreuk", "bruto_maandloon"})


class Rijactie(StrEnum):
    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    ONGEWIJZIGD = "ongewijzigd"
    GEWEIGERD = "geweigerd"
    WEGGELATEN = "weggelaten"
    LEEG = "leeg"


class Rijoordeel(StrEnum):
    GOED = "goed"
    WAARSCHUWING = "waarschuwing"
    FOUT = "fout"


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One value that would change, as a person reads it; `kolom` is the title of the column.

    `oud` is empty for a contract or advice that comes beside those there are.
    """

    kolom: str
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True)
class Ingreep:
    """A record to add or change. `oud` and `nieuw` hold the fields that differ, by field name;
    a record to add has no `oud`."""

    object: models.Model
    oud: dict[str, Any]
    nieuw: dict[str, Any]

    @property
    def verschil(self) -> dict[str, tuple[Any, Any]]:
        """Old and new of what differs, by field."""
        return {
            veld: (self.oud.get(veld), waarde)
            for veld, waarde in self.nieuw.items()
            if self.oud.get(veld) != waarde
        }


@dataclass(frozen=True, slots=True)
class Eindeverschuiving:
    """The last day of support of an employee before and after; None when there is no support."""

    oud: date | None
    nieuw: date | None


@dataclass(frozen=True, slots=True)
class Rijuitkomst:
    rijnummer: int
    personeelsnummer: str
    naam: str
    actie: Rijactie
    meldingen: tuple[Melding, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()
    einde: Eindeverschuiving | None = None
    ingrepen: tuple[Ingreep, ...] = ()
    blad: str = ""
    antwoord: Rijantwoord = GEEN

    @property
    def oordeel(self) -> Rijoordeel:
        if self.actie is Rijactie.GEWEIGERD:
            return Rijoordeel.FOUT
        ernsten = {melding.ernst for melding in self.meldingen}
        let_op = bool(self._open) or Meldingsernst.WAARSCHUWING in ernsten
        return Rijoordeel.WAARSCHUWING if let_op else Rijoordeel.GOED

    @property
    def vraagt_bevestiging(self) -> bool:
        """Whether it comes in only after somebody says that it was looked at."""
        return bool(self._open) and self.actie is not Rijactie.GEWEIGERD

    @property
    def vraagt_wie(self) -> bool:
        """Whether it comes in only after somebody said, of this row, who it is about."""
        wie = any(vraag.vraagt_wie for vraag in self._open)
        return wie and self.actie is not Rijactie.GEWEIGERD

    @property
    def wacht_op_aanvaarding(self) -> bool:
        """Whether it was refused for nothing but a question."""
        fout = any(melding.ernst is Meldingsernst.FOUT for melding in self.meldingen)
        return bool(self._open) and self.actie is Rijactie.GEWEIGERD and not fout

    @property
    def wacht_op_wie(self) -> bool:
        """As `wacht_op_aanvaarding`, and it is not certain who the row is about."""
        return self.wacht_op_aanvaarding and any(vraag.vraagt_wie for vraag in self._open)

    @property
    def brengt_laag_loon(self) -> bool:
        """Whether it brings a wage under the minimum; one that is there already was looked at."""
        return any(melding.code == LAAG_LOON for melding in self.meldingen) and any(
            isinstance(ingreep.object, Arbeidsovereenkomst) and not _LOON.isdisjoint(ingreep.nieuw)
            for ingreep in self.ingrepen
        )

    @property
    def _open(self) -> list[Melding]:
        return open_vragen(self.antwoord, self.meldingen)


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """All rows of a file against one organisation at one moment.

    `voorgestelde_diensten` are the names of services that do not exist and were not accepted;
    `onbekende_begeleiders` the addresses to which no counsellor belongs; `ontbreekt` the keys of
    who is in service and not in the file.
    """

    rijen: tuple[Rijuitkomst, ...]
    opmerkingen: tuple[Melding, ...] = ()
    voorgestelde_diensten: tuple[str, ...] = ()
    nieuwe_diensten: tuple[str, ...] = ()
    onbekende_begeleiders: tuple[str, ...] = ()
    ontbreekt: tuple[int, ...] = ()

    @property
    def loonkwartalen(self) -> tuple[Kwartaal, ...]:
        """Those of which a wage record is added or changed, in order of time."""
        opgaven = (i.object for rij in self.rijen for i in rij.ingrepen)
        dagen = {opgave.kwartaal for opgave in opgaven if isinstance(opgave, Loonopgave)}
        return tuple(Kwartaal.van(dag) for dag in sorted(dagen))

    @property
    def te_bevestigen(self) -> tuple[Rijuitkomst, ...]:
        """Those that would come in with something that somebody has to look at."""
        return tuple(rij for rij in self.rijen if rij.vraagt_bevestiging and not rij.vraagt_wie)

    @property
    def te_beantwoorden(self) -> tuple[Rijuitkomst, ...]:
        """Those of which somebody has to say who they are about."""
        return tuple(rij for rij in self.rijen if rij.vraagt_wie)

    @property
    def lage_lonen(self) -> tuple[Rijuitkomst, ...]:
        """Those that would bring a wage under the minimum for its fraction."""
        return tuple(rij for rij in self.rijen if rij.brengt_laag_loon)

    def aantal(self, actie: Rijactie) -> int:
        return sum(1 for rij in self.rijen if rij.actie is actie)

    @property
    def samenvatting(self) -> dict[str, int]:
        """How many rows do what; rows that were left out only when there are."""
        tellingen = {actie: self.aantal(actie) for actie in Rijactie}
        return {
            actie.value: aantal
            for actie, aantal in tellingen.items()
            if aantal or actie is not Rijactie.WEGGELATEN
        }
