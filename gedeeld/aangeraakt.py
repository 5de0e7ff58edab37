"""Whom a transaction wrote about, and what must then be made true before it is kept.

What follows from other records and is kept beside them (a signal) may not wait for the night: who
looks a minute later would read what is no longer so. Every `Schrijver` says here whom its record is
about; the frame of a request and each job that writes bring what follows up to date at their end.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final


@dataclass(slots=True)
class Aangeraakt:
    """By organisation: the keys of the employees, and what was written: "app.Model" for a record
    that came or went, or of which more than some fields changed, and "app.Model.field"."""

    mensen: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    wat: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    def vergeet(self) -> None:
        """Nothing of it is kept."""
        self.mensen.clear()
        self.wat.clear()


_NU: "Final[ContextVar[Aangeraakt | None]]" = ContextVar("aangeraakt", default=None)
_VOLGT: Final[list[Callable[[Aangeraakt], None]]] = []


def volgt(doe: Callable[[Aangeraakt], None]) -> Callable[[Aangeraakt], None]:
    """Let this be done at the end of each transaction that wrote."""
    _VOLGT.append(doe)
    return doe


def noteer(
    organisatie_id: int | None,
    werknemer_id: int | None,
    model: str,
    velden: Iterable[str],
    *,
    geheel: bool = True,
) -> None:
    """These fields of a record were written; nothing when nobody waits for it. Not `geheel`: it was
    there, and nothing else of it changed."""
    nu = _NU.get()
    if nu is None or organisatie_id is None:
        return
    if geheel:
        nu.wat[organisatie_id].add(model)
    nu.wat[organisatie_id].update(f"{model}.{veld}" for veld in velden)
    if werknemer_id is not None:
        nu.mensen[organisatie_id].add(werknemer_id)


@contextmanager
def bijgewerkt() -> Iterator[Aangeraakt]:
    """Inside the transaction: at its good end everything that follows is done, once.

    Within another one it leaves the work to that.
    """
    if (buiten := _NU.get()) is not None:
        yield buiten
        return
    geraakt = Aangeraakt()
    merk = _NU.set(geraakt)
    try:
        yield geraakt
    finally:
        _NU.reset(merk)
    if geraakt.wat:
        for doe in _VOLGT:
            doe(geraakt)
