"""What comparing one row with the database finds, collected while it goes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import Melding, Meldingsernst
from werknemers.domein.invoer.uitkomst import Ingreep, Wijziging

Toon = Callable[[Any], str]
Velden = Mapping[str, tuple[Kolom, Toon]]

LEEG = "leeg"


@dataclass(slots=True)
class Bevindingen:
    meldingen: list[Melding] = field(default_factory=list)
    wijzigingen: list[Wijziging] = field(default_factory=list)
    ingrepen: list[Ingreep] = field(default_factory=list)

    @property
    def geweigerd(self) -> bool:
        return any(melding.ernst is Meldingsernst.FOUT for melding in self.meldingen)

    def fout(self, kolom: Kolom, code: str, zin: str) -> None:
        self.meldingen.append(Melding(kolom, code, zin))

    def waarschuwing(self, kolom: Kolom, code: str, zin: str) -> None:
        self.meldingen.append(Melding(kolom, code, zin, Meldingsernst.WAARSCHUWING))

    def vraag(self, kolom: Kolom, code: str, zin: str, voorstel: str = "") -> None:
        """Ask to look at it; nothing when there is no sentence."""
        if zin:
            self.meldingen.append(Melding(kolom, code, zin, Meldingsernst.VRAAG, voorstel))

    def opmerking(self, kolom: Kolom, code: str, zin: str) -> None:
        self.meldingen.append(Melding(kolom, code, zin, Meldingsernst.OPMERKING))

    def laat_weg(self, code: str) -> None:
        """Take back what was remarked before the database was asked."""
        self.meldingen = [melding for melding in self.meldingen if melding.code != code]

    def voeg_toe(self, object_: Model, nieuw: dict[str, Any]) -> None:
        """A record to add."""
        self.ingrepen.append(Ingreep(object_, {}, nieuw))

    def wijzig(
        self, object_: Model, oud: Mapping[str, Any], nieuw: Mapping[str, Any], velden: Velden
    ) -> None:
        """A record to change, when any field differs; fields outside `velden` change unseen."""
        anders = {veld: waarde for veld, waarde in nieuw.items() if oud[veld] != waarde}
        if not anders:
            return
        self.ingrepen.append(Ingreep(object_, {veld: oud[veld] for veld in anders}, anders))
        for veld, waarde in anders.items():
            if veld in velden:
                kolom, toon = velden[veld]
                self.wijzigingen.append(
                    Wijziging(kolom, toon(oud[veld]) or LEEG, toon(waarde) or LEEG)
                )
