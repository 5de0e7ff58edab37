"""Gives a file to whoever may see what it belongs to; always as a download."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.web import download, vereist
from trajects.logboek.bijlagen import lees_inhoud
from trajects.models import Bijlage
from trajects.rechten import mag_vorming_zien


@require_safe
@vereist(mag_vorming_zien)
def bijlage(request: Verzoek, pk: int) -> HttpResponse:
    """The browser keeps it and never shows it: what is in it, runs nowhere here."""
    gevonden = get_object_or_404(Bijlage.objects.zichtbaar_voor(request.user), pk=pk)
    antwoord = download(lees_inhoud(gevonden), gevonden.soort, gevonden.bestandsnaam)
    antwoord["X-Content-Type-Options"] = "nosniff"
    antwoord["Content-Security-Policy"] = "sandbox"
    return antwoord
