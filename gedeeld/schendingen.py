"""A violated database constraint, said as the sentence that the constraint carries."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction


@cache
def _zinnen() -> dict[str, str]:
    return {
        naam: str(beperking.violation_error_message)
        for model in apps.get_models()
        for beperking in model._meta.constraints
        for naam in getattr(beperking, "namen", (beperking.name,))
    }


def naam_van_beperking(fout: IntegrityError) -> str:
    """The name of the constraint that the database reports, or an empty string."""
    diagnose = getattr(fout.__cause__, "diag", None)
    return getattr(diagnose, "constraint_name", None) or ""


@contextmanager
def als_zin() -> Iterator[None]:
    """Run a write atomically; a violated constraint becomes a ValidationError with its sentence.

    Two people at once can pass every check in Python; the database lets only one of them through.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as fout:
        zin = _zinnen().get(naam_van_beperking(fout))
        if zin is None:
            raise
        raise ValidationError(zin, code=naam_van_beperking(fout)) from fout
