"""What an employee is called."""

from dataclasses import dataclass


def korte_naam(voornaam: str, familienaam: str) -> str:
    """Amina B.; who has one name only is called by it."""
    return f"{voornaam} {familienaam[:1]}." if familienaam else voornaam


class Benoemd:
    __slots__ = ()
    voornaam: str
    familienaam: str

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.familienaam}".strip()

    @property
    def korte_naam(self) -> str:
        return korte_naam(self.voornaam, self.familienaam)

    @property
    def initialen(self) -> str:
        """A.B.; who has one name only has one letter."""
        return "".join(f"{deel[0]}." for deel in (self.voornaam, self.familienaam) if deel)


@dataclass(frozen=True, slots=True)
class Naam(Benoemd):
    """As much of an employee as a line of a list shows, where a whole record costs more."""

    pk: int
    voornaam: str
    familienaam: str
