"""What a user asks on each page, worked out once for everybody who asks the same on that day."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, wraps
from typing import Any, Final, TypeVar

from django.db.models import QuerySet, Value

from gebruikers.models.waarneming import begeleiders_van
from gebruikers.rechten import HeeftRol
from gedeeld.tijd import vandaag
from gedeeld.vastevraag import Vastevraag

Rij = TypeVar("Rij")

# Of each question: roles, days and numbers of stand-ins. Who asks about other days builds anew.
_HOOGSTENS: Final = 64


@dataclass(frozen=True, slots=True)
class _Vrager:
    """Whom the question is built for: a role, and keys of nobody. It knows nothing else of a user,
    so that no question can be made of it."""

    pk: int
    organisatie_id: int
    rol: str
    is_active: bool
    waargenomen: tuple[int, ...]
    waargenomen_op: date


def per_rol(bouw: "Callable[..., QuerySet[Any, Rij]]") -> Callable[..., list[Rij]]:
    """Of a function that makes a queryset from a user, a day and keys: one that gives its rows.

    What the function reads of the user is the role and the keys; the day may go into it as it is.
    """

    @lru_cache(maxsize=_HOOGSTENS)
    def vraag(
        rol: str, is_active: bool, op: date, nu: date, anderen: int, aantal: int
    ) -> Vastevraag[Rij]:
        def maak(sleutels: Sequence[int]) -> QuerySet[Any, Rij]:
            pk, organisatie, *rest = sleutels
            waargenomen = tuple(rest[:anderen])
            wie = _Vrager(pk, organisatie, rol, is_active, waargenomen, nu)
            return bouw(wie, op, *rest[anderen:])

        return Vastevraag(maak, 2 + anderen + aantal)

    @wraps(bouw)
    def rijen(gebruiker: HeeftRol, op: date, *sleutels: int) -> list[Rij]:
        organisatie, nu = gebruiker.organisatie_id, vandaag()
        # A job, or an operator: who is not logged in as a member asks rarely, and asks in full.
        if organisatie is None or getattr(gebruiker, "waargenomen_op", None) != nu:
            return list(bouw(gebruiker, op, *sleutels))
        zelf, *anderen = begeleiders_van(gebruiker, nu)
        vast = vraag(gebruiker.rol, gebruiker.is_active, op, nu, len(anderen), len(sleutels))
        return vast(zelf, organisatie, *anderen, *sleutels)

    return rijen


def in_een_rij(bron: QuerySet[Any, Any], **tellingen: Any) -> QuerySet[Any, tuple[Any, ...]]:
    """What `aggregate` answers, as a queryset of one row without names."""
    alles = bron.order_by().values(_alles=Value(1))
    rij: QuerySet[Any, tuple[Any, ...]] = alles.annotate(**tellingen).values_list(*tellingen)
    return rij


def aangevuld(sleutels: Iterable[int], aantal: int) -> list[int]:
    """As many keys as the longest list has, the last one again and again; none stays none.

    A question for each length would be as many questions."""
    rij = sorted(sleutels)
    return rij + rij[-1:] * (aantal - len(rij))
