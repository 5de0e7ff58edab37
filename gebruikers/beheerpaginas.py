"""The pages of Beheer; every app registers its own, and Beheer shows what a role may use."""

from dataclasses import dataclass
from typing import Final

from django.urls import resolve, reverse

from gebruikers.models import Gebruiker


@dataclass(frozen=True, slots=True, order=True)
class Beheerpagina:
    """A page of the administration and the sentence that says what it is for; `volgorde` is its
    place in the list."""

    volgorde: int
    naam: str
    view: str
    uitleg: str

    @property
    def url(self) -> str:
        return reverse(self.view)

    def open_voor(self, gebruiker: Gebruiker) -> bool:
        """Asks the page itself: the rights of other apps are not known here."""
        return bool(resolve(self.url).func.recht(gebruiker))  # type: ignore[attr-defined]


_PAGINAS: Final[dict[str, Beheerpagina]] = {}


def registreer(*paginas: Beheerpagina) -> None:
    """Add pages to Beheer; for `AppConfig.ready`."""
    _PAGINAS.update({pagina.view: pagina for pagina in paginas})


def beheerpaginas_voor(gebruiker: Gebruiker) -> list[Beheerpagina]:
    """What this user may open, in their order."""
    return [pagina for pagina in sorted(_PAGINAS.values()) if pagina.open_voor(gebruiker)]
