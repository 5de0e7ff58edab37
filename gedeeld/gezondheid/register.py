"""What the health check and the status page ask the database: whether everything does its work.

Each app registers what only it knows in `AppConfig.ready`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Whether it is well, and a sentence about it, which names nobody."""

    in_orde: bool
    uitleg: str


@dataclass(frozen=True, slots=True)
class Gezondheidsdeel:
    """One thing that can be well or not: `naam` for the monitoring, `label` for people. `peil`
    reads it in a few short queries. `per_organisatie`: people see only their own, in another place.
    `telt_mee`: the health check fails for it; what only has to be known stands on the page.
    """

    naam: str
    label: str
    peil: Callable[[], Bevinding]
    per_organisatie: bool = False
    telt_mee: bool = True


_DELEN: Final[dict[str, Gezondheidsdeel]] = {}


def registreer(*delen: Gezondheidsdeel) -> None:
    """Add to what is looked at; for `AppConfig.ready`."""
    _DELEN.update({deel.naam: deel for deel in delen})


def delen() -> list[Gezondheidsdeel]:
    """Those of every app, from the ground up."""
    return list(_DELEN.values())
