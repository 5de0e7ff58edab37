"""What can be ordered: each app registers its own kinds in `AppConfig.ready`.

A kind reads as whoever ordered it, at the time that it is made: what that user may see then is in
it, and nothing else.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

Parameters = dict[str, Any]


class UitvoerGeweigerd(Exception):
    """It cannot be made, now or later; `zin` says why to whoever waits for it."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


@dataclass(frozen=True, slots=True)
class GemaaktBestand:
    """A file that is ready; `mediatype` is its media type."""

    naam: str
    mediatype: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Overgeslagen:
    """Something that was asked for and is not in it; `zin` says what and why."""

    zin: str


Maker = Callable[[Any, Parameters], Iterator[GemaaktBestand | Overgeslagen]]


@dataclass(frozen=True, slots=True)
class Uitvoersoort:
    """`recht` is the predicate on a user that the page to order it has too. `mag` says whether the
    user may (still) see what these parameters are about. `maak` yields the files of one slice, from
    the parameters of the order and of the slice together; it may raise UitvoerGeweigerd, Http404
    and PermissionDenied. `per_taak` is how many pieces a slice holds."""

    code: str
    recht: Callable[[Any], bool]
    maak: Maker
    mag: Callable[[Any, Parameters], bool] = lambda gebruiker, parameters: True
    per_taak: int = 1


_SOORTEN: Final[dict[str, Uitvoersoort]] = {}


def registreer(*soorten: Uitvoersoort) -> None:
    """Add kinds; for `AppConfig.ready`."""
    _SOORTEN.update({soort.code: soort for soort in soorten})


def soort_van(code: str) -> Uitvoersoort:
    """The kind with this code. Raises KeyError for one that no app registered."""
    return _SOORTEN[code]
