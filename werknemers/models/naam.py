"""What an employee is called."""

from dataclasses import dataclass


class Benoemd:
    __slots__ = ()
    voornaam: str
    familienaam: str

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.familienaam}"

    @property
    def korte_naam(self) -> str:
        """Amina B."""
        return f"{self.voornaam} {self.familienaam[:1]}."


@dataclass(frozen=True, slots=True)
class Naam(Benoemd):
    """As much of an employee as a line of a list shows, where a whole record costs more."""

    pk: int
    voornaam: str
    familienaam: str
