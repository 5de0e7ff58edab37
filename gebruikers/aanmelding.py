"""Who asks, at each request, in one query."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateField, OuterRef, Value

from gebruikers.models import Gebruiker, Waarneming
from gedeeld.tijd import vandaag


class Aanmelding(AuthenticationBackend):
    """Who is logged in, with the organisation and whom they stand in for today: every page asks."""

    def get_user(self, user_id: Any) -> Gebruiker | None:
        op = vandaag()
        waargenomen = Waarneming.objects.op(op).filter(vervanger=OuterRef("pk")).order_by()
        gebruiker = (
            Gebruiker.objects.select_related("organisatie")
            .annotate(
                waargenomen=ArraySubquery(waargenomen.values("begeleider")),
                waargenomen_op=Value(op, DateField()),
            )
            .filter(pk=user_id)
            .first()
        )
        return gebruiker if gebruiker and self.user_can_authenticate(gebruiker) else None
