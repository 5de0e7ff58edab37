"""The page on the first steps at another employer: placements and applications."""

from typing import Final

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.web import vereist
from trajects.kader.views.inplaats import toon_paginasecties
from trajects.rechten import mag_plan_zien
from trajects.werk.views import sollicitaties, stages

WERK: Final = (stages.SECTIE, sollicitaties.SECTIE)


@require_safe
@vereist(mag_plan_zien)
def werk_pagina(request: Verzoek, pk: int) -> HttpResponse:
    return toon_paginasecties(request, pk, "werk", "Stages en sollicitaties", WERK)
