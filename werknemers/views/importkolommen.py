"""The columns of a file on their way in: what each is, and how it is written."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from gebruikers.verzoek import Verzoek
from gedeeld.taken.deurbel import bel_na_commit
from gedeeld.web import toon_formulier, vereist
from werknemers.domein.invoer.kolomstap import beeldafdruk, kies_kolommen, kolommen_van
from werknemers.forms.importkolommen import KolommenFormulier, ontbreekt_zin
from werknemers.models import Importopdracht
from werknemers.rechten import mag_importeren
from werknemers.tasks import lees_importopdracht

_PAGINA = "werknemers/import/kolommen.html"


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_importeren)
def kolommen(request: Verzoek, pk: int) -> HttpResponse:
    """Look over what the columns are, before the rows."""
    opdrachten = Importopdracht.objects.zichtbaar_voor(request.user).defer("inhoud", "uitkomst")
    opdracht = get_object_or_404(opdrachten, pk=pk)
    if not opdracht.kan_kolommen_kiezen:
        return redirect("werknemers:import_nakijken", pk)
    beeld = kolommen_van(opdracht)
    if beeld is None:
        return render(request, _PAGINA, {"opdracht": opdracht})
    form = KolommenFormulier(request.POST if request.method == "POST" else None, beeld=beeld)
    gezien = beeldafdruk(opdracht)
    gekozen = form.probeer(
        lambda: kies_kolommen(
            opdracht,
            keuze=form.keuze,
            gezien=request.POST.get("gezien", ""),
            door=request.user,
        )
    )
    if gekozen is None:
        ontbreekt = ontbreekt_zin(beeld.ontbreekt) if beeld.ontbreekt and not form.is_bound else ""
        context = {"opdracht": opdracht, "gezien": gezien, "ontbreekt": ontbreekt}
        return toon_formulier(request, _PAGINA, form, context)
    if gekozen:
        bel_na_commit(lees_importopdracht, opdracht.pk)
    return redirect("werknemers:import_nakijken", pk)
