"""The start packages with their sources; where sources disagree, next to each other."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from doorstroom.gedeeld.tijd import vandaag
from doorstroom.gedeeld.web import vereist
from gebruikers.rechten import is_lid
from regels.domein.vergelijking import vergelijk
from regels.models import Startpakket


@require_safe
@vereist(is_lid)
def startpakketten(request: HttpRequest) -> HttpResponse:
    pakketten = Startpakket.objects.op(vandaag()).order_by("soort", "-standaard", "variant", "pk")
    vergelijkingen = vergelijk(pakketten.select_related("bron").prefetch_related("schijven"))
    return render(request, "regels/startpakketten.html", {"vergelijkingen": vergelijkingen})
