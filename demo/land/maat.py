"""How big the country is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError

MEESTE_ORGANISATIES: Final = 20_000
GROOTSTE: Final = 20_000
MEESTE_NOTITIES: Final = 200


@dataclass(frozen=True, slots=True)
class Landmaat:
    """`mensen` in service in each organisation but the first, which has `groot` of them, and for
    two of those one who left; `notities` for each who is in service, of which some are about who
    left."""

    organisaties: int
    groot: int
    mensen: int = 330
    notities: int = 20

    def controleer(self) -> None:
        """Raises ValidationError for a country that cannot be made."""
        if not 1 <= self.organisaties <= MEESTE_ORGANISATIES:
            raise ValidationError(f"Kies 1 tot {MEESTE_ORGANISATIES} organisaties.")
        if not all(1 <= aantal <= GROOTSTE for aantal in (self.groot, self.mensen)):
            raise ValidationError(f"Een organisatie telt 1 tot {GROOTSTE} mensen.")
        if not 0 <= self.notities <= MEESTE_NOTITIES:
            raise ValidationError(f"Kies 0 tot {MEESTE_NOTITIES} notities per werknemer.")

    def in_dienst(self, nummer: int) -> int:
        """How many are in service in the organisation with this number, counted from 1."""
        return self.groot if nummer == 1 else self.mensen

    def vertrokken(self, nummer: int) -> int:
        return self.in_dienst(nummer) // 2

    def notities_van(self, in_dienst: bool) -> int:
        """How many are about somebody; with half as many who left this comes to `notities` for
        each who is in service."""
        weg = self.notities * 2 // 5
        return weg if not in_dienst else self.notities - weg // 2

    @property
    def sleutels_per_hoofd(self) -> int:
        """More than anybody has rows in one table, so that the keys of two organisations, each
        after those of the one before it, never meet."""
        return 100 + 2 * self.notities

    def nummers(self) -> Iterator[int]:
        return iter(range(1, self.organisaties + 1))

    def hoofden_voor(self, nummer: int) -> int:
        """How many people the organisations before this one have, with who left."""
        voor = range(1, nummer)
        if not voor:
            return 0
        groot = self.in_dienst(1) + self.vertrokken(1)
        return groot + (len(voor) - 1) * (self.mensen + self.mensen // 2)
