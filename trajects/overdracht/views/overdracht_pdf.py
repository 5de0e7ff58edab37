"""What was shared with a next employer, as a download."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import PDF, download, vereist
from trajects.models import Overdracht
from trajects.overdracht.exports import maak_overzicht, overzicht_bestandsnaam
from trajects.overdracht.overdrachtsoverzicht import stel_overzicht_samen
from trajects.rechten import mag_documenten_zien


@require_safe
@vereist(mag_documenten_zien)
def overdracht_pdf(request: Verzoek, pk: int) -> HttpResponse:
    """404 as long as nothing is shared with consent."""
    zichtbaar = Overdracht.objects.zichtbaar_voor(request.user)
    alles = zichtbaar.select_related("werkgever", "werknemer__organisatie", "werknemer__begeleider")
    overzicht = stel_overzicht_samen(get_object_or_404(alles, pk=pk), vandaag())
    if overzicht is None:
        raise Http404
    return download(maak_overzicht(overzicht), PDF, overzicht_bestandsnaam(overzicht))
