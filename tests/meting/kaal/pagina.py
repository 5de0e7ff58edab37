"""A page of the site that does as little as a page can: one query, 25 rows, the site's frame."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from werknemers.models import Werknemer

RIJEN: Final = 25
_KOLOMMEN: Final = ("pk", "personeelsnummer", "voornaam", "familienaam")


@require_safe
def kale_pagina(request: Verzoek) -> HttpResponse:
    eigen = Werknemer.objects.filter(organisatie=request.user.organisatie_id)
    rijen = eigen.order_by("pk").values_list(*_KOLOMMEN)[:RIJEN]
    return render(request, "meting/kaal.html", {"rijen": rijen})
