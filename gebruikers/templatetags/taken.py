"""The alarm about the nightly job and about mails, for pages where somebody will see it."""

from datetime import date
from typing import Any

from django import template
from django.db.models import Count, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.template.context import Context
from django.urls import reverse

from gebruikers.domein.vragen import per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol, mag_taken_zien
from gedeeld.models import UitgaandeMail
from gedeeld.taken.nachtwacht import Nacht, als_nacht, einde_laatste_nacht
from gedeeld.tijd import vandaag

register = template.Library()


@register.inclusion_tag("gebruikers/nachtalarm.html", takes_context=True)
def nachtalarm(context: Context) -> dict[str, Any]:
    """Says so when a night was missed or a mail was given up, to those who can do something about
    it. One query."""
    gebruiker = context.get("user")
    if not isinstance(gebruiker, Gebruiker) or not mag_taken_zien(gebruiker):
        return {"alarm": False, "mails": 0}
    nacht, mails = _stand(gebruiker)
    return {
        "alarm": nacht.alarm,
        "laatste": nacht.laatste,
        "meer_url": reverse("gebruikers:taken"),
        "mails": mails,
    }


def _stand(gebruiker: Gebruiker) -> tuple[Nacht, int]:
    """The last night, and how many mails wait for a decision."""
    ((laatste, mails),) = _lees(gebruiker, vandaag())
    return als_nacht(laatste), mails


@per_rol
def _lees(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    opgegeven = UitgaandeMail.objects.zichtbaar_voor(gebruiker).wacht_op_besluit().order_by()
    aantal = opgegeven.values("organisatie").annotate(aantal=Count("pk")).values("aantal")
    eigen = Gebruiker.objects.zichtbaar_voor(gebruiker).filter(pk=gebruiker.pk)
    return eigen.values_list(Subquery(einde_laatste_nacht()[:1]), Coalesce(Subquery(aantal), 0))
