"""The plans of many in one bundle: of whom is ticked, or of everybody who is found."""

from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from gebruikers.verzoek import Verzoek
from gebruikers.views.uitvoer import begin_uitvoer
from gedeeld.tijd import vandaag
from gedeeld.uitvoer.bestelling import Bestelling, in_porties
from gedeeld.uitvoer.soorten import soort_van
from gedeeld.web import als_sleutel, vereist
from gedeeld.weergeven import meervoud
from trajects.paginas.views.werknemers import Documentkeuze
from trajects.rechten import mag_plannen_bundelen

_NIEMAND: Final = "Vink eerst aan van wie je het plan wilt."
_ALLE: Final = "alle"


@require_POST
@vereist(mag_plannen_bundelen)
def plannen_pdf(request: Verzoek) -> HttpResponse:
    """The filters stand in the address, as on the page of documents."""
    keuze = Documentkeuze(request)
    mensen = keuze.mensen.gesorteerd("naam")
    if request.POST.get("wie") != _ALLE:
        gekozen = map(als_sleutel, request.POST.getlist("werknemer"))
        mensen = mensen.filter(pk__in=[pk for pk in gekozen if pk is not None])
    sleutels = list(mensen.values_list("pk", flat=True))
    terug = keuze.adres("trajects:documenten")
    if not sleutels:
        messages.warning(request, _NIEMAND)
        return redirect(terug)
    soort = soort_van("plannen")
    bestelling = Bestelling(
        soort,
        titel=f"Doorstroomplannen van {meervoud(len(sleutels), 'werknemer', 'werknemers')}",
        terug=terug,
        bundelnaam=f"doorstroomplannen-{vandaag():%Y-%m-%d}.zip",
        porties=in_porties(sleutels, "werknemers", soort.per_taak),
    )
    return begin_uitvoer(request, bestelling)
