"""The transition plan of one employee, ordered for download."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from gebruikers.verzoek import Verzoek
from gebruikers.views.uitvoer import begin_uitvoer
from gedeeld.uitvoer.bestelling import Bestelling
from gedeeld.web import terug_naar, vereist
from trajects.plan_pdf.exports import PLAN
from trajects.rechten import mag_documenten_zien
from werknemers.models import Werknemer


@require_POST
@vereist(mag_documenten_zien)
def plan_pdf(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = get_object_or_404(Werknemer.objects.zichtbaar_voor(request.user), pk=pk)
    bestelling = Bestelling(
        PLAN,
        titel=f"Doorstroomplan van {werknemer.naam}",
        terug=terug_naar(request) or reverse("trajects:werknemer", args=[pk]),
        parameters={"werknemer": pk},
    )
    return begin_uitvoer(request, bestelling)
