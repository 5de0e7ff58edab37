"""The names under upright bars, and what stands in a row with them: only where there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from gedeeld.grafiek import svg
from gedeeld.grafiek.gegevens import Categorie
from gedeeld.grafiek.svg import LETTER

_LUCHT: Final = 4


@dataclass(frozen=True, slots=True)
class Kwartaalas:
    """Places from `links` on, each `ruimte` wide, under a plot that ends at height `onder`."""

    links: float
    ruimte: float
    onder: float

    def x(self, plaats: float) -> float:
        return self.links + self.ruimte * plaats

    def past(self, inhoud: str, plaatsen: int = 1) -> bool:
        return svg.tekst_breedte(inhoud) + _LUCHT <= self.ruimte * plaatsen

    def om_de(self, woorden: Sequence[str]) -> int:
        """How many places apart the widest of these words must stand not to touch another."""
        breedste = max(map(svg.tekst_breedte, woorden), default=0) + _LUCHT
        return max(1, -int(-breedste // self.ruimte))

    def namen(self, categorieen: Sequence[Categorie]) -> Iterator[str]:
        """The name of each bar, a link when it leads somewhere, and that of each group once."""
        y = self.onder + LETTER * 1.4
        for plaats, categorie in enumerate(categorieen):
            if self.past(categorie.naam):
                midden = self.x(plaats + 0.5)
                naam = svg.tekst(midden, y, categorie.naam, kleur=svg.ZACHT, anker="middle")
                yield svg.naamkoppeling(naam, categorie.adres, str(categorie))
        yield from self._groepen(categorieen)

    def voet(self, woorden: Sequence[str], naam: str) -> Iterator[str]:
        """A row of short words under the groups, with what they are in front."""
        y, stap = self.onder + LETTER * 4.3, self.om_de(woorden)
        yield svg.tekst(self.links - 8, y, naam, kleur=svg.ZACHT, anker="end")
        for plaats in range(0, len(woorden), stap):
            yield svg.tekst(self.x(plaats + 0.5), y, woorden[plaats], anker="middle")

    def _groepen(self, categorieen: Sequence[Categorie]) -> Iterator[str]:
        y, begin = self.onder + LETTER * 2.8, 0
        for groep, leden in groupby(categorieen, key=lambda categorie: categorie.groep):
            einde = begin + len(list(leden))
            if begin:
                yield svg.lijn((self.x(begin), self.onder), (self.x(begin), y), svg.LIJN)
            if groep and self.past(groep, einde - begin):
                yield svg.tekst(self.x((begin + einde) / 2), y, groep, anker="middle")
            begin = einde
