"""Undoing an import that was brought in."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from gebruikers.verzoek import Verzoek
from gedeeld.taken.deurbel import bel_na_commit
from gedeeld.web import vereist
from werknemers.domein.invoer.ongedaan import vraag_ongedaan
from werknemers.models import Importopdracht
from werknemers.rechten import mag_importeren
from werknemers.tasks import maak_importopdracht_ongedaan


@require_POST
@vereist(mag_importeren)
def ongedaan(request: Verzoek, pk: int) -> HttpResponse:
    """Ask to put back what the import wrote; its page tells what became of it."""
    opdracht = get_object_or_404(Importopdracht.objects.zichtbaar_voor(request.user).licht(), pk=pk)
    try:
        gevraagd = vraag_ongedaan(opdracht, door=request.user)
    except ValidationError as weigering:
        messages.warning(request, weigering.messages[0])
    else:
        if gevraagd:
            bel_na_commit(maak_importopdracht_ongedaan, opdracht.pk)
    return redirect("werknemers:import_nakijken", pk)
