"""The forecast as a spreadsheet."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from financiering.domein.rekenmodel.prognose import Prognose
from financiering.exports.prognose_xlsx import schrijf_prognose
from financiering.rechten import mag_financiering_zien
from financiering.views.vraag import Vraag, beeld_van
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import XLSX, als_sleutel, download, vereist
from werknemers.models import Werknemer


@require_safe
@vereist(mag_financiering_zien)
def prognose_xlsx(request: Verzoek) -> HttpResponse:
    """`?werknemer=` is the key of who can be recalculated; anybody in service without it."""
    vraag = Vraag.uit(request)
    uitkomst = beeld_van(request, vraag).uitkomst
    rij = _rij(request, uitkomst.prognose, request.GET.get("werknemer", ""))
    inhoud = schrijf_prognose(uitkomst, rij)
    return download(inhoud, XLSX, f"prognose-{vandaag():%Y-%m-%d}.xlsx")


def _rij(request: Verzoek, prognose: Prognose, sleutel: str) -> int | None:
    """None for who has no contract in these quarters. Raise Http404 for who is not theirs."""
    sleutels = [persoon.sleutel for persoon in prognose.personen]
    if not sleutel:
        return 0 if sleutels else None
    if sleutel in sleutels:
        return sleutels.index(sleutel)
    get_object_or_404(Werknemer.objects.zichtbaar_voor(request.user), pk=als_sleutel(sleutel))
    return None
