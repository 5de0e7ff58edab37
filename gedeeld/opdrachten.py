"""The ground of every management command: Dutch messages, exit 0 good, 1 refused, 2 wrong usage."""

from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError


class Geweigerd(CommandError):
    """The input was understood and refused; the command ends with exit code 1."""


class Opdracht(BaseCommand):
    """A command whose refusals by the domain reach the user as their sentence."""

    def execute(self, *args: Any, **opties: Any) -> str | None:
        try:
            return super().execute(*args, **opties)
        except ValidationError as weigering:
            raise Geweigerd(" ".join(weigering.messages)) from weigering
        except LookupError as onbekend:
            if isinstance(onbekend, KeyError | IndexError):
                raise
            raise Geweigerd(str(onbekend)) from onbekend


def leesbare_datum(tekst: str) -> date:
    """An argparse type: `2026-11-23`."""
    try:
        datum = date.fromisoformat(tekst)
    except ValueError:
        raise ArgumentTypeError(
            f"“{tekst}” is geen datum. Schrijf ze als JJJJ-MM-DD, bijvoorbeeld 2026-11-23."
        ) from None
    # Further off, months can no longer be added.
    if not 1900 <= datum.year <= 2100:
        raise ArgumentTypeError(f"Kies een dag tussen 1900 en 2100, niet {tekst}.")
    return datum
