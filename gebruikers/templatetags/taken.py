"""The alarm about the nightly job, for pages where somebody will see it."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse

from gebruikers.models import Gebruiker
from gebruikers.rechten import mag_taken_zien
from gedeeld.nachtwacht import laatste_nacht

register = template.Library()


@register.inclusion_tag("gebruikers/nachtalarm.html", takes_context=True)
def nachtalarm(context: Context) -> dict[str, Any]:
    """Says so when a night was missed, to those who can do something about it. One query."""
    gebruiker = context.get("user")
    if not isinstance(gebruiker, Gebruiker) or not mag_taken_zien(gebruiker):
        return {"alarm": False}
    nacht = laatste_nacht()
    meer_url = reverse("gebruikers:taken")
    return {"alarm": nacht.alarm, "laatste": nacht.laatste, "meer_url": meer_url}
