"""The alarm about the nightly job and about mails, for pages where somebody will see it."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse

from gebruikers.models import Gebruiker
from gebruikers.rechten import mag_taken_zien
from gedeeld.models import UitgaandeMail
from gedeeld.taken.nachtwacht import laatste_nacht

register = template.Library()


@register.inclusion_tag("gebruikers/nachtalarm.html", takes_context=True)
def nachtalarm(context: Context) -> dict[str, Any]:
    """Says so when a night was missed or a mail was given up, to those who can do something about
    it. Two queries."""
    gebruiker = context.get("user")
    if not isinstance(gebruiker, Gebruiker) or not mag_taken_zien(gebruiker):
        return {"alarm": False, "mails": 0}
    nacht = laatste_nacht()
    return {
        "alarm": nacht.alarm,
        "laatste": nacht.laatste,
        "meer_url": reverse("gebruikers:taken"),
        "mails": UitgaandeMail.objects.zichtbaar_voor(gebruiker).wacht_op_besluit().count(),
    }
