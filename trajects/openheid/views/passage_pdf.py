"""The passage of one contract, as a download."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.bestandsnaam import bestandsnaam
from gedeeld.tijd import vandaag
from gedeeld.web import PDF, download, vereist
from trajects.models import Passagetoelichting
from trajects.openheid.exports import maak_passage
from trajects.rechten import mag_documenten_zien


@require_safe
@vereist(mag_documenten_zien)
def passage_pdf(request: Verzoek, pk: int) -> HttpResponse:
    """404 as long as nobody chose which passage the contract holds."""
    zichtbaar = Passagetoelichting.objects.zichtbaar_voor(request.user).exclude(passage=None)
    alles = zichtbaar.select_related(
        "passage", "contract__dienst", "contract__werknemer__organisatie"
    )
    toelichting = get_object_or_404(alles, contract=pk)
    nummer = toelichting.contract.werknemer.personeelsnummer
    bestand = bestandsnaam("passage", nummer, vandaag())
    return download(maak_passage(toelichting), PDF, bestand)
