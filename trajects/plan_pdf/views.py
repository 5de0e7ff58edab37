"""The transition plan of one employee, as a download."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.bestandsnaam import bestandsnaam
from gedeeld.tijd import vandaag
from gedeeld.web import PDF, download, vereist
from trajects.plan_pdf.exports import maak_plan
from trajects.plan_pdf.planinhoud import stel_plan_samen
from trajects.rechten import mag_documenten_zien, mag_logboek_zien
from werknemers.models import Werknemer


@require_safe
@vereist(mag_documenten_zien)
def plan_pdf(request: Verzoek, pk: int) -> HttpResponse:
    zichtbaar = Werknemer.objects.zichtbaar_voor(request.user)
    werknemer = get_object_or_404(zichtbaar.select_related("organisatie", "begeleider"), pk=pk)
    op = vandaag()
    plan = stel_plan_samen(werknemer, op=op, met_teksten=mag_logboek_zien(request.user))
    return download(maak_plan(plan), PDF, bestandsnaam("plan", werknemer.personeelsnummer, op))
