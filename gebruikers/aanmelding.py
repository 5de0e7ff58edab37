"""Who asks, at each request, in one query."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateField, OuterRef, QuerySet, Value

from gebruikers.models import Gebruiker, Waarneming
from gedeeld.tijd import vandaag
from gedeeld.vastevraag import Vastevraag


class Aanmelding(AuthenticationBackend):
    """Who is logged in, with the organisation and whom they stand in for today: every page asks."""

    def get_user(self, user_id: Any) -> Gebruiker | None:
        gevonden = _wie_op(vandaag())(user_id)
        gebruiker = gevonden[0] if gevonden else None
        return gebruiker if gebruiker and self.user_can_authenticate(gebruiker) else None


@lru_cache(maxsize=2)
def _wie_op(op: date) -> Vastevraag[Gebruiker]:
    """A user by key, on a day: this one, and around midnight the one before."""

    def wie(sleutels: Sequence[int]) -> QuerySet[Gebruiker]:
        waargenomen = Waarneming.objects.op(op).filter(vervanger=OuterRef("pk")).order_by()
        gebruiker = Gebruiker.objects.filter(pk=sleutels[0]).order_by()
        return gebruiker.select_related("organisatie").annotate(
            waargenomen=ArraySubquery(waargenomen.values("begeleider")),
            waargenomen_op=Value(op, DateField()),
        )

    return Vastevraag(wie, 1)
