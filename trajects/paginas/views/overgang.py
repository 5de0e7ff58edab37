"""The page on the last stretch: the hand-over to a next employer, leaving, and the year after."""

from typing import Final

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.web import vereist
from trajects.kader.views.inplaats import toon_paginasecties
from trajects.overdracht.views import overdracht
from trajects.rechten import mag_plan_zien
from trajects.uitstroom.views import nazorg, uitstromen

OVERGANG: Final = (overdracht.SECTIE, uitstromen.SECTIE, nazorg.SECTIE)


@require_safe
@vereist(mag_plan_zien)
def overgang_pagina(request: Verzoek, pk: int) -> HttpResponse:
    return toon_paginasecties(request, pk, "overgang", "Overdracht en nazorg", OVERGANG)
